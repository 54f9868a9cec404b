"""PNG at twice the pixels, through Agg, with a palette of the colours of the drawing's roles and their blends.

The palette keeps every flat area at exactly its role's hex, so that a reader of the picture can name the role, and makes
files a third of the size. Provenance travels in the iTXt chunk `tellers`; there is no time stamp.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import numpy as np
from matplotlib import rc_context
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, IdentityTransform
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tellers.figures.drawing import Drawing, Text
from tellers.look import metrics
from tellers.look.palette import GROUND, PAINTS, Paint, Theme
from tellers.manifest import KEYWORD, Manifest, dump
from tellers.render import glyphs
from tellers.render.boxes import LIGHT_ENOUGH, Box
from tellers.render.canvas import RC, DrawingArtist

SCALE = 2
_QUARTERS = (0.25, 0.5, 0.75, 1.0)
"""Where two colours meet: at twice the pixels more are not seen, and cost a tenth of the bytes."""
_HALVES = (0.5, 1.0)
"""For what is too heavy: seen in large letters only, and costs a tenth less again."""
_WAYS = ((_QUARTERS, 4), (_QUARTERS, 6), (_HALVES, 7), (_HALVES, 8))
"""Blends and levels of packing, from the quickest to the lightest; the last takes twice as long as the one before."""
_CROWDED = (115_000, 142_000)
"""With so many runs of equal pixels a picture is seldom light enough the first way, or the second: it begins with the next.
So nearly every picture is packed once."""
_ABOVE = ("on", "cue")
"""Beginnings of roles that are drawn on marks of the role in the rest of their name."""
_UNSEEN = 255
_HOLLOW = 1000
"""Squared distance from the ground within which the fill of a mark with an edge is hollow: no faint edge is taken for it."""
_FAR = 1 << 20


def png(
    drawing: Drawing, manifest: Manifest, fonts: FilePath, theme: Theme, scale: float = SCALE, box: Box | None = None
) -> bytes:
    """The drawing as an opaque palette PNG, `scale` pixels to a CSS pixel or as its box has it, with its manifest inside."""
    scale = box.scale(drawing) if box is not None else scale
    runs, roles = _Runs.of(_pixels(drawing, fonts, theme, scale)), tuple(sorted({thing.role for thing in drawing.things}))
    packed = b""
    for blends, level in _WAYS[bisect_right(_CROWDED, runs.colours.size) :]:
        colours = palette(theme, roles, blends)
        indices = _indices(runs, theme, roles, blends)
        picture = Image.fromarray(_set_in(box, indices) if box is not None else indices, mode="P")
        picture.putpalette(colours.tobytes())
        packed = _packed(picture, manifest, scale, level)
        if len(packed) <= LIGHT_ENOUGH:
            break
    return packed


class _Runs(NamedTuple):
    """Neighbours of equal pixels, row after row: the colour of each run, and how long it is."""

    colours: NDArray[np.uint32]
    lengths: NDArray[np.intp]
    shape: tuple[int, ...]

    @classmethod
    def of(cls, pixels: NDArray[np.uint8]) -> _Runs:
        flat: NDArray[np.uint32] = np.ascontiguousarray(pixels).view("<u4").ravel()
        starts = np.append(0, np.flatnonzero(flat[1:] != flat[:-1]) + 1)
        return cls(flat[starts] & np.uint32(0xFFFFFF), np.diff(starts, append=flat.size), pixels.shape[:2])


def _packed(picture: Image.Image, manifest: Manifest, scale: float, level: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=_about(manifest), compress_level=level, dpi=(72 * scale, 72 * scale))
    return out.getvalue()


def _about(manifest: Manifest) -> PngInfo:
    """The manifest, and what programs that do not know it look for under the PNG specification's own keywords."""
    about = PngInfo()
    about.add_itxt(KEYWORD, dump(manifest), zip=True)
    about.add_itxt("Title", manifest.words["title"])
    about.add_itxt("Description", manifest.words["alt"])
    about.add_itxt("Source", manifest.words["source"])
    for keyword, name in (("Author", "name"), ("Copyright", "licence"), ("URL", "page")):
        if name in manifest.site:
            about.add_itxt(keyword, manifest.site[name])
    return about


