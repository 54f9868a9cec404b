"""An SVG as shapes with places, classes and tags. What no figure of ours has is refused: it could hide or move a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree import ElementTree

_SPACE = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAGS = "data-mark data-member data-option data-tick data-quote data-claim class"
_ALLOWED = {
    "rect": set(f"{_TAGS} x y width height rx ry fill".split()),
    "circle": set(f"{_TAGS} cx cy r".split()),
    "path": set(f"{_TAGS} d".split()),
    "line": set(f"{_TAGS} x1 y1 x2 y2".split()),
    "text": set(f"{_TAGS} x y font-size text-anchor lang".split()),
    "title": {"id"},
    "desc": {"id"},
    "metadata": set(),
    "style": set(),
}
_ROOT = {
    "viewBox",
    "width",
    "height",
    "role",
    "aria-labelledby",
    "aria-describedby",
    "data-figure",
    "data-kind",
    "data-width",
    "data-theme",
    "data-digest",
}


class NotAFigure(ValueError):
    """The text is no SVG that can be read as a figure; says why."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Something drawn: its box, its classes and its tags; `order` counts from the first drawn."""

    tag: str
    order: int
    x0: float
    y0: float
    x1: float
    y1: float
    classes: tuple[str, ...]
    mark: str = ""
    member: str = ""
    option: str = ""
    tick: str = ""
    text: str = ""
    size: float = 0.0
    anchor: str = "start"
    points: tuple[float, ...] = ()
    fill: str = ""

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


@dataclass(slots=True)
class Picture:
    """A figure as it is drawn, and what it says about itself."""

    attributes: dict[str, str]
    width: float
    height: float
    title: str
    desc: str
    metadata: str
    style: str | None
    shapes: list[Shape] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    """Elements and attributes that no figure of ours has."""

    @property
    def drawn(self) -> Iterator[Shape]:
        return (shape for shape in self.shapes if shape.tag != "text")

    @property
    def texts(self) -> Iterator[Shape]:
        return (shape for shape in self.shapes if shape.tag == "text")


@lru_cache(maxsize=8)
def read_svg(text: str) -> Picture:
    """The picture in the text; raises NotAFigure where it is none."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NotAFigure("it declares a document type")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise NotAFigure(f"it is not well-formed XML: {error}") from error
    if root.tag != f"{_SPACE}svg":
        raise NotAFigure(f"its root is <{root.tag}>")
    box = _numbers(root.get("viewBox", ""))
    if len(box) != 4 or box[:2] != [0.0, 0.0]:
        raise NotAFigure(f"its viewBox is {root.get('viewBox')!r}")
    named = dict.fromkeys(("title", "desc", "metadata"), "")
    picture = Picture(dict(root.attrib), box[2], box[3], "", "", "", None)
    picture.strange += [f"{name} on <svg>" for name in root.attrib if name not in _ROOT]
    for node in root:
        tag = str(node.tag).removeprefix(_SPACE)
        _refuse(node, tag, picture)
        if tag in named:
            picture.strange += [f"a second <{tag}>"] if named[tag] else []
            named[tag] = node.text or ""
        elif tag == "style":
            picture.style = (picture.style or "") + (node.text or "")
        elif tag in _ALLOWED:
            _shape(node, tag, picture)
    picture.title, picture.desc, picture.metadata = named["title"], named["desc"], named["metadata"]
    return picture


def _refuse(node: ElementTree.Element, tag: str, picture: Picture) -> None:
    if tag not in _ALLOWED:
        picture.strange.append(f"<{tag}>")
        return
    if not _ALLOWED[tag].issuperset(node.attrib):
        picture.strange += [f"{name} on <{tag}>" for name in node.attrib if name not in _ALLOWED[tag]]
    if len(node):
        picture.strange += [f"<{str(inner.tag).removeprefix(_SPACE)}> in <{tag}>" for inner in node]


def _shape(node: ElementTree.Element, tag: str, picture: Picture) -> None:
    get = node.get
    order = len(picture.shapes)
    try:
        box, points = _box(node, tag)
        size = _length(get("font-size", "0"))
    except ValueError as error:
        picture.strange.append(f"<{tag}> with {error}")
        return
    picture.shapes.append(
        Shape(
            tag, order, *box, tuple(get("class", "").split()), get("data-mark", ""), get("data-member", ""),
            get("data-option", ""), get("data-tick", ""), (node.text or "") if tag == "text" else "",
            size, get("text-anchor", "start"), points, get("fill", ""),
        )
    )  # fmt: skip


def _box(node: ElementTree.Element, tag: str) -> tuple[tuple[float, float, float, float], tuple[float, ...]]:
    get = node.get
    if tag == "rect":
        x, y = _length(get("x", "0")), _length(get("y", "0"))
        return (x, y, x + _length(get("width", "0")), y + _length(get("height", "0"))), ()
    if tag == "circle":
        x, y, r = _length(get("cx", "0")), _length(get("cy", "0")), _length(get("r", "0"))
        return (x - r, y - r, x + r, y + r), ()
    if tag == "line":
        xs, ys = (
            sorted((_length(get("x1", "0")), _length(get("x2", "0")))),
            sorted((_length(get("y1", "0")), _length(get("y2", "0")))),
        )
        return (xs[0], ys[0], xs[1], ys[1]), ()
    if tag == "text":
        x, y = _length(get("x", "0")), _length(get("y", "0"))
        return (x, y, x, y), ()
    way = get("d", "")
    if re.search(r"[a-df-yA-BD-KN-Y]", way):
        raise ValueError("a path that is not M, L, C and Z")
    points = tuple(_numbers(way))
    if not points or len(points) % 2:
        raise ValueError("an empty or broken path")
    return (min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])), points


def _length(text: str) -> float:
    """The number that the whole attribute is; `NaN` or `10em`, of which a picture of ours has none, raise ValueError."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(f'"{text}" for a number')
    return float(text)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]
