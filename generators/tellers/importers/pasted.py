"""The annex of a press release or meeting record of the United Nations, as text that somebody copied.

`In favour: …`, `Against: …`, `Abstaining: …` and perhaps `Absent: …`, names between commas, lines broken anywhere, words
divided at the end of a line, headers and numbers of pages in between. What is no name of the register is a problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tellers.importers.asked import Asked
from tellers.importers.found import Ballots, Found, FoundVote, Origin
from tellers.importers.ids import slug
from tellers.importers.options import options_of
from tellers.importers.paste import Paste, read_paste
from tellers.importers.saved import Saved
from tellers.importers.un import ATTRIBUTION, LICENCE, NAMES, outcome_of
from tellers.importers.voters import Names
from tellers.model import MotionKind, Option, Outcome, Weight
from tellers.problems import Place, Problems

ABOUT = "The annex of a UN press release or meeting record, pasted: In favour, Against, Abstaining, Absent."
FILES = "One text file, or - for a pipe; --date and --symbol or --title say which vote it is."
BODY = "un-ga"
EXAMPLE = "`tellers import pasted annex.txt --date 2025-02-24 --symbol A/RES/ES-11/7`"

OPTIONS = {
    "in favour": (Option.YES,), "against": (Option.NO,), "abstaining": (Option.ABSTAIN,),
    "absent": (Option.ABSENT, Option.NOT_VOTING), "not voting": (Option.NOT_VOTING,),
}  # fmt: skip


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The one vote of the text, and its ballots."""
    file = saved[0]
    text = file.text(problems)
    if text is None:
        return None
    names = Names(asked.members, NAMES)
    paste = read_paste(text, file.name, names, problems)
    vote = _vote(paste, file, asked, problems) if paste is not None else None
    if paste is None or vote is None:
        return None
    everybody = any(heading in paste.headings for heading in ("absent", "not voting"))
    return Found((vote,), _ballots(paste, file.name, names, asked, problems), lists_everybody=everybody)


def _vote(paste: Paste, file: Saved, asked: Asked, problems: Problems) -> FoundVote | None:
    place = Place(file.name, 1)
    symbol, title = asked.symbol or paste.symbol, asked.title or paste.title
    if asked.date is None:
        problems.add(place, "date", "the text does not tell the day", "add it, such as --date 2025-02-24")
    if asked.symbol and paste.symbol and asked.symbol != paste.symbol:
        problems.add(place, "symbol", f"the text says {paste.symbol}, not {asked.symbol}", "leave --symbol out, or mend it")
    if not (symbol or title):
        problems.add(place, "symbol", "the text names no resolution", "add --symbol or --title")
    if asked.date is None or not (symbol or title):
        return None
    outcome = paste.outcome if paste.outcome is not Outcome.UNKNOWN else outcome_of(symbol)
    return FoundVote(
        record=_record(title or "", asked.date), place=place, day=asked.date, title=title or symbol or "",
        origin=_origin(file, paste), symbol=symbol, draft=paste.draft, outcome=outcome, stated=_stated(paste, asked),
        kind=MotionKind.RESOLUTION if symbol else MotionKind.DRAFT, note=paste.note,
    )  # fmt: skip


def _record(title: str, day: date) -> str:
    return f"{day}-{slug(title)[:60]}".rstrip("_-")


def _origin(file: Saved, paste: Paste) -> Origin:
    return Origin(
        id=f"pasted-{file.digest[7:15]}", publisher="United Nations", title=paste.release or "unknown", address="unknown",
        licence=LICENCE, attribution=ATTRIBUTION, weight=Weight.PRIMARY,
        why="The list was pasted as text, which does not tell where it was copied.",
    )  # fmt: skip


def _stated(paste: Paste, asked: Asked) -> dict[Option, int]:
    """Totals that headings or the sentence about the result state, for options that the body has."""
    allowed = {head: next((o for o in options if o in asked.body.options), None) for head, options in OPTIONS.items()}
    return {option: count for head, count in paste.stated.items() if (option := allowed[head]) is not None}


def _ballots(paste: Paste, path: str, names: Names, asked: Asked, problems: Problems) -> Ballots:
    def place(row: int) -> Place:
        return Place(path, paste.names[row].line)

    options = options_of([name.heading for name in paste.names], OPTIONS, asked.body, place, "option", problems)
    return Ballots(
        path, [0] * len(paste.names), range(len(paste.names)), options, [name.line for name in paste.names],
        tuple(names.voter(name.text) for name in paste.names),
    )  # fmt: skip
