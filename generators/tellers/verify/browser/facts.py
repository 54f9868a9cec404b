"""What the browser measured, as values: the shape of what `measure.js` returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Box = list[float]
"""Left, top, right and bottom in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape of a figure as it is painted; at `seen` of `tried` points of it, it is found below what lies `over` it."""

    id: str
    tag: str
    classes: list[str]
    box: Box
    fill: list[float]
    edge: list[float] | None
    edge_width: float
    dash: str
    written: list[list[float]]
    """Place and size as its attributes say, and as it is drawn; of a path, its length."""
    tried: int
    seen: int
    over: list[str]
    ground: list[float]


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a figure: their box from the baseline to the height of capitals, and the grounds they stand on."""

    id: str
    text: str
    classes: list[str]
    box: Box
    size: float
    weight: int
    colour: list[float]
    grounds: list[list[float]]
    family: str
    written: list[list[float]]
    """Where its anchor is written, and where it is."""
    tried: int
    seen: int
    over: list[str]


@dataclass(frozen=True, slots=True)
class Picture:
    """One figure; of one that is not shown, name and width are all there is."""

    figure: str
    kind: str
    width: int
    shown: bool
    box: Box
    cut: Box
    view: Box
    matrix: list[float]
    marks: list[Mark]
    texts: list[Text]
    strange: list[list[str]]
    unseen: list[str]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a page outside figures, as one element says them."""

    name: str
    bound: bool
    text: str
    size: float
    weight: int
    family: str
    shown: bool
    box: Box
    cut: Box
    scrolls: bool
    seen: int
    tried: int
    over: list[str]
    grounds: list[list[float]]
    colour: list[float]
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page at one width and in one scheme."""

    width: float
    view: float
    words: list[Run]
    strange: list[list[str]]
    generated: list[list[str]]
    said: list[list[str]]
    outside: list[list[Any]]
    astray: list[list[Any]]
    shuffled: list[list[str]]
    figures: list[list[Any]]


@dataclass(frozen=True, slots=True)
class Document:
    """All that was measured of a page, or of a picture opened alone."""

    scheme: str
    fonts: list[str]
    pictures: list[Picture]
    page: Page | None


def document(raw: dict[str, Any]) -> Document:
    """The values of one measurement."""
    page = raw["page"]
    return Document(raw["scheme"], raw["fonts"], [_picture(row) for row in raw["pictures"]], page and _page(page))


def _picture(raw: dict[str, Any]) -> Picture:
    bare: dict[str, Any] = {"box": [], "cut": [], "view": [], "matrix": [], "unseen": []}
    parts = {"marks": [Mark(**row) for row in raw["marks"]], "texts": [Text(**row) for row in raw["texts"]]}
    return Picture(**{**bare, **raw, **parts})


def _page(raw: dict[str, Any]) -> Page:
    return Page(**{**raw, "words": [Run(**row) for row in raw["words"]]})
