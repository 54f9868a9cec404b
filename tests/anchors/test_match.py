"""Found, changed or not to be checked: each change of a quote, its anchor or its source has its outcome and its place."""

from __future__ import annotations

import pytest

from tellers.anchors import Reason, fragment, match, match_anywhere
from tellers.model import Finding, Quote

STORED = """He said on Monday: “We’re ready – all
of us – for peace,” and left. She said “no.”
[…]
He also said “we’re ready” twice.
"""
TEXT = "We’re ready – all of us – for peace,"
START = STORED.index("We’re")


def quote(text: str = TEXT, start: int | None = START, end: int | None = None, **more: object) -> Quote:
    """A quote anchored in STORED; the end is that of the words in it where none is given."""
    anchor = {"source": "s", "prefix": "on Monday: “", "suffix": "” and left", "start": start}
    anchor["end"] = end if end is not None else START + len(TEXT) if start is not None else None
    edits = more.pop("edits", ())
    return Quote.model_validate({
        "id": "q", "speaker": "p", "date": "2025-02-24", "text": text, "language": "en", "published": "2025-03-01",
        "edits": edits, "anchor": {**anchor, **more},
    })  # fmt: skip


def test_found_but_for_a_line_end() -> None:
    found = match(quote(), STORED)
    assert (found.finding, found.start, found.end, found.to_the_letter) == (Finding.FOUND, START, START + len(TEXT), False)


def test_found_to_the_letter() -> None:
    assert match(quote(STORED[START : START + len(TEXT)]), STORED).to_the_letter


def test_without_a_stored_text_nothing_is_known() -> None:
    found = match(quote(), None)
    assert (found.finding, found.reason) == (Finding.CANNOT_CHECK, Reason.NO_COPY)


@pytest.mark.parametrize(
    ("changed", "reason", "here", "there"),
    [
        (quote(TEXT.replace("peace", "piece")), Reason.WORDS, "piece", "peace"),
        (quote(TEXT.replace("We", "He")), Reason.WORDS, "He're", "We're"),
        (quote(TEXT[:-1]), Reason.WORDS, "peace", "peace,"),
        (quote(TEXT[1:]), Reason.WORDS, "e're", "We're"),
        (quote(TEXT.replace("all", "[…]")), Reason.WORDS, "[...]", "all"),
        (quote(start=START + 1, end=START + 1 + len(TEXT)), Reason.PLACE, str(START + 1), str(START)),
        (quote(end=START + len(TEXT) + 1), Reason.PLACE, str(START + len(TEXT) + 1), str(START + len(TEXT))),
        (quote(prefix="on Tuesday: “"), Reason.BEFORE, "Tuesday", "Monday"),
        (quote(suffix="” and stayed"), Reason.AFTER, "stayed", "left"),
    ],
)  # fmt: skip
def test_changed(changed: Quote, reason: Reason, here: str, there: str) -> None:
    found = match(changed, STORED)
    assert (found.finding, found.reason) == (Finding.CHANGED, reason)
    assert here in found.here
    assert there in found.there


@pytest.mark.parametrize("at", range(len(TEXT)))
def test_every_single_character_counts(at: int) -> None:
    """Each letter left out, doubled or replaced is a change; what only folds away is none."""
    for text in (TEXT[:at] + TEXT[at + 1 :], TEXT[:at] + TEXT[at] * 2 + TEXT[at + 1 :], TEXT[:at] + "~" + TEXT[at + 1 :]):
        same = text.split() == TEXT.split()
        assert match(quote(text), STORED).finding is (Finding.FOUND if same else Finding.CHANGED)


def test_a_changed_source_is_a_change_too() -> None:
    assert match(quote(), STORED.replace("for peace", "for war")).finding is Finding.CHANGED


def test_a_moved_source_moves_the_anchor() -> None:
    found = match(quote(), "Yesterday. " + STORED)
    assert (found.finding, found.reason, found.start) == (Finding.CHANGED, Reason.PLACE, START + len("Yesterday. "))


def test_declared_edits_are_undone() -> None:
    edits = [{"shown": "[…]", "stands_for": "all of us –"}, {"shown": "[a truce]", "stands_for": "peace"}]
    assert match(quote("We’re ready – […] for [a truce],", edits=edits), STORED).finding is Finding.FOUND
    assert match(quote("We’re ready – […] for [a truce],", edits=edits[:1]), STORED).finding is Finding.CHANGED


def test_words_do_not_reach_across_a_gap() -> None:
    across = "“no.” […] He also"
    start = STORED.index("“no.”")
    assert match(quote(across, start, start + len(across), prefix=None, suffix=None), STORED).finding is Finding.CHANGED


def test_anywhere_asks_for_the_words_around() -> None:
    shorter = quote("we’re ready", None, prefix="He also said “", suffix="” twice")
    assert match_anywhere(shorter, STORED).finding is Finding.FOUND
    assert match_anywhere(quote(start=5, end=6), "News! " + STORED.replace("\n", " ")).finding is Finding.FOUND
    assert match_anywhere(quote(), STORED.replace("Monday", "Friday")).reason is Reason.BEFORE


def test_fragment() -> None:
    assert fragment(quote("one-two, & three", None, prefix="a b c d e", suffix="“")) == (
        "#:~:text=b%20c%20d%20e-,one%2Dtwo%2C%20%26%20three"
    )
    assert fragment(quote(prefix="“", suffix="” and left the room at once")) == (
        "#:~:text=We%E2%80%99re%20ready%20%E2%80%93%20all,us%20%E2%80%93%20for%20peace%2C,-%E2%80%9D%20and%20left%20the"
    )
