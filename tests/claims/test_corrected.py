"""What was corrected, as a reader calls it."""

from __future__ import annotations

import pytest

from tellers.claims.words import Words, corrected

WORDS = Words()


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("roll.FRA", "the vote of France"),
        ("roll", "the list of votes by name"),
        ("stated.not-voting", "the stated number of “Not voting” votes"),
        ("tally.yes", "the number of “Yes” votes"),
        ("tally.yes.africa", "tally.yes.africa"),
        ("outcome", "the outcome"),
        ("votes/a/1", "votes/a/1"),
    ],
)
def test_a_field_in_words(field: str, said: str) -> None:
    assert corrected.field(WORDS, field, {"FRA": "France"}.__getitem__) == said


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("roll.FRA", "not-voting", "Not voting"),
        ("roll.FRA", "FILL IN", "FILL IN"),
        ("outcome", "not-adopted", "Not adopted"),
        ("date", "2025-02-24", "24 February 2025"),
        ("date", "2025-02", "2025-02"),
        ("text", "yes", "yes"),
    ],
)
def test_a_value_in_words(field: str, value: str, said: str) -> None:
    assert corrected.value(WORDS, field, value) == said
