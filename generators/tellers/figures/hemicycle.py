"""Hemicycle: a seat a member on concentric arcs, sorted by option from left to right. For parliaments above all.

The place of a seat says nothing: it is not where the member sits. Read back: seats counted by fill, labels beside their
own colour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tellers.claims import Mark
from tellers.claims.words import Words, figures
from tellers.figures.chart import Chart
from tellers.figures.drawing import Anchor, Drawing, Tag, Text, Thing
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import half, r, spread
from tellers.figures.seats import GAP, crosses, disc, key
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
INNER = 0.37
"""Radius of the innermost row, as a part of the outermost."""
LARGEST = 52.0
"""Distance of two seats where there are few."""
SMALL = 20
"""A body of at most so many members sits in a single row."""
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


@dataclass(frozen=True, slots=True)
class Arc:
    """Places of seats around a centre, left to right; the outermost row's centres lie on `radius`."""

    radius: float
    seat: float
    places: tuple[tuple[float, float], ...]
    """Angle (half a turn on the left, nought on the right) and distance from the centre."""


def arc(seats: int, radius: float) -> Arc:
    """The places of so many seats, each row filled from end to end."""
    rows, numbers, _ = _rows(seats)
    return Arc(radius, seat_radius(seats, radius), _places([row * radius for row in rows], numbers))


def seat_radius(seats: int, radius: float) -> float:
    """The radius of a seat that leaves its neighbours free space."""
    return (min(_rows(seats)[2] * radius, LARGEST) - GAP) / 2


@lru_cache(maxsize=1024)
def _rows(seats: int) -> tuple[tuple[float, ...], tuple[int, ...], float]:
    """Radii and numbers of seats of the rows of a hemicycle of radius 1, and the least distance of two seats.

    As many rows as make that distance largest; a single one for a small body.
    """
    best: tuple[tuple[float, ...], tuple[int, ...], float] = ((1.0,), (seats,), _step(1.0, seats))
    for rows in range(2, math.isqrt(seats) + 1 if seats > SMALL else 0):
        radii = tuple(INNER + (1 - INNER) * row / (rows - 1) for row in range(rows))
        numbers = _shares(seats, radii)
        if numbers[0] < 2:
            break
        least = min([(1 - INNER) / (rows - 1), *map(_step, radii, numbers)])
        if least > best[2]:
            best = (radii, numbers, least)
    return best


def _step(radius: float, seats: int) -> float:
    """The distance of two neighbours in a row of so many seats."""
    return 2 * radius * math.sin(math.pi / (2 * (seats - 1))) if seats > 1 else 2 * radius


def _shares(seats: int, radii: Sequence[float]) -> tuple[int, ...]:
    """Seats a row in proportion to its length, by largest remainder."""
    whole = sum(radii)
    exact = [seats * radius / whole for radius in radii]
    shares = [math.floor(part) for part in exact]
    order = sorted(range(len(radii)), key=lambda row: (shares[row] - exact[row], row))
    for row in order[: seats - sum(shares)]:
        shares[row] += 1
    return tuple(shares)


def _places(radii: Sequence[float], numbers: Sequence[int]) -> tuple[tuple[float, float], ...]:
    found = [
        (math.pi * (1 - place / (number - 1)) if number > 1 else math.pi / 2, radius)
        for radius, number in zip(radii, numbers, strict=True)
        for place in range(number)
    ]
    return tuple(sorted(found, key=lambda at: (-round(at[0], 6), at[1])))


def _in_order(chart: Chart) -> list[Mark]:
    return sorted(chart.with_role("seat"), key=lambda mark: ARC_ORDER.index(mark.option))


def _seats(chart: Chart, places: Arc, x: float, y: float) -> list[Thing]:
    """The seats of an arc whose centre is at x and y."""
    things: list[Thing] = []
    noes: list[tuple[float, float]] = []
    for mark, (angle, radius) in zip(_in_order(chart), places.places, strict=True):
        at = (half(x + radius * math.cos(angle)), half(y - radius * math.sin(angle)))
        things.append(disc(*at, places.seat - MOVED, mark.role, Tag(mark.id, mark.member, mark.option)))
        noes += [at] if mark.role == "no" else []
    return things + crosses(noes, places.seat - MOVED)


