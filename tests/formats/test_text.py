"""Text: what reads the same is the same, and what nobody sees is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers.formats.text import decode
from tellers.problems import Place, Problems

COMMON = "0123456789 .,;:!?()[]{}<>&'\"“”‘’—–…/\\@#%*_-+=|~^$€°\u00a0\u0301\u030a\u0308"
SEEN = st.sampled_from(["abcxyzäöüßéÅçñışğþđ", "αβγάέώς", "абвгдёйїґ", "日本国連", "عربي", "한국어", "हिन्दी"]).flatmap(
    lambda letters: st.text(st.sampled_from(letters + COMMON), max_size=60)
)
"""Words of one script, with what stands between words in all."""


@given(SEEN)
def test_endings_and_marks_and_decomposition_do_not_matter(text: str) -> None:
    text = unicodedata.normalize("NFC", text.replace("\ufffd", "?"))
    found = Problems()
    ways = [text, "\ufeff" + text, unicodedata.normalize("NFD", text)]
    assert {decode(way.encode(), "a.yml", found) for way in ways} == {text}
    assert not found


def test_every_line_ending_becomes_one() -> None:
    assert decode(b"a\r\nb\rc\nd\r\r\n", "a.yml", Problems()) == "a\nb\nc\nd\n\n"


@pytest.mark.parametrize("code", [
    0x0, 0x7, 0x1B, 0x7F, 0x85, 0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,
    0x2060, 0x2066,
    0x2069, 0xFEFF, 0xFFF9, 0xFFFD, 0xFFFE, 0xFFFF, 0xE0001, 0xE0041, 0x034F, 0x115F, 0x3164, 0x2800, 0xE000, 0xFDD0, 0xFFFC,
])  # fmt: skip
def test_what_nobody_sees_is_refused_where_it_stands(code: int) -> None:
    problems = Problems()
    assert decode(f"one\ntwo{chr(code)}three\n".encode(), "a.csv", problems) is None
    (problem,) = problems.found
    assert problem.place == Place("a.csv", 2, 4)
    assert f"U+{code:04X}" in problem.wrong


@pytest.mark.parametrize(
    "text", ["Ελλάδα", "Côte d’Ivoire", "日本", "عربي", "Tiếng Việt", "naïve\u00a0— “yes”", "a\tb", "\u202f%", "👍\ufe0f"]
)
def test_what_people_write_is_not_refused(text: str) -> None:
    problems = Problems()
    assert decode(text.encode(), "a.md", problems) == unicodedata.normalize("NFC", text)
    assert not problems


@given(st.binary(max_size=40))
def test_other_bytes_are_a_problem_and_not_an_exception(raw: bytes) -> None:
    problems = Problems()
    assert (decode(raw, "a.yml", problems) is None) == bool(problems)


def test_a_byte_that_is_not_utf_8_is_told_with_its_line() -> None:
    problems = Problems()
    assert decode(b"one\ntwo\nd\xe9j\xe0\n", "a.yml", problems) is None
    assert str(problems.found[0]) == "a.yml:3:1 file: byte 0xe9 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("Kyïv Кyiv", "mixes Cyrillic and Latin"),
        ("Οslo", "mixes Greek and Latin"),
        ("Ｂern", "mixes Fullwidth and Latin"),
        ("CÃ´te", "wrong encoding"),
        ("dâ€™Ivoire", "wrong encoding"),
        ("ÐšÐ¸Ñ—Ð²", "wrong encoding"),
    ],
)
def test_what_is_not_what_it_seems_is_refused_where_it_stands(word: str, wrong: str) -> None:
    problems = Problems()
    assert decode(f"one\nname: {word}\n".encode(), "a.yml", problems) is None
    assert wrong in problems.found[0].wrong
    assert (problems.found[0].place.line, problems.found[0].place.column >= 7) == (2, True)


@pytest.mark.parametrize(
    "text", ["«CAFÉ»", "“HÔTEL”", "MANHÃ", "Ð", "Ñandú", "Σ-algebra", "α and beta", "ООН (UN)", "À nº 5", "Þór"]
)
def test_words_of_two_alphabets_side_by_side_are_not_refused(text: str) -> None:
    problems = Problems()
    assert decode(text.encode(), "a.yml", problems) == text


def test_a_file_full_of_faults_is_told_in_a_few_lines() -> None:
    problems = Problems()
    assert decode(b"\x00" * 3_000_000, "a.yml", problems) is None
    assert len(problems.found) == 20


def test_a_long_word_is_read_in_one_go() -> None:
    assert decode(b"x" * 3_000_000, "a.yml", Problems()) == "x" * 3_000_000
