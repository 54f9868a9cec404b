"""What counts as saying a value."""

from __future__ import annotations

import pytest

from tellers.verify.words import number, says


@pytest.mark.parametrize(
    ("text", "value"),
    [("93", 93), ("1,234", 1234), ("ninety-three", 93), ("One hundred and forty-one", 141), ("nobody", 0), ("No", 0),
     ("one", 1), ("nineteen", 19), ("9 3", None), ("９３", None), ("1_41", None), ("many", None), ("", None)],
)  # fmt: skip
def test_number(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("kind", "value", "text", "said"),
    [
        ("share", "1/2", "50\u202f%", True),
        ("share", "1/200", "<1\u202f%", True),
        ("share", "1/200", "1\u202f%", False),
        ("share", "1/200", "0\u202f%", False),
        ("share", "199/200", ">99\u202f%", True),
        ("share", "1/8", "13\u202f%", True),
        ("share", "1/8", "12\u202f%", False),
        ("date", "2025-02-24", "24 February 2025", True),
        ("date", "2025-02-24", "24 Feb 2025", True),
        ("date", "2025-02-24", "24 February 2024", False),
        ("ballot", "abstain", "abstained", True),
        ("ballot", "abstain", "Yes", False),
        ("ballot", "no", "voted no", True),
        ("outcome", "not-adopted", "not adopted", True),
        ("outcome", "not-adopted", "adopted", False),
        ("text", "a ‘b’", "a 'b'", False),
    ],
)
def test_says(kind: str, value: str, text: str, said: bool) -> None:
    assert says(kind, value, text) is said
