"""The page of one vote of an archive: its result, two figures, every ballot, notes, and where it was read."""

from __future__ import annotations

from tellers.claims.words import archives, labels
from tellers.desk import Desk, Picture, said
from tellers.encode import Html, token
from tellers.model import Option
from tellers.pages import parts
from tellers.pages.archive.framed import Found, Framed
from tellers.pages.archive.shelf import Shelf, decade_of
from tellers.pages.groups import by_group
from tellers.pages.notes import notes
from tellers.pages.page import Page
from tellers.stats import Result

FIGURES = ("tally", "blocks", "hemicycle", "council")
"""The kinds that a page of an archive can show: how many, and in the way of its body, who."""
PARLIAMENT = "hemicycle"
"""The layout of bodies whose figures do not show groups, so that a table does."""
_ROOTS = "../"


def vote(desk: Desk, shelf: Shelf, id: str) -> Framed:
    """The page of the vote of this id; a figure that is not planned for it is left out."""
    result, words = desk.results[id], desk.words
    record, path = result.vote, f"votes/{id}.md"
    root = _ROOTS * (path.count("/") + 1)
    headline, lead = said.headline(words, result), said.lead(words, result)
    shown = [picture for kind in FIGURES if (picture := desk.picture(f"{id}.{kind}")) is not None]
    page = Page(
        path=path,
        title=str(headline),
        description=str(lead),
        template="archive/vote.html.j2",
        context={
            "kicker": _crumbs(desk, shelf, id, root),
            "headline": headline.html(root),
            "title": record.title if record.title != record.name else "",
            "lead": lead.html(root),
            "figures": [_figure(desk, picture, root) for picture in shown],
            "groups": by_group(desk, result) if result.body.layout == PARLIAMENT else None,
            "ballots": [_chosen(desk, shelf, result, option, root) for option in result.options if result.tally[option]],
            "notes": notes(desk, result, root),
            "topics": [parts.link(topic, shelf.topic_address(topic), root) for topic in shelf.archived.topics[id]],
            "near": _near(desk, shelf, id, root),
            "sources": parts.source_items(desk, record.sources, root),
            "t": words.text,
        },
    )
    return Framed(page, _found(desk, shelf, result, str(headline)))


def _crumbs(desk: Desk, shelf: Shelf, id: str, root: str) -> Html:
    """The way from the archive to the vote."""
    ways = [parts.link(shelf.archived.about.title, shelf.address, root)]
    session = shelf.archived.sessions[id]
    if session is not None:
        ways.append(parts.link(archives.session(desk.words, session), shelf.session_address(session), root))
    return Html(" › ").join(ways)


def _figure(desk: Desk, picture: Picture, root: str) -> Html:
    """The figure, and its numbers as a table; one with a mark a member stands once, narrow enough for a phone."""
    widths = sorted(picture.svg, reverse=True)
    layouts = Html("").join(
        Html.of('<div class="tl-{place}">{svg}</div>', place=token(place), svg=picture.svg[width])
        for width, place in zip(widths, ("wide", "narrow") if len(widths) > 1 else ("one",), strict=True)
    )
    title = desk.words.text("Numbers in this figure")
    return Html.of(
        '<figure class="tl-figure tl-kind-{kind}" data-figure="{figure}" data-search-exclude>{layouts}<figcaption><details>'
        "<summary>{title}</summary>{numbers}</details></figcaption></figure>",
        kind=token(picture.kind),
        figure=token(picture.figure),
        layouts=layouts,
        title=title,
        numbers=parts.table(picture, root, title),
    )


def _chosen(desk: Desk, shelf: Shelf, result: Result, option: Option, root: str) -> dict[str, object]:
    """Who chose the option, A–Z by the name of the day, each leading to what it did in that decade."""
    codes = result.roll.members_of(option) if result.roll is not None else ()
    named = sorted((result.names[code].short, code) for code in codes)
    decade = decade_of(result.vote.date.year)
    start = f"{root}archives/{shelf.id}/members/"
    links = [
        Html.of("{name}", name=name)
        if option is Option.NO_RECORD
        else Html.of(
            '<a href="{start}{code}/{decade}s/">{name}</a>', start=token(start), code=token(code), decade=decade, name=name
        )
        for name, code in named
    ]
    return {
        "option": option.value,
        "name": labels.option(desk.words, option),
        "number": desk.words.say("{n}", n=result.count(option)).html(root),
        "members": Html(", ").join(links),
    }


def _near(desk: Desk, shelf: Shelf, id: str, root: str) -> list[Html]:
    """The votes before and after it in the archive."""
    words, votes = desk.words, desk.content.votes
    labels_ = (words.text("Vote before"), words.text("Vote after"))
    return [
        Html.of("{label}: {link}", label=label, link=parts.vote_link(votes[other], root))
        for label, other in zip(labels_, shelf.near(id), strict=True)
        if other is not None
    ]


def _found(desk: Desk, shelf: Shelf, result: Result, title: str) -> Found:
    """By what the vote is found: who stood alone or in a handful on one side can be searched for by name."""
    record = result.vote
    few = [code for option in (Option.YES, Option.NO) for code in _few(result, option)]
    return Found(
        id=record.id,
        title=title,
        about=record.title if record.title != record.name else "",
        year=str(record.date.year),
        topics=shelf.archived.topics[record.id],
        outcome=labels.outcome(desk.words, record.outcome, bool(result.vetoes)),
        members=tuple(result.names[code].short for code in few),
    )


_FEW = 5


def _few(result: Result, option: Option) -> tuple[str, ...]:
    codes = result.roll.members_of(option) if result.roll is not None else ()
    return codes if len(codes) <= _FEW else ()
