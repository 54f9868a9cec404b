"""The alluvial, read back from its SVG: heights of ribbons and columns against the joint counts."""

from __future__ import annotations

import pytest

from tellers.figures import alluvial
from tellers.figures.furniture import PAD
from tellers.model import Content, Option
from tellers.stats import result_of
from tests.figures.timeline.reading import Read, check_layout, number, points, read

PAIR = "un-ga/es-11_7|un-ga/es-11_1"


def _heights(figure: Read, mark: str) -> tuple[float, float]:
    """How high the ribbon is where it leaves and where it arrives."""
    start, end, below_end, below_start = points(figure.mark(mark))
    return below_start[1] - start[1], below_end[1] - end[1]


@pytest.mark.parametrize("width", alluvial.WIDTHS)
def test_ribbons_have_the_height_of_their_counts(flagship: Content, width: int) -> None:
    for subject in alluvial.subjects(flagship):
        figure = read("alluvial", subject, flagship, width)
        check_layout(figure, PAD)
        chart = figure.chart
        whole = sum(number(figure.mark(m.id), "height") for m in chart.with_role("from"))
        scale = whole / sum(chart.value(m.id) for m in chart.with_role("from"))
        for mark in chart.with_role("flow"):
            left, right = _heights(figure, mark.id)
            assert left == pytest.approx(right, abs=0.02)
            assert left / scale == pytest.approx(chart.value(mark.id), abs=0.05)
        for side in ("from", "to"):
            for mark in chart.with_role(side):
                assert number(figure.mark(mark.id), "height") / scale == pytest.approx(chart.value(mark.id), abs=0.05)
                assert figure.text_of(mark.id).startswith(f"{chart.value(mark.id)} ")


def test_ribbons_add_up_to_both_columns(flagship: Content) -> None:
    chart = read("alluvial", PAIR, flagship, 700).chart
    later, earlier = result_of(flagship, "un-ga/es-11_7"), result_of(flagship, "un-ga/es-11_1")
    for option in (Option.YES, Option.NO, Option.ABSTAIN, Option.NOT_VOTING):
        leaving = sum(chart.value(m.id) for m in chart.with_role("flow") if m.group == option)
        arriving = sum(chart.value(m.id) for m in chart.with_role("flow") if m.option == option)
        assert (leaving, arriving) == (earlier.tally[option], later.tally[option])


def test_the_largest_move_is_the_title(flagship: Content) -> None:
    chart = read("alluvial", PAIR, flagship, 360).chart
    assert chart.figure == "un-ga/es-11_7.alluvial.es-11_1"
    assert str(chart.title) == "35 of the 141 members that voted yes on A/RES/ES-11/1 abstained on A/RES/ES-11/7"
    claim = chart.by_id["flow:yes:abstain"].claim
    assert claim.spec == "shift before=un-ga/es-11_1 after=un-ga/es-11_7 from=yes to=abstain"
    assert "United States" in chart.desc and len(chart.alt) <= 150


def test_numbers_in_ribbons_are_those_of_moves(flagship: Content) -> None:
    figure = read("alluvial", PAIR, flagship, 700)
    assert figure.text_of("flow:yes:abstain") == "35"
    assert figure.text_of("flow:yes:yes") == ""


def test_pairs(flagship: Content, tiny: Content) -> None:
    """Consecutive votes, each with the first of its series, and both votes of one day; never a council."""
    pairs = alluvial.subjects(flagship)
    assert {PAIR, "un-ga/es-11_7|un-ga/es-11_6", "un-ga/es-11_7|un-ga/es-11_8", "un-ga/es-11_4|un-ga/68_262"} <= set(pairs)
    assert not [pair for pair in pairs if "un-sc" in pair]
    assert alluvial.subjects(tiny) == ["assembly/25_3|assembly/24_3"]


def test_no_record_is_nobodys_move(flagship: Content) -> None:
    """13 members without a record of 2018 abstained in 2019: drawn, but not said to have moved."""
    figure = read("alluvial", "un-ga/74_168|un-ga/73_263", flagship, 700)
    assert figure.chart.value("flow:no-record:abstain") == 13
    assert str(figure.chart.title).startswith("3 of the 27 members that voted no")
    assert "recorded" not in figure.chart.alt
