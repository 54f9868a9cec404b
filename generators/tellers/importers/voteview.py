"""Roll calls of the US House and Senate from the CSV files of Voteview.

A cast code of 1 or 6 is a vote. 2 and 5 are paired, 3 and 4 announced: neither was cast, and the reason beside the ballot
keeps which. 7 and 8 are present, 9 is not voting, 0 says that the member had no seat at the time. The body's id says which
chamber is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

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
from tellers.problems import Place, Problems

ABOUT = "Roll calls of the US House or Senate from Voteview."
FILES = "The votes and rollcalls files; for --register the members file. The body's id ends in house or senate."
BODY = "us-house"
EXAMPLE = "`tellers import voteview H101_votes.csv H101_rollcalls.csv --body us-house --session 101`"

PREFIX = "US"
"""Stands before the number of a member in the code of the register."""
OPTIONS = {
    "1": (Option.YES,), "6": (Option.NO,), "2": (Option.PAIRED, Option.NOT_VOTING), "5": (Option.PAIRED, Option.NOT_VOTING),
    "3": (Option.NOT_VOTING,), "4": (Option.NOT_VOTING,), "7": (Option.PRESENT, Option.NOT_VOTING),
    "8": (Option.PRESENT, Option.NOT_VOTING), "9": (Option.NOT_VOTING,), "0": (Option.NOT_ELIGIBLE,),
}  # fmt: skip
_REASONS = {"2": "paired yea", "5": "paired nay", "3": "announced yea", "4": "announced nay"}
_CARRIED = ("passed", "agreed to", "adopted", "confirmed", "concurred", "ratified")
_LOST = ("failed", "rejected", "not agreed to", "not adopted", "not confirmed", "defeated")
_CALLS = ("congress", "chamber", "rollnumber", "date", "yea_count", "nay_count")
_ROLLS = ("congress", "chamber", "rollnumber", "icpsr", "cast_code")
_MEMBERS = ("congress", "chamber", "icpsr", "bioname", "party_code")
PARTIES = {"100": ("Democratic Party", "D"), "200": ("Republican Party", "R"), "328": ("Independent", "I")}
FIRST, EARLIER = 1789, date(1935, 1, 3)
"""The year of the first congress, and the first day of a congress that began on 3 January; earlier ones began on 4 March."""


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The roll calls of the body's chamber and their ballots."""
    calls, rolls = the_table(saved, _CALLS, problems), the_table(saved, _ROLLS, problems, only=True)
    chamber = _chamber(asked.body.id, saved, problems)
    if calls is None or rolls is None or chamber is None:
        return None
    kept = [row for row in range(len(calls)) if calls["chamber"][row].casefold() == chamber]
    numbers = {_key(calls, row): at for at, row in enumerate(kept)}
    rows = [row for row in range(len(rolls)) if rolls["chamber"][row].casefold() == chamber]
    unknown = next((row for row in rows if _key(rolls, row) not in numbers), None)
    if unknown is not None:
        called = f"roll call {rolls['rollnumber'][unknown]} of congress {rolls['congress'][unknown]}"
        problems.add(rolls.place(unknown), "rollnumber", f"{called} is described nowhere", "give its rollcalls file")
    if len(numbers) < len(kept):
        problems.add(Place(calls.path, 1), "rollnumber", "a roll call is described twice", "save the file again")
    votes = [_vote(calls, row, saved, problems) for row in kept]
    whole = tuple(vote for vote in votes if vote is not None)
    if problems or len(whole) < len(votes):
        return None
    return Found(whole, _ballots(rolls, rows, numbers, asked, problems), lists_everybody=False, silent_rows=True)


def register(saved: Sequence[Saved], id: str, problems: Problems) -> FoundRegister | None:
    """Members of a chamber by congress, each for the whole of it, and their parties."""
    table, chamber = the_table(saved, _MEMBERS, problems), _chamber(id, saved, problems)
    if table is None or chamber is None:
        return None
    names, memberships, parties = [], [], dict[str, FoundGroup]()
    for row in (row for row in range(len(table)) if table["chamber"][row].casefold() == chamber):
        number = count_of(table["congress"][row], table.place(row), "congress", problems)
        if not number:
            continue
        first, last = span_of(number)
        code, party = PREFIX + table["icpsr"][row].removesuffix(".0"), table["party_code"][row].removesuffix(".0")
        names.append(FoundName(code, table["bioname"][row], table["bioname"][row].partition(",")[0].title(), first, last))
        name, short = PARTIES.get(party, (f"Party {party}", party))
        parties.setdefault(party, FoundGroup(slug(name), name, short))
        memberships.append(FoundMembership(slug(name), code, first, last))
    return FoundRegister(_origin(saved), tuple(names), tuple(parties.values()), tuple(memberships))


