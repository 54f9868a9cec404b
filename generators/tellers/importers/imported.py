"""What was found becomes records of a body: votes, rolls and sources, with whatever does not add up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from tellers.importers.asked import Asked
from tellers.importers.found import Found, FoundVote, Origin
from tellers.importers.ids import vote_ids
from tellers.importers.rolls import Read, check_voters, rolls_of
from tellers.importers.saved import Saved
from tellers.model import Known, Month, Outcome, ReadThrough, Roll, RollFile, Source, Vote
from tellers.problems import Place, Problems

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+|\s+")
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """Votes, rolls and sources by id, as they would stand in content; `places` says where in the file each vote begins."""

    votes: Mapping[str, Vote]
    rolls: Mapping[str, Roll]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    topics: Mapping[str, tuple[str, ...]]
    sessions: Mapping[str, str | None]


def imported_from(found: Found | None, saved: Sequence[Saved], asked: Asked, problems: Problems) -> Imported:
    """The records; whatever cannot be one has its problem, and is left out."""
    if found is None:
        return Imported({}, {}, {}, {}, {}, {})
    if problems:
        check_voters(found.ballots, asked, problems)
        return Imported({}, {}, {}, {}, {}, {})
    found = _of_session(found, asked, problems)
    check_voters(found.ballots, asked, problems)
    sources = _sources(found.votes, saved, asked, problems)
    ids = vote_ids(asked.body.id, found.votes)
    _check_ids(ids, found.votes, problems)
    reads = rolls_of(found, asked, problems)
    votes: dict[str, Vote] = {}
    for id, vote, read in zip(ids, found.votes, reads, strict=True):
        _check_members(vote, asked, problems)
        votes[id] = _vote(id, vote, read, asked)
    rolls = {id: read.roll for id, read in zip(ids, reads, strict=True) if read is not None}
    return Imported(
        votes=dict(sorted(votes.items())),
        rolls=dict(sorted(rolls.items())),
        sources=sources,
        places={id: vote.place for id, vote in zip(ids, found.votes, strict=True)},
        topics={id: vote.topics for id, vote in zip(ids, found.votes, strict=True)},
        sessions={id: vote.session for id, vote in zip(ids, found.votes, strict=True)},
    )


def _of_session(found: Found, asked: Asked, problems: Problems) -> Found:
    """What was found of the session that was asked for."""
    if asked.session is None:
        return found
    wanted = asked.session.upper()
    kept = [at for at, vote in enumerate(found.votes) if vote.session is not None and vote.session.upper() == wanted]
    if not kept:
        known = sorted({vote.session for vote in found.votes if vote.session})
        do = f"use one of {', '.join(known[:30])}" if known else "leave --session out: the file tells no sessions"
        problems.add(Place(found.ballots.path), "session", f'no vote of session "{asked.session}"', do)
    return _only(found, kept)


def _only(found: Found, kept: Sequence[int]) -> Found:
    """The votes at these positions with their ballots."""
    ballots = found.ballots
    new = np.full(len(found.votes) + 1, -1, dtype=np.int32)
    new[np.asarray(kept, dtype=np.int32)] = np.arange(len(kept), dtype=np.int32)
    votes = new[np.asarray(ballots.votes, dtype=np.int32)]
    rows = np.flatnonzero(votes >= 0)
    options = np.frombuffer(ballots.options, dtype=np.uint8)[rows].tobytes()
    where = {int(row): at for at, row in enumerate(rows)} if ballots.reasons else {}
    return replace(
        found,
        votes=tuple(found.votes[at] for at in kept),
        ballots=replace(
            ballots,
            votes=votes[rows].tolist(),
            voters=np.asarray(ballots.voters, dtype=np.int32)[rows].tolist(),
            options=options,
            lines=np.asarray(ballots.lines, dtype=np.int32)[rows].tolist(),
            reasons={where[row]: reason for row, reason in ballots.reasons.items() if row in where},
        ),
    )


def _check_ids(ids: Sequence[str], votes: Sequence[FoundVote], problems: Problems) -> None:
    seen: dict[str, Place] = {}
    for id, vote in zip(ids, votes, strict=True):
        if id in seen:
            do = "give each vote a record id of its own"
            problems.add(vote.place, "id", f"{id} is the vote of {seen[id]} already", do)
        elif id.endswith("/"):
            problems.add(vote.place, "id", f'"{vote.symbol or vote.record}" makes no id', "give the vote a symbol")
        seen.setdefault(id, vote.place)


def _check_members(vote: FoundVote, asked: Asked, problems: Problems) -> None:
    """The number of members that the source states is that of the register on the day."""
    if vote.members is None or isinstance(vote.day, Month):
        return
    seated = len(asked.content.seated(asked.body, vote.day))
    if vote.members != seated:
        wrong = f"{vote.members} members, but {asked.body.id} had {seated} on {vote.day}"
        kept = f"members/{asked.body.register_}.csv" if asked.body.seats == "register" else f"bodies/{asked.body.id}.yml"
        do = f"compare the day with the source, or mend content/{kept}"
        problems.add(vote.place, "members", wrong, do)


def _sources(votes: Sequence[FoundVote], saved: Sequence[Saved], asked: Asked, problems: Problems) -> dict[str, Source]:
    """A source record for each origin; none where the person names one of the site's."""
    if asked.source is not None:
        if asked.source not in asked.content.sources:
            do = f"write content/sources/{asked.source}.yml, or leave --source out"
            problems.add(Place(saved[0].name), "source", f'unknown source "{asked.source}"', do)
        return {}
    origins = {vote.origin.id: vote.origin for vote in votes}
    through = read_through(saved, asked.version)
    return {id: source_of(origin, through, asked.day) for id, origin in sorted(origins.items())}


