"""Sentences remember which of their words are claims, and both their forms say the same."""

from __future__ import annotations

import html
import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers import encode
from tellers.claims import Claim, Free, Link, Said, Says, Sentence, bound, join

YES = Claim.make(Says.TALLY, 5, vote="assembly/24_1", option="yes")
PARTS = st.one_of(
    st.text(max_size=12),
    st.builds(Said, st.text(max_size=6), st.just(YES)),
    st.builds(Link, st.text(max_size=6), st.just("/votes/assembly/24_1/")),
    st.builds(Free, st.text(max_size=6)),
)


@given(st.lists(PARTS, max_size=6))
def test_html_without_its_tags_is_the_plain_text(parts: list[str | Said | Link | Free]) -> None:
    sentence = Sentence.of(*parts)
    markup = str(sentence.html("../"))
    each = [encode.clean(part if isinstance(part, str) else part.text) for part in sentence.parts]
    assert html.unescape(re.sub(r"<[^>]*>", "", markup)) == "".join(each)
    assert str(sentence) == "".join(part if isinstance(part, str) else part.text for part in parts)
    assert set(re.findall(r"</?([a-z]+)", markup)) <= {"data", "a", "span"}


@given(st.lists(st.lists(PARTS, max_size=3).map(lambda parts: Sentence.of(*parts)), max_size=4))
def test_joining_is_that_of_their_texts(sentences: list[Sentence]) -> None:
    assert str(join(sentences, "; ")) == "; ".join(map(str, sentences))
    assert sum(isinstance(p, Said) for p in join(sentences).parts) == sum(
        isinstance(p, Said) for s in sentences for p in s.parts
    )


def test_a_claim_is_bound_where_it_is_said() -> None:
    sentence = Sentence.of("Adopted with ", Said("five", YES), " votes") + "."
    assert str(sentence) == "Adopted with five votes."
    bound_five = '<data value="5" data-claim="tally vote&#61;assembly&#47;24&#95;1 option&#61;yes">five</data>'
    assert sentence.html("") == f"Adopted with {bound_five} votes&#46;"
    assert bound("five", YES) == bound_five


def test_a_link_starts_at_the_root_and_a_free_number_is_marked() -> None:
    sentence = Sentence.of(Link("N/24/1", "/votes/assembly/24_1/"), " of ", Free("2024"))
    assert str(sentence) == "N/24/1 of 2024"
    assert sentence.html("../../") == (
        '<a href="../../votes&#47;assembly&#47;24&#95;1&#47;">N&#47;24&#47;1</a> of <span data-free>2024</span>'
    )


def test_nothing_in_a_sentence_becomes_markup() -> None:
    evil = '"><script>alert(1)</script>'
    claim = Claim.make(Says.TEXT, evil, record=evil)
    markup = str(Sentence.of(evil, Said(evil, claim), Link(evil, evil), Free(evil)).html(""))
    assert "<script" not in markup
    assert markup.count("<") == 6


@pytest.mark.parametrize(("value", "written"), [
    (5, 5), (0, 0), (Fraction(2, 3), "2/3"), (Fraction(4, 2), "2/1"), (date(2025, 2, 4), "2025-02-04"), ("adopted",
    "adopted"),
])  # fmt: skip
def test_a_value_has_one_spelling(value: int | Fraction | date | str, written: int | str) -> None:
    assert Claim.make(Says.TALLY, value).written == written


def test_a_claim_is_written_in_the_order_it_was_made() -> None:
    claim = Claim.make(Says.SHIFT, 3, from_="yes", to="no", stated_source="x")
    assert claim.spec == "shift from=yes to=no stated-source=x"
