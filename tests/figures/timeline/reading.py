"""Reads figures back together with the charts that they were drawn from, for kinds whose marks carry more than options."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from tellers.claims.words import Words
from tellers.figures.chart import Chart
from tellers.files.resources import fonts
from tellers.model import Content
from tellers.render.svg import inline_svg
from tests.figures.reading import assert_nothing_leaves, assert_texts_apart, read_svg

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Read:
    """A drawn figure, and the chart that it was drawn from."""

    chart: Chart
    svg: str
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


def read(kind: str, subject: str, content: Content, width: int, draw: str = "draw") -> Read:
    """The figure at this width, by way of its SVG text; `draw` is the function of its kind that draws it."""
    module = import_module(f"tellers.figures.{kind}")
    chart = module.marks(subject, content, Words())
    svg = inline_svg(getattr(module, draw)(chart, width), chart.manifest(width, "light", {}), fonts())
    return Read(chart, svg, ET.fromstring(svg))


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "0"))


def left_of(element: ET.Element) -> float:
    """The left edge of a rectangle, a circle or a path of straight lines."""
    if element.get("d"):
        return min(x for x, _ in points(element))
    return number(element, "x") if element.get("x") else number(element, "cx") - number(element, "r")


def points(element: ET.Element) -> list[tuple[float, float]]:
    """The end points of the commands of a path: of a curve, only where it arrives."""
    found = []
    for command, numbers in re.findall(r"([MLC])([-0-9. ]+)", element.get("d", "")):
        values = [float(n) for n in numbers.split()]
        assert len(values) == {"M": 2, "L": 2, "C": 6}[command]
        found.append((values[-2], values[-1]))
    return found


def check_layout(figure: Read, pad: float) -> None:
    """Every mark is drawn, everything is inside the frame, no text is below 11 px or lies on another."""
    drawn = {e.get("data-mark", "") for e in figure.root.iter()}
    empty = {m.id for m in figure.chart.marks if m.claim.value == 0 and m.id.startswith("bar:")}
    said = {m.id for m in figure.chart.marks if m.id == "outcome" and f"label:{m.id}" in drawn}
    assert {id for id in drawn if id and not id.startswith("label:")} == {m.id for m in figure.chart.marks} - empty - said
    assert min(number(e, "font-size") for e in figure.all("text")) >= 11
    shapes = read_svg(figure.svg)
    assert_nothing_leaves(shapes, pad)
    assert_texts_apart(shapes)