def _set_in(box: Box, indices: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture in the middle of its box; the palette's first colour is the ground."""
    height, width = indices.shape
    left, top = (box.width - width) // 2, (box.height - height) // 2
    whole = np.zeros((box.height, box.width), dtype=np.uint8)
    whole[top : top + height, left : left + width] = indices[: box.height, : box.width]
    return whole


def _pixels(drawing: Drawing, fonts: FilePath, theme: Theme, scale: float) -> NDArray[np.uint8]:
    with rc_context(RC):
        renderer = LineAgg(round(drawing.width * scale), round(drawing.height * scale), 72 * scale)
        DrawingArtist(drawing, theme, fonts, ground=True).draw(renderer)
    return np.asarray(renderer.buffer_rgba())


class LineAgg(RendererAgg):
    """Agg that sets lines of text whole, at their anchors and by the metrics of the layout, and stamps equal shapes."""

    def stamp(
        self, gc: GraphicsContextBase, shape: Outline, scale: float, pixels: Sequence[tuple[int, int]], fill: Any
    ) -> None:
        """The outline of the first of many equal shapes, and its copies at these whole pixels from the upper left corner.

        What Agg calls a marker is worked out once, half a pixel to the right of and below where it is told to be.
        """
        (x, y), *_ = pixels
        here = Affine2D().scale(scale, -scale).translate(-x - 0.5, y + 0.5)
        down: float = self.height
        places = Outline([(across, down - below) for across, below in pixels])
        self.draw_markers(gc, shape, here, places, IdentityTransform(), fill)

    def write(self, gc: GraphicsContextBase, text: Text, file: str, scale: float) -> None:
        """The line in the face of this file, `scale` pixels to a CSS pixel."""
        x = text.x * scale
        if text.anchor != "start":
            x -= metrics.width(text.text, text.size, text.face) * scale * (0.5 if text.anchor == "middle" else 1.0)
        pixel, step = glyphs.start(x)
        cover, left, top = glyphs.line(file, text.face, text.text, text.size, scale, step)
        if cover.size:
            self._renderer.draw_text_image(cover, pixel + left, round(text.y * scale) - top + cover.shape[0], 0, gc)


@lru_cache(maxsize=8)
def palette(theme: Theme, roles: tuple[str, ...], blends: tuple[float, ...]) -> NDArray[np.uint8]:
    """At most 255 colours: ground first, then fill and edge of each role, then blends where two of them can meet.

    Colours of roles that the drawing does not have would only be taken for blends, and spoil the packing.
    """
    paints = {role: PAINTS[theme][role] for role in roles}
    flat = [GROUND[theme], *(c for paint in paints.values() for c in (paint.fill, paint.edge) if c)]
    colours = flat + [_blend(a, b, part) for a, b in _meetings(paints, GROUND[theme]) for part in blends]
    colours += _crossings(paints, GROUND[theme])
    rows = [_channels(colour) for colour in dict.fromkeys(colours)][:_UNSEEN]
    return np.array(rows, dtype=np.uint8)


def _meetings(paints: Mapping[str, Paint], ground: str) -> list[tuple[str, str]]:
    """Pairs of colours between which there are edges: a role and its ground, an edge and its fill, words and their mark."""
    pairs: list[tuple[str, str]] = []
    for role, paint in paints.items():
        on, _, mark = role.partition("-")
        below = paints.get(mark.removesuffix("-fine")) if on in _ABOVE else None
        own = paint.edge or paint.fill or ground
        seen = own if paint.alpha == 1 else _blend(own, ground, paint.alpha)
        pairs.append((seen, below.fill if below and below.fill else ground))
        if paint.edge and paint.fill:
            pairs.append((paint.edge, paint.fill))
    return list(dict.fromkeys(pairs))


def _crossings(paints: Mapping[str, Paint], ground: str) -> list[str]:
    """What is seen where one thing that can be seen through lies on another."""
    clear = [paint for paint in paints.values() if paint.fill and paint.alpha < 1]
    return [
        _blend(over.fill, _blend(under.fill, ground, under.alpha), over.alpha)
        for under in clear
        for over in clear
        if under is not over
    ]


def _indices(runs: _Runs, theme: Theme, roles: tuple[str, ...], blends: tuple[float, ...]) -> NDArray[np.uint8]:
    """The nearest palette entry of each pixel, looked up once a run and remembered for each colour."""
    known = _nearest(theme, roles, blends)
    found = known[runs.colours]
    unseen = found == _UNSEEN
    if unseen.any():
        colours = np.unique(runs.colours[unseen])
        table = palette(theme, roles, blends)
        known[colours] = _look_up(colours, table, _hollow(table, theme, roles))
        found = known[runs.colours]
    return np.repeat(found, runs.lengths).reshape(runs.shape)


@lru_cache(maxsize=4)
def _nearest(theme: Theme, roles: tuple[str, ...], blends: tuple[float, ...]) -> NDArray[np.uint8]:
    return np.full(1 << 24, _UNSEEN, dtype=np.uint8)


def _hollow(table: NDArray[np.uint8], theme: Theme, roles: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which colours of the palette are fills of hollow marks."""
    ground = np.array(_channels(GROUND[theme]))
    fills = [_channels(PAINTS[theme][role].fill) for role in roles if PAINTS[theme][role].fill and PAINTS[theme][role].edge]
    near = {fill for fill in fills if ((np.array(fill) - ground) ** 2).sum() < _HOLLOW}
    return np.array([tuple(row) in near for row in table.tolist()], dtype=np.bool_)


def _look_up(colours: NDArray[np.uint32], table: NDArray[np.uint8], hollow: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The nearest colour of the palette for each; that of a hollow mark's fill for itself alone."""
    channels = np.stack([colours & 255, (colours >> 8) & 255, (colours >> 16) & 255], axis=1).astype(np.int32)
    distance = ((channels[:, None, :] - table[None, :, :].astype(np.int32)) ** 2).sum(axis=2)
    distance[:, hollow] += (distance[:, hollow] > 0) * _FAR
    nearest: NDArray[np.uint8] = distance.argmin(axis=1).astype(np.uint8)
    return nearest


def _blend(over: str | None, under: str | None, part: float) -> str:
    a, b = _channels(over), _channels(under)
    return "#" + "".join(f"{round(x * part + y * (1 - part)):02x}" for x, y in zip(a, b, strict=True))


def _channels(colour: str | None) -> tuple[int, int, int]:
    if colour is None:
        raise ValueError("a paint without colour cannot be blended")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
