"""Reads figures back from their SVG text, for the tests of several kinds: shapes, marks, texts and where they reach."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from tellers.claims.words import Words
from tellers.figures.chart import Chart
from tellers.files.resources import fonts
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.model import Content
from tellers.render.svg import inline_svg

SVG = "{http://www.w3.org/2000/svg}"
FACES = {"b": Face.SEMIBOLD, "h": Face.BOLD, "s": Face.SERIF, "t": Face.SERIF_REGULAR}


@dataclass(frozen=True)
class Box:
    """Where a shape or a text reaches."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Read:
    """A drawn figure, and the chart that it was drawn from."""

    chart: Chart
    root: ET.Element

    def all(self, tag: str) -> Iterator[ET.Element]:
        return self.root.iter(SVG + tag)

    def mark(self, id: str) -> ET.Element:
        found = [e for e in self.root.iter() if e.get("data-mark") == id]
        assert len(found) == 1, f"{id}: {len(found)} marks"
        return found[0]

    def text_of(self, mark: str) -> str:
        """What the texts with the label of the mark say, in the order in which they are drawn."""
        return " ".join(e.text or "" for e in self.all("text") if e.get("data-mark") == f"label:{mark}")

    @property
    def width(self) -> float:
        return float(self.root.get("width", "0"))

    @property
    def height(self) -> float:
        return float(self.root.get("height", "0"))


def read(kind: str, subject: str, content: Content, width: int) -> Read:
    """The figure at this width, by way of its SVG text."""
    module = import_module(f"tellers.figures.{kind}")
    chart = module.marks(subject, content, Words())
    svg = inline_svg(module.draw(chart, width), chart.manifest(width, "light", {}), fonts())
    return Read(chart, ET.fromstring(svg))


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "0"))


def points(element: ET.Element) -> list[tuple[float, float]]:
    """The end points of the commands of a path: of a curve, only where it arrives."""
    found = []
    for command, numbers in re.findall(r"([MLC])([-0-9. ]+)", element.get("d", "")):
        values = [float(n) for n in numbers.split()]
        assert len(values) == {"M": 2, "L": 2, "C": 6}[command]
        found.append((values[-2], values[-1]))
    return found


def box_of_text(element: ET.Element) -> Box:
    size, classes = number(element, "font-size"), (element.get("class") or "").split()
    face = next((FACES[name] for name in classes if name in FACES), Face.REGULAR)
    text = element.text or ""
    width, x, y = metrics.width(text, size, face), number(element, "x"), number(element, "y")
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")] * width
    return Box(left, y - metrics.cap_height(size, face), left + width, y)


def check_layout(figure: Read, pad: float) -> None:
    """Every mark once, everything inside the frame, no text below 11 px, no text on another, every mark drawn."""
    drawn = [e.get("data-mark") for e in figure.root.iter() if e.get("data-mark") and e.tag != SVG + "text"]
    drawn += [e.get("data-mark") for e in figure.all("text") if not e.get("data-mark", "label:").startswith("label:")]
    empty = {m.id for m in figure.chart.marks if m.claim.value == 0 and m.id.startswith("bar:")}
    assert sorted(set(drawn)) == sorted({mark.id for mark in figure.chart.marks} - empty)
    boxes = [(e.text, box_of_text(e)) for e in figure.all("text")]
    for text, box in boxes:
        assert box.left >= pad - 0.1 and box.right <= figure.width - pad + 0.1, (text, box)
        assert box.top >= 0 and box.bottom <= figure.height, (text, box)
    assert min(number(e, "font-size") for e in figure.all("text")) >= 11
    for at, (text, box) in enumerate(boxes):
        for other, there in boxes[at + 1 :]:
            assert not box.touches(there), (text, other)
    for e in figure.all("rect"):
        assert number(e, "x") >= pad - 3 and number(e, "x") + number(e, "width") <= figure.width - pad + 3
