"""A drawing as one Matplotlib artist that paints the drawing's things in order.

No axes, no pyplot, no ticks: layout was decided where the drawing was made. The artist draws on any Matplotlib renderer: on
Agg for PNG, on the SVG renderer of this package, or in a bare `Figure` on Matplotlib's own backends, which tests compare
ours with. Renderers of this package get it directly; making a `Figure` costs more than the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path as FilePath
from typing import Any, cast

import numpy as np
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from tellers.figures.drawing import Circle, Drawing, Path, Rect, Text, Thing
from tellers.look import metrics
from tellers.look.metrics import Face, file_name
from tellers.look.palette import GROUND, PAINTS, Paint, Theme
from tellers.problems import EnvironmentFault

RC: Any = {
    "text.hinting": "none",
    "text.parse_math": False,
    "text.antialiased": True,
    "path.simplify": False,
    "path.snap": False,
}
_CODES = {"M": Outline.MOVETO, "L": Outline.LINETO, "C": Outline.CURVE4, "Z": Outline.CLOSEPOLY}
_KAPPA = 0.5522847498


class DrawingArtist(Artist):
    """Paints a drawing in a theme's colours; with its ground where no figure has painted that before."""

    def __init__(self, drawing: Drawing, theme: Theme, fonts: FilePath, ground: bool = False) -> None:
        super().__init__()
        self.drawing, self.paints, self.fonts = drawing, PAINTS[theme], fonts
        self.ground = GROUND[theme] if ground else ""

    def draw(self, renderer: RendererBase) -> None:
        """Paint each thing; outlines as paths, words as text in their own face.

        A renderer that knows our things, such as the SVG one, gets them as they are.
        """
        draw_thing = getattr(renderer, "draw_thing", None)
        if draw_thing is not None:
            for thing in self.drawing.things:
                draw_thing(thing)
            return
        scale: float = cast(float, renderer.points_to_pixels(1.0))
        height = self.drawing.height
        place = Affine2D().scale(scale, -scale).translate(0, height * scale)
        if self.ground:
            _paint_ground(renderer, self.drawing, self.ground, place)
        contexts = {role: _context(renderer, self.paints[role]) for role in {thing.role for thing in self.drawing.things}}
        for alike, run in groupby(self.drawing.things, self._likeness(renderer, scale)):
            things = list(run)
            gc, fill = contexts[things[0].role]
            if alike is not None and len(things) > 1:
                _stamp(renderer, gc, things, scale, fill)
                continue
            for thing in things:
                gc, fill = contexts[thing.role]
                if isinstance(thing, Text):
                    self._write(renderer, gc, thing, scale)
                else:
                    renderer.draw_path(gc, outline(thing), place, fill)
        for gc, _ in contexts.values():
            gc.restore()

    def _likeness(self, renderer: RendererBase, scale: float) -> Callable[[Thing], object]:
        """What neighbours have in common that a renderer can `stamp`: all but the whole pixel; None for other things."""
        if not hasattr(renderer, "stamp") or scale % 1:
            return lambda thing: None
        whole = {role for role, paint in self.paints.items() if not paint.dash}

        def alike(thing: Thing) -> object:
            if isinstance(thing, Circle) and thing.role in whole:
                return thing.role, thing.radius, _place(thing.x * scale)[1], _place(thing.y * scale)[1]
            if isinstance(thing, Rect) and thing.role in whole:
                form = thing.role, thing.width, thing.height, thing.radius
                return *form, _place(thing.x * scale)[1], _place(thing.y * scale)[1]
            return None

        return alike

    def _write(self, renderer: RendererBase, gc: GraphicsContextBase, text: Text, scale: float) -> None:
        """The line by the renderer's own `write`, or as Matplotlib draws text, from the left edge that its anchor means."""
        properties = font(self.fonts, text.face, text.size)
        write = getattr(renderer, "write", None)
        if write is not None:
            write(gc, text, properties.get_file(), scale)
            return
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor] * metrics.width(text.text, text.size, text.face)
        renderer.draw_text(gc, (text.x - shift) * scale, text.y * scale, text.text, properties, 0)


def _stamp(renderer: Any, gc: GraphicsContextBase, alike: Sequence[Any], scale: float, fill: Any) -> None:
    """Equal shapes, of which one is worked out, at the whole pixels where they are."""
    pixels = [(_place(thing.x * scale)[0], _place(thing.y * scale)[0]) for thing in alike]
    renderer.stamp(gc, outline(alike[0]), scale, pixels, fill)


def _place(at: float) -> tuple[int, int]:
    """The whole pixel, and millionths of one."""
    return divmod(round(at * 1_000_000), 1_000_000)


def _paint_ground(renderer: RendererBase, drawing: Drawing, colour: str, place: Affine2D) -> None:
    gc = renderer.new_gc()
    gc.set_linewidth(0)
    gc.set_antialiased(False)
    renderer.draw_path(gc, outline(Rect(0, 0, drawing.width, drawing.height, "gap")), place, to_rgba(colour))
    gc.restore()


