"""How wide and how high a text is, in pixels, known before anything is drawn.

A width is the sum of the advances of the text's characters: no kerning and no ligatures. Whatever draws the text has to
keep to that: the font files for Matplotlib have neither, and figures in browsers say `font-kerning: none`. Then browser,
Matplotlib and these sums agree to a tenth of a pixel.

The advances are data, made together with the font files by `generators/make_fonts.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any


class Face(StrEnum):
    """One weight of one family: the only five in which this site sets text."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"
    SERIF = "serif"
    SERIF_REGULAR = "serif-regular"


class MissingGlyph(ValueError):
    """A text holds a character that its face cannot show; it would be drawn as an empty box."""

    def __init__(self, character: str, text: str, face: Face) -> None:
        self.character, self.text, self.face = character, text, face
        super().__init__(f"U+{ord(character):04X} {character!r} is not in the face {face}; it occurs in {text!r}")


def width(text: str, size: float, face: Face) -> float:
    """How far the text reaches from its start, in pixels, at a font size in pixels."""
    measures = MEASURES[face]
    try:
        units = sum(map(measures.advances.__getitem__, text))
    except KeyError as missing:
        raise MissingGlyph(missing.args[0], text, face) from None
    return units * size / measures.units_per_em


def cap_height(size: float, face: Face) -> float:
    """The height of capitals and digits above the base line."""
    return MEASURES[face].cap_height * size / MEASURES[face].units_per_em


def x_height(size: float, face: Face) -> float:
    """The height of small letters without ascenders above the base line."""
    return MEASURES[face].x_height * size / MEASURES[face].units_per_em


def ascent(size: float, face: Face) -> float:
    """How far a line reaches above its base line, room for accents on capitals included."""
    return MEASURES[face].ascent * size / MEASURES[face].units_per_em


def descent(size: float, face: Face) -> float:
    """How far a line reaches below its base line, as a positive number."""
    return MEASURES[face].descent * size / MEASURES[face].units_per_em


def wrap(text: str, size: float, face: Face, width: float) -> tuple[str, ...]:
    """The lines of the text, each as full as the width allows; none for an empty text.

    Lines break at plain spaces only, so a non-breaking space holds its neighbours together. Nothing is cut: a word wider
    than the width stands alone on a line that is too wide, and it is the caller who has to see to that.
    """
    reach = _reach(face, size)
    space = reach(" ")
    lines: list[list[str]] = []
    used = 0.0
    for word in text.split(" "):
        if not word:
            continue
        wide = reach(word)
        if lines and used + space + wide <= width:
            lines[-1].append(word)
            used += space + wide
        else:
            lines.append([word])
            used = wide
    return tuple(" ".join(words) for words in lines)


def file_name(face: Face) -> str:
    """The name of the face's TTF in `assets/fonts`."""
    return MEASURES[face].file


def family(face: Face) -> str:
    """The family that style sheets and Matplotlib know the face by; `weight` completes it."""
    return MEASURES[face].family


def weight(face: Face) -> int:
    """The face's weight on the scale of style sheets, where 400 is regular and 700 bold."""
    return MEASURES[face].weight


@dataclass(frozen=True, slots=True)
class Measures:
    """What the font file of a face says about itself, in units of which `units_per_em` make one font size."""

    file: str
    family: str
    weight: int
    units_per_em: int
    ascent: int
    descent: int
    cap_height: int
    x_height: int
    advances: Mapping[str, int]
