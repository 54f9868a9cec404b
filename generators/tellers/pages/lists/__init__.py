"""Lists of everything: votes, members, explainers, series, speakers, quotes, bodies."""

from __future__ import annotations

from dataclasses import dataclass

from tellers.claims import Claim, Says
from tellers.claims.words import comparing, findings
from tellers.claims.words.catalogue import in_alphabet
from tellers.desk import Desk
from tellers.model.option import CAST
from tellers.pages import compare, parts, quotation
from tellers.pages.page import Page
from tellers.pages.rows import vote_rows


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list: where it is, its title, what a reader finds there."""

    address: str
    title: str
    what: str


def shelves(desk: Desk) -> list[Shelf]:
    """All lists, in the order in which a reader is offered them."""
    t = desk.words.text
    whole = t("Whole records of votes, each kept as the file that it was read in.")
    archives = [Shelf("/archives/", t("Archives"), whole)] if desk.content.archives else []
    return [
        Shelf("/explainers/", t("Explainers"), t("Stories told from the votes, every number bound to the data.")),
        Shelf("/votes/", t("Votes"), t("Each vote with its result, its roll and its sources.")),
        Shelf("/members/", t("Members"), t("Each member with its record and what its officials said.")),
        Shelf(compare.ADDRESS, comparing.title(desk.words), comparing.about(desk.words)),
        Shelf("/series/", t("Series"), t("Votes on one question, in order.")),
        *archives,
        Shelf("/quotes/", t("Quotes"), t("Exact words, with speaker, day and source.")),
        Shelf("/speakers/", t("Speakers"), t("The people who are quoted.")),
        Shelf("/bodies/", t("Bodies"), t("Who votes, and by which rules.")),
        Shelf("/method/", t("Method"), t("What the words mean and how we count.")),
        Shelf("/gaps/", t("What we do not know"), t("Gaps and discrepancies, shown as such.")),
        Shelf("/sources/", t("Sources"), t("Where everything was read.")),
        Shelf("/corrections/", t("Corrections"), t("What was wrong, and what is right.")),
        Shelf("/verification/", t("Verification"), t("How every number was read back.")),
    ]


def make(desk: Desk) -> list[Page]:
    """A page for each list."""
    return [_votes(desk), _members(desk), *(_list(desk, folder) for folder in _LISTED)]


_LISTED = ("explainers", "series", "quotes", "speakers", "bodies")


def _page(desk: Desk, folder: str, template: str, context: dict[str, object]) -> Page:
    shelf = next(s for s in shelves(desk) if s.address == f"/{folder}/")
    return Page(
        path=f"{folder}/index.md",
        title=shelf.title,
        description=shelf.what,
        template=f"lists/{template}",
        data=f"content/{folder}/",
        context={"title": shelf.title, "what": shelf.what, "t": desk.words.text, **context},
    )


def _votes(desk: Desk) -> Page:
    return _page(desk, "votes", "votes.md.j2", {"votes": vote_rows(desk, desk.results.values(), "../")})


def _members(desk: Desk) -> Page:
    """Every member that has a page, A–Z, with the number of ballots that it cast here."""
    rows: list[tuple[tuple[str, str], dict[str, object]]] = []
    for register in desk.content.registers.values():
        for member in register.values():
            chosen = [result.option_of(member.code) for result in desk.results.values()]
            if any(option is not None for option in chosen):
                number = sum(option in CAST for option in chosen)
                claim = Claim.make(Says.COUNT, number, of="cast", member=member.code)
                name = member.latest.short
                shown = desk.words.say("{n}", n=claim).html("../")
                rows.append(
                    (
                        in_alphabet(name),
                        {
                            "code": parts.code(member.code),
                            "name": parts.member_link(desk, member.code, name, "../"),
                            "n": shown,
                        },
                    )
                )
    ordered = [row for _, row in sorted(rows, key=lambda pair: (pair[0], str(pair[1]["code"])))]
    way = parts.link(comparing.title(desk.words), compare.ADDRESS, "../")
    return _page(desk, "members", "members.md.j2", {"members": ordered, "compare": way})


def _list(desk: Desk, folder: str) -> Page:
    found = findings.counts(desk.words, quotation.counts(desk)).html("../") if folder == "quotes" else ""
    return _page(desk, folder, "list.md.j2", {"items": _items(desk, folder), "found": found})


def _items(desk: Desk, folder: str) -> list[dict[str, object]]:
    content = desk.content

    def item(name: str, id: str, text: str) -> dict[str, object]:
        return {"link": parts.link(name, f"/{folder}/{id}/", "../"), "text": text}

    if folder == "explainers":
        return [item(e.title, e.id, e.summary) for e in content.explainers.values()]
    if folder == "series":
        return [item(s.title, s.id, s.question) for s in content.series.values()]
    if folder == "speakers":
        ordered = sorted(content.speakers.values(), key=lambda s: (s.name.split()[-1].casefold(), s.id))
        return [{"link": quotation.named(desk, s, "../"), "text": s.roles[-1].title} for s in ordered]
    if folder == "bodies":
        return [item(b.name, b.id, b.summary) for b in content.bodies.values()]
    quotes = sorted(content.quotes.values(), key=lambda q: (q.date, q.id), reverse=True)
    return [{"block": quotation.block(desk, quote, "../")} for quote in quotes]
