"""Reads a figure's shapes back from its SVG text, without the code that drew them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from types import ModuleType

from tellers.claims.words import Words
from tellers.files.resources import fonts
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import Theme
from tellers.model import Content
from tellers.render.svg import file_svg

FACES = {"b": Face.SEMIBOLD, "h": Face.BOLD, "s": Face.SERIF, "t": Face.SERIF_REGULAR}


@dataclass(frozen=True)
class Shape:
    """An element of the SVG with the box that it covers."""

    name: str
    role: str
    mark: str
    member: str
    option: str
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def touches(self, other: Shape, by: float = 0.0) -> bool:
        return not (
            self.right + by <= other.left
            or other.right + by <= self.left
            or self.bottom + by <= other.top
            or other.bottom + by <= self.top
        )


@dataclass(frozen=True)
class Read:
    """All shapes of a figure, in the order in which they are painted."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def marks(self, prefix: str) -> list[Shape]:
        return [s for s in self.shapes if s.mark.startswith(prefix + ":") and s.name != "text"]

    def labels(self, mark: str) -> str:
        """The text of all labels of the mark, joined."""
        return " ".join(s.text for s in self.texts() if s.mark == f"label:{mark}")

    def texts(self) -> list[Shape]:
        return [s for s in self.shapes if s.name == "text"]

    def count(self, role: str, prefix: str) -> int:
        return sum(1 for s in self.marks(prefix) if s.role == role)


def svg_of(kind: ModuleType, subject: str, content: Content, width: int, theme: Theme = Theme.LIGHT) -> str:
    chart = kind.marks(subject, content, Words())
    return file_svg(kind.draw(chart, width), chart.manifest(width, theme, {}), fonts(), theme)


def read(kind: ModuleType, subject: str, content: Content, width: int) -> Read:
    return read_svg(svg_of(kind, subject, content, width))


def read_file(kind: ModuleType, subject: str, content: Content, width: int) -> Read:
    """As the kind travels."""
    chart = kind.marks(subject, content, Words())
    drawn = kind.draw_file(chart, width)
    return read_svg(file_svg(drawn, chart.manifest(width, Theme.LIGHT, {}), fonts(), Theme.LIGHT))


def read_svg(text: str) -> Read:
    root = ET.fromstring(text)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    shapes = [_shape(element) for element in root if element.attrib.get("class", "ground") != "ground"]
    return Read(width, height, tuple(shape for shape in shapes if shape is not None))


def assert_nothing_leaves(found: Read, pad: float = 16.0) -> None:
    for shape in found.shapes:
        if shape.role in ("gap", "leader", "table"):
            continue
        assert shape.left >= pad - 1.1, shape
        assert shape.right <= found.width - pad + 1.1, shape
        assert shape.top >= 0, shape
        assert shape.bottom <= found.height, shape


def assert_texts_apart(found: Read) -> None:
    """No text covers another, and none but those set on marks covers a mark."""
    texts = found.texts()
    for i, one in enumerate(texts):
        for other in texts[i + 1 :]:
            assert not one.touches(other), (one, other)
    free = [s for s in texts if not s.role.startswith("on-")]
    drawn = [s for s in found.shapes if s.name in ("rect", "circle") and s.mark and not s.mark.startswith("label:ring")]
    for text in free:
        for shape in drawn:
            assert not text.touches(shape), (text, shape)


def assert_marks_apart(shapes: list[Shape], gap: float = 3.0) -> None:
    """Marks keep `gap` pixels, measured between discs as discs and between tiles as boxes."""
    for i, one in enumerate(shapes):
        for other in shapes[i + 1 :]:
            if one.name == other.name == "circle":
                (ax, ay), (bx, by) = one.middle, other.middle
                free = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 - one.width / 2 - other.width / 2
                assert free >= gap - 0.1, (one, other)
            else:
                assert not one.touches(other, gap - 0.1), (one, other)


def _shape(element: ET.Element) -> Shape | None:
    a = element.attrib
    name = element.tag.rpartition("}")[2]
    box = {"rect": _rect, "circle": _circle, "path": _path, "text": _text}.get(name)
    if box is None:
        return None
    role = a["class"].split()[0]
    return Shape(
        name,
        role,
        a.get("data-mark", ""),
        a.get("data-member", ""),
        a.get("data-option", ""),
        element.text or "",
        *box(element),
    )


Box = tuple[float, float, float, float]


def _rect(element: ET.Element) -> Box:
    x, y, width, height = (float(element.attrib[key]) for key in ("x", "y", "width", "height"))
    edge = 0.5 if element.attrib["class"] in ("abstain", "not-voting", "absent", "no-record") else 0.0
    return x - edge, y - edge, x + width + edge, y + height + edge


def _circle(element: ET.Element) -> Box:
    x, y, r = (float(element.attrib[key]) for key in ("cx", "cy", "r"))
    edge = 0.5 if element.attrib["class"] in ("abstain", "not-voting", "absent", "no-record") else 0.0
    return x - r - edge, y - r - edge, x + r + edge, y + r + edge


def _path(element: ET.Element) -> Box:
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", element.attrib["d"])]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _text(element: ET.Element) -> Box:
    x, y, size = (float(element.attrib[key]) for key in ("x", "y", "font-size"))
    face = next((FACES[c] for c in element.attrib["class"].split()[1:]), Face.REGULAR)
    width = metrics.width(element.text or "", size, face)
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[element.attrib.get("text-anchor", "start")] * width
    return left, y - metrics.cap_height(size, face), left + width, y