def span_of(congress: int) -> tuple[date, date]:
    """The first and the last day of a congress."""
    return _begins(congress), _begins(congress + 1) - timedelta(days=1)


def _begins(congress: int) -> date:
    year = FIRST + 2 * (congress - 1)
    return date(year, 1, 3) if date(year, 1, 3) >= EARLIER else date(year, 3, 4)


def _chamber(id: str, saved: Sequence[Saved], problems: Problems) -> str | None:
    found = next((name for name in ("house", "senate") if id.endswith(name)), None)
    if found is None:
        wrong = f"{id} does not say whether it is the House or the Senate"
        problems.add(Place(saved[0].name), "body", wrong, "choose an id that ends in house or senate")
    return found


def _key(table: Table, row: int) -> tuple[str, str]:
    return table["congress"][row], table["rollnumber"][row]


def _vote(calls: Table, row: int, saved: Sequence[Saved], problems: Problems) -> FoundVote | None:
    place, result = calls.place(row), calls.cell("vote_result", row)
    day = day_of(calls["date"][row], place, "date", problems)
    congress = count_of(calls["congress"][row], place, "congress", problems)
    number = count_of(calls["rollnumber"][row], place, "rollnumber", problems)
    if day is None or congress is None or number is None:
        return None
    counts = {"yea_count": Option.YES, "nay_count": Option.NO}
    stated = {option: count_of(calls[name][row], place, name, problems) for name, option in counts.items()}
    outcome = _outcome(result, stated)
    letter = calls["chamber"][row][:1].upper()
    return FoundVote(
        record=f"R{letter}{congress:03}{number:04}",
        symbol=f"Roll call {number}", own_id=True, place=place, day=day, title=_title(calls, row, number),
        draft=calls.cell("bill_number", row) or None, kind=MotionKind.MOTION, session=str(congress), origin=_origin(saved),
        outcome=outcome, stated={option: count for option, count in stated.items() if count is not None},
        why=f'The source says "{result}" of the result.' if result and outcome is Outcome.UNKNOWN else None,
    )  # fmt: skip


def _title(calls: Table, row: int, number: int) -> str:
    parts = (calls.cell(name, row) for name in ("vote_question", "vote_desc"))
    return ": ".join(part for part in parts if part) or calls.cell("dtl_desc", row) or f"Roll call {number}"


def _outcome(result: str, stated: Mapping[Option, int | None]) -> Outcome:
    """What the words at the end of the result say; words that it does not know are no outcome.

    A tie that is carried was decided by a vote that is not among the ballots: no outcome that they could bear out.
    """
    words = result.casefold()
    if (stated[Option.YES] or 0) <= (stated[Option.NO] or 0) and not words.endswith(_LOST):
        return Outcome.UNKNOWN
    if words.endswith(_LOST):
        return Outcome.NOT_ADOPTED
    return Outcome.ADOPTED if words.endswith(_CARRIED) else Outcome.UNKNOWN


def _ballots(
    rolls: Table, rows: Sequence[int], numbers: dict[tuple[str, str], int], asked: Asked, problems: Problems
) -> Ballots:
    codes = [rolls["icpsr"][row].removesuffix(".0") for row in rows]
    casts = [rolls["cast_code"][row].removesuffix(".0") for row in rows]
    places = {code: at for at, code in enumerate(dict.fromkeys(codes))}
    who = tuple(by_code(code, asked.members, PREFIX) for code in places)
    meanings = OPTIONS if Option.NOT_ELIGIBLE in asked.body.options else {**OPTIONS, "0": ()}
    options = options_of(casts, meanings, asked.body, lambda at: rolls.place(rows[at]), "cast_code", problems)
    return Ballots(
        rolls.path, [numbers[_key(rolls, row)] for row in rows], [places[code] for code in codes], options,
        [rolls.lines[row] for row in rows], who,
        {at: _REASONS[cast] for at, cast in enumerate(casts) if cast in _REASONS}, voter_field="icpsr",
    )  # fmt: skip


def _origin(saved: Sequence[Saved]) -> Origin:
    return Origin(
        id=f"voteview-{saved[0].digest[7:15]}", publisher="Voteview",
        title="Voteview: Congressional Roll-Call Votes Database",
        address="https://voteview.com/data", licence="LicenseRef-Voteview-citation-asked",
        attribution="Lewis, Poole, Rosenthal, Boche, Rudkin and Sonnet: Voteview, Congressional Roll-Call Votes Database",
    )  # fmt: skip
