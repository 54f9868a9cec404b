"""Pixels of one file: which colours it has and where; and of two themes of one picture, which show the same thing twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

from tellers.verify.paints import Paint, Paints
from tellers.verify.report import Findings

Indices = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
Table = np.ndarray[tuple[int, ...], np.dtype[np.int32]]
Mask = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
_SPOT = 3
"""A spot of so many pixels in each direction is no edge between two colours."""

_ROUNDED = 1


@dataclass(frozen=True, slots=True)
class Raster:
    """For each pixel the number of its colour, and the colours: red, green and blue."""

    indices: Indices
    table: Table


def read_raster(file: Path) -> Raster:
    """The pixels; raises ValueError where the picture has no palette, which every picture of ours has."""
    found = file.stat()
    return _decoded(file, found.st_ino, found.st_mtime_ns)


@lru_cache(maxsize=4)
def _decoded(file: Path, _inode: int, _changed: int) -> Raster:
    """The pixels of the file as it is now: marks, letters and the other theme are looked for in them one after the other."""
    with Image.open(file) as opened:
        palette = opened.getpalette("RGB")
        if opened.mode != "P" or palette is None:
            raise ValueError(f"a picture of mode {opened.mode}, without a palette")
        return Raster(np.asarray(opened), np.array(palette, dtype=np.int32).reshape(-1, 3))


def check_themes(light: Path, dark: Path, paths: tuple[str, str], paints: Paints, findings: Findings) -> None:
    """Where the light picture has the colour of a role, the dark one has that of the same role; noted at both."""
    try:
        one, other = read_raster(light), read_raster(dark)
    except (OSError, ValueError, SyntaxError):
        return  # said where the file itself is read
    findings.count("pictures in both themes")
    if one.indices.shape != other.indices.shape:
        for path in paths:
            findings.differs(path, "size", other.indices.shape, f"{one.indices.shape} in both themes")
        return
    found = _spot(_strange(one, other, paints))
    if found is None:
        return
    y, x = found
    for path, own, there in zip(paths, (one, other), (other, one), strict=True):
        colour, beside = (f"#{numbers(raster)[raster.indices[y, x]]:06x}" for raster in (own, there))
        findings.differs(path, f"pixels at {x},{y}", colour, f"what the other theme shows there as {beside}")


def _strange(one: Raster, other: Raster, paints: Paints) -> Mask:
    """Pixels where both pictures have a colour of the site, but never of one and the same thing."""
    pairs = {(number_of(paints.grounds["light"]), number_of(paints.grounds["dark"]))}
    for role, light in paints.roles["light"].items():
        dark = paints.roles["dark"].get(role, ())
        pairs |= set(zip(_painted(light, paints.grounds["light"]), _painted(dark, paints.grounds["dark"]), strict=False))
    firsts, seconds = {a for a, _ in pairs}, {b for _, b in pairs}
    lights, darks = _snapped(one, firsts), _snapped(other, seconds)
    wrong = np.zeros((256, 256), dtype=np.bool_)
    for row, a in enumerate(lights):
        if a in firsts:
            wrong[row, : len(darks)] = [b in seconds and (a, b) not in pairs for b in darks]
    mask: Mask = wrong.ravel()[one.indices.astype(np.uint16) * np.uint16(256) + other.indices]
    return mask


def _painted(paint: Paint, ground: str) -> list[int]:
    """The colours of a role on its ground: fill, what is seen through it, and edge."""
    said = dict(paint)
    colours = [number_of(said.get("fill", "")), number_of(said.get("stroke", ""))]
    opacity = float(said.get("fill-opacity", "1"))
    if colours[0] < 0 or opacity == 1:
        return colours
    parts = zip(parts_of(colours[0]), parts_of(number_of(ground)), strict=True)
    red, green, blue = (round(opacity * a + (1 - opacity) * b) for a, b in parts)
    return [(red << 16) + (green << 8) + blue, *colours]


def _snapped(raster: Raster, known: set[int]) -> list[int]:
    """The picture's colours; one that is as good as a known one, as a blend rounded otherwise is, becomes that one."""
    colours = [one for one in known if one >= 0]
    parts = np.array([parts_of(one) for one in colours], dtype=np.int32).reshape(-1, 3)
    near = np.abs(raster.table[:, None, :] - parts[None, :, :]).max(axis=2) <= _ROUNDED
    found = []
    for number, alike in zip(numbers(raster), near, strict=True):
        places = np.flatnonzero(alike)
        found.append(number if number in known or len(places) != 1 else colours[places[0]])
    return found


def parts_of(number: int) -> tuple[int, int, int]:
    """Red, green and blue of a colour."""
    return number >> 16 & 255, number >> 8 & 255, number & 255


def _spot(mask: Mask) -> tuple[int, int] | None:
    """The middle of the first spot that the mask covers wholly."""
    if not mask.any():
        return None
    height, width = (length - _SPOT + 1 for length in mask.shape)
    whole = np.ones((height, width), dtype=np.bool_)
    for down in range(_SPOT):
        for right in range(_SPOT):
            whole &= mask[down : down + height, right : right + width]
    found = np.argwhere(whole)
    return (int(found[0][0]) + 1, int(found[0][1]) + 1) if len(found) else None


def number_of(colour: str) -> int:
    """A hex as one number, red first; -1 for what is none."""
    return int(colour[1:], 16) if colour.startswith("#") and len(colour) == 7 else -1


def numbers(raster: Raster) -> list[int]:
    """The colours of the palette as one number each, red first."""
    return [(int(r) << 16) + (int(g) << 8) + int(b) for r, g, b in raster.table]
