"""The page of a member in a decade: where it stood, with whom it voted alike, and every ballot."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tellers.claims import Claim, Said, Says, Sentence
from tellers.claims.words import archives, standing
from tellers.desk import Desk
from tellers.encode import Html
from tellers.model import Option
from tellers.pages import parts
from tellers.pages.archive.framed import Framed
from tellers.pages.archive.shelf import MEMBER_ROOT, Decade, Shelf
from tellers.pages.page import Page
from tellers.stats import Agreement
from tellers.stats.standing import Stood

OTHERS = 10
"""So many members that voted most alike are listed, and as many that did least."""
_MAY_BE_NONE = (Stood.EVEN, Stood.SEATLESS)


def member(desk: Desk, shelf: Shelf, code: str, decade: int) -> Framed:
    """What one member did in one decade: how often it chose what, where that put it, and every ballot."""
    root, words, about = MEMBER_ROOT, desk.words, shelf.archived.about
    name, rows = shelf.name(desk, code), shelf.records[code][decade]
    title = archives.in_decade(words, name, decade)
    summary = archives.chosen(words, name, code, decade, _counts(code, decade, rows))
    others = [other for other in shelf.records[code] if other != decade]
    counted = shelf.decades.get(decade)
    page = Page(
        path=f"{shelf.member_address(code, decade).strip('/')}.md",
        title=archives.titled(words, title, about.title),
        description=str(summary),
        template="archive/member.html.j2",
        context={
            "kicker": parts.link(about.title, shelf.address, root),
            "title": title,
            "summary": summary.html(root),
            **(
                _stood(desk, shelf, code, counted)
                if counted is not None and code in counted.standings
                else {"stood": [], "alike": []}
            ),
            "rows": Html("").join(cell for id, option in rows for cell in (shelf.cells[id], shelf.chosen[option])),
            "others": [
                parts.link(archives.decade(words, other), shelf.member_address(code, other), root) for other in others
            ],
            "t": words.text,
        },
    )
    return Framed(page)


def _counts(code: str, decade: int, rows: Iterable[tuple[str, Option]]) -> dict[Option, Claim]:
    chosen = [option for _, option in rows]
    return {
        option: Claim.make(Says.COUNT, chosen.count(option), of="ballots", member=code, option=option, decade=str(decade))
        for option in Option
        if option in chosen
    }


def _stood(desk: Desk, shelf: Shelf, code: str, decade: Decade) -> dict[str, object]:
    """The parts of the page that are counted over the whole decade."""
    words, found = desk.words, decade.standings[code]
    counts = [(stood.value, n) for stood, n in found.counts.items() if n or stood not in _MAY_BE_NONE]
    counts.append(("alone", found.alone))
    cast = int(decade.ballots.cast[decade.ballots.members.index(code)])
    alike, unlike = _alike(decade.together.of(code), cast)
    return {
        "whole": standing.whole(words, decade.first, decade.number).html(MEMBER_ROOT),
        "meaning": standing.meaning(words),
        "stood": [
            {"name": standing.stood(words, where), "number": words.say("{n}", n=_stance(code, where, n, decade)).html("")}
            for where, n in counts
        ],
        "together": standing.others(words, cast=_stance(code, "cast", cast, decade)).html(MEMBER_ROOT),
        "alike": [_agreed(desk, shelf, code, other, found, decade) for other, found in alike],
        "unlike": [_agreed(desk, shelf, code, other, found, decade) for other, found in unlike],
        "compare": parts.link(standing.any_two(words), f"{shelf.address}compare/", MEMBER_ROOT),
        "decade": parts.link(words.text("All members in this decade"), shelf.decade_address(decade.first), MEMBER_ROOT),
    }


def _stance(code: str, where: str, number: int, decade: Decade) -> Claim:
    return Claim.make(Says.COUNT, number, of=where, member=code, decade=str(decade.first))


Agreed = list[tuple[str, Agreement]]


def _alike(found: dict[str, Agreement], cast: int) -> tuple[Agreed, Agreed]:
    """Those that voted most alike, and those that did least, the least first; of few, each stands once."""
    enough = [(code, one) for code, one in found.items() if 2 * one.both >= cast]
    ranked = sorted(enough, key=lambda row: (-(row[1].share or 0), -row[1].both, row[0]))
    rest = sorted(ranked[OTHERS:], key=lambda row: (row[1].share or 0, -row[1].both, row[0]))
    return ranked[:OTHERS], rest[:OTHERS]


def _agreed(desk: Desk, shelf: Shelf, code: str, other: str, found: Agreement, decade: Decade) -> dict[str, object]:
    words, (same, both) = desk.words, (found.same, found.both)
    claim = Claim.make(Says.AGREEMENT, found.share or Fraction(0), member=code, with_=other, decade=str(decade.first))
    said = Sentence.of(Said(standing.same(words, same=same, both=both), claim))
    return {
        "name": parts.link(shelf.name(desk, other), shelf.member_address(other, decade.first), MEMBER_ROOT),
        "said": said.html(MEMBER_ROOT),
        "share": standing.share(words, same=same, both=both),
    }
