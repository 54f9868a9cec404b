"""A problem is one line that a terminal shows as it is, whatever a hostile name or value holds."""

from __future__ import annotations

from tellers.problems import Place, Problem

HOSTILE = Problem(Place("content/a\n::warning::,b.yml", 3), "title", '"\x1b[31m\u202eabc" is no title', "mend it")


def test_a_problem_is_one_line_without_signs_that_move_the_cursor() -> None:
    assert str(HOSTILE) == 'content/a\\n::warning::,b.yml:3 title: "\\x1b[31m\\u202eabc" is no title; mend it'


def test_an_annotation_names_one_file_and_nothing_else() -> None:
    assert HOSTILE.as_annotation().startswith("::error file=content/a\\n%3A%3Awarning%3A%3A%2Cb.yml,line=3::title: ")


def test_a_value_that_nobody_can_read_is_cut() -> None:
    long = Problem(Place("a"), "header", "x" * 500_000 + " is no header", "mend it")
    assert len(str(long)) < 1100
    assert str(long).endswith(" is no header; mend it")
