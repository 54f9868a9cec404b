"""The letters of a picture, read from its pixels: every word and every digit stands where its SVG says, in its own form.

Each word is set anew with the site's fonts, by a library that the drawing does not use, and laid over the pixels. A digit
has to fit better than every other digit would.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import ImageFont

from tellers.verify.rasters import Raster, read_raster
from tellers.verify.report import Findings
from tellers.verify.svg import Picture, Shape

FONTS = "assets/fonts"
_FILES = {"h": "TellersInter-Bold", "b": "TellersInter-SemiBold", "s": "TellersSerif-SemiBold", "t": "TellersSerif-Regular"}
_UNIT = 2048
"""Size at which advances are measured, so large that rounding to pixels is nothing."""
_LIKE = 0.6
"""Words of our own pictures correlate with themselves by 0.75 and more."""
_ENOUGH = 0.8
"""A place where a word is so much like its ink is good enough."""
_BETTER = 0.004
"""By so much a digit may fit worse than another, in the place where it fits best."""
_SMALL = 13.0
"""Digits of fewer pixels are told apart by their words alone."""
_FINE = 2.0
"""Pixels to a CSS pixel from which letters stand on whole pixels; below it they stand on quarters."""

_DIGITS = "0123456789"
_QUARTERS = 4

Ink = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word where it has to stand: left end and base line in pixels, and the places to a pixel at which letters begin."""

    text: str
    font: str
    size: float
    x: float
    y: float
    places: int

    @property
    def width(self) -> float:
        return _width(self.font, self.size, self.text)

    def drawn(self, x: float, y: int, shape: tuple[int, ...]) -> Ink:
        """The word at this place in a picture of this shape."""
        return _set(self.font, self.size, self.text, x, y, shape, self.places)


def check_letters(file: Path, picture: Picture, fonts: Path, path: str, findings: Findings) -> None:
    """Every word of the picture in a PNG that shows it, as large as it fits, in its middle."""
    try:
        raster = read_raster(file)
    except ValueError as error:
        findings.differs(path, "pixels", str(error), "a picture with a palette")
        return
    except (OSError, SyntaxError):
        return  # said where the pixels of its marks are read
    height, width = raster.indices.shape
    scale = min(width / picture.width, height / picture.height)
    top, left = (height - round(picture.height * scale)) // 2, (width - round(picture.width * scale)) // 2
    inside = raster.indices[top : height - top, left : width - left]
    check_ink(Raster(inside, raster.table), picture, scale, fonts, path, findings)


def check_ink(raster: Raster, picture: Picture, scale: float, fonts: Path, path: str, findings: Findings) -> None:
    """Every word of the picture, in pixels that show it `scale` times as large."""
    apart = np.abs(raster.table[:, None, :] - raster.table[None, :, :]).sum(axis=2).astype(np.float32)
    for shape in picture.texts:
        for word in _words(shape, scale, fonts):
            findings.count("words in pixels")
            ink, x, y = _ink(raster, apart, word)
            found, x, down = _fit(ink, word, x, y)
            if found < _LIKE:
                findings.differs(path, f"pixels of {_named(shape)}", f"{found:.0%} like “{word.text}”", word.text)
            elif word.size >= _SMALL:
                _check_digits(ink, word, x, down, path, _named(shape), findings)


def _named(shape: Shape) -> str:
    return f"{shape.mark} “{shape.text}”" if shape.mark else f"“{shape.text}”"


def text_width(shape: Shape, fonts: Path) -> float:
    """How far the letters of a text run, in CSS pixels."""
    return _width(_font_of(shape, fonts), shape.size, shape.text)


def _font_of(shape: Shape, fonts: Path) -> str:
    return str(fonts / f"{next((_FILES[name] for name in shape.classes if name in _FILES), 'TellersInter-Regular')}.ttf")


def _words(shape: Shape, scale: float, fonts: Path) -> list[_Word]:
    font, size = _font_of(shape, fonts), shape.size * scale
    places = 1 if scale >= _FINE else _QUARTERS
    whole = _width(font, size, shape.text)
    start = shape.x0 * scale - {"end": whole, "middle": whole / 2}.get(shape.anchor, 0.0)
    start = np.floor(start * _QUARTERS + 0.5) / _QUARTERS
    words = []
    for found in re.finditer(r"\S+", shape.text):
        before = _width(font, size, shape.text[: found.start()])
        words.append(_Word(found.group(), font, size, start + before, shape.y0 * scale, places))
    return words


def _width(font: str, size: float, text: str) -> float:
    return sum(_advance(font, sign) for sign in text) * size


