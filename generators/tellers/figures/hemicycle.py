"""Hemicycle: a seat a member on concentric arcs, sorted by option from left to right. For parliaments above all.

The place of a seat says nothing: it is not where the member sits. Read back: seats counted by fill, labels beside their
own colour.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellers.claims import Mark
from tellers.claims.words import Words, figures
from tellers.figures.arcs import Arc, arc, seat_radius
from tellers.figures.chart import Chart
from tellers.figures.drawing import Anchor, Circle, Drawing, Tag, Text, Thing
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import r, spread
from tellers.figures.seats import crosses, disc_radius, key
from tellers.figures.vote_words import complete_rolls, count_marks, counts_table, member_marks, vote_chart, who
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.model import ORDER, Content, Option
from tellers.stats import result_of

SUBJECT = "vote"
WIDTHS = (360, 700)
LAYOUTS = ("blocks", "hemicycle")
MOVED = 0.3
"""By so much are discs smaller than their place: the way to the nearest half pixel must not make two of them touch."""
ARC_ORDER: tuple[str, ...] = (
    Option.YES,
    *(option for option in ORDER if option not in (Option.YES, Option.NO)),
    Option.NO,
)
"""From left to right: yes, abstain, who cast no ballot, no; so that yes and no face one another."""
_RANK = {option: rank for rank, option in enumerate(ARC_ORDER)}
NUMBER, NAME, LABEL_HEIGHT, CLEAR = 22.0, 14.0, 38.0, 8.0


def subjects(content: Content) -> list[str]:
    """Votes of large bodies of which every ballot is known."""
    return complete_rolls(content, LAYOUTS)


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A seat a member that carries its ballot, and a count an option that carries its tally."""
    result = result_of(content, subject)
    members = Mark("count:members", "ink", result.members, words.text("members"))
    return vote_chart(
        result, content, words, kind="hemicycle", what=figures.one_mark_a_member(words, result.members),
        picture=words.text("Half circle of seats"), table=counts_table(result, words), desc=who(result, words),
        marks=(*count_marks(result, words), members, *member_marks(result, "seat")),
    )  # fmt: skip


def draw(chart: Chart, width: int) -> Drawing:
    """The figure at this width."""
    return framed(chart, width, lambda frame: _phone(chart, frame) if frame.phone else _site(chart, frame))


def _in_order(chart: Chart) -> list[Mark]:
    return sorted(chart.with_role("seat"), key=lambda mark: _RANK[mark.option])


def _seats(seats: Sequence[Mark], places: Arc, x: float, y: float) -> list[Thing]:
    """The seats, in their order, on an arc whose centre is at x and y."""
    things: list[Thing] = []
    noes: list[tuple[float, float]] = []
    size = places.seat - MOVED
    radii = {role: disc_radius(size, role) for role in {mark.role for mark in seats}}
    for mark, (across, up) in zip(seats, places.points(x, y), strict=True):
        role = mark.role
        things.append(Circle(across, up, radii[role], role, Tag(mark.id, mark.member, mark.option)))
        if role == "no":
            noes.append((across, up))
    return things + crosses(noes, size)


def _middle(chart: Chart, x: float, base: float, size: float) -> list[Thing]:
    """The number of members in the hollow of the arc."""
    mark, tag = chart.by_id["count:members"], Tag("label:count:members")
    return [
        Text(r(x), r(base - 20), str(chart.value(mark.id)), size, "ink", Face.BOLD, "middle", tag),
        Text(r(x), r(base - 2), mark.label, 14, "muted", anchor="middle", tag=tag),
    ]


def _phone(chart: Chart, frame: Frame) -> Picture:
    """The arc over the whole width, a row of counts below it."""
    seats = _in_order(chart)
    outer = frame.width / 2
    widest = min(outer, max(130.0, 56 * (len(seats) - 1) / math.pi))
    places = arc(len(seats), widest - seat_radius(len(seats), widest))
    x, y = frame.x + outer, frame.y + places.radius + places.seat
    things = _seats(seats, places, x, y) + _middle(chart, x, y, 24)
    below, bottom = key(chart, frame, y + places.seat + 16, ARC_ORDER, square=False)
    return things + below, bottom


@dataclass(frozen=True, slots=True)
class _Label:
    """A count and its name on two lines, beside the arc at an angle, of which it keeps cosine and sine."""

    mark: Mark
    width: float
    across: float
    up: float


