"""Roll-call votes of the European Parliament from the CSV tables that HowTheyVote exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tellers.formats.table import Table
from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.found import Ballots, Found, FoundVote, Origin
from tellers.importers.ids import slug
from tellers.importers.options import options_of
from tellers.importers.register import FoundGroup, FoundMembership, FoundName, FoundRegister
from tellers.importers.saved import Saved
from tellers.importers.tables import the_table
from tellers.importers.voters import by_code
from tellers.model import MotionKind, Option, Outcome
from tellers.problems import Problems

ABOUT = "Roll-call votes of the European Parliament, as HowTheyVote exports them."
FILES = "votes.csv and member_votes.csv; for --register members.csv, groups.csv and group_memberships.csv."
BODY = "ep"
EXAMPLE = "`tellers import howtheyvote votes.csv member_votes.csv --body ep`"

PREFIX = "EP"
"""Stands before the number of a member in the code of the register."""
OPTIONS = {
    "FOR": (Option.YES,), "AGAINST": (Option.NO,), "ABSTENTION": (Option.ABSTAIN,), "DID_NOT_VOTE": (Option.NOT_VOTING,),
}  # fmt: skip
_TOTALS = {
    "count_for": Option.YES, "count_against": Option.NO, "count_abstention": Option.ABSTAIN,
    "count_did_not_vote": Option.NOT_VOTING,
}  # fmt: skip
_RESULTS = {"ADOPTED": Outcome.ADOPTED, "REJECTED": Outcome.NOT_ADOPTED, "": Outcome.UNKNOWN, "LAPSED": Outcome.UNKNOWN}
_BALLOTS = ("vote_id", "member_id", "position")


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The votes of the files and their ballots."""
    calls = the_table(saved, ("id", "timestamp", *_TOTALS), problems)
    rolls = the_table(saved, _BALLOTS, problems, only=True)
    if calls is None or rolls is None:
        return None
    numbers = {id: at for at, id in enumerate(calls["id"])}
    for id in [id for id in dict.fromkeys(rolls["vote_id"]) if id not in numbers][:20]:
        row = list(rolls["vote_id"]).index(id)
        problems.add(rolls.place(row), "vote_id", f'unknown vote "{id}"', "give the votes.csv of the same export")
    votes = [_vote(calls, row, saved, problems) for row in range(len(calls))]
    if len(numbers) < len(calls):
        problems.add(calls.place(0), "id", "a vote stands twice in the file", "save the file again")
    kept = tuple(vote for vote in votes if vote is not None)
    if problems or len(kept) < len(votes):
        return None
    return Found(kept, _ballots(rolls, numbers, asked, problems), lists_everybody=True)


def register(saved: Sequence[Saved], id: str, problems: Problems) -> FoundRegister | None:
    """Members with the days on which they sat, which are those of their groups, and the groups.

    The short name is the last one, but the whole where several have it.
    """
    people = the_table(saved, ("id", "first_name", "last_name"), problems)
    groups = the_table(saved, ("code", "official_label", "short_label"), problems)
    times = the_table(saved, ("member_id", "group_code", "start_date", "end_date"), problems)
    if people is None or groups is None or times is None:
        return None
    memberships = tuple(m for row in range(len(times)) if (m := _membership(times, row, problems)) is not None)
    alone = Counter(people["last_name"])
    called = {
        PREFIX + id: (whole := f"{first} {last}".strip(), last if alone[last] == 1 else whole)
        for id, first, last in zip(people["id"], people["first_name"], people["last_name"], strict=True)
    }
    names = [FoundName(m.member, *called[m.member], m.from_, m.to) for m in memberships if m.member in called]
    found = [
        FoundGroup(slug(code), name, short or code)
        for code, name, short in zip(groups["code"], groups["official_label"], groups["short_label"], strict=True)
    ]
    return FoundRegister(_origin(saved), tuple(names), tuple(found), memberships)


def _membership(times: Table, row: int, problems: Problems) -> FoundMembership | None:
    place, end = times.place(row), times["end_date"][row]
    first = day_of(times["start_date"][row], place, "start_date", problems)
    last = day_of(end, place, "end_date", problems) if end else None
    return FoundMembership(slug(times["group_code"][row]), PREFIX + times["member_id"][row], first, last) if first else None


def _vote(calls: Table, row: int, saved: Sequence[Saved], problems: Problems) -> FoundVote | None:
    place, result = calls.place(row), calls.cell("result", row)
    day = day_of(calls["timestamp"][row], place, "timestamp", problems)
    counts = {option: count_of(calls[name][row], place, name, problems) for name, option in _TOTALS.items()}
    if result not in _RESULTS:
        problems.add(place, "result", f'unknown result "{result}"', "this format has ADOPTED, REJECTED, LAPSED")
    if day is None or result not in _RESULTS:
        return None
    return FoundVote(
        record=calls["id"][row], place=place, day=day, title=_title(calls, row),
        symbol=calls.cell("reference", row) or f"EP vote {calls['id'][row]}",
        kind=MotionKind.AMENDMENT if calls.cell("amendment_number", row) else MotionKind.MOTION, origin=_origin(saved),
        outcome=_RESULTS[result], stated={option: count for option, count in counts.items() if count is not None},
        why="The source says that the motion lapsed." if result == "LAPSED" else None,
    )  # fmt: skip


def _title(calls: Table, row: int) -> str:
    """What the vote is called, and which part of it was voted on."""
    title = calls.cell("display_title", row) or calls.cell("procedure_title", row)
    parts = [part for part in (title, calls.cell("description", row)) if part]
    return ": ".join(parts) or f"Vote {calls['id'][row]}"


def _ballots(rolls: Table, numbers: dict[str, int], asked: Asked, problems: Problems) -> Ballots:
    places = {id: at for at, id in enumerate(dict.fromkeys(rolls["member_id"]))}
    who = tuple(by_code(id, asked.members, PREFIX) for id in places)
    options = options_of(rolls["position"], OPTIONS, asked.body, rolls.place, "position", problems)
    return Ballots(
        rolls.path, [numbers[id] for id in rolls["vote_id"]], [places[id] for id in rolls["member_id"]], options,
        rolls.lines, who, voter_field="member_id",
    )  # fmt: skip


def _origin(saved: Sequence[Saved]) -> Origin:
    return Origin(
        id=f"howtheyvote-{saved[0].digest[7:15]}", publisher="HowTheyVote.eu", title="HowTheyVote data",
        address="https://github.com/HowTheyVote/data", licence="ODbL-1.0",
        attribution="HowTheyVote.eu, from data of the European Parliament, ODbL 1.0",
    )  # fmt: skip
