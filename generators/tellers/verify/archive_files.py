"""Files of an archive: turning points; of each decade where members stood, how often two agreed, and every ballot."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

from tellers.verify.archived_turns import lines_of_turns
from tellers.verify.archives import Archive
from tellers.verify.blocs import joined
from tellers.verify.decade import STOOD, Decade
from tellers.verify.places import COLUMNS, check_places
from tellers.verify.report import Findings

_APART = 4
"""Cells of a line that hold the position of a member, which are compared with a tolerance."""
_LETTERS = {"yes": "y", "no": "n", "abstain": "a"}


def check_files(built: Path, archive: Archive, findings: Findings) -> None:
    """Every line of every file, counted anew."""
    for first in archive.spans:
        check_decade_files(built, archive, first, findings)
    if archive.about.get("anchor"):
        check_turns_file(built, archive, findings)


def check_decade_files(built: Path, archive: Archive, first: int, findings: Findings) -> None:
    """The files of one decade, after which it knows its blocs and its published positions."""
    start, decade = f"archives/{archive.id}/decades/{first}s", archive.spans[first].whole()
    decade.blocs = joined(decade)
    _check_csv(built, f"{start}/members.csv", _members(archive, decade), findings, _APART)
    check_places(built / start / "members.csv", f"{start}/members.csv", decade, archive.about.get("anchor"), findings)
    _check_csv(built, f"{start}/agreement.csv", _agreement(decade), findings)
    _check_ballots(built, f"{start}/ballots.json.gz", archive, decade, findings)


def check_turns_file(built: Path, archive: Archive, findings: Findings) -> None:
    """The file of turning points."""
    _check_csv(built, f"archives/{archive.id}/turns/turns.csv", lines_of_turns(archive), findings)


def _members(archive: Archive, decade: Decade) -> Iterator[list[str]]:
    yield ["member", "name", "votes", *STOOD, "alone", "bloc", "bloc-halves", *COLUMNS]
    bloc = {code: [str(at), str(n)] for at, found in enumerate(decade.blocs or [], 1) for code, n in found.members.items()}
    for code in decade.members:
        counts = decade.stood[code]
        numbers = [len(decade.votes), *(counts[where] for where in STOOD), counts["alone"]]
        yield [code, archive.named(code, "9999-12-31"), *map(str, numbers), *bloc.get(code, ["", ""])]


def _agreement(decade: Decade) -> Iterator[list[str]]:
    yield ["member", "with", "same", "both"]
    for (one, other), (same, both) in decade.pairs.items():
        yield [one, other, str(same), str(both)]


def _check_csv(built: Path, path: str, wanted: Iterator[list[str]], findings: Findings, apart: int = 0) -> None:
    """Every line; below the heads the last cells, as many as are read apart, have only to be there."""
    try:
        rows = list(csv.reader(io.StringIO((built / path).read_text("utf-8"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", "a table of the decade")
        return
    lines = list(wanted)
    findings.compare("statistics", path, "lines", len(rows), len(lines))
    for number, (row, line) in enumerate(zip(rows, lines, strict=False), 1):
        kept = row if number == 1 or not apart else row[:-apart]
        findings.compare("statistics", path, f"line {number}", kept, line)
        findings.compare("statistics", path, f"cells of line {number}", len(row), len(line) + len(row) - len(kept))


def _check_ballots(built: Path, path: str, archive: Archive, decade: Decade, findings: Findings) -> None:
    try:
        said = json.loads(gzip.decompress((built / path).read_bytes()))
        topics, votes, members = said["topics"], said["votes"], said["members"]
        named = [[*map(_plain, row[:4]), [topics[at] for at in row[4]]] for row in votes]
    except (OSError, EOFError, ValueError, TypeError, LookupError) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", "the ballots of the decade")
        return
    findings.compare("statistics", path, "parts", sorted(said), ["members", "topics", "votes"])
    wanted = [_vote(archive, id) for id in decade.votes]
    findings.compare("statistics", path, "votes", len(named), len(wanted))
    for row, true in zip(named, wanted, strict=False):
        findings.compare("statistics", path, f"vote {true[0]}", row, true)
    people = decade.people(lambda code: archive.named(code, "9999-12-31"))
    findings.compare("statistics", path, "members", [row[:2] for row in members], [[code, name] for name, code in people])
    for row, (_, code) in zip(members, people, strict=False):
        letters = "".join(_LETTERS.get(roll[code], "-") if code in roll else " " for roll in decade.rolls)
        findings.compare("statistics", path, f"ballots of {code}", row[2:], [letters])


def _vote(archive: Archive, id: str) -> list[object]:
    """Address, day, name, title, topics."""
    vote = archive.votes[id]
    name = archive.name_of(vote)
    title = vote["title"] if vote["title"] != name else ""
    return [*map(_plain, (id.partition("/")[2], vote["date"], name, title)), archive.topics[id]]


def _plain(text: str) -> str:
    return " ".join(text.split())
