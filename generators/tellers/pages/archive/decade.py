"""The page of a decade: what is counted over all its votes, with every member in a table; the same as files to take away."""

from __future__ import annotations

from decimal import Decimal

from tellers import encode
from tellers.claims.words import Words, archives, blocs, positions, standing
from tellers.desk import Desk
from tellers.encode import Html
from tellers.pages import parts
from tellers.pages.archive.ballots import FILE, ballots_file
from tellers.pages.archive.framed import Framed
from tellers.pages.archive.map import maps
from tellers.pages.archive.shelf import Decade, Shelf
from tellers.pages.page import Page
from tellers.stats.blocs import Bloc
from tellers.stats.positions import AXES
from tellers.stats.standing import Stood

COLUMNS = ("majority", "minority", "abstained", "silent", "alone")
"""What the table on the page has of each member; the file has everything."""
_ROOT = "../../../../"
Named = list[tuple[str, str]]
"""Members by name and code."""


def decade(desk: Desk, shelf: Shelf, first: int) -> Framed:
    """What is counted over the votes of ten years of which every ballot is known."""
    words, about, counted = desk.words, shelf.archived.about, shelf.decades[first]
    title, address = archives.decade(words, first), shelf.decade_address(first)
    named = sorted((shelf.name(desk, code), code) for code in counted.ballots.members)
    named.sort(key=lambda row: row[0].casefold())
    page = Page(
        path=f"{address.strip('/')}.md",
        title=archives.titled(words, title, about.title),
        description=standing.about(words, first, about.title),
        template="archive/decade.html.j2",
        context={
            "kicker": parts.link(about.title, shelf.address, _ROOT),
            "title": title,
            "whole": standing.whole(words, first, counted.number).html(_ROOT),
            "meaning": standing.meaning(words),
            "heads": [words.text("Member"), *(standing.stood(words, where) for where in COLUMNS)],
            "members": [
                {"name": _linked(shelf, name, code, first), "numbers": _numbers(words, counted, code)}
                for name, code in named
            ],
            "blocs": _blocs(desk, shelf, counted),
            "positions": _positions(desk, shelf, counted),
            "compare": parts.link(words.text("Compare two members"), f"{shelf.address}compare/", _ROOT),
            "files": parts.files(address.strip("/"), _files(words), _ROOT),
            "t": words.text,
        },
    )
    files = {
        "members.csv": _members_csv(counted, named),
        "agreement.csv": _agreement_csv(counted),
        FILE: ballots_file(desk, shelf, counted, named),
    }
    return Framed(page, files=files)


def _positions(desk: Desk, shelf: Shelf, decade: Decade) -> dict[str, object] | None:
    """What the map of positions means, and its numbers, from the right to the left."""
    words, found = desk.words, decade.positions
    if found is None:
        return None
    ranked = sorted(found.places.items(), key=lambda row: (*(-at for at in row[1].at), row[0]))
    return {
        "paragraphs": [
            f"{positions.meaning(words)} {positions.shown(words, found.shown)}",
            f"{positions.reading(words)} {positions.error(words, found.parts)}",
        ],
        "map": _map(desk, shelf, decade),
        "heads": [words.text("Member"), *(positions.axis(words, axis) for axis in range(found.axes))],
        "rows": [
            {
                "name": _linked(shelf, shelf.name(desk, code), code, decade.first),
                "places": [positions.place(words, *axis) for axis in zip(place.at, place.error, strict=True)],
            }
            for code, place in ranked
        ],
    }


def _map(desk: Desk, shelf: Shelf, decade: Decade) -> dict[str, object] | None:
    """The picture, where there are two axes."""
    found, blocs_ = decade.positions, decade.blocs or ()
    if found is None or found.axes < AXES:
        return None
    label = positions.pictured(desk.words, len(found.places), archives.decade(desk.words, decade.first))
    anchor = shelf.archived.about.anchor
    return {"drawn": maps(found, blocs_, anchor, label), "caption": positions.marks(desk.words, len(blocs_))}


def _blocs(desk: Desk, shelf: Shelf, decade: Decade) -> dict[str, object] | None:
    """Each bloc with its members, and what makes one."""
    words, found = desk.words, decade.blocs
    if found is None:
        return None
    return {
        "paragraphs": [blocs.meaning(words), blocs.halves(words) if found else blocs.none(words)],
        "blocs": [
            {
                "head": blocs.head(words, len(bloc.members), bloc.again),
                "members": blocs.members(words, _named(desk, shelf, bloc)),
            }
            for bloc in found
        ],
    }


def _named(desk: Desk, shelf: Shelf, bloc: Bloc) -> list[tuple[str, int]]:
    named = sorted((shelf.name(desk, code), halves) for code, halves in bloc.members.items())
    return sorted(named, key=lambda row: row[0].casefold())


def _files(words: Words) -> list[tuple[str, str]]:
    return [
        ("members.csv", words.text("Where each member stood, as CSV")),
        ("agreement.csv", words.text("Agreement of every two members, as CSV")),
    ]


def _linked(shelf: Shelf, name: str, code: str, first: int) -> Html:
    """The member, leading to its page of the decade; who cast nothing in it has none."""
    if first in shelf.records.get(code, {}):
        return parts.link(name, shelf.member_address(code, first), _ROOT)
    return Html.of("{name}", name=name)


def _numbers(words: Words, decade: Decade, code: str) -> list[str]:
    found = decade.standings[code]
    return [words.number(found.alone if where == "alone" else found.counts[Stood(where)]) for where in COLUMNS]


def _members_csv(decade: Decade, named: Named) -> bytes:
    rows: list[list[str | int | Decimal]] = []
    for name, code in sorted(named, key=lambda row: row[1]):
        found = decade.standings[code]
        counts = [found.votes, *(found.counts[stood] for stood in Stood), found.alone]
        rows.append([code, name, *counts, *_bloc(decade, code), *_place(decade, code)])
    counted = ["votes", *(stood.value for stood in Stood), "alone"]
    placed = ["first", "first-error", "second", "second-error"]
    return encode.csv_text(["member", "name", *counted, "bloc", "bloc-halves", *placed], rows).encode()


def _bloc(decade: Decade, code: str) -> list[int | str]:
    """The number of the bloc, from the largest, and the halves in which the member is in it; empty of who is in none."""
    found = enumerate(decade.blocs or (), 1)
    return next(([number, bloc.members[code]] for number, bloc in found if code in bloc.members), ["", ""])


def _place(decade: Decade, code: str) -> list[Decimal | str]:
    """Place and error on each axis; empty where there is none."""
    place = decade.positions.places.get(code) if decade.positions is not None else None
    pairs = zip(place.at, place.error, strict=True) if place is not None else ()
    cells: list[Decimal | str] = [Decimal(value).scaleb(-3) for pair in pairs for value in pair]
    return cells + [""] * (2 * AXES - len(cells))


def _agreement_csv(decade: Decade) -> bytes:
    """Every two members that both cast a ballot in some vote, once."""
    members, same, both = decade.together.members, decade.together.same.tolist(), decade.together.both.tolist()
    rows = (
        [code, other, same[at][place], both[at][place]]
        for at, code in enumerate(members)
        for place, other in enumerate(members[at + 1 :], at + 1)
        if both[at][place]
    )
    return encode.csv_text(["member", "with", "same", "both"], rows).encode()