def figure_of(drawing: Drawing, theme: Theme, fonts: FilePath) -> Figure:
    """The Matplotlib figure of the drawing, one inch to 72 CSS pixels, on the theme's opaque ground."""
    with rc_context(RC):
        figure = Figure(figsize=(drawing.width / 72, drawing.height / 72), dpi=72, facecolor=GROUND[theme])
        figure.add_artist(DrawingArtist(drawing, theme, fonts))
    return figure


def outline(thing: Rect | Circle | Path) -> Outline:
    """The thing's outline in CSS pixels, y downwards."""
    if isinstance(thing, Rect):
        return _rounded(thing) if thing.radius else _box(thing)
    if isinstance(thing, Circle):
        return _ring(thing.x, thing.y, thing.radius)
    return _commands(thing.commands)


@lru_cache(maxsize=256)
def font(fonts: FilePath, face: Face, size: float) -> FontProperties:
    """The face at this size, from our own font files."""
    path = fonts / file_name(face)
    if not path.is_file():
        raise EnvironmentFault(f"font file missing: {path}; install tellers again, or restore site_overrides/assets/fonts")
    return FontProperties(fname=str(path), size=size)


def _context(renderer: RendererBase, paint: Paint) -> tuple[GraphicsContextBase, Any]:
    gc = renderer.new_gc()
    gc.set_antialiased(True)
    gc.set_snap(False)
    if paint.edge:
        gc.set_foreground(to_rgba(paint.edge), isRGBA=True)
        gc.set_linewidth(paint.edge_width)  # in points, as Agg scales widths and dashes itself
        gc.set_dashes(0, list(paint.dash) or None)
    else:
        gc.set_foreground(to_rgba(paint.fill or "#000000"), isRGBA=True)
        gc.set_linewidth(0)
    if paint.round:
        gc.set_capstyle("round")
        gc.set_joinstyle("round")
    else:
        gc.set_capstyle("butt")
        gc.set_joinstyle("miter")
    return gc, (to_rgba(paint.fill, paint.alpha) if paint.fill else None)


def _box(rect: Rect) -> Outline:
    return _path(_BOX * (rect.width, rect.height) + (rect.x, rect.y), _BOX_CODES)


def _rounded(rect: Rect) -> Outline:
    r = min(rect.radius, rect.width / 2, rect.height / 2)
    return _path(_CORNERS * (rect.width, rect.height) + _INSETS * r + (rect.x, rect.y), _ROUNDED_CODES)


def _ring(x: float, y: float, r: float) -> Outline:
    return _path(_RING * r + (x, y), _RING_CODES)


def _commands(commands: tuple[tuple[str | float, ...], ...]) -> Outline:
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for name, *numbers in commands:
        points = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)] or [(0.0, 0.0)]
        vertices += points
        codes += [int(_CODES[str(name)])] * len(points)
    return Outline(vertices, codes)


def _path(vertices: NDArray[np.float64], codes: NDArray[np.uint8]) -> Outline:
    """The outline without the checks that Matplotlib makes of vertices it does not know."""
    path: Outline = Outline._fast_from_codes_and_verts(vertices, codes)  # type: ignore[attr-defined]
    path.should_simplify = False  # or Agg makes octagons of rings
    return path


def _template(text: str) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Vertices and codes of `M x y L x y …`, written down once for shapes that come by the hundred."""
    commands: list[tuple[str | float, ...]] = []
    for word in text.split():
        commands = [*commands, (word,)] if word.isalpha() else [*commands[:-1], (*commands[-1], float(word))]
    path = _commands(tuple(commands))
    return np.asarray(path.vertices), np.asarray(path.codes)


_K, _Q = _KAPPA, 1 - _KAPPA
_BOX, _BOX_CODES = _template("M 0 0 L 1 0 L 1 1 L 0 1 Z")
_RING, _RING_CODES = _template(
    f"M 1 0 C 1 {_K} {_K} 1 0 1 C {-_K} 1 -1 {_K} -1 0 C -1 {-_K} {-_K} -1 0 -1 C {_K} -1 1 {-_K} 1 0 Z"
)
_CORNERS, _ROUNDED_CODES = _template(
    "M 0 0 L 1 0 C 1 0 1 0 1 0 L 1 1 C 1 1 1 1 1 1 L 0 1 C 0 1 0 1 0 1 L 0 0 C 0 0 0 0 0 0 Z"
)
_INSETS, _ = _template(
    f"M 1 0 L -1 0 C {-_Q} 0 0 {_Q} 0 1 L 0 -1 C 0 {-_Q} {-_Q} 0 -1 0 L 1 0 C {_Q} 0 0 {-_Q} 0 -1"
    f" L 0 1 C 0 {_Q} {_Q} 0 1 0 Z"
)


def missing_fonts(fonts: FilePath) -> list[str]:
    """Names of font files that should be in the folder and are not."""
    return [file_name(face) for face in Face if not (fonts / file_name(face)).is_file()]


__all__ = ["RC", "DrawingArtist", "figure_of", "font", "missing_fonts", "outline"]
