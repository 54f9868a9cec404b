"""Ballots in columns to one roll a vote, each voter found in the register of its day; nobody is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tellers.importers.asked import Asked
from tellers.importers.found import NO_BALLOT, Ballots, Found, FoundVote, Voter
from tellers.importers.seating import Seating
from tellers.model import ORDER, Option, Roll
from tellers.model.option import CAST
from tellers.problems import Place, Problems
from tellers.records.fit import nearest

SHOWN = 5
_CAST = {ORDER.index(option) for option in CAST}
_NO_RECORD = ORDER.index(Option.NO_RECORD)


@dataclass(frozen=True, slots=True)
class Read:
    """The roll of a vote, and how many seated members the source has no ballot of."""

    roll: Roll
    without: int
    filled: bool
    """Whether those members stand in the roll as `no-record`."""
    strays: tuple[tuple[str, Option], ...]
    """Ballots of voters without a seat that were left out."""


def rolls_of(found: Found, asked: Asked, problems: Problems) -> list[Read | None]:
    """For each vote what was read of it; None where it has no ballots, or a problem."""
    ballots = found.ballots
    seating = Seating(asked, ballots.who)
    votes = np.asarray(ballots.votes, dtype=np.int32)
    order = np.argsort(votes, kind="stable")
    ends = np.searchsorted(votes[order], np.arange(len(found.votes) + 1))
    out: list[Read | None] = []
    for position, vote in enumerate(found.votes):
        rows = order[ends[position] : ends[position + 1]].tolist()
        out.append(_read(rows, vote, found, seating, problems) if rows else None)
    return out


def _read(rows: Sequence[int], vote: FoundVote, found: Found, seating: Seating, problems: Problems) -> Read | None:
    ballots = found.ballots
    codes = seating.codes(vote.day)
    members: dict[str, int] = {}
    before, unknown = len(problems.found), False
    strays: list[tuple[str, Option]] = []
    for row in rows:
        code, option = codes[ballots.voters[row]], ballots.options[row]
        if option == NO_BALLOT or (found.silent_rows and code is None and option not in _CAST):
            continue
        if code is None and not ballots.who[ballots.voters[row]].candidates:
            unknown = True
        elif (
            code is None
            and seating.asked.leave_out_strays
            and not seating.several(ballots.who[ballots.voters[row]], vote.day)
        ):
            strays.append((_named(ballots.who[ballots.voters[row]]), ORDER[option]))
        elif code is None:
            _no_seat(row, vote, found, seating, problems)
        elif code in members:
            place = Place(ballots.path, ballots.lines[row])
            wrong = f"a second ballot of {code} in {vote.symbol or vote.record}"
            problems.add(place, ballots.voter_field, wrong, "compare the file with its source, and keep one of the two")
        else:
            members[code] = row
    if unknown or len(problems.found) > before:
        return None
    missing = sorted(seating.seated(vote.day).always - members.keys())
    if missing and found.lists_everybody:
        _missing(missing, vote, seating.asked, problems)
        return None
    return _filled(members, missing, tuple(strays), ballots, seating.asked)


def _filled(
    members: dict[str, int], missing: list[str], strays: tuple[tuple[str, Option], ...], ballots: Ballots, asked: Asked
) -> Read:
    """The roll, in which members without a ballot have no record where the body knows that option."""
    fill = Option.NO_RECORD in asked.body.options and bool(missing)
    options = {code: ballots.options[row] for code, row in members.items()}
    if fill:
        options |= dict.fromkeys(missing, _NO_RECORD)
    ordered = sorted(options)
    reasons = {code: ballots.reasons[row] for code, row in members.items() if row in ballots.reasons}
    return Read(Roll(tuple(ordered), bytes(options[code] for code in ordered), reasons), len(missing), fill, strays)


def check_voters(ballots: Ballots, asked: Asked, problems: Problems) -> None:
    """Voters that are no member at all: one problem each, at their first ballot."""
    unknown = {at for at, voter in enumerate(ballots.who) if not voter.candidates}
    rows: dict[int, list[int]] = {at: [] for at in unknown}
    for row, at in enumerate(ballots.voters) if unknown else ():
        if at in unknown and ballots.options[row] != NO_BALLOT:
            rows[at].append(row)
    for at, found in rows.items():
        if found:
            many = f" in {len(found)} rows" if len(found) > 1 else ""
            known = [*asked.members, *(period.name for member in asked.members.values() for period in member.names)]
            do = nearest(ballots.who[at].text, known, f"add it to content/members/{asked.body.register_}.csv")
            wrong = f'unknown member "{ballots.who[at].text}"{many}'
            if contradiction := ballots.who[at].contradiction:
                wrong, do = contradiction + many, "compare the row with its source"
            problems.add(Place(ballots.path, ballots.lines[found[0]]), ballots.voter_field, wrong, do)


def _no_seat(row: int, vote: FoundVote, found: Found, seating: Seating, problems: Problems) -> None:
    """A voter that is a member, but not that day, or could be more than one."""
    voter = found.ballots.who[found.ballots.voters[row]]
    body, place = seating.asked.body, Place(found.ballots.path, found.ballots.lines[row])
    several = seating.several(voter, vote.day)
    if several:
        wrong = f'"{voter.text}" can be {" or ".join(several)} on {vote.day}'
        problems.add(place, found.ballots.voter_field, wrong, "write the code of the register instead of the name")
        return
    wrong = f"{_named(voter)} had no seat in {body.id} on {vote.day}: {vote.symbol or vote.record}"
    kept = f"members/{body.register_}.csv" if body.seats == "register" else f"bodies/{body.id}.yml"
    do = f"compare the day with the source, mend content/{kept}, or add --leave-out-strays"
    problems.add(place, found.ballots.voter_field, wrong, do)


def _named(voter: Voter) -> str:
    """The voter as the source writes it, and the member that it is."""
    codes = "/".join(dict.fromkeys(candidate.code for candidate in voter.candidates))
    return voter.text if codes in voter.text.split() else f"{voter.text} ({codes})"


def _missing(missing: list[str], vote: FoundVote, asked: Asked, problems: Problems) -> None:
    names = ", ".join(missing[:SHOWN]) + (f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else "")
    wrong = f"no row for {names}, seated in {asked.body.id} on {vote.day}"
    do = "compare the file with its source, the day, the body and the register"
    problems.add(vote.place, "member", f"{vote.symbol or vote.record}: {wrong}", do)
