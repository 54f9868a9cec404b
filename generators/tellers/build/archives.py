"""The dumps of archives to votes and rolls, through the same importers as any file, with the same problems.

A dump rests on its body, the register and the ledger: as long as one of these has a problem, nothing is said of the dump.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tellers.build.kinds import importers
from tellers.files.read import DUMPS, read_dump
from tellers.formats.parquet import csv_of
from tellers.importers.asked import Asked
from tellers.importers.changes import changes, listed
from tellers.importers.imported import Imported, imported_from
from tellers.importers.ledger import differences, refusals
from tellers.importers.saved import Saved
from tellers.model import Archive, Archived, Content, Vote
from tellers.problems import Place, Problem, Problems
from tellers.records import Reading
from tellers.records.archives import FOLDER, check_digest
from tellers.records.read import record_digest
from tellers.verify.dumps import readers

_RESTS_ON = ("bodies/", "members/", "archives/", "discrepancies.yml", "sources/")


def with_archives(reading: Reading, files: Mapping[str, bytes]) -> Reading:
    """What was read, with the votes of its archives; `files` are those of the content."""
    content = reading.partial
    if content is None or not content.archives or _is_unsound(reading.problems):
        return reading
    problems = Problems(list(reading.problems))
    archived: dict[str, Archived] = {}
    for id, archive in content.archives.items():
        found = _read(archive, content, files, reading, problems)
        if found is not None:
            _check_twice(found, archived, reading, problems)
            archived[id] = found
    _check_ledger(content, archived, reading, problems)
    whole = replace(content, archived=archived)
    return replace(reading, content=None if problems else whole, problems=problems.in_order(), partial=whole)


def _is_unsound(found: list[Problem]) -> bool:
    return any(problem.place.path.removeprefix("content/").startswith(_RESTS_ON) for problem in found)


def _read(
    archive: Archive, content: Content, files: Mapping[str, bytes], reading: Reading, problems: Problems
) -> Archived | None:
    """What the dump of one archive holds; None, with its problems, where it is not all right."""
    saved = _saved(archive, files, reading, problems) if _is_read_back(archive, reading, problems) else None
    if saved is None:
        return None
    asked = Asked(
        content, content.bodies[archive.body], archive.published,
        source=archive.source, leave_out_strays=archive.leave_out_strays,
    )  # fmt: skip
    own = Problems()
    imported = imported_from(importers()[archive.format].read(saved, asked, own), saved, asked, own)
    own.extend(refusals(differences(imported, content), imported))
    own.extend(_otherwise(imported, content))
    problems.extend(own.found)
    return None if own else _archived(archive, imported)


def _is_read_back(archive: Archive, reading: Reading, problems: Problems) -> bool:
    """Whether the independent reader has the format too: what it cannot count again is not published."""
    known = sorted(readers())
    if archive.format not in known:
        wrong = f"an archive of {archive.format} cannot be read back" if archive.format in importers() else "no such format"
        do = f"use one of {', '.join(known)}, or import its votes into files of their own with `tellers import`"
        problems.add(reading.trees[f"{FOLDER}{archive.id}.yml"].place(("format",)), "format", wrong, do)
    return archive.format in known


def _saved(
    archive: Archive, files: Mapping[str, bytes], reading: Reading, problems: Problems
) -> list[Saved] | None:  # fmt: skip
    """The files of the dump: beside the archive's own, or in the folder for dumps."""
    saved = []
    tree = reading.trees[f"{FOLDER}{archive.id}.yml"]
    for position, dump in enumerate(archive.files):
        name, place = FOLDER + dump.file, tree.place(("files", position, "digest"))
        data = files[name] if name in files else read_dump(dump.file)
        if data is None:
            do = f"put {dump.file} beside this file, or into the folder that {DUMPS} names"
            problems.add(tree.place(("files", position, "file")), "files.file", f"no file {dump.file}", do)
        elif name in files or check_digest(data, dump.file, dump.digest, place, problems):
            table = csv_of(data) if dump.file.endswith(".parquet") else data
            if table is None:
                problems.add(Place(name), "file", "is no Parquet", "save the file again")
            else:
                saved.append(Saved(name, table))
    return saved if len(saved) == len(archive.files) else None


def _otherwise(imported: Imported, content: Content) -> list[Problem]:
    """Votes that have a file of their own, with something else in it."""
    do = "compare both with the source, and mend the one that is wrong"
    return [
        Problem(imported.places[id], "vote", f"{id} is otherwise in content/votes/{id}.yml: {listed(found)}", do)
        for id, found in changes(imported, content).changed.items()
    ]


def _archived(archive: Archive, imported: Imported) -> Archived:
    topics = {id: tuple(sorted(named)) for id, named in imported.topics.items()}
    digests = {
        f"votes/{id}": _digest(vote, imported.sessions[id], topics[id])
        for id, vote in imported.votes.items()
    }
    return Archived(archive, imported.votes, imported.rolls, digests, imported.sessions, topics)


def _digest(vote: Vote, session: str | None, topics: tuple[str, ...]) -> str:
    """The digest of what the dump says of a vote: the same facts have the same digest, whatever else the dump holds."""
    return record_digest({
        "id": vote.id, "symbol": vote.symbol or "", "title": vote.title, "date": vote.date.isoformat(),
        "kind": vote.kind.value, "outcome": vote.outcome.value, "known": vote.known.value,
        "stated": {option.value: str(count) for option, count in vote.totals.items()},
        "roll": vote.roll.digest if vote.roll is not None else "", "session": session or "", "topics": list(topics),
    })  # fmt: skip


def _check_twice(found: Archived, others: Mapping[str, Archived], reading: Reading, problems: Problems) -> None:
    """A vote stands in one archive alone."""
    for id, other in others.items():
        both = sorted(found.votes.keys() & other.votes.keys())
        if both:
            place = reading.trees[f"{FOLDER}{found.about.id}.yml"].place(("body",))
            wrong = f"{len(both)} votes stand in the archive {id} too, first {both[0]}"
            problems.add(place, "files", wrong, "keep each vote in one archive")


def _check_ledger(content: Content, archived: Mapping[str, Archived], reading: Reading, problems: Problems) -> None:
    """Entries about votes of archives: an entry that no longer describes its vote would excuse a new mistake."""
    if len(archived) < len(content.archives):
        return
    votes = {id: (vote, found.rolls.get(id)) for found in archived.values() for id, vote in found.votes.items()}
    for position, entry in enumerate(content.discrepancies):
        if entry.vote in content.votes:
            continue
        place = reading.trees["content/discrepancies.yml"].place((position, "vote"))
        if entry.vote not in votes:
            do = "write the id as the archive's pages have it, or remove the entry"
            problems.add(place, f"{position}.vote", f'unknown vote "{entry.vote}"', do)
            continue
        vote, roll = votes[entry.vote]
        is_ = vote.totals.get(entry.field), roll.count(entry.field) if roll is not None else None
        if is_ != (entry.stated, entry.roll):
            wrong = f"signs {entry.stated} and {entry.roll}, but {entry.vote} has {is_[0]} stated and {is_[1]} in the roll"
            problems.add(place, f"{position}.field", wrong, "sign the values as they are now, or remove the entry")
