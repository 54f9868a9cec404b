"""The index in which the votes of an archive are searched: each vote once, the newest first, as the records have it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from tellers.verify.archives import Archive
from tellers.verify.report import Findings
from tellers.verify.sentences import expected_of, worded
from tellers.verify.words import OUTCOMES

_FEW = 5


def index_of(archive: Archive) -> str:
    """Where the index of the archive is."""
    return f"archives/{archive.id}/votes.json.gz"


def check_found(built: Path, archive: Archive, kept: frozenset[str], findings: Findings) -> None:
    """Every row of the index; `kept` are votes that have their pages from files of their own."""
    path = index_of(archive)
    try:
        rows = json.loads(gzip.decompress((built / path).read_bytes()))
    except (OSError, EOFError, ValueError) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", "the index of the archive")
        return
    wanted = [_row(archive, id) for id in reversed(archive.order) if id not in kept]
    findings.compare("search entries", path, "rows", len(rows) if isinstance(rows, list) else rows, len(wanted))
    for row, true in zip(rows if isinstance(rows, list) else [], wanted, strict=False):
        findings.compare("search entries", path, f"row of {true[0]}", _plain(row), _plain(true))


def _plain(row: Any) -> Any:
    return [" ".join(part.split()) if isinstance(part, str) else part for part in row] if isinstance(row, list) else row


def _row(archive: Archive, id: str) -> list[Any]:
    """Address, headline, title, year, topics, outcome, and who stood among a few on one side."""
    vote, ballots = archive.votes[id], archive.rolls[id].ballots if id in archive.rolls else {}
    name = archive.name_of(vote)
    sides = [sorted(code for code, option in ballots.items() if option == side) for side in ("yes", "no")]
    few = [archive.named(code, vote["date"]) for side in sides if len(side) <= _FEW for code in side]
    return [
        id.partition("/")[2], f"{name}: {worded(expected_of(archive, id))}", vote["title"] if vote["title"] != name else "",
        vote["date"][:4], archive.topics[id], OUTCOMES[vote["outcome"]], few,
    ]  # fmt: skip
