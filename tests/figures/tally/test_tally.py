"""The tally bar, read back: widths against numbers, labels, the threshold's tick."""

from __future__ import annotations

import pytest

from tellers.figures import tally
from tellers.model import Content
from tellers.stats import result_of
from tests.figures.reading import Read, assert_nothing_leaves, assert_texts_apart, read

WIDTHS = (360, 700)


def _check(found: Read, content: Content, vote: str) -> None:
    result = result_of(content, vote)
    bars = found.marks("bar")
    total = len(result.seated)
    assert min(bar.left for bar in bars) == pytest.approx(16, abs=0.6), "bars start at zero"
    numbers = {f"bar:{option}": claim.value for option, claim in result.counts.items()}
    if result.unstated is not None:
        numbers["bar:unstated"] = result.unstated.value
    assert [bar.mark for bar in bars] == [mark for mark, number in numbers.items() if number]
    for bar in bars:
        edge = 1.0 if bar.role not in ("yes", "no") else 0.0
        assert (bar.width - edge) * total / (found.width - 32) == pytest.approx(numbers[bar.mark], abs=0.01)
    for mark, number in numbers.items():
        assert found.labels(mark).split(" ")[0] == str(number), "nought has its label too"
    assert_nothing_leaves(found)
    assert_texts_apart(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_starter_bars_are_as_long_as_their_numbers(tiny: Content, width: int) -> None:
    for vote in tally.subjects(tiny):
        _check(read(tally, vote, tiny, width), tiny, vote)


@pytest.mark.parametrize("width", WIDTHS)
def test_published_bars_are_as_long_as_their_numbers(flagship: Content, width: int) -> None:
    for vote in tally.subjects(flagship):
        _check(read(tally, vote, flagship, width), flagship, vote)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_tick_stands_at_the_number_needed(flagship: Content, width: int) -> None:
    found = read(tally, "un-sc/2774", flagship, width)
    (tick,) = found.marks("tick")
    assert (tick.middle[0] - 16) * 15 / (width - 32) == pytest.approx(9, abs=0.01)
    assert found.labels("tick:needed") == "9 needed"
    assert found.labels("bar:no") == "0 No"


def test_no_source_no_tick(flagship: Content) -> None:
    assert not read(tally, "un-ga/es-11_7", flagship, 700).marks("tick")


def test_a_vote_of_which_only_the_outcome_is_known_has_no_bars(flagship: Content) -> None:
    assert "un-ga/es-11_8-amendments-eu" not in tally.subjects(flagship)