def _middle(chart: Chart, x: float, base: float, size: float) -> list[Thing]:
    """The number of members in the hollow of the arc."""
    mark, tag = chart.by_id["count:members"], Tag("label:count:members")
    return [
        Text(r(x), r(base - 20), str(chart.value(mark.id)), size, "ink", Face.BOLD, "middle", tag),
        Text(r(x), r(base - 2), mark.label, 14, "muted", anchor="middle", tag=tag),
    ]


def _phone(chart: Chart, frame: Frame) -> Picture:
    """The arc over the whole width, a row of counts below it."""
    count = len(chart.with_role("seat"))
    outer = frame.width / 2
    widest = min(outer, max(130.0, 56 * (count - 1) / math.pi))
    places = arc(count, widest - arc(count, widest).seat)
    x, y = frame.x + outer, frame.y + places.radius + places.seat
    things = _seats(chart, places, x, y) + _middle(chart, x, y, 24)
    below, bottom = key(chart, frame, y + places.seat + 16, ARC_ORDER, square=False)
    return things + below, bottom


@dataclass(frozen=True, slots=True)
class _Label:
    """A count and its name on two lines, beside the arc at an angle."""

    mark: Mark
    angle: float
    width: float


def _site(chart: Chart, frame: Frame) -> Picture:
    """The largest arc beside which every label has room."""
    count = len(chart.with_role("seat"))
    outer = frame.width / 2
    widest = min(outer - 12, max(120.0, 56 * (count - 1) / math.pi))
    found = _labels(chart, arc(count, widest))  # angles are the same at every radius
    for radius in range(int(widest), 60, -4):
        labels = _place_labels(found, radius + seat_radius(count, radius) + CLEAR)
        if all(max(abs(x), abs(x + direction * label.width)) <= outer for label, x, _, direction in labels):
            break
    places = arc(count, radius)
    highest = max([places.radius + places.seat, *(up + LABEL_HEIGHT for _, _, up, _ in labels)])
    x, y = frame.x + outer, frame.y + highest
    things = _seats(chart, places, x, y) + _middle(chart, x, y, 40)
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


def _labels(chart: Chart, places: Arc) -> list[_Label]:
    """A label for each option that somebody chose, at the middle of its seats in the outermost row."""
    seats = _in_order(chart)
    found = []
    for option in ARC_ORDER:
        mark = chart.by_id.get(f"count:{option}")
        if mark is None or not chart.value(mark.id):
            continue
        angles = [angle for seat, (angle, _) in zip(seats, places.places, strict=True) if seat.option == option]
        number = metrics.width(str(chart.value(mark.id)), NUMBER, Face.BOLD)
        width = max(number, metrics.width(mark.label, NAME, Face.REGULAR))
        found.append(_Label(mark, (angles[0] + angles[-1]) / 2, width))
    return found


def _place_labels(labels: Sequence[_Label], clear: float) -> list[tuple[_Label, float, float, int]]:
    """Each label with its place from the arc's centre: how far right, how far up its lower edge, and which way it reaches.

    Labels stand outside the circle of the radius `clear`; those of one side keep apart by height.
    """
    found: list[tuple[_Label, float, float, int]] = []
    for direction in (-1, 0, 1):
        side = [at for at in labels if _direction(at) == direction]
        side.sort(key=lambda at: -abs(math.cos(at.angle)))
        if direction == 0:
            found += [(at, 0.0, clear, 0) for at in side]
            continue
        wanted = [(clear + LABEL_HEIGHT * 0.4) * math.sin(at.angle) for at in side]
        middles = spread(wanted, [LABEL_HEIGHT] * len(side), 8, -CLEAR, clear + 60)
        for at, middle in zip(side, middles, strict=True):
            low = middle - LABEL_HEIGHT / 2
            beside = math.sqrt(max(0.0, clear**2 - max(0.0, low) ** 2))
            found.append((at, direction * max(beside, clear * abs(math.cos(at.angle)) * 0.6), low, direction))
    return found


def _direction(label: _Label) -> int:
    across = math.cos(label.angle)
    return 0 if abs(across) < 0.1 else 1 if across > 0 else -1
