"""The words for a finding: three of them, each with what was compared; and how far a quote is from a vote."""

from __future__ import annotations

import pytest

from tellers.anchors import standing
from tellers.claims.words import Words, findings
from tellers.model import Content, Finding

WORDS = Words()


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("odland-2025-05-06-wood", "Found: the words stand in the stored excerpt of the source, letter for letter."),
        ("odell-2025-05-06-answer", "Found: the words stand in the stored excerpt of the source, but for typography."),
        (
            "odell-2025-05-04-stone",
            "Found: the words stand in the stored excerpt of the source, but for the edits named below.",
        ),
        ("odland-2025-06-03-bridge", "Cannot check: no excerpt of the source is stored."),
    ],
)
def test_what_was_compared(quote: str, said: str, tiny: Content) -> None:
    record = tiny.quotes[quote]
    assert str(findings.full(WORDS, record, standing(tiny, record), "/x")) == said


def test_three_answers() -> None:
    assert [findings.label(WORDS, finding) for finding in Finding] == ["Found", "Changed", "Cannot check"]
    assert str(findings.short(WORDS, "q", Finding.CHANGED)) == "Changed: the stored excerpt of the source has other words"
    counted = str(findings.counts(WORDS, {Finding.FOUND: 3, Finding.CHANGED: 0, Finding.CANNOT_CHECK: 1}))
    assert "Of 4 quotes 3 are found in a stored excerpt of their source, 0 are changed, and 1 cannot be checked" in str(
        counted
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-30, "30 days before the vote"),
        (-1, "the day before the vote"),
        (0, "on the day of the vote"),
        (1, "the day after the vote"),
        (1200, "1,200 days after the vote"),
    ],
)
def test_distance(days: int, said: str) -> None:
    sentence = findings.distance(WORDS, "q", "v", days)
    assert str(sentence) == said
    assert f'value="{days}"'.replace("-", "&#45;") in sentence.html("")
