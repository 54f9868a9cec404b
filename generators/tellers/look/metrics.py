"""How wide and how high a text is, in pixels, known before anything is drawn.

A width is the sum of the advances of the text's characters: no kerning and no ligatures. Whatever draws the text has to
keep to that: the font files for Matplotlib have neither, and figures in browsers say `font-kerning: none`. Then browser,
Matplotlib and these sums agree to about a tenth of a pixel a line.

The advances are data, made together with the font files by `generators/make_fonts.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from types import MappingProxyType
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

    def __reduce__(self) -> tuple[type[MissingGlyph], tuple[str, str, Face]]:
        """So that a worker can hand it over."""
        return MissingGlyph, (self.character, self.text, self.face)


def lacking(text: str, faces: Iterable[Face]) -> str:
    """What an editor is told of the first character of the text that one of the faces cannot show; empty when all can."""
    signs = dict.fromkeys(" ".join(text.split()))
    found = next((sign for face in faces for sign in signs if sign not in MEASURES[face].advances), None)
    return "" if found is None else f'the fonts of figures have no "{found}" (U+{ord(found):04X})'


def width(text: str, size: float, face: Face) -> float:
    """How far the text reaches from its start, in pixels, at a font size in pixels."""
    return _units(text, face) * size / MEASURES[face].units_per_em


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
    units_per_em, space = MEASURES[face].units_per_em, _units(" ", face)
    lines: list[list[str]] = []
    used = 0
    for word in text.split(" "):
        if not word:
            continue
        units = _units(word, face)
        if lines and (used + space + units) * size / units_per_em <= width:
            lines[-1].append(word)
            used += space + units
        else:
            lines.append([word])
            used = units
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


def _units(text: str, face: Face) -> int:
    """The width of the text in the face's own units, in which sums are exact."""
    try:
        return sum(map(MEASURES[face].advances.__getitem__, text))
    except KeyError as missing:
        raise MissingGlyph(missing.args[0], text, face) from None


def _measures_of(record: dict[str, Any]) -> Measures:
    """One face's entry in `metrics.json`, with characters in place of hexadecimal code points."""
    advances = {chr(int(code, 16)): advance for code, advance in record.pop("advances").items()}
    return Measures(advances=MappingProxyType(advances), **record)


def _read_measures() -> Mapping[Face, Measures]:
    """What `metrics.json` says of every face."""
    records = json.loads(resources.files(__package__).joinpath("metrics.json").read_text(encoding="utf-8"))
    return MappingProxyType({face: _measures_of(records[face]) for face in Face})


MEASURES = _read_measures()
"""The only thing read from a file, once, when this module is first imported."""
