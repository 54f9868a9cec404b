"""The page on which a reader chooses two members and sees how often, and where, they cast the same ballot."""

from __future__ import annotations

import json

from tellers.claims.words import comparing
from tellers.claims.words.catalogue import in_alphabet
from tellers.desk import Desk
from tellers.model import Option
from tellers.pages import parts
from tellers.pages.page import Page
from tellers.stats import Result

ADDRESS = "/compare/"
_LETTERS = {Option.YES: "y", Option.NO: "n", Option.ABSTAIN: "a"}


def make(desk: Desk) -> list[Page]:
    """One page with every ballot of the votes that are fully known, in which a browser counts."""
    words = desk.words
    return [
        Page(
            path="compare/index.md",
            title=comparing.title(words),
            description=comparing.about(words),
            template="compare/page.md.j2",
            context={
                "title": comparing.title(words),
                "what": comparing.about(words),
                "counted": comparing.counted(words),
                "words": json.dumps(comparing.scripted(words), ensure_ascii=False),
                "ballots": _ballots(desk),
                "without": comparing.without_script(words),
                "members": parts.link(words.text("Members"), "/members/", "../"),
            },
        )
    ]


def _ballots(desk: Desk) -> str:
    """Series; votes oldest first, each with id, day, name, title, series, and the day in words; members A–Z, each with a
    letter a vote: yes, no, abstain, `-` for a seat without one of these, a dot for no seat."""
    results = sorted((r for r in desk.results.values() if r.complete), key=lambda r: (r.vote.date, r.vote.id))
    series = [desk.content.series[id] for id in sorted(desk.content.series)]
    votes = [
        [
            r.vote.id, r.vote.date.isoformat(), r.vote.name, r.vote.title if r.vote.title != r.vote.name else "",
            [at for at, one in enumerate(series) if r.vote.id in one.votes], desk.words.day(r.vote.date),
        ]
        for r in results
    ]  # fmt: skip
    members = [
        [member.code, member.latest.short, letters]
        for register in desk.content.registers.values()
        for member in register.values()
        if (letters := "".join(_letter(r, member.code) for r in results)).strip(".")
    ]
    members.sort(key=lambda row: (in_alphabet(str(row[1])), row[0]))
    said = {"topics": [one.title for one in series], "votes": votes, "members": members}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _letter(result: Result, code: str) -> str:
    option = result.option_of(code)
    return "." if option is None else _LETTERS.get(option, "-")
