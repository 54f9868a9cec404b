"""Divisions of the House of Commons in the XML of TheyWorkForYou and Public Whip, from Hansard.

Tellers stand in the list of the side that they count for, and are not counted: 236 ayes in the list are 234 and two tellers.
The option `teller` keeps them apart, and the reason beside it says which side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellers.formats.xml import Element, read_xml
from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.found import Found, FoundVote, Origin, Voter, all_of
from tellers.importers.lists import BallotList
from tellers.importers.register import FoundName, FoundRegister
from tellers.importers.saved import Saved
from tellers.importers.voters import Names, by_code
from tellers.model import MotionKind, Option
from tellers.problems import Place, Problems

ABOUT = "Divisions of the House of Commons in the XML of TheyWorkForYou and Public Whip."
FILES = "One XML file of a day's debates."
BODY = "commons"
EXAMPLE = "`tellers import publicwhip debates2009-10-28c.xml --body commons`"

PREFIX = "PW"
"""Stands before the number of a member in the code of the register."""
OPTIONS = {"aye": (Option.YES,), "no": (Option.NO,), "teller": (Option.TELLER,)}
_SIDES = {"aye": "ayes", "no": "noes"}
_COUNTS = {"ayes": Option.YES, "noes": Option.NO}


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The divisions of the file and their ballots."""
    found = _divisions(saved[0], problems)
    ballots = BallotList(saved[0].name)
    voters: dict[str, Voter] = {}
    names = Names(asked.members)
    votes = [_vote(division, title, saved[0], problems) for division, title in found]
    for number, (division, _) in enumerate(found):
        for row in division.each("mpname"):
            code, side = _code(row), row.attributes.get("vote", "")
            voters.setdefault(code, _voter(code, row.text, asked, names))
            teller = row.attributes.get("teller") == "yes"
            reason = f"for the {_SIDES.get(side, side)}" if teller else None
            ballots.add(number, code, "teller" if teller else side, Place(saved[0].name, row.line), reason)
    kept = all_of(votes)
    if kept is None:
        return None
    columns = ballots.columns(voters, OPTIONS, asked.body, ("mpname", "vote"), problems)
    return Found(kept, columns, lists_everybody=False)


def register(saved: Sequence[Saved], id: str, problems: Problems) -> FoundRegister:
    """Everybody in the divisions of the file, from the first day on which they are named."""
    names: dict[str, FoundName] = {}
    for division, _ in _divisions(saved[0], problems):
        day = day_of(division.attributes.get("divdate", ""), Place(saved[0].name, division.line), "divdate", problems)
        for row in division.each("mpname"):
            if day is not None:
                code = PREFIX + _code(row)
                names.setdefault(code, FoundName(code, row.text, row.text, day))
    return FoundRegister(_origin(saved[0]), tuple(names.values()))


def _voter(code: str, name: str, asked: Asked, names: Names) -> Voter:
    """The member of that number, else of that name."""
    found = by_code(code, asked.members, PREFIX)
    return found if found.candidates else names.voter(name)


def _divisions(saved: Saved, problems: Problems) -> list[tuple[Element, str]]:
    """Each division with the heading under which it stands."""
    raw = saved.bytes(problems)
    root = read_xml(raw, saved.name, problems) if raw is not None else None
    found = list(_with_titles(root)) if root is not None else []
    if root is not None and not found:
        problems.add(Place(saved.name, 1), "division", "there is none in the file", "give a file of debates with divisions")
    return found


def _with_titles(root: Element) -> Iterator[tuple[Element, str]]:
    major, minor = "", ""
    for element in root.children:
        if element.name == "major-heading":
            major, minor = element.text, ""
        elif element.name == "minor-heading":
            minor = element.text
        elif element.name == "division":
            yield element, ": ".join(part for part in (major, minor) if part)


def _code(row: Element) -> str:
    """`1679` of `uk.org.publicwhip/member/1679`; later files have `person_id` instead of `id`."""
    return (row.attributes.get("id") or row.attributes.get("person_id") or "").rpartition("/")[2]


def _vote(division: Element, title: str, saved: Saved, problems: Problems) -> FoundVote | None:
    place, known = Place(saved.name, division.line), division.attributes
    day, number = day_of(known.get("divdate", ""), place, "divdate", problems), known.get("divnumber", "")
    if not number.isdigit():
        problems.add(place, "divnumber", f'"{number}" is no number', "compare the file with its source")
    if day is None or not number.isdigit():
        return None
    counted = next(iter(division.each("divisioncount")), None)
    stated = _stated(counted, saved, problems) if counted is not None else {}
    return FoundVote(
        record=f"{day}-{number}", symbol=f"Division {number}", own_id=True, place=place, day=day,
        title=title or f"Division {number}", origin=_origin(saved), kind=MotionKind.MOTION, stated=stated,
    )  # fmt: skip


def _stated(counted: Element, saved: Saved, problems: Problems) -> dict[Option, int]:
    """Ayes, noes, and tellers of both sides together."""
    place, known = Place(saved.name, counted.line), counted.attributes
    found = {option: count_of(known.get(name, ""), place, name, problems) for name, option in _COUNTS.items()}
    tellers = [count_of(known.get(name, ""), place, name, problems) for name in ("tellerayes", "tellernoes")]
    if None not in tellers:
        found[Option.TELLER] = sum(count or 0 for count in tellers)
    return {option: count for option, count in found.items() if count is not None}


def _origin(saved: Saved) -> Origin:
    return Origin(
        id=f"publicwhip-{saved.digest[7:15]}", publisher="UK Parliament, Hansard",
        title="House of Commons debates, in the XML of TheyWorkForYou", address="unknown",
        licence="LicenseRef-Open-Parliament-Licence",
        why="The file does not tell an address for each division.",
    )  # fmt: skip
