"""Words against votes, read back from the SVG: each ballot by its swatch, each quote word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellers.claims.words import Words
from tellers.figures import words
from tellers.figures.furniture import PAD
from tellers.model import Content
from tests.figures.timeline.reading import check_layout, left_of, number, read


@pytest.mark.parametrize("width", (360, 700))
def test_every_member_with_quotes(flagship: Content, width: int) -> None:
    assert {"RUS", "USA", "UKR", "GBR"} <= set(words.subjects(flagship))
    for member in words.subjects(flagship):
        figure = read("words", member, flagship, width)
        check_layout(figure, PAD)
        votes = {m.id: m for m in figure.chart.with_role("vote")}
        for vote, roll in flagship.rolls.items():
            option = roll.option_of(member)
            if option is not None and f"vote:{vote}" in votes:
                swatch = figure.mark(f"vote:{vote}")
                assert (swatch.get("class"), swatch.get("data-member")) == (option, member)
        for mark in figure.chart.with_role("quote"):
            assert figure.text_of(mark.id) == flagship.quotes[mark.id.removeprefix("quote:")].text


@pytest.mark.parametrize("width", (360, 700))
def test_years_without_words_say_so(flagship: Content, width: int) -> None:
    figure = read("words", "USA", flagship, width)
    said = [e.text for e in figure.all("text")]
    years = {mark.group for mark in figure.chart.marks}
    spoken = {mark.group for mark in figure.chart.with_role("quote")}
    assert said.count("No statement with a sound source here") == len(years - spoken) > 0


def test_time_runs_downwards(flagship: Content) -> None:
    figure = read("words", "RUS", flagship, 360)
    times = {mark.id: figure.chart.labels[f"at:{mark.id}"] for mark in figure.chart.marks}
    order = sorted(figure.chart.marks, key=lambda mark: number(figure.mark(mark.id), "y"))
    assert [times[mark.id] for mark in order] == sorted(times.values())


def test_a_card_has_a_column_a_year(flagship: Content, tiny: Content) -> None:
    for content in (flagship, tiny):
        for member in words.subjects(content):
            figure = read("words", member, content, 1200)
            check_layout(figure, 60)
            ticks = {e.get("data-tick"): number(e, "x") for e in figure.all("text") if e.get("data-tick")}
            assert set(ticks) == {mark.group for mark in figure.chart.marks}
            ends = dict(zip(sorted(ticks), [*sorted(ticks.values())[1:], 1137.0], strict=True))
            for mark in figure.chart.marks:
                assert ticks[mark.group] <= left_of(figure.mark(mark.id)) + 1.1 < ends[mark.group], mark.id


@pytest.mark.parametrize(("width", "pad", "smallest"), [(360, PAD, 11), (600, PAD, 11), (1080, 60, 24)])
def test_what_travels_has_a_row_a_year(flagship: Content, tiny: Content, width: int, pad: float, smallest: float) -> None:
    """Votes left, quotes right; years without a quote say so; letters of a square can be read on a phone."""
    for content in (flagship, tiny):
        for member in words.subjects(content):
            figure = read("words", member, content, width, "draw_file")
            check_layout(figure, pad)
            assert min(number(e, "font-size") for e in figure.all("text")) >= smallest
            spoken = {mark.group for mark in figure.chart.with_role("quote")}
            said = "".join(e.text or "" for e in figure.all("text")).replace(" ", "")
            assert said.count("Nostatement") == len({mark.group for mark in figure.chart.marks} - spoken)
            right = min(left_of(figure.mark(m.id)) for m in figure.chart.with_role("quote"))
            assert max(left_of(figure.mark(m.id)) for m in figure.chart.with_role("vote")) < right


def test_a_square_with_more_years_than_room_is_an_error(tiny: Content) -> None:
    chart = words.marks("BRU", tiny, Words())
    years = tuple(replace(chart.marks[0], group=str(year)) for year in range(1900, 1990))
    with pytest.raises(ValueError, match="more years"):
        words.draw(replace(chart, marks=(*years, *chart.marks)), 1080)


def test_lanes_stand_side_by_side(flagship: Content) -> None:
    figure = read("words", "RUS", flagship, 700)
    left = max(number(figure.mark(m.id), "x") for m in figure.chart.with_role("vote"))
    assert left < min(number(figure.mark(m.id), "x") for m in figure.chart.with_role("quote"))


def test_more_quotes_than_room(tiny: Content) -> None:
    """The longest of a year are left out whole and counted; nothing is shortened."""
    first = tiny.quotes["odell-2025-05-06-answer"]
    longer = {f"copy-{n}": f"{first.text} {'x' * n}" for n in range(1, words.MOST + 1)}
    copies = {id: first.model_copy(update={"id": id, "text": text}) for id, text in longer.items()}
    digests = {**tiny.digests, **{f"quotes/{id}": "sha256:" + "0" * 64 for id in copies}}
    member = tiny.speakers[first.speaker].speaks_for
    assert isinstance(member, str)
    figure = read("words", member, replace(tiny, quotes={first.id: first, **copies}, digests=digests), 360)
    assert [mark.id for mark in figure.chart.with_role("quote")] == ["quote:copy-1", "quote:copy-2", f"quote:{first.id}"]
    assert "Of 4 quotes 1 is not shown" in str(figure.chart.subtitle)
