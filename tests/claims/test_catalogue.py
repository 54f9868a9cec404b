"""Rounding, percentages, plurals and lists: the one place where numbers become words."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers.claims import Claim, Link, Said, Says
from tellers.claims.words import Words
from tellers.claims.words.catalogue import in_alphabet, largest_remainder, round_half_up

WORDS = Words()
COUNTS = st.lists(st.integers(0, 2000), min_size=1, max_size=9)


@given(COUNTS.filter(any))
def test_percentages_add_to_a_hundred_and_stay_near(counts: list[int]) -> None:
    found = largest_remainder(counts)
    assert sum(found) == 100
    for count, percent in zip(counts, found, strict=True):
        assert abs(percent - Fraction(100 * count, sum(counts))) < 1
        assert count > 0 or percent == 0


@given(COUNTS.filter(any))
def test_more_never_gets_less(counts: list[int]) -> None:
    pairs = sorted(zip(counts, largest_remainder(counts), strict=True))
    assert all(a <= b for (one, a), (other, b) in pairwise(pairs) if one < other)


def test_nothing_has_no_percentages() -> None:
    assert largest_remainder([0, 0]) == [0, 0]
    assert largest_remainder([]) == []


def test_ties_go_to_the_earlier() -> None:
    assert largest_remainder([1, 1, 1]) == [34, 33, 33]
    assert largest_remainder([5, 3, 1]) == [56, 33, 11]


@given(st.fractions(-1000, 1000))
def test_halves_go_up(value: Fraction) -> None:
    assert round_half_up(value) == math.floor(value + Fraction(1, 2))


def test_rounding_is_not_that_of_python() -> None:
    assert [round_half_up(Fraction(n, 2)) for n in (1, 3, 5, -1)] == [1, 2, 3, 0]


@pytest.mark.parametrize(("share", "text"), [
    (Fraction(0), "0\u202f%"), (Fraction(1, 200), "<1\u202f%"), (Fraction(1, 100), "1\u202f%"), (Fraction(5, 8),
    "63\u202f%"),
    (Fraction(199, 200), ">99\u202f%"), (Fraction(99, 100), "99\u202f%"), (Fraction(1), "100\u202f%"), (Fraction(1, 2),
    "50\u202f%"),
])  # fmt: skip
def test_a_percentage_never_says_none_or_all_of_what_is_neither(share: Fraction, text: str) -> None:
    assert WORDS.percent(share) == text


def test_numbers_days_and_lists() -> None:
    assert WORDS.number(1877) == "1,877"
    assert (WORDS.day(date(2025, 2, 4)), WORDS.short_day(date(2025, 2, 4))) == ("4 February 2025", "4 Feb 2025")
    assert [str(WORDS.listing(list("ABC"[:n]))) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
    linked = WORDS.listing(["A", Link("B", "/b/")])
    assert [part for part in linked.parts if isinstance(part, Link)] == [Link("B", "/b/")]


def test_a_filled_claim_stays_bound_and_braces_in_a_value_stay_text() -> None:
    claim = Claim.make(Says.TALLY, 1234, vote="v", option="yes")
    sentence = WORDS.say("{n} of {body}", n=claim, body="{n} {evil.__class__}")
    assert str(sentence) == "1,234 of {n} {evil.__class__}"
    assert [part.claim for part in sentence.parts if isinstance(part, Said)] == [claim]


def test_one_and_many() -> None:
    found = [str(WORDS.count(n, "{n} vote", "{n} votes", n=n)) for n in (0, 1, 2)]
    assert found == ["0 votes", "1 vote", "2 votes"]


def test_a_message_is_looked_up_before_it_is_filled() -> None:
    class Backwards:
        locale = "de_DE"

        def gettext(self, message: str) -> str:
            return {"{a} before {b}": "{b} nach {a}"}.get(message, message)

        def ngettext(self, one: str, many: str, number: int) -> str:
            return self.gettext(one if number == 1 else many)

    words = Words(Backwards())
    assert words.text("{a} before {b}", a="1", b="2") == "2 nach 1"
    assert words.number(1877) == "1.877"


def test_accented_letters_stand_beside_plain_ones() -> None:
    assert sorted(["Zambie", "Éthiopie", "Estonie", "Île", "Irak"], key=in_alphabet) == [
        "Estonie", "Éthiopie", "Île", "Irak", "Zambie",
    ]  # fmt: skip
