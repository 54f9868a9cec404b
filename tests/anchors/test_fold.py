"""Typography is folded away, and every folded character knows where it stood."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellers.anchors import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We’re here”", '"We\'re here"'),
        ("„Frieden“", '"Frieden"'),
        ("«Мир»", '"Мир"'),
        ("peace – now — and‑then", "peace - now - and-then"),
        ("no\u00a0more\u202fwar", "no more war"),
        ("one line\n   and  the next", "one line and the next"),
        ("ef\u00adfort and o\ufb03ce", "effort and office"),
        ("wait…", "wait..."),
        ("Tu\u0308rkiye", "Türkiye"),
        ("й", "и\u0306"),
    ],
)
def test_same_words_in_other_type(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), [("their", "there"), ("war", "War"), ("1", "l"), ("peace.", "peace"), ("é", "e")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_offsets_lead_back() -> None:
    text = "The Tu\u0308rk\u00adish o\ufb03ce  “said” so"
    folded = fold(text)
    at = folded.text.index('office "said"')
    start, end = folded.back(at, at + len('office "said"'))
    assert text[start:end] == "o\ufb03ce  “said”"
    at = folded.text.index("Türkish")
    assert text[slice(*folded.back(at, at + 7))] == "Tu\u0308rk\u00adish"


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab é́̈“”’-–…\u00a0\n\u00ad\ufb01xы")))
def test_laws(text: str) -> None:
    folded = fold(text)
    assert len(folded.spans) == len(folded.text)
    assert list(folded.spans) == sorted(folded.spans)
    assert fold(folded.text).text == folded.text
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text
    for at in range(len(folded.text)):
        assert folded.text[at] in fold(text[slice(*folded.spans[at])]).text
