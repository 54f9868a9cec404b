"""Figures that look different: because their data changed, or their style alone."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tellers.diff.side import Side

_MARKED = (208, 0, 144)


class Why(StrEnum):
    """Why a figure differs."""

    DATA = "data changed"
    STYLE = "style alone changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, order=True, slots=True)
class Redrawn:
    """A figure that differs, why, and the digests of its data before and after (16 hexadecimal digits, or nothing)."""

    figure: str
    why: Why
    before: str
    after: str


def redrawn(old: Side, new: Side) -> tuple[Redrawn, ...]:
    """Every figure that is new, gone, or looks different, in order."""
    then, now = old.looks(), new.looks()
    differing = sorted(figure for figure in then.keys() | now.keys() if then.get(figure) != now.get(figure))
    return tuple(_redrawn(figure, figure in then, figure in now, old, new) for figure in differing)


def _redrawn(figure: str, was: bool, is_: bool, old: Side, new: Side) -> Redrawn:
    before, after = old.digest(figure)[:16] if was else "", new.digest(figure)[:16] if is_ else ""
    if not was or not is_:
        return Redrawn(figure, Why.NEW if is_ else Why.GONE, before, after)
    return Redrawn(figure, Why.STYLE if before == after else Why.DATA, before, after)


def difference(old: bytes, new: bytes) -> bytes:
    """The new picture, faded, with every pixel that differs from the old one in magenta; as PNG.

    Pictures of unequal size are laid upon one another at their upper left corners.
    """
    then, now = _pixels(old), _pixels(new)
    height, width = (max(then.shape[side], now.shape[side]) for side in (0, 1))
    then, now = _padded(then, height, width), _padded(now, height, width)
    shown = (255 - (255 - now.astype(np.int32)) // 3).astype(np.uint8)
    shown[(then != now).any(axis=2)] = _MARKED
    out = io.BytesIO()
    Image.fromarray(shown).save(out, "PNG")
    return out.getvalue()


def _pixels(raw: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(raw)).convert("RGB"), dtype=np.uint8)


def _padded(pixels: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    missing = ((0, height - pixels.shape[0]), (0, width - pixels.shape[1]), (0, 0))
    return np.pad(pixels, missing, constant_values=255)
