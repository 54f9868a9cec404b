"""Social cards, read back from the SVG: exact size, bar to scale, words inside."""

from __future__ import annotations

import pytest

from tellers.figures import card
from tellers.model import Content
from tests.figures.timeline.reading import check_layout, number, read


def test_every_card(flagship: Content, tiny: Content) -> None:
    for content in (flagship, tiny):
        assert card.subjects(content) == list(content.votes)
        for vote in card.subjects(content):
            figure = read("card", vote, content, 1200)
            check_layout(figure, card.EDGE)
            assert (figure.width, figure.height) == (1200, 630)
            bars = [m for m in figure.chart.with_role("bar") if figure.chart.value(m.id)]
            whole = sum(figure.chart.value(m.id) for m in bars)
            for mark in bars:
                drawn = figure.mark(mark.id)
                assert number(drawn, "width") / card.INNER * whole == pytest.approx(figure.chart.value(mark.id), abs=0.05)
                assert (drawn.get("class"), figure.text_of(mark.id)) == (
                    mark.role, f"{figure.chart.value(mark.id)} {mark.label}",
                )  # fmt: skip


def test_a_card_says_what_where_and_when(flagship: Content) -> None:
    said = " ".join(e.text or "" for e in read("card", "un-ga/es-11_7", flagship, 1200).all("text"))
    for words in ("Adopted 93–18, with 65 abstentions", "just and lasting peace", "General Assembly, 24 February 2025",
                  "A/RES/ES-11/7", "Not voting", flagship.site.name):  # fmt: skip
        assert words in said
    assert "absent" not in said.lower()


def test_without_totals_there_is_no_bar(flagship: Content) -> None:
    figure = read("card", "un-ga/es-11_8-amendments-eu", flagship, 1200)
    assert not figure.chart.with_role("bar")
    assert figure.mark("label:outcome").text == "Adopted"


def test_other_widths_are_refused(flagship: Content) -> None:
    with pytest.raises(ValueError, match="1200"):
        read("card", "un-ga/es-11_7", flagship, 700)
