"""PNG: opaque, exact colours, the right size, a manifest that can be read, the same bytes twice."""

from __future__ import annotations

import io
from types import ModuleType
from typing import cast

import numpy as np
import pytest
from PIL import Image

from tellers.build.drawing import drawn_as_file
from tellers.build.kinds import FigureKind
from tellers.claims.words import Words
from tellers.figures import blocks, council, hemicycle, tally, waffle
from tellers.figures.drawing import Circle, Drawing, Rect, Text
from tellers.files.resources import fonts
from tellers.look import metrics
from tellers.look.metrics import Face, MissingGlyph
from tellers.look.palette import GROUND, PAINTS, Theme
from tellers.manifest import KEYWORD, Manifest, load
from tellers.model import Content
from tellers.render import glyphs
from tellers.render.canvas import font
from tellers.render.png import palette, png

CASES = [(tally, "un-ga/es-11_7"), (waffle, "un-ga/es-11_7"), (blocks, "un-ga/es-11_7"), (council, "un-sc/s_2022_155")]


def _png(kind: ModuleType, vote: str, content: Content, theme: Theme, width: int = 700) -> bytes:
    chart = kind.marks(vote, content, Words())
    drawn = drawn_as_file(cast(FigureKind, kind), chart, width)
    return png(drawn, chart.manifest(width, theme, {}), fonts(), theme)


def _open(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def _hex(pixel: tuple[int, ...]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in pixel[:3])


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize(("kind", "vote"), CASES)
def test_it_is_opaque_has_the_roles_colours_and_is_twice_as_wide(
    kind: ModuleType, vote: str, theme: Theme, flagship: Content
) -> None:
    picture = _open(_png(kind, vote, flagship, theme))
    drawing = kind.draw(kind.marks(vote, flagship, Words()), 700)
    assert picture.mode == "P"
    assert "transparency" not in picture.info
    assert picture.size == (1400, 2 * drawing.height)
    counted = picture.convert("RGB").getcolors(1 << 20)
    assert counted is not None
    colours = {_hex(pixel): number for number, pixel in counted if isinstance(pixel, tuple)}
    assert max(colours, key=lambda colour: colours[colour]) == GROUND[theme]
    for role in {thing.role for thing in drawing.things if not isinstance(thing, Text)} & {"yes", "no", "abstain"}:
        assert colours[str(PAINTS[theme][role].fill)] > 200, role


@pytest.mark.parametrize("theme", list(Theme))
def test_a_bars_pixels_are_its_number(theme: Theme, flagship: Content) -> None:
    row = np.asarray(_open(_png(tally, "un-ga/es-11_7", flagship, theme)).convert("RGB"))
    fill = str(PAINTS[theme]["yes"].fill)
    channels = [int(fill[i : i + 2], 16) for i in (1, 3, 5)]
    longest = int((row == channels).all(axis=2).sum(axis=1).max())
    assert longest / 2 + 1.5 == pytest.approx(93 * 668 / 193, abs=1.0), "the gap takes 1.5 px of the bar"


@pytest.mark.parametrize("role", ["yes", "abstain", "no-record"])
@pytest.mark.parametrize("scale", [1.0, 2.0, 1.5, 2.615])
def test_neighbours_that_are_alike_have_the_pixels_that_they_have_apart(role: str, scale: float, flagship: Content) -> None:
    discs = [Circle(20.5 + 15 * i, 20.37, 6.13, role) for i in range(6)]
    tiles = [Rect(12.25 + 33.5 * i, 50.92, 30.5, 30.5, role, radius=4) for i in range(6)]
    manifest = tally.marks("un-ga/es-11_7", flagship, Words()).manifest(220, Theme.LIGHT, {})
    together, apart = (*discs, *tiles), [thing for pair in zip(discs, tiles, strict=True) for thing in pair]
    made = {png(Drawing(220, 100, tuple(things)), manifest, fonts(), Theme.LIGHT, scale) for things in (together, apart)}
    assert len(made) == 1


def test_the_manifest_can_be_read(flagship: Content) -> None:
    picture = _open(_png(tally, "un-ga/es-11_7", flagship, Theme.LIGHT))
    manifest = load(picture.info[KEYWORD])
    assert manifest.figure == "un-ga/es-11_7.tally"
    assert {c.of["option"]: c.value for c in manifest.claims if c.says == "tally"}["yes"] == 93
    assert "93 yes" in picture.info["Description"]
    assert not {"Creation Time", "date:create"} & set(picture.info)


@pytest.mark.parametrize(("kind", "vote"), CASES)
def test_the_same_bytes_twice_whatever_was_drawn_between(kind: ModuleType, vote: str, flagship: Content) -> None:
    first = _png(kind, vote, flagship, Theme.LIGHT)
    glyphs.line.cache_clear()
    _png(tally, "un-ga/es-11_8", flagship, Theme.DARK, 360)
    assert _png(kind, vote, flagship, Theme.LIGHT) == first


@pytest.mark.parametrize("theme", list(Theme))
def test_the_palette_has_every_role_and_room_to_spare(theme: Theme) -> None:
    colours = palette(theme, tuple(PAINTS[theme]), (0.5, 1.0))
    table = {_hex(tuple(row)) for row in colours.tolist()}
    assert len(colours) <= 255
    for role, paint in PAINTS[theme].items():
        for colour in (paint.fill if paint.alpha == 1 else None, paint.edge):
            assert colour is None or colour in table, role


def test_a_ring_is_round() -> None:
    """Agg simplifies unfilled outlines unless told not to, and a ring becomes an octagon."""
    size, radius = 60, 22.0
    drawing = Drawing(size, size, (Circle(size / 2, size / 2, radius, "ring"),))
    manifest = Manifest("f", "k", size, "light", (), (), (), {"title": "", "alt": "", "source": ""})
    picture = np.asarray(_open(png(drawing, manifest, fonts(), Theme.LIGHT)).convert("L"))
    y, x = np.nonzero(picture < 100)
    distances = np.hypot(x + 0.5 - size, y + 0.5 - size)
    assert distances.min() > 2 * radius - 3
    assert distances.max() < 2 * radius + 3


def test_a_line_is_as_wide_as_it_was_measured() -> None:
    text, size = "United Kingdom", 13.0
    file = font(fonts(), Face.REGULAR, size).get_file()
    drawn = glyphs.line(str(file), Face.REGULAR, text, size, 2.0, 0)
    assert drawn.cover.shape[1] + drawn.left == pytest.approx(2 * metrics.width(text, size, Face.REGULAR), abs=4)
    assert drawn.top == pytest.approx(2 * metrics.cap_height(size, Face.REGULAR), abs=2.5)


def test_a_sign_without_glyph_is_an_error() -> None:
    with pytest.raises(MissingGlyph):
        glyphs.line("", Face.REGULAR, "a\u2713", 13, 2.0, 0)


HEAVIEST = [(blocks, "un-ga/68_262"), (blocks, "un-ga/74_17"), (hemicycle, "un-ga/es-11_3"), (waffle, "un-ga/73_194")]


@pytest.mark.parametrize(("kind", "vote"), HEAVIEST)
def test_pictures_for_mail_are_light(kind: ModuleType, vote: str, flagship: Content) -> None:
    """The heaviest of this site."""
    for theme in Theme:
        for width in (360, 600):
            assert len(_png(kind, vote, flagship, theme, width)) <= 60 * 1024
