"""The static JSON API: every file that has to be there, and every value in it, worked out again from the records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tellers.verify.answers import ROOT, answers_of
from tellers.verify.content import Content
from tellers.verify.report import Findings
from tellers.verify.sentences import check_headline, check_sentence, expected_of, unread
from tellers.verify.terms import check_line

_MADE = frozenset({"result", "lead", "version", "licence_line", "what"})
"""Sentences, which are taken apart instead of compared."""


def check_api(built: Path, content: Content, findings: Findings) -> None:
    """Every address of the API, and no other file."""
    wanted = answers_of(content)
    for name, (keys, expected) in wanted.items():
        path = f"{ROOT}/{name}.json"
        try:
            said = dict(json.loads((built / path).read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            findings.differs(path, "file", f"{type(error).__name__}: {error}", "an answer of the API")
            continue
        findings.compare("api", path, "version", said.get("version"), "v1")
        check_line(str(said.get("licence_line")), keys, path, "licence line", content, findings)
        _compare({**said, "version": None, "licence_line": None}, expected, path, "", findings)
        try:
            _check_sentences(said, path, content, findings)
        except (KeyError, TypeError, AttributeError) as error:
            findings.differs(path, "file", f"{type(error).__name__}: {error}", "an answer of the API")
    found = {file.relative_to(built / ROOT).as_posix() for file in (built / ROOT).rglob("*") if file.is_file()}
    for name in sorted(found - {f"{name}.json" for name in wanted}):
        findings.differs(f"{ROOT}/{name}", "file", "a file", "no such answer")


def _compare(found: Any, expected: Any, path: str, field: str, findings: Findings) -> None:
    """Every leaf; names that are expected to be there and are not, and those that are there too many."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        for key in sorted(expected.keys() | found.keys()):
            if key not in _MADE:
                _compare(found.get(key), expected.get(key), path, f"{field}.{key}".lstrip("."), findings)
    elif isinstance(expected, list) and isinstance(found, list):
        if field == "sources":  # in no order that means anything
            found, expected = (sorted(rows, key=_called) for rows in (found, expected))
        ids = [_called(row) for row in expected]
        findings.compare("api", path, f"{field} names", [_called(row) for row in found], ids)
        for one, other in zip(found, expected, strict=False):
            if isinstance(other, dict | list):
                _compare(one, other, path, f"{field} {_called(other)}", findings)
    else:
        findings.compare("api", path, field, found, expected)


def _called(row: Any) -> Any:
    """What a row of a list is called by."""
    if not isinstance(row, Mapping):
        return row
    return next((row[name] for name in ("id", "code", "pattern", "from", "record", "vote", "member") if name in row), "row")


def _check_sentences(said: dict[str, Any], path: str, content: Content, findings: Findings) -> None:
    rows = said["votes"] if path == f"{ROOT}/votes.json" else [said] if path.startswith(f"{ROOT}/votes/") else []
    for row in rows:
        if row.get("id") not in content.votes:
            continue
        expected = expected_of(content, row["id"])
        check_headline(f"{expected.name}: {row.get('result')}", expected, path, f"result of {row['id']}", findings)
        lead = row.get("lead")
        if lead is not None and (not check_sentence(lead, expected, path, "lead", findings) or unread(lead, expected)):
            findings.differs(path, "lead", lead, f"a sentence on {expected.name}")
        if lead is None and path != f"{ROOT}/votes.json":
            findings.differs(path, "lead", lead, f"a sentence on {expected.name}")
