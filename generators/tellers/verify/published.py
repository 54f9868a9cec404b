"""`published.json`: the values that the next release is compared with are those of the records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tellers.verify.claims import needed
from tellers.verify.content import Content, Record
from tellers.verify.report import Findings

_PATH = "published.json"


def check_published(built: Path, content: Content, findings: Findings) -> None:
    """Every value of every vote and quote, no more and no fewer, and every correction."""
    try:
        said: Any = json.loads((built / _PATH).read_text("utf-8"))
        records, signed = dict(said["records"]), list(said["corrections"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        findings.differs(_PATH, "file", f"{type(error).__name__}", "the published values of all records")
        return
    wanted = {f"votes/{id}": _vote(content, id, vote) for id, vote in content.votes.items()}
    wanted |= {f"quotes/{id}": {k: str(q[k]) for k in ("speaker", "date", "text")} for id, q in content.quotes.items()}
    for record in sorted(wanted.keys() ^ records.keys()):
        found, expected = (record if record in side else "no such record" for side in (records, wanted))
        findings.differs(_PATH, "records", found, expected)
    for record in sorted(wanted.keys() & records.keys()):
        for field in sorted(wanted[record].keys() | records[record].keys()):
            values = records[record].get(field), wanted[record].get(field)
            findings.compare("published values", _PATH, f"{record} {field}", *values)
    _check_corrections(signed, content, findings)


def _vote(content: Content, id: str, vote: Record) -> dict[str, str]:
    said = {"body": vote["body"], "name": content.name_of(vote), "date": vote["date"], "outcome": vote["outcome"]}
    stated = vote.get("stated")
    said |= {f"stated.{option}": total for option, total in stated.items()} if isinstance(stated, Mapping) else {}
    if vote.get("vetoed-by"):
        said["vetoed-by"] = " ".join(vote["vetoed-by"])
    if id in content.rolls:
        said["roll.digest"] = content.rolls[id].digest
    return {field: str(value) for field, value in (said | _counted(content, id, vote)).items()}


def _counted(content: Content, id: str, vote: Record) -> dict[str, object]:
    tally = content.tally(id)
    out: dict[str, object] = {"members": len(content.seated(vote))}
    out |= {f"tally.{option}": number for option, number in tally.items()}
    if "majority" in vote and tally:
        out["needed"] = needed(content, id)
    if content.complete(id):
        groups = content.bodies[vote["body"]].get("groups") or []
        for group in [*groups, "no-group"] if groups else []:
            inside = content.in_group(vote, group)
            chosen = [option for member, option in content.rolls[id].ballots.items() if member in inside]
            out |= {f"tally.{option}.{group}": chosen.count(option) for option in tally if inside or group in groups}
    return out


def _check_corrections(signed: list[Any], content: Content, findings: Findings) -> None:
    entries = content.trees.get("corrections.yml")
    wanted = [row for row in entries if isinstance(row, Mapping)] if isinstance(entries, list) else []
    findings.compare("published values", _PATH, "corrections", [_entry(r) for r in signed], [_entry(r) for r in wanted])


def _entry(row: Any) -> list[str]:
    return [str(row.get(key, "")) for key in ("record", "field", "was", "now", "reason", "signed")]
