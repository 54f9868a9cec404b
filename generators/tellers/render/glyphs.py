"""Lines of text as grey bitmaps for Agg, kept for as long as the process lives.

Matplotlib shapes and rasterises every letter again each time it is drawn, which is half the time of a picture with two
hundred codes. Our faces have neither kerning nor ligatures, so a line is the sum of its letters at the advances that the
layout was measured with, and the same code at the same size is drawn once. Letters stand on quarters of a pixel, or on whole
pixels where two make one CSS pixel: there the difference is not seen, and equal letters, being equal pixels, pack well.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags, RenderMode
from numpy.typing import NDArray

from tellers.look import metrics
from tellers.look.metrics import Face

STEPS = 4
"""Places to a pixel at which letters can begin."""
FINE = 2.0
"""Pixels to a CSS pixel from which letters stand on whole ones."""
_UPRIGHT = np.array([[0x10000, 0], [0, 0x10000]])


class Bitmap(NamedTuple):
    """Coverage from 0 to 255, and where its upper left pixel is: right of the start and above the base line."""

    cover: NDArray[np.uint8]
    left: int
    top: int


@lru_cache(maxsize=8192)
def line(file: str, face: Face, text: str, size: float, scale: float, step: int) -> Bitmap:
    """The text at a size in CSS pixels, `scale` pixels to one, begun `step` quarters right of a whole pixel.

    Raises MissingGlyph instead of drawing a box.
    """
    metrics.width(text, size, face)
    placed: list[tuple[Bitmap, int]] = []
    for position, character in enumerate(text):
        at = _place(step + metrics.width(text[:position], size, face) * scale * STEPS, scale)
        glyph = _glyph(file, character, size * scale, at % STEPS)
        if glyph.cover.size:
            placed.append((glyph, at // STEPS + glyph.left))
    if not placed:
        return Bitmap(np.zeros((0, 0), np.uint8), 0, 0)
    left, top = min(x for _, x in placed), max(glyph.top for glyph, _ in placed)
    right = max(x + glyph.cover.shape[1] for glyph, x in placed)
    bottom = max(glyph.cover.shape[0] - glyph.top for glyph, _ in placed)
    cover = np.zeros((top + bottom, right - left), np.uint8)
    for glyph, x in placed:
        rows, columns = glyph.cover.shape
        part = cover[top - glyph.top : top - glyph.top + rows, x - left : x - left + columns]
        np.maximum(part, glyph.cover, out=part)
    return Bitmap(cover, left, top)


def _place(quarters: float, scale: float) -> int:
    """The quarter of a pixel at which a letter stands, of those that it may stand on."""
    return STEPS * math.floor(quarters / STEPS + 0.5) if scale >= FINE else round(quarters)


def start(x: float) -> tuple[int, int]:
    """The whole pixel and the quarter at which a line that begins at x begins."""
    at = math.floor(x * STEPS + 0.5)
    return at // STEPS, at % STEPS


@lru_cache(maxsize=8192)
def _glyph(file: str, character: str, size: float, step: int) -> Bitmap:
    font: Any = get_font(file)  # the private methods are those with which Matplotlib's own Agg renderer draws text
    font.set_size(size, 72)
    font._set_transform(_UPRIGHT, [step * 64 // STEPS, 0])
    drawn = font._render_glyph(font.get_char_index(ord(character)), LoadFlags.NO_HINTING, RenderMode.NORMAL)
    return Bitmap(np.array(drawn.buffer, dtype=np.uint8, ndmin=2), drawn.left, drawn.top)
