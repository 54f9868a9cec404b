"""What a figure looks like, as a list of things to draw: it knows shapes and words, no votes and no numbers.

Coordinates are CSS pixels from the upper left corner. A thing's role names its paint; its tag says which mark it is. Things
are tuples, which are made twice as fast as dataclasses: a figure has hundreds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tellers.look.metrics import Face

Anchor = Literal["start", "middle", "end"]


class Tag(NamedTuple):
    """What a thing says about itself in the SVG: the mark it is, its member, its option, or an axis value."""

    mark: str = ""
    member: str = ""
    option: str = ""
    tick: str = ""


NO_TAG = Tag()


class Rect(NamedTuple):
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    role: str
    tag: Tag = NO_TAG
    radius: float = 0.0


class Circle(NamedTuple):
    """A disc or a ring."""

    x: float
    y: float
    radius: float
    role: str
    tag: Tag = NO_TAG


class Path(NamedTuple):
    """Any outline: commands `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `Z` as tuples, such as `("L", 10, 20)`."""

    commands: tuple[tuple[str | float, ...], ...]
    role: str
    tag: Tag = NO_TAG


class Text(NamedTuple):
    """A line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    role: str = "ink"
    face: Face = Face.REGULAR
    anchor: Anchor = "start"
    tag: Tag = NO_TAG


Thing = Rect | Circle | Path | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture: its size and its things in the order in which they are painted."""

    width: float
    height: float
    things: tuple[Thing, ...]


def check(x: float, y: float, size: float, role: str) -> Path:
    """A tick mark centred on the point, `size` wide: the cue of a yes."""
    h = size / 2
    return Path((("M", x - h, y), ("L", x - h * 0.25, y + h * 0.7), ("L", x + h, y - h * 0.7)), role)


def cross(x: float, y: float, size: float, role: str) -> Path:
    """Two crossing strokes centred on the point: the cue of a no."""
    h = size / 2
    return Path((("M", x - h, y - h), ("L", x + h, y + h), ("M", x - h, y + h), ("L", x + h, y - h)), role)


def dash(x: float, y: float, size: float, role: str) -> Path:
    """A level stroke centred on the point: the cue of an abstention."""
    return Path((("M", x - size / 2, y), ("L", x + size / 2, y)), role)
