"""A voting record of the UN Digital Library as MARCXML, or as the JSON that converters make of it.

Field 967 has a member each: `c` its code, `d` its vote, which is left out for non-voting, `e` its name that day, `b` in the
Security Council P for a permanent member. Field 996 has the totals, written `011` or `115`. The record of S/RES/2722 marks
Switzerland as permanent: what contradicts the body's seats is noted, not believed.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.found import Ballots, Found, FoundVote, Voter, all_of
from tellers.importers.marc import Field, Marc, read_marc
from tellers.importers.options import options_of
from tellers.importers.saved import Saved
from tellers.importers.un import NAMES, check_council, outcome_of, session_label, undl_origin, undl_voter
from tellers.importers.undl import OPTIONS
from tellers.importers.voters import Names
from tellers.model import MotionKind, Option
from tellers.problems import Problems

ABOUT = "A voting record of the UN Digital Library as MARCXML or JSON."
FILES = "One file with one record or several."
BODY = "un-ga"
EXAMPLE = "`tellers import undl-marcxml A_RES_78_264.xml`"

_TOTALS = {"b": Option.YES, "c": Option.NO, "d": Option.ABSTAIN, "e": Option.NOT_VOTING}


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The votes of the file and their ballots."""
    records = read_marc(saved[0], problems)
    council = asked.body.seats != "register"
    for record in records:
        symbol = record.first("791") or record.first("993")
        if not check_council(symbol.startswith("S/"), council, asked.body.id, record.place, problems):
            return None
    votes = [_vote(record, asked, problems) for record in records]
    kept = all_of(votes)
    if kept is None:
        return None
    return Found(kept, _ballots(saved[0].name, records, asked, problems), lists_everybody=True)


def _vote(record: Marc, asked: Asked, problems: Problems) -> FoundVote | None:
    place, number = record.place, record.first("001", "")
    symbol, draft = record.first("791"), record.first("993")
    day = day_of(record.first("269") or record.first("992"), place, "269", problems)
    totals = record.each("996")
    if not number.isdigit():
        problems.add(place, "001", f'"{number}" is no record number', "save the record again")
    if not (symbol or draft):
        problems.add(place, "791", "no symbol", "give a voting record, which names the resolution or the draft")
    if len(totals) != 1:
        problems.add(place, "996", f"{len(totals)} fields of totals", "give a voting record, which has one")
    if day is None or not number.isdigit() or not (symbol or draft) or len(totals) != 1:
        return None
    return FoundVote(
        record=number, place=place, day=day, title=_title(record) or symbol or draft,
        origin=undl_origin(number, symbol or draft), symbol=symbol or draft, draft=draft if symbol and draft else None,
        meeting=record.first("952") or None, kind=MotionKind.RESOLUTION if symbol else MotionKind.DRAFT,
        session=session_label(record.first("791", "c")), outcome=outcome_of(symbol),
        stated=_stated(totals[0], problems), members=count_of(totals[0]["f"], totals[0].place, "996 f", problems),
        note=_note(record, asked),
    )  # fmt: skip


def _title(record: Marc) -> str:
    """The title proper, without what the catalogue adds to it."""
    return record.first("245").rstrip(" :/")


def _stated(totals: Field, problems: Problems) -> dict[Option, int]:
    found = {option: count_of(totals[code], totals.place, f"996 {code}", problems) for code, option in _TOTALS.items()}
    return {option: count for option, count in found.items() if count is not None}


def _note(record: Marc, asked: Asked) -> str | None:
    """What the record says of permanent members and the body's seats do not."""
    if asked.body.seats == "register":
        return None
    permanent = {seat.member for seat in asked.body.seats if seat.permanent}
    wrong = [field["e"].title() for field in record.each("967") if field["b"] == "P" and field["c"] not in permanent]
    return f"The record marks {', '.join(wrong)} as permanent, which is an error in the record." if wrong else None


def _ballots(path: str, records: Sequence[Marc], asked: Asked, problems: Problems) -> Ballots:
    names = Names(asked.members, NAMES)
    fields = [(number, field) for number, record in enumerate(records) for field in record.each("967")]
    who: dict[tuple[str, str], Voter] = {}
    for _, field in fields:
        who.setdefault((field["c"], field["e"]), undl_voter(field["c"], field["e"], asked.members, names))
    numbers = {pair: number for number, pair in enumerate(who)}
    words = [field["d"] for _, field in fields]
    options = options_of(words, OPTIONS, asked.body, lambda row: fields[row][1].place, "967 d", problems)
    return Ballots(
        path, [number for number, _ in fields], [numbers[field["c"], field["e"]] for _, field in fields], options,
        [field.place.line for _, field in fields], tuple(who.values()), voter_field="967 c",
    )  # fmt: skip
