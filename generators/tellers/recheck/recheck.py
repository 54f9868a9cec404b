"""Quotes against their publishers' pages as they are today: one request a page, three findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tellers.anchors import Match, Reason, fold, match_anywhere, source_words
from tellers.model import Content, Finding, Quote
from tellers.problems import Place, Problem, Refused
from tellers.recheck.pages import Unreadable

ReadPage = Callable[[str], str]
"""The visible words of the page at an address; raises Unreadable."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one quote on its publisher's page; `read` is whether the page could be read at all."""

    quote: str
    finding: Finding
    said: str
    read: bool


def recheck(content: Content, ids: Sequence[str], read: ReadPage) -> Iterator[Reread]:
    """Each quote (or all, when none is named) on its page as it is now; a page is asked for once. Raises Refused."""
    for id in ids:
        if id not in content.quotes:
            wrong = f'unknown quote "{id}"'
            raise Refused(
                [Problem(Place("quotes"), "ID", wrong, "write the name of a file of content/quotes/, without .yml")]
            )
    pages: dict[str, str | Unreadable] = {}
    for quote in (content.quotes[id] for id in ids or content.quotes):
        address = content.sources[quote.anchor.source].address
        if address not in pages:
            pages[address] = _read(address, read)
        yield _compared(quote, pages[address])


def _read(address: str, read: ReadPage) -> str | Unreadable:
    if address == "unknown":
        return Unreadable("its address is not known")
    try:
        return read(address)
    except Unreadable as reason:
        return reason


def _compared(quote: Quote, page: str | Unreadable) -> Reread:
    if isinstance(page, Unreadable):
        return Reread(quote.id, Finding.CANNOT_CHECK, str(page), False)
    match = match_anywhere(quote, page)
    if match.finding is Finding.CHANGED and match.reason is Reason.WORDS and not _is_about_it(quote, page):
        said = "neither the words nor most of them stand on the page (behind a wall, or made by a script?)"
        return Reread(quote.id, Finding.CANNOT_CHECK, said, True)
    return Reread(quote.id, match.finding, _said(match), True)


def _is_about_it(quote: Quote, page: str) -> bool:
    """Whether half of the words stand there in one piece: then they were changed, and the page is not another one."""
    words, text = fold(source_words(quote)).text, fold(page).text
    return 2 * SequenceMatcher(None, words, text, autojunk=False).find_longest_match().size >= len(words)


def _said(match: Match) -> str:
    if match.finding is Finding.FOUND:
        return "the words stand there"
    where = {Reason.BEFORE: " before the words", Reason.AFTER: " after the words"}.get(match.reason, "")
    return f'has "{match.there}"{where}, where the record has "{match.here}"'