def _ink(raster: Raster, apart: Ink, word: _Word) -> tuple[Ink, float, float]:
    """How far each pixel around the word is from its ground, and where in that box the word begins; `apart` says how far
    any two colours of the picture are from each other."""
    left, top = max(int(word.x) - 2, 0), max(int(word.y - 0.78 * word.size) - 2, 0)
    box = raster.indices[top : int(word.y + 0.22 * word.size) + 2, left : int(word.x + word.width) + 3]
    if not box.size:
        return np.zeros((1, 1), np.float32), 0.0, 0.0
    ground = int(np.bincount(box.ravel()).argmax())
    return apart[ground][box], word.x - left, word.y - top


def _fit(ink: Ink, word: _Word, x: float, y: float, enough: float = _ENOUGH) -> tuple[float, float, int]:
    """How well the word correlates with the ink, and where: to and fro by half a pixel, up and down by one."""
    own, best = _centred(ink), (0.0, x, round(y))
    for across in (0.0, 0.25, -0.25, 0.5, -0.5):
        for down in (0, 1, -1):
            place = x + across, round(y) + down
            best = max(best, (_alike(own, word.drawn(*place, ink.shape)), *place))
            if best[0] > enough:
                return best
    return best


def _check_digits(ink: Ink, word: _Word, x: float, y: int, path: str, text: str, findings: Findings) -> None:
    """Each digit of a word that stands at this place."""
    for place, sign in enumerate(word.text):
        start = x + sum(_advance(word.font, before) for before in word.text[:place]) * word.size
        left = max(int(start), 0)
        cell = ink[:, left : int(start + _advance(word.font, sign) * word.size) + 2]
        if sign not in _DIGITS or not cell.size:
            continue
        findings.count("digits in pixels")
        own, at = _centred(cell), math.floor((start - left) * _QUARTERS + 0.5) / _QUARTERS
        if _DIGITS[int((_set_digits(word.font, word.size, at, y, cell.shape, word.places) @ own).argmax())] == sign:
            continue
        fits = {d: _fit(cell, replace(word, text=d), at, y, enough=1.0)[0] for d in _DIGITS}
        best = max(fits, key=lambda digit: fits[digit])
        if fits[sign] < fits[best] - _BETTER:
            findings.differs(path, f"digit {place + 1} of “{word.text}” in {text}", best, sign)


def _centred(ink: Ink) -> Ink:
    """The picture in one row, around its mean and of length 1; all zero where it has but one colour."""
    row: Ink = ink.ravel() - ink.mean()
    length = float(np.sqrt(np.dot(row, row)))
    if length > 0:
        row /= np.float32(length)
    return row


def _alike(one: Ink, other: Ink) -> float:
    """Correlation of two centred pictures of one size."""
    return float(np.dot(one, other))


@lru_cache(maxsize=2048)
def _set_digits(font: str, size: float, x: float, y: int, shape: tuple[int, ...], places: int) -> Ink:
    """Each of the ten digits at this place, a row a digit."""
    return np.stack([_set(font, size, digit, x, y, shape, places) for digit in _DIGITS])


@lru_cache(maxsize=8192)
def _set(font: str, size: float, text: str, x: float, y: int, shape: tuple[int, ...], places: int) -> Ink:
    """The text set glyph by glyph, without kerning, as the figures are, each on the nearest of so many places to a pixel;
    centred."""
    canvas = np.zeros(shape, np.float32)
    for sign in text:
        quarters = math.floor(x * places + 0.5) * (_QUARTERS // places)
        glyph, right, down = _glyph(font, size, sign, quarters % _QUARTERS)
        left, top = quarters // _QUARTERS + right, y + down
        a, b = max(left, 0), min(left + glyph.shape[1], shape[1])
        c, d = max(top, 0), min(top + glyph.shape[0], shape[0])
        if a < b and c < d:
            canvas[c:d, a:b] = np.maximum(canvas[c:d, a:b], glyph[c - top : d - top, a - left : b - left])
        x += _advance(font, sign) * size
    return _centred(canvas)


@lru_cache(maxsize=64)
def _font(font: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _advance(font: str, sign: str) -> float:
    """How far the next sign begins, in sizes of the font."""
    return _font(font, _UNIT).getlength(sign) / _UNIT


@lru_cache(maxsize=8192)
def _glyph(font: str, size: float, sign: str, quarter: int) -> tuple[Ink, int, int]:
    """The sign's pixels, a quarter of a pixel to the right for each `quarter`, and their place from its origin."""
    mask, (right, down) = _font(font, size).getmask2(sign, mode="L", start=(quarter / _QUARTERS, 0), anchor="ls")
    width, height = mask.size
    return np.array(mask, dtype=np.float32).reshape(height, width), int(right), int(down)
