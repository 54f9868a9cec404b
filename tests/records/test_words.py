"""Every quote that this repository publishes: a changed character, anchor or excerpt has its outcome."""

from __future__ import annotations

from dataclasses import replace

from tellers.anchors import fold, match, standing
from tellers.model import Content, Finding, Quote


def _found(content: Content) -> list[tuple[Quote, str]]:
    return [
        (quote, content.snapshots[quote.anchor.source])
        for quote in content.quotes.values()
        if standing(content, quote).finding is Finding.FOUND
    ]


def test_how_many_are_found(flagship: Content) -> None:
    outcomes = [standing(flagship, quote).finding for quote in flagship.quotes.values()]
    assert {finding: outcomes.count(finding) for finding in Finding} == {
        Finding.FOUND: 44, Finding.CHANGED: 0, Finding.CANNOT_CHECK: 1,
    }  # fmt: skip


def test_one_character_of_any_quote(flagship: Content) -> None:
    """Every twentieth character of every quote, left out and replaced: only what folds away goes unnoticed."""
    tried = 0
    for quote, stored in _found(flagship):
        for at in range(0, len(quote.text), 20):
            for new in ("", "q"):
                text = quote.text[:at] + new + quote.text[at + 1 :]
                same = fold(text).text == fold(quote.text).text
                finding = match(quote.model_copy(update={"text": text}), stored).finding
                assert (finding is Finding.FOUND) is same, (quote.id, text)
                tried += 1
    assert tried > 500


def test_a_moved_anchor_of_any_quote(flagship: Content) -> None:
    for quote, stored in _found(flagship):
        start, end = quote.anchor.start, quote.anchor.end
        assert start is not None
        assert end is not None
        for moved in ({"start": start + 1, "end": end + 1}, {"end": end + 1}, {"prefix": "other words", "suffix": "others"}):
            anchor = quote.anchor.model_copy(update=moved)
            assert match(quote.model_copy(update={"anchor": anchor}), stored).finding is Finding.CHANGED, quote.id


def test_a_changed_excerpt_of_any_quote(flagship: Content) -> None:
    for quote, stored in _found(flagship):
        assert match(quote, "!" + stored).finding is Finding.CHANGED, quote.id
        without = replace(flagship, snapshots={})
        assert standing(without, quote).finding is Finding.CANNOT_CHECK
