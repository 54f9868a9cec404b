"""What a figure shows, as data: every value of its CSV and its JSON is computed again from the records."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction
from pathlib import Path

from tellers.verify.claims import Claims, Unsound
from tellers.verify.report import Findings
from tellers.verify.spaces import one_spaced
from tellers.verify.taken import Figure
from tellers.verify.terms import check_line


def check_numbers(built: Path, figure: Figure, claims: Claims, findings: Findings) -> None:
    """Both files of one figure."""
    _check_csv(built, figure, claims, findings)
    _check_json(built, figure, claims, findings)


def _check_csv(built: Path, figure: Figure, claims: Claims, findings: Findings) -> None:
    path = f"figures/{figure.id}.csv"
    if not (built / path).is_file():
        findings.differs(path, "file", "no file", f"the numbers of {figure.id}")
        return
    lines = list(csv.DictReader(io.StringIO((built / path).read_text("utf-8"), newline="")))
    marks = [mark.id for mark in figure.manifest.marks]
    findings.compare("kits", path, "marks", [_cell(line, "mark") for line in lines], marks)
    claimed = _claimed(figure)
    for line in lines:
        of = {key: _cell(line, key) for key in line if key not in ("mark", "says", "value") and line[key]}
        findings.compare(
            "kits", path, f"line of {line['mark']}", (_cell(line, "says"), of), claimed.get(_cell(line, "mark"))
        )
        _check_value(_cell(line, "mark"), _cell(line, "says"), of, _cell(line, "value"), path, claims, findings, shares=True)


def _cell(line: dict[str, str], name: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from executing it."""
    return re.sub(r"^'(?=\s*[=+\-@|%＝＋－＠])", "", line.get(name) or "")


def _check_json(built: Path, figure: Figure, claims: Claims, findings: Findings) -> None:
    path = f"figures/{figure.id}.json"
    try:
        said = json.loads((built / path).read_text("utf-8"))
        rows = [(row["mark"], row["says"], row["of"], row["value"]) for row in said["marks"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", f"the numbers of {figure.id}")
        return
    findings.compare("kits", path, "marks", [row[0] for row in rows], [mark.id for mark in figure.manifest.marks])
    names = {"title": "title", "subtitle": "subtitle", "alt": "alt", "description": "desc", "source": "source"}
    for key, name in names.items():
        findings.compare("kits", path, key, one_spaced(str(said.get(key))), figure.words[name])
    findings.compare("kits", path, "figure", said.get("figure"), figure.id)
    digests = [{"record": row.record, "digest": row.digest} for row in figure.manifest.inputs]
    findings.compare("kits", path, "records", said.get("records"), digests)
    check_line(str(said.get("licence")), figure.records, path, "licence", claims.content, findings)
    claimed = _claimed(figure)
    for mark, says, of, value in rows:
        findings.compare("kits", path, f"line of {mark}", (says, of), claimed.get(mark))
        _check_value(mark, says, of, value, path, claims, findings)


def _claimed(figure: Figure) -> dict[str, tuple[str, dict[str, str]]]:
    """What each mark says, and of what, as the figure itself claims it."""
    claims = {claim.id: (claim.says, dict(claim.of)) for claim in figure.manifest.claims}
    return {mark.id: claims[mark.claim] for mark in figure.manifest.marks if mark.claim in claims}


def _check_value(
    mark: str, says: str, of: dict[str, str], value: object, path: str, claims: Claims, findings: Findings,
    shares: bool = False,
) -> None:  # fmt: skip
    """The value, computed again from the records; a CSV has shares as decimal numbers."""
    try:
        expected: object = claims.value(says, of)
    except (Unsound, KeyError) as reason:
        findings.differs(path, f"value of {mark}", value, f"a claim that can be computed: {reason}")
        return
    if shares:
        share = says in ("share", "agreement")
        expected = f"{float(Fraction(str(expected))):.4f}" if share else " ".join(str(expected).split())
    findings.compare("kits", path, f"value of {mark}", value, expected)
