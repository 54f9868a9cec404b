"""Every pixel of a picture, away from edges and letters, has the colour of what its drawing has on top there.

What the pixels show and the drawing lacks is found as well as a shape that was moved, cut or left out of either.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tellers.verify.ink import text_width
from tellers.verify.paints import Paints
from tellers.verify.rasters import Indices, Mask, number_of, parts_of, read_raster
from tellers.verify.report import Findings
from tellers.verify.svg import Picture, Shape

_RIM = 2
"""Pixels beside an edge that may be a blend, or the line around a mark."""
_ALIKE = 3
"""By so much may a channel be rounded."""


def check_painted(
    file: Path, picture: Picture, fonts: Path, paths: tuple[str, str], paints: Paints, findings: Findings
) -> None:
    """A picture of one pixel to a CSS pixel against its drawing; a difference is noted at both."""
    try:
        raster = read_raster(file)
    except (OSError, ValueError, SyntaxError):
        return  # said where the pixels of its marks are read
    theme = picture.attributes.get("data-theme", "")
    height, width = raster.indices.shape
    if (width, height) != (round(picture.width), round(picture.height)) or theme not in paints.roles:
        return
    canvas = _Canvas(width, height, paints.grounds[theme])
    for shape in picture.shapes:
        canvas.paint(shape, dict(paints.roles[theme].get(_role(shape, paints, theme), ())).get("fill", ""), fonts)
    own = np.array([parts_of(number_of(colour)) for colour in canvas.palette], dtype=np.int32)
    apart = np.abs(own[:, None, :] - raster.table[None, :, :]).max(axis=2) > _ALIKE
    wrong = np.flatnonzero(canvas.known & apart[canvas.places, raster.indices])
    findings.count("areas in pixels")
    if not wrong.size:
        return
    y, x = divmod(int(wrong[0]), width)
    red, green, blue = map(int, raster.table[raster.indices[y, x]])
    for path in paths:
        wanted = f"{canvas.palette[canvas.places[y, x]]} as its drawing has it"
        findings.differs(path, f"pixels at {x},{y}", f"#{red:02x}{green:02x}{blue:02x} in the picture", wanted)


class _Canvas:
    """The colour of each pixel as the drawing has it, and where that is known."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.palette = [ground]
        self.places: Indices = np.zeros((height, width), dtype=np.uint8)
        self.known: Mask = np.ones((height, width), dtype=np.bool_)

    def paint(self, shape: Shape, fill: str, fonts: Path) -> None:
        """One more shape on top; of letters, paths and what is seen through, only where they may be."""
        if "ground" in shape.classes:
            return  # under everything
        if shape.tag == "text":
            self._forget(*_letters(shape, fonts))
            return
        self._forget(shape.x0, shape.y0, shape.x1, shape.y1)
        if shape.tag not in ("rect", "circle") or not fill.startswith("#"):
            return
        x0, y0, x1, y1 = (round(edge) for edge in (shape.x0 + _RIM, shape.y0 + _RIM, shape.x1 - _RIM, shape.y1 - _RIM))
        height, width = self.places.shape
        x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
        if x1 <= x0 or y1 <= y0:
            return
        inside: Mask = np.ones((y1 - y0, x1 - x0), dtype=np.bool_)
        if shape.tag == "circle":
            x, y = shape.middle
            across, down = np.arange(x0, x1) + 0.5 - x, np.arange(y0, y1) + 0.5 - y
            inside = across[None, :] ** 2 + down[:, None] ** 2 < (shape.width / 2 - _RIM) ** 2
        if fill not in self.palette:
            self.palette.append(fill)
        self.places[y0:y1, x0:x1][inside] = self.palette.index(fill)
        self.known[y0:y1, x0:x1][inside] = True

    def _forget(self, x0: float, y0: float, x1: float, y1: float) -> None:
        top, left = max(int(y0) - _RIM, 0), max(int(x0) - _RIM, 0)
        self.known[top : max(int(y1) + _RIM + 1, 0), left : max(int(x1) + _RIM + 1, 0)] = False


def _role(shape: Shape, paints: Paints, theme: str) -> str:
    return next((name for name in shape.classes if name in paints.roles[theme]), "")


def _letters(shape: Shape, fonts: Path) -> tuple[float, float, float, float]:
    """Where the letters of a text may be."""
    width = text_width(shape, fonts)
    left = shape.x0 - {"end": width, "middle": width / 2}.get(shape.anchor, 0.0)
    over = 0.1 * shape.size
    return left - over, shape.y0 - 1.1 * shape.size, left + width + over, shape.y0 + 0.25 * shape.size
