"""Whether a quote stands in the stored copy of its source, at the place and between the words that its anchor names.

Containment is exact once typography is folded; nothing is scored or guessed. Edits that the quote declares are undone first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tellers.anchors.fold import Folded, fold
from tellers.model import Anchor, Content, Finding, Quote

GAP = re.compile(r"^\[…\]$", re.MULTILINE)
"""The line of a stored excerpt where something of the source is left out."""
_AROUND = 24


class Reason(StrEnum):
    """Why a finding is as it is."""

    STANDS = "stands"
    NO_COPY = "no-copy"
    WORDS = "words"
    PLACE = "place"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Match:
    """The finding, where the words stand, and for a change what the quote has and what the source has there."""

    finding: Finding
    reason: Reason
    start: int = 0
    end: int = 0
    here: str = ""
    there: str = ""
    to_the_letter: bool = False
    """Whether the words stand there without any difference in typography."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A part of the stored text without gaps, folded, and where it begins."""

    folded: Folded
    offset: int

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Where the folded words stand, as places in the folded passage."""
        at = self.folded.text.find(words)
        while at >= 0:
            yield at, at + len(words)
            at = self.folded.text.find(words, at + 1)

    def back(self, place: tuple[int, int]) -> tuple[int, int]:
        start, end = self.folded.back(*place)
        return self.offset + start, self.offset + end


def standing(content: Content, quote: Quote) -> Match:
    """What can be said of the quote with the copies that are stored here."""
    return match(quote, content.snapshots.get(quote.anchor.source))


def match(quote: Quote, stored: str | None) -> Match:
    """The quote against the stored text at the anchor's place; a text that is not there cannot be checked."""
    if stored is None:
        return Match(Finding.CANNOT_CHECK, Reason.NO_COPY)
    wanted, anchor = source_words(quote), quote.anchor
    words = fold(wanted).text.strip()
    found = [(passage, place) for passage in _passages(stored) for place in passage.places(words)]
    for passage, place in found:
        if passage.back(place) == (anchor.start, anchor.end):
            return _between(anchor, passage, place, wanted == stored[anchor.start : anchor.end])
    at = [passage.back(place) for passage, place in found]
    if not found or _is_cut(anchor, stored, at):
        return _difference(words, stored, anchor)
    start, end = at[0]
    return Match(Finding.CHANGED, Reason.PLACE, start, end, f"{anchor.start} to {anchor.end}", f"{start} to {end}")


def match_anywhere(quote: Quote, text: str) -> Match:
    """The quote against a text in which positions mean nothing, such as a page as it is today."""
    words, passage = fold(source_words(quote)).text.strip(), _Passage(fold(text), 0)
    matches = [_between(quote.anchor, passage, place, False) for place in passage.places(words)]
    if not matches:
        return _difference(words, text, quote.anchor)
    return next((found for found in matches if found.finding is Finding.FOUND), matches[0])


def source_words(quote: Quote) -> str:
    """The words as the source has them: each declared edit undone."""
    left, words = quote.text, ""
    for edit in quote.edits:
        before, _, left = left.partition(edit.shown)
        words += before + edit.stands_for
    return words + left


def _is_cut(anchor: Anchor, stored: str, at: list[tuple[int, int]]) -> bool:
    """Whether the anchor is right and the words are only a part of what stands there."""
    start, end = anchor.start, anchor.end
    if start is None or end is None or not any(start <= first and last <= end for first, last in at):
        return False
    prefix, suffix = (fold(words or "").text.strip() for words in (anchor.prefix, anchor.suffix))
    before, after = fold(stored[:start]).text.rstrip(), fold(stored[end:]).text.lstrip()
    return before.endswith(prefix) and after.startswith(suffix)


def _passages(stored: str) -> Iterator[_Passage]:
    at = 0
    for gap in GAP.finditer(stored):
        yield _Passage(fold(stored[at : gap.start()]), at)
        at = gap.end()
    yield _Passage(fold(stored[at:]), at)


def _between(anchor: Anchor, passage: _Passage, place: tuple[int, int], to_the_letter: bool) -> Match:
    """Found, unless the words before or after are others than those of the anchor."""
    text = passage.folded.text
    before, after = text[: place[0]].rstrip(), text[place[1] :].lstrip()
    prefix, suffix = (fold(words or "").text.strip() for words in (anchor.prefix, anchor.suffix))
    start, end = passage.back(place)
    if not before.endswith(prefix):
        return Match(Finding.CHANGED, Reason.BEFORE, start, end, prefix, before[-max(len(prefix), _AROUND) :])
    if not after.startswith(suffix):
        return Match(Finding.CHANGED, Reason.AFTER, start, end, suffix, after[: max(len(suffix), _AROUND)])
    return Match(Finding.FOUND, Reason.STANDS, start, end, to_the_letter=to_the_letter)


def _difference(words: str, stored: str, anchor: Anchor) -> Match:
    """The first place at which the words and what comes nearest to them part, with a few characters of both."""
    folded = fold(stored)
    named = next((n for n, (start, _) in enumerate(folded.spans) if start == anchor.start), 0)
    begin = named if words in folded.text else _nearest(words, folded.text, named)
    same = _in_common(words, folded.text[begin:])
    first = max(same - _AROUND // 2, 0)
    here, there = words[first : first + _AROUND], folded.text[begin + first : begin + first + _AROUND]
    at = folded.spans[begin + same][0] if begin + same < len(folded.spans) else len(stored)
    return Match(Finding.CHANGED, Reason.WORDS, at, at, here, there)


def _nearest(words: str, text: str, named: int) -> int:
    """Where to begin comparing: where the anchor says, or where the longest part of the words stands."""
    part = SequenceMatcher(None, words, text, autojunk=False).find_longest_match()
    return max((named, max(part.b - part.a, 0)), key=lambda begin: _in_common(words, text[begin:]))


def _in_common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
