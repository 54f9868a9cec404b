"""The waffle, read back: a dot a member, counted by fill."""

from __future__ import annotations

import pytest

from tellers.figures import waffle
from tellers.model import Content
from tellers.stats import result_of
from tests.figures.reading import assert_marks_apart, assert_nothing_leaves, assert_texts_apart, read

WIDTHS = (360, 700)


def _check(content: Content, vote: str, width: int) -> None:
    found, result = read(waffle, vote, content, width), result_of(content, vote)
    dots = found.marks("dot")
    assert sorted(dot.member for dot in dots) == sorted(result.seated)
    for dot in dots:
        assert dot.role == dot.option == result.option_of(dot.member)
    for option, claim in result.counts.items():
        assert found.count(option, "dot") == claim.value
        assert found.labels(f"count:{option}").split(" ")[0] == str(claim.value)
    assert_marks_apart(dots)
    assert_nothing_leaves(found)
    assert_texts_apart(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_starter_dots_are_the_ballots(tiny: Content, width: int) -> None:
    for vote in waffle.subjects(tiny):
        _check(tiny, vote, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_published_dots_are_the_ballots(flagship: Content, width: int) -> None:
    for vote in ("un-ga/es-11_7", "un-ga/es-11_1"):
        _check(flagship, vote, width)


def test_the_blocks_follow_the_order_of_options(flagship: Content) -> None:
    roles = [dot.role for dot in read(waffle, "un-ga/es-11_7", flagship, 700).marks("dot")]
    assert list(dict.fromkeys(roles)) == ["yes", "no", "abstain", "not-voting"]


def test_partial_rolls_and_councils_have_no_waffle(flagship: Content) -> None:
    subjects = waffle.subjects(flagship)
    assert "un-ga/2026-02-24-support-for-lasting-peace" not in subjects
    assert not [vote for vote in subjects if vote.startswith("un-sc/")]
