"""The page of turning points: when members began to vote more, or less, like the member that the archive names."""

from __future__ import annotations

from tellers import encode
from tellers.claims.words import archives
from tellers.claims.words import turns as words_
from tellers.desk import Desk
from tellers.pages import parts
from tellers.pages.archive.framed import Framed
from tellers.pages.archive.shelf import Shelf, decade_of
from tellers.pages.page import Page
from tellers.stats.turns import Turn

_ROOT = "../../../"


def turns(desk: Desk, shelf: Shelf) -> Framed:
    """Every sure change, the largest first; the file has all others too."""
    words, about = desk.words, shelf.archived.about
    if about.anchor is None:
        raise ValueError(f"{about.id} names no anchor")
    name, title, address = shelf.name(desk, about.anchor), words_.title(words), f"{shelf.address}turns/"
    sure = sorted((row for row in shelf.turns.items() if row[1].sure), key=lambda row: (-abs(row[1].beyond), row[0]))
    page = Page(
        path=f"{address.strip('/')}.md",
        title=archives.titled(words, title, about.title),
        description=words_.about(words, name, about.title),
        template="archive/turns.html.j2",
        context={
            "kicker": parts.link(about.title, shelf.address, _ROOT),
            "title": title,
            "lead": words_.about(words, name, about.title),
            "paragraphs": [words_.meaning(words), words_.error(words)],
            "turns": [_row(desk, shelf, code, turn) for code, turn in sure],
            "nothing": words_.none(words),
            "files": parts.files(address.strip("/"), [("turns.csv", words.text("All changes, as CSV"))], _ROOT),
            "t": words.text,
        },
    )
    return Framed(page, files={"turns.csv": _csv(desk, shelf)})


def _row(desk: Desk, shelf: Shelf, code: str, turn: Turn) -> dict[str, object]:
    words = desk.words
    return {
        "name": parts.link(shelf.name(desk, code), shelf.member_address(code, decade_of(turn.year)), _ROOT),
        "year": str(turn.year),
        "before": words_.agreement(words, same=turn.before.same, both=turn.before.both),
        "after": words_.agreement(words, same=turn.after.same, both=turn.after.both),
        "change": words_.change(words, turn.beyond, turn.error),
    }


_HEAD = ("member", "name", "year", "same-before", "both-before", "same-after", "both-after", "beyond", "error")


def _csv(desk: Desk, shelf: Shelf) -> bytes:
    """Change and error in thousandths."""
    rows: list[list[str | int]] = [
        [code, shelf.name(desk, code), turn.year, turn.before.same, turn.before.both, turn.after.same, turn.after.both,
         turn.beyond, turn.error]
        for code, turn in shelf.turns.items()
    ]  # fmt: skip
    return encode.csv_text(_HEAD, rows).encode()