def read_through(saved: Sequence[Saved], version: str | None = None) -> ReadThrough:
    """The files that were read, by name and digest."""
    return ReadThrough(
        name=", ".join(file.name for file in saved),
        version="; ".join([*([version] if version else []), *(file.digest for file in saved)]),
    )


def source_of(origin: Origin, through: ReadThrough, day: date) -> Source:
    """The record of a source that was read on that day."""
    return Source(
        id=origin.id, publisher=origin.publisher, title=words(origin.title), address=origin.address, read=day,
        licence=origin.licence, attribution=origin.attribution, weight=origin.weight, read_through=through,
        why=origin.why, note=origin.note,
    )  # fmt: skip


def _vote(id: str, vote: FoundVote, read: Read | None, asked: Asked) -> Vote:
    source = asked.source or vote.origin.id
    outcome = vote.outcome if vote.outcome is not Outcome.UNKNOWN else asked.outcome or Outcome.UNKNOWN
    known = _known(vote, read)
    roll = None
    if read is not None:
        file = f"{id.rpartition('/')[2]}.csv"
        roll = RollFile(file=file, digest=read.roll.digest(), source=source, inferred=_inferred(read))
    return Vote(
        id=id, body=asked.body.id, kind=vote.kind, symbol=vote.symbol, draft=vote.draft, title=words(vote.title),
        date=vote.day, meeting=vote.meeting, outcome=outcome,
        known=known, stated=dict(vote.stated) or None, roll=roll, sources=(source,), published=asked.day,
        why=_why(vote, outcome, known, read), note=_note(vote, read),
    )  # fmt: skip


def _note(vote: FoundVote, read: Read | None) -> str | None:
    parts = [vote.note] if vote.note else []
    if read is not None and read.strays:
        named = "; ".join(f"{text}, {option}" for text, option in read.strays)
        parts.append(f"The source also has ballots of voters that had no seat at the time, which are left out: {named}.")
    return " ".join(parts) or None


def _known(vote: FoundVote, read: Read | None) -> Known:
    if read is not None:
        return Known.FULL if read.filled or not read.without else Known.PART
    return Known.TOTALS if vote.stated else Known.OUTCOME


def _inferred(read: Read) -> str | None:
    if not read.filled:
        return None
    return f'The source has no ballot of {_members(read.without)}, given as "no record".'


def _members(number: int) -> str:
    return f"{number} member{'s' if number != 1 else ''} seated at the time"


def _why(vote: FoundVote, outcome: Outcome, known: Known, read: Read | None) -> str | None:
    parts = [vote.why] if vote.why else []
    if outcome is Outcome.UNKNOWN and not vote.why:
        parts.append("The source does not say whether it was carried.")
    if known is Known.PART and read is not None:
        parts.append(f"The source has no ballot of {_members(read.without)}.")
    elif known in (Known.TOTALS, Known.OUTCOME):
        parts.append("The source names no voters.")
    return " ".join(parts) or None


def words(text: str) -> str:
    """The text on one line, cut where it is longer than a title can be."""
    line = _CONTROLS.sub(" ", text).strip()
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
