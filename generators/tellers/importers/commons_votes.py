"""Divisions of the House of Commons as the Commons Votes service gives them in JSON.

An answer about one division names its members; a list of divisions leaves them out, so that only the totals are known. A
member in both lists voted both ways, which no single option says: that is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.found import Found, FoundVote, Origin, Voter, all_of
from tellers.importers.ids import slug
from tellers.importers.lists import BallotList
from tellers.importers.register import FoundGroup, FoundMembership, FoundName, FoundRegister
from tellers.importers.saved import Saved
from tellers.importers.tree import Node, read_node
from tellers.importers.voters import by_code
from tellers.model import MotionKind, Option
from tellers.problems import Problems

ABOUT = "Divisions of the House of Commons from the Commons Votes service."
FILES = "One JSON file with a division, or with a list of them."
BODY = "commons"
EXAMPLE = "`tellers import commons-votes division-1025.json --body commons`"

PREFIX = "MP"
"""Stands before the number of a member in the code of the register."""
OPTIONS = {
    "Ayes": (Option.YES,), "Noes": (Option.NO,), "AyeTellers": (Option.TELLER,), "NoTellers": (Option.TELLER,),
    "NoVoteRecorded": (Option.NO_RECORD, Option.NOT_VOTING),
}  # fmt: skip
"""Lists of members by the option that being in them means."""
_SIDES = {"AyeTellers": "for the ayes", "NoTellers": "for the noes"}


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The divisions of the file and their ballots."""
    found = _divisions(saved[0], problems)
    ballots = BallotList(saved[0].name)
    voters: dict[str, Voter] = {}
    votes = [_vote(division, saved[0], problems) for division in found]
    for number, division in enumerate(found):
        for name in OPTIONS:
            for row in division.listed(name, problems):
                code = row.at("MemberId").text
                voters.setdefault(code, by_code(code, asked.members, PREFIX))
                ballots.add(number, code, name, row.place, _reason(name, row))
    kept = all_of(votes)
    if kept is None:
        return None
    columns = ballots.columns(voters, OPTIONS, asked.body, ("MemberId", "list"), problems)
    return Found(kept, columns, lists_everybody=False)


def register(saved: Sequence[Saved], id: str, problems: Problems) -> FoundRegister:
    """Everybody in the divisions of the file with their party, from the first day on which they are named."""
    names: dict[str, FoundName] = {}
    groups: dict[str, FoundGroup] = {}
    memberships: dict[str, FoundMembership] = {}
    for division in _divisions(saved[0], problems):
        day = day_of(division.at("Date").text, division.at("Date").place, "Date", problems)
        for row in (row for name in OPTIONS for row in division.listed(name, problems)):
            code, party = PREFIX + row.at("MemberId").text, row.at("Party").text
            if day is not None:
                names.setdefault(code, FoundName(code, row.at("Name").text, row.at("Name").text, day))
                if party:
                    groups.setdefault(party, FoundGroup(slug(party), party, row.at("PartyAbbreviation").text or party))
                    memberships.setdefault(code, FoundMembership(slug(party), code, day))
    return FoundRegister(_origin(saved[0]), tuple(names.values()), tuple(groups.values()), tuple(memberships.values()))


def _divisions(saved: Saved, problems: Problems) -> list[Node]:
    root = read_node(saved, problems)
    if root is None:
        return []
    found = root.rows if isinstance(root.value, list) else [root]
    whole = [division for division in found if division.is_record and "DivisionId" in division.value]
    if len(whole) < len(found) or not whole:
        problems.add(root.place, "DivisionId", "there is none", "give an answer of the Commons Votes service")
    return whole


def _vote(division: Node, saved: Saved, problems: Problems) -> FoundVote | None:
    number, date = division.at("DivisionId"), division.at("Date")
    day = day_of(date.text, date.place, "Date", problems)
    if not number.text.isdigit():
        problems.add(number.place, "DivisionId", f'"{number.text}" is no number', "compare the file with its source")
    if day is None or not number.text.isdigit():
        return None
    stated = {
        option: count
        for name, option in (("AyeCount", Option.YES), ("NoCount", Option.NO))
        if (count := count_of(division.at(name).text, division.at(name).place, name, problems)) is not None
    }
    return FoundVote(
        record=f"division-{number.text}", symbol=_symbol(division), own_id=True, place=division.place, day=day,
        title=division.at("Title").text or f"Division {division.at('Number').text}", kind=MotionKind.MOTION,
        origin=_origin(saved), stated=stated,
    )  # fmt: skip


def _symbol(division: Node) -> str | None:
    """The number of the division in its session."""
    number = division.at("Number").text
    return f"Division {number}" if number else None


def _reason(name: str, row: Node) -> str | None:
    """Which side a teller counts for, and who cast a ballot for a member."""
    proxy = row.at("ProxyName").text
    return _SIDES.get(name) or (f"by proxy: {proxy}" if proxy else None)


def _origin(saved: Saved) -> Origin:
    return Origin(
        id=f"commons-votes-{saved.digest[7:15]}", publisher="UK Parliament", title="Commons Votes",
        address="https://votes.parliament.uk/", licence="LicenseRef-Open-Parliament-Licence",
    )  # fmt: skip
