"""The timeline, read back from its SVG: widths to one scale, numbers beside their bars, nothing outside."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tellers.figures import timeline
from tellers.figures.furniture import PAD
from tellers.model import Content
from tellers.stats import result_of
from tests.figures.timeline.reading import check_layout, number, read


@pytest.mark.parametrize("width", timeline.WIDTHS)
def test_tiny_rows_have_one_scale(tiny: Content, width: int) -> None:
    figure = read("timeline", "bridge", tiny, width)
    check_layout(figure, PAD)
    scales = {
        round(number(figure.mark(mark.id), "width") / figure.chart.value(mark.id), 1)
        for mark in figure.chart.marks
        if figure.chart.value(mark.id)
    }
    assert max(scales) - min(scales) <= 0.1
    assert [figure.text_of(f"bar:assembly/24_1:{option}") for option in ("yes", "no", "abstain")] == ["5", "3", "1"]


@pytest.mark.parametrize("width", timeline.WIDTHS)
def test_every_series(flagship: Content, width: int) -> None:
    for series in timeline.subjects(flagship):
        figure = read("timeline", series, flagship, width)
        check_layout(figure, PAD)
        for vote in flagship.series[series].votes:
            result = result_of(flagship, vote)
            bars = [
                m for m in figure.chart.marks if m.group == vote and m.id.startswith("bar:") and figure.chart.value(m.id)
            ]
            assert sum(figure.chart.value(m.id) for m in bars) == len(result.seated)
            drawn = [figure.mark(m.id) for m in bars]
            for mark, element in zip(bars, drawn, strict=True):
                assert element.get("class") == mark.role
                assert figure.text_of(mark.id) == str(figure.chart.value(mark.id))
            for before, after in pairwise(drawn):
                assert number(before, "x") + number(before, "width") == pytest.approx(number(after, "x"), abs=0.02)
            whole = sum(number(e, "width") for e in drawn)
            scale = whole / len(result.seated)
            for mark, element in zip(bars, drawn, strict=True):
                assert number(element, "width") / scale == pytest.approx(figure.chart.value(mark.id), abs=0.1)


def test_missing_members_are_no_option(flagship: Content) -> None:
    """Of 2020 only the totals are known: the 20 members that they leave out are not said to have not voted."""
    figure = read("timeline", "crimea", flagship, 700)
    unstated = figure.mark("bar:un-ga/2020-12-16-human-rights-crimea:unstated")
    assert unstated.get("class") == "no-record" and unstated.get("data-option") is None
    assert "not in the stated totals" in " ".join(e.text or "" for e in figure.all("text"))


def test_title_states_both_ends(flagship: Content) -> None:
    chart = read("timeline", "ukraine-emergency-session", flagship, 360).chart
    assert str(chart.title).replace("\u00a0", " ") == "141 voted yes in Mar 2022, 91 in Dec 2025"
    assert len(chart.alt) <= 150


def test_heads_stand_above_their_columns(flagship: Content) -> None:
    """Where there is room, the head of a column begins where that column begins in the first row."""
    figure = read("timeline", "crimea", flagship, 700)
    heads = {e.text: number(e, "x") for e in figure.all("text")}
    for option, name, indent in (("yes", "Yes", 0), ("no", "No", 13), ("abstain", "Abstain", 0)):
        assert heads[name] - indent == pytest.approx(number(figure.mark(f"bar:un-ga/71_205:{option}"), "x"), abs=0.02)
