"""What travels is light: a long series and a long quote too, at fewer pixels or in smaller letters."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from tellers.build.drawing import drawn_as_file, job_of, kinds, painted
from tellers.claims.words import Words
from tellers.model import Content
from tellers.render.boxes import LIGHT_ENOUGH


def _painted(kind: str, subject: str, content: Content) -> list[bytes]:
    chart = kinds()[kind].marks(subject, content, Words())
    return list(painted(job_of(kind, chart, content), 600, drawn_as_file(kinds()[kind], chart, 600)).values())


def test_a_long_series_has_fewer_pixels_in_both_themes(flagship: Content) -> None:
    votes = tuple(id for id, vote in flagship.votes.items() if vote.body == "un-ga" and id in flagship.rolls)
    long = flagship.series["crimea"].model_copy(update={"votes": votes})
    light, dark = _painted("timeline", "crimea", replace(flagship, series={**flagship.series, "crimea": long}))
    assert max(len(light), len(dark)) <= LIGHT_ENOUGH
    sizes = [Image.open(io.BytesIO(data)).size for data in (light, dark)]
    assert sizes[0] == sizes[1] and sizes[0][0] in (900, 600)


def test_a_long_quote_has_smaller_letters(flagship: Content) -> None:
    found = [quote for quote in flagship.quotes.values() if len(quote.text) > 200]
    text = " ".join(quote.text for quote in found)[:1000]
    long = found[0].model_copy(update={"text": text})
    for data in _painted("quote", long.id, replace(flagship, quotes={**flagship.quotes, long.id: long})):
        assert len(data) <= LIGHT_ENOUGH
        assert Image.open(io.BytesIO(data)).width == 1200
