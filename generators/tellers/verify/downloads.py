"""Files that a visitor takes away: the roll as CSV, the vote as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tellers.verify.content import Content, Record
from tellers.verify.report import Findings
from tellers.verify.terms import check_line


def check_downloads(built: Path, content: Content, findings: Findings) -> None:
    """Both files of every vote, cell by cell."""
    for vote_id in content.votes:
        folder = f"votes/{vote_id}"
        if not (built / folder / "index.html").is_file():
            findings.differs(f"{folder}/index.html", "page", "no file", f"the page of {vote_id}")
        _check_json(built, f"{folder}/vote.json", vote_id, content, findings)
        if vote_id in content.rolls:
            _check_csv(built, f"{folder}/roll.csv", vote_id, content, findings)
        elif (built / folder / "roll.csv").exists():
            findings.differs(f"{folder}/roll.csv", "file", "a roll", "no file: no ballot of the vote is known")


_HEAD = ["member", "name", "option"]


def _check_csv(built: Path, path: str, vote_id: str, content: Content, findings: Findings) -> None:
    text = _text(built / path, path, findings)
    if text is None:
        return
    lines = list(csv.reader(io.StringIO(text, newline="")))
    head = lines[0] if lines else []
    findings.compare("downloads", path, "header", head, _HEAD + (["reason"] if "reason" in head else []))
    rows = {cells[0]: cells for cells in lines[1:] if cells}
    for member, number in Counter(cells[0] for cells in lines[1:] if cells).items():
        findings.compare("downloads", path, f"rows of {member}", f"{number} rows", "1 rows")
    ballots = content.rolls[vote_id].ballots
    findings.compare("downloads", path, "number of rows", len(lines) - 1, len(ballots))
    for member, option in ballots.items():
        cells = rows.get(member, [])
        if findings.compare("downloads", path, f"option of {member}", cells[2] if len(cells) > 2 else "no row", option):
            _check_name(cells[1], member, vote_id, path, content, findings)
    for member in rows.keys() - ballots.keys():
        findings.differs(path, f"row of {member}", ",".join(rows[member]), "no such row")


def _check_name(name: str, member: str, vote_id: str, path: str, content: Content, findings: Findings) -> None:
    """The name in full that the member had on the day of the vote."""
    vote = content.votes[vote_id]
    lines = [row for row in content.registers[content.register_of(vote)] if row["member"] == member]
    own = [row["name"] for row in lines if row["from"] <= vote["date"] <= (row["to"] or "9999")]
    findings.compare("downloads", path, f"name of {member}", name, " or ".join(own))


def _check_json(built: Path, path: str, vote_id: str, content: Content, findings: Findings) -> None:
    text = _text(built / path, path, findings)
    if text is None:
        return
    try:
        said: Any = json.loads(text)
        _check_event(said, path, vote_id, content, findings)
    except json.JSONDecodeError as error:
        findings.differs(path, "file", str(error), "JSON")
    except (KeyError, TypeError, AttributeError) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", "a Popolo VoteEvent")


_KEYS = frozenset(["@context", "@type", "counts", "id", "identifier", "known", "licence_line", "motion", "organization",
                   "organization_id", "result", "sources", "sources_without_address", "start_date", "url",
                   "votes"])  # fmt: skip


def _check_event(said: Any, path: str, vote_id: str, content: Content, findings: Findings) -> None:
    vote = content.votes[vote_id]
    passed = {"adopted": "pass", "unknown": None}.get(vote["outcome"], "fail")
    wanted = {
        "id": vote_id,
        "identifier": vote.get("symbol") if vote.get("symbol") != "unknown" else None,
        "start_date": vote["date"],
        "organization_id": vote["body"],
        "organization": {"id": vote["body"], "name": content.bodies[vote["body"]]["name"]},
        "result": passed,
        "known": vote.get("known", "full"),
        "url": f"{str(content.site['address']).rstrip('/')}/votes/{vote_id}/",
    }
    for key, value in wanted.items():
        findings.compare("downloads", path, key, said.get(key), value)
    motion = {
        "text": vote["title"],
        "organization_id": vote["body"],
        "identifier": next((vote[name] for name in ("draft", "symbol") if vote.get(name) not in (None, "unknown")), None),
        "creator": {"name": vote["proposer"]} if vote.get("proposer") else None,
        "result": passed,
        "classification": vote.get("kind", "resolution"),
    }
    for key, value in motion.items():
        findings.compare("downloads", path, f"motion.{key}", said["motion"].get(key), value)
    majority = vote.get("majority") or {}
    rules = content.bodies[vote["body"]].get("rules") or []
    asked = next((rule["name"] for rule in rules if rule["id"] == majority.get("rule")), None)
    findings.compare("downloads", path, "motion.requirement", said["motion"].get("requirement"), asked)
    for key in sorted(said.keys() - _KEYS):
        findings.differs(path, key, f"{key}: {said[key]}", "no such field")
    counts = {row["option"]: row["value"] for row in said["counts"]}
    tally = content.tally(vote_id)
    for option in sorted(counts.keys() | {option for option, number in tally.items() if number}):
        findings.compare("downloads", path, f"counts {option}", counts.get(option), tally.get(option, 0))
    check_line(str(said.get("licence_line")), (f"votes/{vote_id}",), path, "licence line", content, findings)
    _check_sources(said, path, vote, content, findings)
    ballots = content.rolls[vote_id].ballots if vote_id in content.rolls else {}
    rows = [(row["voter_id"], row["option"]) for row in said.get("votes") or []]
    findings.compare("downloads", path, "number of votes", len(rows), len(ballots))
    found = dict(rows)
    for member, option in ballots.items():
        findings.compare("downloads", path, f"votes {member}", found.get(member), option)
    for row in said.get("votes") or []:
        findings.compare("downloads", path, f"votes {row['voter_id']} voter", row["voter"]["id"], row["voter_id"])
        _check_name(row["voter"]["name"], row["voter_id"], vote_id, path, content, findings)


def _check_sources(said: Any, path: str, vote: Record, content: Content, findings: Findings) -> None:
    """The sources of the vote and of its roll, with the address where one is known."""
    rolled = [vote["roll"]["source"]] if isinstance(vote.get("roll"), Mapping) else []
    named = [content.sources[id] for id in dict.fromkeys([*rolled, *vote["sources"]])]
    linked = [(source["publisher"], source["address"]) for source in named if source["address"] != "unknown"]
    findings.compare("downloads", path, "sources", [(row["note"], row["url"]) for row in said["sources"]], linked)
    others = [source["publisher"] for source in named if source["address"] == "unknown"]
    found = [row["note"] for row in said["sources_without_address"]]
    findings.compare("downloads", path, "sources without address", found, others)


def _text(file: Path, path: str, findings: Findings) -> str | None:
    if not file.is_file():
        findings.differs(path, "file", "no file", "a download that the vote's page names")
        return None
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        findings.differs(path, "file", f"byte {error.start} is not UTF-8", "UTF-8")
        return None
