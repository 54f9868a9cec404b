"""Quotes, read back from the SVG: the lines put together are the words of the record."""

from __future__ import annotations

import pytest

from tellers.figures import quote
from tellers.figures.card import EDGE
from tellers.figures.furniture import PAD
from tellers.model import Content
from tests.figures.timeline.reading import check_layout, number, read


@pytest.mark.parametrize("width", quote.WIDTHS)
def test_words_are_whole_and_exact(flagship: Content, tiny: Content, width: int) -> None:
    for content in (flagship, tiny):
        for id in quote.subjects(content):
            figure = read("quote", id, content, width)
            check_layout(figure, EDGE if width == 1200 else PAD)
            assert figure.text_of(quote.MARK) == content.quotes[id].text
            assert figure.chart.by_id[quote.MARK].claim.spec == f"text record=quotes/{id} field=text"
            assert len(figure.chart.alt) <= 150 and content.quotes[id].text in figure.chart.desc


@pytest.mark.parametrize("width", quote.WIDTHS)
def test_speaker_office_day_and_source_stand_below(flagship: Content, width: int) -> None:
    figure = read("quote", "peskov-2025-02-25-balanced", flagship, width)
    bar = figure.mark(quote.MARK)
    below = number(bar, "y") + number(bar, "height")
    said = " ".join(e.text or "" for e in figure.all("text") if number(e, "y") > below)
    for words in ("Dmitry Peskov", "25 February 2025", "Kremlin spokesman", "The Moscow Times"):
        assert words in said


def test_the_card_has_its_size(flagship: Content) -> None:
    for id in quote.subjects(flagship):
        figure = read("quote", id, flagship, 1200)
        assert (figure.width, figure.height) == (1200, 630)
        bar = figure.mark(quote.MARK)
        speaker = next(e for e in figure.all("text") if e.text == figure.chart.labels["speaker"])
        assert number(bar, "y") + number(bar, "height") < number(speaker, "y") - 24


def test_a_translation_says_so(flagship: Content) -> None:
    figure = read("quote", "peskov-2025-02-25-balanced", flagship, 700)
    assert "spoken in Russian" in " ".join(e.text or "" for e in figure.all("text"))
