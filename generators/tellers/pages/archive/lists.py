"""Lists of an archive: its own page, its sessions, its topics, its members."""

from __future__ import annotations

from collections.abc import Iterable

from tellers.claims import Claim, Says
from tellers.claims.words import archives, turns
from tellers.desk import Desk, said
from tellers.encode import Html, token
from tellers.pages import parts
from tellers.pages.archive.framed import Framed
from tellers.pages.archive.shelf import Shelf
from tellers.pages.page import Page


def index(desk: Desk, shelf: Shelf) -> Framed:
    """The archive's own page: what is in it, and the ways into it."""
    about, words, root = shelf.archived.about, desk.words, "../../"
    body = desk.content.bodies[about.body]
    page = Page(
        path=f"archives/{shelf.id}.md",
        title=about.title,
        description=about.summary,
        template="archive/index.html.j2",
        context={
            "kicker": parts.link(body.name, f"/bodies/{body.id}/", root),
            "body": token(body.id),
            "title": about.title,
            "summary": about.summary,
            "note": about.note or "",
            "held": archives.held(words, _number(shelf.votes, archive=shelf.id)).html(root),
            "members": parts.link(words.text("Members"), f"{shelf.address}members/", root),
            "sessions": [
                _counted(desk, archives.session(words, name), shelf.session_address(name), _number(ids, session=name), root)
                for name, ids in shelf.sessions.items()
            ],
            "topics": [
                _counted(desk, name, shelf.topic_address(name), _number(ids, topic=_key(shelf, name)), root)
                for name, ids in shelf.topics.items()
            ],
            "decades": [
                _counted(desk, archives.decade(words, first), shelf.decade_address(first), decade.number, root)
                for first, decade in shelf.decades.items()
            ],
            "compare": parts.link(words.text("Compare two members"), f"{shelf.address}compare/", root),
            "turns": parts.link(turns.title(words), f"{shelf.address}turns/", root) if about.anchor is not None else "",
            "sources": parts.source_items(desk, [about.source], root),
            "t": words.text,
        },
    )
    return Framed(page)


def session(desk: Desk, shelf: Shelf, name: str) -> Framed:
    """The votes of one session."""
    title = archives.session(desk.words, name)
    return _votes(
        desk, shelf, title, shelf.session_address(name), shelf.sessions[name], _number(shelf.sessions[name], session=name)
    )


def topic(desk: Desk, shelf: Shelf, name: str) -> Framed:
    """The votes on one topic."""
    number = _number(shelf.topics[name], topic=_key(shelf, name))
    return _votes(desk, shelf, name, shelf.topic_address(name), shelf.topics[name], number)


def _votes(desk: Desk, shelf: Shelf, title: str, address: str, ids: Iterable[str], number: Claim) -> Framed:
    root, about = "../../../../", shelf.archived.about
    held = archives.held(desk.words, number)
    page = Page(
        path=f"{address.strip('/')}.md",
        title=archives.titled(desk.words, title, about.title),
        description=str(archives.about(desk.words, title, about.title, held)),
        template="archive/votes.html.j2",
        context={
            "kicker": parts.link(about.title, shelf.address, root),
            "title": title,
            "held": held.html(root),
            "votes": [_row(desk, id, root) for id in ids],
            "t": desk.words.text,
        },
    )
    return Framed(page)


def _row(desk: Desk, id: str, root: str) -> dict[str, object]:
    vote = desk.content.votes[id]
    return {
        "day": desk.words.day(vote.date),
        "vote": parts.vote_link(vote, root),
        "title": vote.title if vote.title != vote.name else "",
        "result": str(said.finding(desk.words, desk.results[id])),
    }


def members(desk: Desk, shelf: Shelf) -> Framed:
    """Every member with a ballot, A–Z, and the decades in which it has one."""
    root, about, words = "../../../", shelf.archived.about, desk.words
    title = words.text("Members")
    rows = [
        {
            "name": shelf.name(desk, code),
            "code": parts.code(code),
            "decades": Html(" ").join(
                parts.link(archives.decade(words, decade), shelf.member_address(code, decade), root) for decade in decades
            ),
        }
        for code, decades in shelf.records.items()
    ]
    rows.sort(key=lambda row: (str(row["name"]).casefold(), str(row["code"])))
    page = Page(
        path=f"archives/{shelf.id}/members.md",
        title=archives.titled(words, title, about.title),
        description=archives.members(words, about.title),
        template="archive/members.html.j2",
        context={"kicker": parts.link(about.title, shelf.address, root), "title": title, "members": rows, "t": words.text},
    )
    return Framed(page)


def _counted(desk: Desk, name: str, address: str, number: Claim, root: str) -> Html:
    link = parts.link(name, address, root)
    return Html.of("{link} ({number})", link=link, number=desk.words.say("{n}", n=number).html(root))


def _number(ids: Iterable[str], **of: str) -> Claim:
    return Claim.make(Says.COUNT, len(tuple(ids)), of="votes", **of)


def _key(shelf: Shelf, topic: str) -> str:
    """The topic as a claim names it, as in its address."""
    return shelf.topic_address(topic).rstrip("/").rpartition("/")[2]
