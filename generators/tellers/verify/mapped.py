"""The map of a decade: each mark where its member's published place is, in the shape of its bloc, each code at its own mark.

Nothing of how the map was laid out is known here: both axes have one scale, which the two marks farthest apart tell.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from selectolax.lexbor import LexborNode

from tellers.verify.decade import Decade
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings

_NEAR = 0.8
"""Pixels that a mark may be off: places are in thousandths, marks in tenths of a pixel."""
_SHAPES = {
    "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z": 0, "m-4-4h8v8h-8z": 1, "m0-5l5 9h-10z": 2,
    "m0-5.5l4.5 5.5l-4.5 5.5l-4.5-5.5z": 3, "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z": None,
}  # fmt: skip
"""Each shape with the number of its bloc, from 0; further blocs have that of 3, who is in none has a ring."""
_SIGNS = ("● in the first bloc", "■ in the second", "▲ in the third", "◆ in another")
_MARK = re.compile(r"M(-?[\d.]+) (-?[\d.]+)(m.+)")
_AROUND = {"start": [(-7.0, -4.0)], "end": [(7.0, -4.0)], "middle": [(0.0, 8.0), (0.0, -16.0)]}
"""How far from the point at which a code is set its mark may be."""
_LETTER, _CLEAR = 10.5, 5.5
"""Pixels across the widest letter of a code, and from the middle of a mark to where codes of others may begin."""
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def has_map(decade: Decade) -> bool:
    """Whether the page has a map: where a place has two axes."""
    return decade.published is not None and len(decade.published.shown) > 1


def check_map(article: LexborNode, path: str, decade: Decade, findings: Findings) -> None:
    """Both pictures of the map, and what stands below them."""
    figure, drawn = article.css_first("figure.tl-map"), article.css("svg")
    if figure is None or decade.published is None or not has_map(decade):
        findings.compare("maps", path, "pictures", len(drawn), 0)
        return
    for place, width in ((".tl-wide", 700), (".tl-narrow", 360)):
        pictures = figure.css(f"{place} > svg")
        if findings.compare("maps", path, f"pictures in {place}", len(pictures), 1):
            picture = _Picture(pictures[0], width, f"map of {width}", path, decade, decade.published.places, findings)
            picture.check()
    findings.compare("maps", path, "pictures", len(drawn), 2)
    findings.compare("maps", path, "what marks are", words(figure.css_first("figcaption")), _caption(decade))


def _caption(decade: Decade) -> str:
    said = "Each mark is a member, with its code where there is room. The first axis runs to the right, the second up."
    blocs = len(decade.blocs or ())
    return f"{said} {', '.join([*_SIGNS[:blocs], '○ in none'])}." if blocs else said


@dataclass(frozen=True, slots=True)
class _Picture:
    svg: LexborNode
    width: int
    name: str
    path: str
    decade: Decade
    places: Mapping[str, list[tuple[int, int]]]
    findings: Findings

    def compare(self, what: str, found: object, wanted: object) -> bool:
        return self.findings.compare("maps", self.path, f"{self.name}: {what}", found, wanted)

    def check(self) -> None:
        """What it says of itself, its marks, their places, and its codes."""
        label = f"Map of {len(self.places)} members in the {self.decade.first}s: those that voted alike lie close together."
        said = {name.lower(): value for name, value in self.svg.attributes.items()}
        left, top, width, height = (float(number) for number in (said.pop("viewbox") or "0 0 0 0").split())
        self.compare("of itself", said, {"role": "img", "aria-label": f"{label} The table has every place."})
        self.compare("its size", (left, top, width), (0, 0, self.width))
        marks = self._marks()
        if self.compare("members", sorted(marks), sorted(self.places)):
            self._check_places(marks, height)
            self._check_codes(marks)

    def _marks(self) -> dict[str, Point]:
        """The middle of each mark; its shape is compared with its bloc."""
        found: dict[str, Point] = {}
        for node in self.svg.iter():
            shape = _MARK.fullmatch(attribute(node, "d"))
            if node.tag == "path" and shape is not None and set(node.attributes) == {"class", "data-member", "d"}:
                code = attribute(node, "data-member")
                self.compare(f"marks of {code}", 1 + (code in found), 1)
                found[code] = float(shape[1]), float(shape[2])
                bloc = next((n for n, bloc in enumerate(self.decade.blocs or ()) if code in bloc.members), None)
                drawn = attribute(node, "class"), _SHAPES.get(shape[3], "no shape of a mark")
                wanted = ("tl-alone", None) if bloc is None else ("tl-bloc", min(bloc, 3))
                self.compare(f"shape of {code}", drawn, wanted)
            elif node.tag != "text" or set(node.attributes) != {"text-anchor", "x", "y"}:
                self.findings.differs(self.path, f"{self.name}: <{node.tag}>", node.html, "marks and codes")
        return found

    def _check_places(self, marks: dict[str, Point], height: float) -> None:
        """One scale for both axes, to the right and up; the map is as large as it can be in its picture."""
        true = {code: (float(first[0]), -float(second[0])) for code, (first, second) in self.places.items()}
        one, other = max(combinations(true, 2), key=lambda pair: math.dist(true[pair[0]], true[pair[1]]))
        scale = math.dist(marks[one], marks[other]) / math.dist(true[one], true[other])
        aside = [marks[one][axis] - scale * true[one][axis] for axis in (0, 1)]
        for code, point in marks.items():
            wanted = [round(aside[axis] + scale * true[code][axis], 1) for axis in (0, 1)]
            near = math.dist(point, wanted) <= _NEAR
            self.compare(f"place of {code}", point if not near else wanted, wanted)
        across, up = ([point[axis] for point in marks.values()] for axis in (0, 1))
        inside = min(across) >= 5 and max(across) <= self.width - 5 and min(up) >= 5 and max(up) <= height - 5
        self.compare("marks outside", inside, True)
        self.compare("room left", max(across) - min(across) > 0.8 * self.width or max(up) - min(up) > self.width, True)

    def _check_codes(self, marks: dict[str, Point]) -> None:
        """Each code once, right beside the mark of its member; who has none has no room for it, however wide its letters."""
        codes = [words(node) for node in self.svg.css("text")]
        set_at: dict[str, Box] = {}
        self.compare("codes", len(codes), len(set(codes)))
        for node, code in zip(self.svg.css("text"), codes, strict=True):
            x, y = float(attribute(node, "x")), float(attribute(node, "y"))
            beside = [
                member
                for right, down in _AROUND.get(attribute(node, "text-anchor"), [])
                for member, point in marks.items()
                if math.dist(point, (x + right, y + down)) <= _NEAR
            ]
            self.compare(f"code {code}", code if code in beside else f"beside {', '.join(beside) or 'no mark'}", code)
            set_at[code] = _box(code, attribute(node, "text-anchor"), x, y)
        around = {code: (x - _CLEAR, y - _CLEAR, x + _CLEAR, y + _CLEAR) for code, (x, y) in marks.items()}
        for code in marks.keys() - set_at.keys():
            others = [*set_at.values(), *(box for other, box in around.items() if other != code)]
            room = any(self._is_free(box, others) for box in _boxes(code, marks[code]))
            self.compare(f"code {code}", "no code, with room for it" if room else "no room", "no room")

    def _is_free(self, box: Box, others: list[Box]) -> bool:
        left, top, right, bottom = box
        meets = any(left < o[2] and o[0] < right and top < o[3] and o[1] < bottom for o in others)
        return not meets and left >= 0 and right <= self.width


def _boxes(code: str, mark: Point) -> Iterator[Box]:
    """Where the code may be set beside its mark."""
    for anchor, ways in _AROUND.items():
        for right, down in ways:
            yield _box(code, anchor, mark[0] - right, mark[1] - down)


def _box(code: str, anchor: str, x: float, y: float) -> Box:
    """What the code covers at most, set at this point of its base line."""
    long = _LETTER * len(code)
    left = x - {"start": 0.0, "end": 1.0}.get(anchor, 0.5) * long
    return left - 1, y - 10, left + long + 1, y + 2
