"""How one member is drawn, alike in every kind that gives each member a mark: discs, rings, cues, and the key to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tellers.claims import Mark
from tellers.figures.chart import Chart
from tellers.figures.drawing import Circle, Path, Rect, Tag, Text, Thing
from tellers.figures.furniture import Frame, Picture
from tellers.figures.placing import r
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import PAINTS, Theme, cue_role_on

SOLID = ("yes", "no", "abstain")
GAP = 3.0
"""Free pixels between two marks, so that a reader of the picture can tell them apart."""


def outlined(role: str) -> bool:
    """Whether marks of this role have an edge, which is drawn half outside the shape."""
    return PAINTS[Theme.LIGHT][role].edge is not None


def disc(x: float, y: float, radius: float, role: str, tag: Tag) -> Circle:
    """A member's disc that reaches `radius` pixels far, its edge included; a smaller ring for who cast no ballot."""
    return Circle(r(x), r(y), disc_radius(radius, role), role, tag)


def disc_radius(radius: float, role: str) -> float:
    """The radius of such a disc, without half of its edge."""
    if role not in SOLID:
        radius = max(radius * 0.8, 1.5)
    return r(radius - (0.5 if outlined(role) else 0))


def crosses(points: Iterable[tuple[float, float]], radius: float, role: str = "no") -> list[Thing]:
    """The cue of a no on discs of this radius, all crosses as one path; none on discs that they would wipe out."""
    if radius < 2.8:
        return []
    h = radius * 0.4
    fine = "-fine" if radius < 5 else ""
    strokes = [
        (command, r(x + sign * h), r(y + side * h))
        for x, y in points
        for sign, side, command in ((-1, -1, "M"), (1, 1, "L"), (-1, 1, "M"), (1, -1, "L"))
    ]
    return [Path(tuple(strokes), cue_role_on(role) + fine)] if strokes else []


def key(chart: Chart, frame: Frame, top: float, order: Sequence[str], square: bool) -> Picture:
    """Number and name of each option beside a small sign of its colour, in as few lines as fit.

    The signs are smaller than any member's mark and tagged as labels; an option that nobody chose has none. The label
    `key:no-record`, where the chart has one, names the marks of members whose ballot is not known.
    """
    size, number_size, space = (12.0, 14.0, 9.0) if frame.phone else (13.0, 16.0, 20.0)
    entries = [
        _Entry.of(mark.role, _number(chart, mark), mark.label, mark.id, size, number_size) for mark in _counts(chart, order)
    ]
    if unknown := chart.labels.get("key:no-record"):
        entries.append(_Entry.of("no-record", "", unknown, "key:no-record", size, number_size))
    free = frame.width - sum(entry.width for entry in entries)
    if free >= space * (len(entries) - 1):
        space = min(20.0, free / max(1, len(entries) - 1))
    things: list[Thing] = []
    x, base = frame.x, top + number_size * 0.78
    for entry in entries:
        if x > frame.x and x + entry.width > frame.right + 0.01:
            x, base = frame.x, base + 23
        things += _sign(x, base - number_size * 0.36, entry.role, square) if entry.sign else []
        tag, at = Tag(f"label:{entry.id}"), x + entry.sign
        if entry.number:
            things.append(Text(r(at), r(base), entry.number, number_size, "ink", Face.BOLD, tag=tag))
        things.append(Text(r(at + entry.wide), r(base), entry.label, size, "muted", tag=tag))
        x += entry.width + space
    return things, base + 4


@dataclass(frozen=True, slots=True)
class _Entry:
    """Sign, number and name of one option, with their widths."""

    role: str
    number: str
    label: str
    id: str
    sign: float
    wide: float
    width: float

    @classmethod
    def of(cls, role: str, number: str, label: str, id: str, size: float, number_size: float) -> _Entry:
        sign = 0.0 if number == "0" else 14.0
        wide = metrics.width(number, number_size, Face.BOLD) + 4 if number else 0.0
        return cls(role, number, label, id, sign, wide, sign + wide + metrics.width(label, size, Face.REGULAR))


def _counts(chart: Chart, order: Sequence[str]) -> list[Mark]:
    return [chart.by_id[f"count:{option}"] for option in order if f"count:{option}" in chart.by_id]


def _number(chart: Chart, mark: Mark) -> str:
    return str(chart.value(mark.id))


def _sign(x: float, y: float, role: str, square: bool) -> list[Thing]:
    tag = Tag(f"label:key:{role}")
    if square:
        inset = 0.5 if outlined(role) else 0.0
        side = 10 - 2 * inset
        things: list[Thing] = [Rect(r(x + inset), r(y - 5 + inset), side, side, role, tag, 2)]
    else:
        things = [Circle(r(x + 5), r(y), 4.5 if outlined(role) else 5, role, tag)]
    return things + (crosses([(x + 5, y)], 4.9) if role == "no" else [])
