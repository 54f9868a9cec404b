"""Words against votes in little: a row a year, its votes left and its quotes right, each a small mark.

The words themselves would be a page of text. What travels shows when a member voted how and when its officials spoke, in
letters that can be read in a mail and on a square; years without a quote say so. The words are on the page that it leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from tellers.claims import Mark
from tellers.figures.card import EDGE, fitted, foot, heading
from tellers.figures.chart import Chart
from tellers.figures.drawing import Circle, Drawing, Path, Rect, Tag, Text, Thing, cross
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import r
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import cue_role_on
from tellers.model import ORDER

SQUARE = 1080
INNER = SQUARE - 2 * EDGE


@dataclass(frozen=True, slots=True)
class _Size:
    """Letters, signs and rows, in pixels."""

    letter: float
    small: float
    sign: float
    row: float

    @property
    def pitch(self) -> float:
        return self.sign * 1.4


def little(chart: Chart, width: int) -> Drawing:
    """The figure as it travels, at the width of a mail's column or of a phone."""
    return framed(chart, width, lambda frame: _picture(chart, frame))


def _picture(chart: Chart, frame: Frame) -> Picture:
    size = _Size(12, 11, 12, 24) if frame.phone else _Size(13.5, 12, 14, 27)
    things, y = _key(chart, frame.x, frame.y, size)
    drawn, bottom = _rows(chart, frame.x, y, frame.right, size)
    return [*things, *drawn], bottom


def square(chart: Chart) -> Drawing:
    """The member on a square: title, rows as high as there is room, and the digest of the data."""
    large, lines = fitted(str(chart.title), Face.SERIF, (62, 58, 54, 50, 46), INNER, 2 * 62 * 1.16, 1.16)
    things, y = heading(large, lines, EDGE - 12)
    rows = next(
        (made for made in (_fitting(chart, y + 30, row) for row in range(76, 12, -2)) if made[1] <= SQUARE - 104), None
    )
    if rows is None:
        raise ValueError(f"{chart.figure}: more years than a square has room for")
    data, _, site = chart.labels["mark"].partition(" · ")
    return Drawing(SQUARE, SQUARE, (*things, *rows[0], *foot(data, site, SQUARE, SQUARE - 52)))


def _fitting(chart: Chart, y: float, row: float) -> Picture:
    """Key and rows of this height on a square."""
    size = _Size(min(30.0, row * 0.8), min(25.0, row * 0.7), min(28.0, row * 0.62), row)
    key, y = _key(chart, EDGE, y, size)
    rows, y = _rows(chart, EDGE, y, SQUARE - EDGE, size)
    return [*key, *rows], y


def _key(chart: Chart, x: float, y: float, size: _Size) -> Picture:
    """The options that the member chose, each with its sign; the y below them."""
    named = {mark.role: mark.label for mark in chart.with_role("vote")}
    things: list[Thing] = []
    base = y + size.sign / 2 + metrics.cap_height(size.letter, Face.REGULAR) / 2
    for option in (option for option in ORDER if option in named):
        tag = Tag(f"label:key:{option}")
        things += sign(option, x, y, size.sign, tag)
        x += size.sign * 1.5
        things.append(Text(r(x), r(base), named[option], size.letter, "muted", tag=tag))
        x += metrics.width(named[option], size.letter, Face.REGULAR) + size.sign * 1.5
    return things, y + size.sign + size.row * 0.3


def _rows(chart: Chart, left: float, y: float, right: float, size: _Size) -> Picture:
    """The names of both lanes, and a row a year."""
    years = sorted({mark.group for mark in chart.marks})
    votes = {year: [mark for mark in chart.with_role("vote") if mark.group == year] for year in years}
    said = {year: [mark for mark in chart.with_role("quote") if mark.group == year] for year in years}
    first = left + metrics.width("0000", size.letter, Face.BOLD) + size.letter * 1.4
    beside = max(1, min(int((right - first) * 0.5 // size.pitch), max(len(found) for found in votes.values())))
    second = first + max(beside * size.pitch, size.letter * 6) + size.letter
    lanes = (
        (first, second - first - size.letter, votes, chart.labels["no-vote"]),
        (second, right - second, said, chart.labels["no-words"]),
    )
    y += size.letter * 1.2
    things: list[Thing] = [
        Text(r(x), r(y), chart.labels[name], size.letter, "muted", Face.SEMIBOLD)
        for x, name in ((first, "votes"), (second, "words"))
    ]
    y += size.letter * 0.6
    for year in years:
        base = y + size.row / 2 + metrics.cap_height(size.letter, Face.BOLD) / 2
        things.append(Rect(r(left), r(y), r(right - left), 1, "rule"))
        things.append(Text(r(left), r(base), year, size.letter, "ink", Face.BOLD, tag=Tag(tick=year)))
        ends = []
        for x, width, marks, empty in lanes:
            drawn, end = _signs(marks[year], x, y, width, size) if marks[year] else _none(empty, x, y, width, size)
            things += drawn
            ends.append(end)
        y = max(ends)
    return things, y


def _signs(marks: Sequence[Mark], x: float, y: float, width: float, size: _Size) -> Picture:
    """The marks of a lane side by side, in as many lines as they need."""
    beside = max(1, int((width + size.pitch - size.sign + 0.01) // size.pitch))
    things: list[Thing] = []
    for at, mark in enumerate(marks):
        across, down = x + at % beside * size.pitch, y + at // beside * size.pitch + (size.row - size.sign) / 2
        tag = Tag(mark.id, member=mark.member, option=mark.option)
        things += (
            [bubble(across, down, size.sign, tag)]
            if mark.role == "accent"
            else sign(mark.role, across, down, size.sign, tag)
        )
    return things, y + size.row + (ceil(len(marks) / beside) - 1) * size.pitch


def _none(text: str, x: float, y: float, width: float, size: _Size) -> Picture:
    """That there is none in this year: an empty lane would look like silence."""
    lead = size.small * 1.25
    lines = metrics.wrap(text, size.small, Face.REGULAR, width * 0.985)
    base = y + size.row / 2 + metrics.cap_height(size.small, Face.REGULAR) / 2
    things: list[Thing] = [Text(r(x), r(base + at * lead), line, size.small, "muted") for at, line in enumerate(lines)]
    return things, y + size.row + (len(lines) - 1) * lead


def sign(role: str, x: float, y: float, side: float, tag: Tag) -> list[Thing]:
    """Square for a ballot that was cast, with a cross for no; a ring for none."""
    middle = side / 2
    if role not in ("yes", "no", "abstain"):
        return [Circle(r(x + middle), r(y + middle), r(middle - 1), role, tag)]
    crossed = [cross(r(x + middle), r(y + middle), r(side * 0.46), cue_role_on("no"))] if role == "no" else []
    return [Rect(r(x), r(y), r(side), r(side), role, tag), *crossed]


def bubble(x: float, y: float, side: float, tag: Tag) -> Path:
    """A speech bubble: words that were said."""
    right, end, low = x + side, y + side * 0.74, y + side
    tip, joint = x + side * 0.22, x + side * 0.5
    corners = ((x, y), (right, y), (right, end), (joint, end), (tip, low), (tip, end), (x, end))
    start, *others = (("L", r(a), r(b)) for a, b in corners)
    return Path((("M", *start[1:]), *others, ("Z",)), "accent", tag)