def _site(chart: Chart, frame: Frame) -> Picture:
    """The largest arc beside which every label has room."""
    seats = _in_order(chart)
    count = len(seats)
    outer = frame.width / 2
    widest = min(outer - 12, max(120.0, 56 * (count - 1) / math.pi))
    sides = _sides(_labels(chart, seats, arc(count, widest)))  # angles are the same at every radius
    places = arc(count, _largest(sides, count, int(widest), outer))
    labels = list(_place_labels(sides, places.radius + places.seat + CLEAR))
    highest = max([places.radius + places.seat, *(up + LABEL_HEIGHT for _, _, up, _ in labels)])
    x, y = frame.x + outer, frame.y + highest
    things = _seats(seats, places, x, y) + _middle(chart, x, y, 40)
    for label, dx, up, direction in labels:
        anchor: Anchor = "middle" if direction == 0 else "start" if direction > 0 else "end"
        tag = Tag(f"label:{label.mark.id}")
        number = str(chart.value(label.mark.id))
        things.append(Text(r(x + dx), r(y - up - 18), number, NUMBER, "ink", Face.BOLD, anchor, tag))
        things.append(Text(r(x + dx), r(y - up), label.mark.label, NAME, "muted", anchor=anchor, tag=tag))
    below = [f"{mark.option}" for mark in chart.with_role("count") if not chart.value(mark.id)]
    if below:
        row, bottom = key(chart, frame, y + places.seat + 14, below, square=False)
        return things + row, bottom
    return things, y + places.seat


def _labels(chart: Chart, seats: Sequence[Mark], places: Arc) -> list[_Label]:
    """A label for each option that somebody chose, at the middle of its seats in the outermost row."""
    angles: dict[str, list[float]] = {}
    for seat, (angle, _) in zip(seats, places.places, strict=True):
        angles.setdefault(seat.option, []).append(angle)
    found = []
    for option in ARC_ORDER:
        mark = chart.by_id.get(f"count:{option}")
        if mark is None or not chart.value(mark.id):
            continue
        number = metrics.width(str(chart.value(mark.id)), NUMBER, Face.BOLD)
        width = max(number, metrics.width(mark.label, NAME, Face.REGULAR))
        middle = (angles[option][0] + angles[option][-1]) / 2
        found.append(_Label(mark, width, math.cos(middle), math.sin(middle)))
    return found


_Sides = tuple[tuple[int, list[_Label]], ...]
"""Which way labels reach, left to right, and those that do, the one nearest to the base line first."""


def _sides(labels: Sequence[_Label]) -> _Sides:
    ways = ((way, [label for label in labels if _direction(label) == way]) for way in (-1, 0, 1))
    return tuple((way, sorted(side, key=lambda label: -abs(label.across))) for way, side in ways)


def _largest(sides: _Sides, count: int, widest: int, outer: float) -> int:
    """The largest radius of so many seats beside which every label stays within `outer` of the centre."""
    for radius in range(widest, 60, -4):
        clear = radius + seat_radius(count, radius) + CLEAR
        if all(max(abs(x), abs(x + way * label.width)) <= outer for label, x, _, way in _place_labels(sides, clear)):
            break
    return radius


def _place_labels(sides: _Sides, clear: float) -> Iterator[tuple[_Label, float, float, int]]:
    """Each label with its place from the arc's centre: how far right, how far up its lower edge, and which way it reaches.

    Labels stand outside the circle of the radius `clear`; those of one side keep apart by height.
    """
    for direction, side in sides:
        if direction == 0:
            yield from ((at, 0.0, clear, 0) for at in side)
            continue
        wanted = [(clear + LABEL_HEIGHT * 0.4) * at.up for at in side]
        middles = spread(wanted, [LABEL_HEIGHT] * len(side), 8, -CLEAR, clear + 60)
        for at, middle in zip(side, middles, strict=True):
            low = middle - LABEL_HEIGHT / 2
            beside = math.sqrt(max(0.0, clear**2 - max(0.0, low) ** 2))
            yield at, direction * max(beside, clear * abs(at.across) * 0.6), low, direction


def _direction(label: _Label) -> int:
    return 0 if abs(label.across) < 0.1 else 1 if label.across > 0 else -1
