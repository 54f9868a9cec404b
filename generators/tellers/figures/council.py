"""Council: the seats of a small body around a horseshoe table, who vetoed, and the result in the middle.

Permanent members sit on the left and have a ring. The place of a seat says nothing else. Read back: name or code to the
seat's fill, rings, VETO, counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellers.claims import Mark, Said, Sentence
from tellers.claims.words import Words, figures, labels
from tellers.figures.chart import Chart, Table
from tellers.figures.drawing import Anchor, Circle, Drawing, Path, Tag, Text, Thing, check, cross, dash
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import r
from tellers.figures.seats import disc
from tellers.figures.vote_words import complete_rolls, count_marks, member_marks, vote_chart, who
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import cue_role_on, text_role_on
from tellers.model import Content
from tellers.stats import Result, result_of

SUBJECT = "vote"
WIDTHS = (360, 700)
PERMANENT, ELECTED = "permanent", "elected"


def subjects(content: Content) -> list[str]:
    """Votes of bodies that sit around a horseshoe, of which every ballot is known."""
    return complete_rolls(content, ("horseshoe",))


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A seat a member that carries its ballot, a count an option, and the outcome."""
    result = result_of(content, subject)
    outcome = labels.outcome(words, result.vote.outcome, bool(result.vetoes))
    seats = [_seat(mark, result) for mark in member_marks(result, "seat")]
    seats.sort(key=lambda mark: (mark.group != PERMANENT, mark.label))
    return vote_chart(
        result, content, words, kind="council", what=figures.one_mark_a_member(words, result.members),
        picture=words.text("Seats around a table"), table=_table(result, words), desc=who(result, words),
        marks=(*count_marks(result, words), Mark("outcome", "ink", result.outcome, outcome), *seats),
        labels=_labels(result, words),
    )  # fmt: skip


def _seat(mark: Mark, result: Result) -> Mark:
    group = PERMANENT if mark.member in result.permanent else ELECTED
    return Mark(mark.id, mark.role, mark.claim, result.name(mark.member), mark.member, mark.option, group)


def _labels(result: Result, words: Words) -> dict[str, str]:
    found = {f"veto:{code}": words.text("VETO") for code in result.vetoes}
    return found | ({"ring": words.text("ring = permanent member")} if result.permanent else {})


def _table(result: Result, words: Words) -> Table:
    """A member a row, with its ballot."""
    rows = []
    for code in sorted(result.seated, key=result.name):
        option = result.option_of(code)
        if option is not None:
            rows.append((result.name(code), Sentence.of(Said(labels.option(words, option), result.ballot(code)))))
    return Table((words.text("Member"), words.text("Vote")), tuple(rows))


def draw(chart: Chart, width: int) -> Drawing:
    """The figure at this width."""
    return framed(chart, width, lambda frame: _picture(chart, frame))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Measures of one layout: radius of a seat, distances, and where the columns of seats stand."""

    phone: bool
    seat: float
    pitch: float
    left: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A seat's place and the side of the table that it is on: `left`, `top` or `right`."""

    mark: Mark
    x: float
    y: float
    side: str


def _picture(chart: Chart, frame: Frame) -> Picture:
    left, top, right = _sides(chart)
    names = [] if frame.phone else _Names.of(top, chart, _spacing(frame, top))
    plan = _plan(chart, frame, _Names.height(names))
    places = _places(plan, left, top, right)
    bottom = max(place.y for place in places) + plan.seat + 8
    things: list[Thing] = [_table_path(plan, bottom - 4)]
    for place in places:
        things += _seat_things(chart, place, plan)
        things += _inside(chart, place, plan) if frame.phone else _outside(chart, place, plan, names)
    things += _result(chart, plan, bottom)
    if ring := chart.labels.get("ring"):
        return _ring_key(things, ring, plan.middle, bottom + 22)
    return things, bottom


def _sides(chart: Chart) -> tuple[list[Mark], list[Mark], list[Mark]]:
    """Permanent members on the left, then the others along the top and down the right; thirds where none is permanent."""
    seats = list(chart.with_role("seat"))
    permanent = [mark for mark in seats if mark.group == PERMANENT]
    left = permanent or seats[: len(seats) // 3]
    rest = seats[len(left) :]
    across = (len(rest) + 1) // 2
    return left, rest[:across], rest[across:]


def _plan(chart: Chart, frame: Frame, names: float) -> _Plan:
    if frame.phone:
        vetoed = any(name.startswith("veto:") for name in chart.labels)
        return _Plan(True, 16, 57 if vetoed else 47, frame.x + 22, frame.right - 22, frame.y + 18)
    return _Plan(False, 18, 49, frame.x + 146, frame.right - 146, frame.y + names + 22)


def _spacing(frame: Frame, top: Sequence[Mark]) -> float:
    """Distance between seats along the top."""
    across = frame.width - (2 * 62 if frame.phone else 2 * 188)
    return min(across / max(1, len(top) - 1), 84.0 if not frame.phone else 46.0)


def _places(plan: _Plan, left: Sequence[Mark], top: Sequence[Mark], right: Sequence[Mark]) -> list[_Place]:
    first = plan.top + (43 if plan.phone else 46)
    width = plan.right - plan.left - (80 if plan.phone else 84)
    step = min(width / max(1, len(top) - 1), 84.0 if not plan.phone else 46.0)
    start = plan.middle - step * (len(top) - 1) / 2
    found = [_Place(mark, plan.left, first + i * plan.pitch, "left") for i, mark in enumerate(left)]
    found += [_Place(mark, start + i * step, plan.top, "top") for i, mark in enumerate(top)]
    return found + [_Place(mark, plan.right, first + i * plan.pitch, "right") for i, mark in enumerate(right)]


def _table_path(plan: _Plan, bottom: float) -> Path:
    """The table: up on the left, round to the right, and down."""
    near, turn = (34.0, 30.0) if plan.phone else (36.0, 36.0)
    left, right, top = plan.left + near, plan.right - near, plan.top + near
    k = turn * 0.45
    return Path(
        (
            ("M", r(left), r(bottom)), ("L", r(left), r(top + turn)),
            ("C", r(left), r(top + k), r(left + k), r(top), r(left + turn), r(top)), ("L", r(right - turn), r(top)),
            ("C", r(right - k), r(top), r(right), r(top + k), r(right), r(top + turn)), ("L", r(right), r(bottom)),
        ),
        "table",
    )  # fmt: skip


def _seat_things(chart: Chart, place: _Place, plan: _Plan) -> list[Thing]:
    mark = place.mark
    things: list[Thing] = [disc(place.x, place.y, plan.seat, mark.role, Tag(mark.id, mark.member, mark.option))]
    if mark.group == PERMANENT:
        things.append(Circle(r(place.x), r(place.y), plan.seat + 4, "ring", Tag(f"label:ring:{mark.member}", mark.member)))
    cue = {"yes": check, "no": cross, "abstain": dash}.get(mark.role)
    if cue and not plan.phone:
        things.append(cue(r(place.x), r(place.y), 14, cue_role_on(mark.role)))
    return things


def _inside(chart: Chart, place: _Place, plan: _Plan) -> list[Thing]:
    """The code in the seat, and VETO just below it."""
    mark, size = place.mark, 11.0
    tag = Tag(f"label:{mark.id}", mark.member)
    rise = metrics.cap_height(size, Face.SEMIBOLD) / 2
    things: list[Thing] = [
        Text(r(place.x), r(place.y + rise), mark.member, size, text_role_on(mark.role), Face.SEMIBOLD, "middle", tag)
    ]
    if veto := chart.labels.get(f"veto:{mark.member}"):
        things.append(Text(r(place.x), r(place.y + plan.seat + 15), veto, 11, "alert", Face.BOLD, "middle", tag))
    return things


@dataclass(frozen=True, slots=True)
class _Names:
    """A name in the lines and the size in which it fits."""

    lines: tuple[str, ...]
    size: float

    @classmethod
    def of(cls, marks: Sequence[Mark], chart: Chart, width: float) -> list[_Names]:
        """Names above the seats along the top, all of one size."""
        return _fitted([mark.label for mark in marks], Face.REGULAR, width - 8)

    @staticmethod
    def height(names: Sequence[_Names]) -> float:
        return max((len(name.lines) for name in names), default=0) * 16.0


def _fitted(names: Sequence[str], face: Face, width: float) -> list[_Names]:
    """The names broken into lines of at most `width`, in the largest size in which every word fits."""
    words = [word for name in names for word in name.split(" ")]
    size = next((s for s in (13.0, 12.0) if all(metrics.width(word, s, face) <= width for word in words)), 11.0)
    return [_Names(metrics.wrap(name, size, face, width), size) for name in names]


def _outside(chart: Chart, place: _Place, plan: _Plan, above: Sequence[_Names]) -> list[Thing]:
    """The member's name on the far side of its seat, and VETO below the name."""
    mark = place.mark
    tag = Tag(f"label:{mark.id}", mark.member)
    veto = chart.labels.get(f"veto:{mark.member}")
    face = Face.SEMIBOLD if mark.group == PERMANENT else Face.REGULAR
    if place.side == "top":
        name = next(names for names in above if " ".join(names.lines) == mark.label)
        base, x = place.y - plan.seat - 11 - 16 * (len(name.lines) - 1), place.x
        anchor: Anchor = "middle"
    else:
        name = _fitted([mark.label], face, 112)[0]
        outward = -1 if place.side == "left" else 1
        anchor, x = ("end" if outward < 0 else "start"), place.x + outward * (plan.seat + 11)
        base = place.y + 4.5 - 8 * (len(name.lines) - 1 + bool(veto))
    things: list[Thing] = [
        Text(r(x), r(base + 16 * i), line, name.size, "ink", face, anchor, tag) for i, line in enumerate(name.lines)
    ]
    if veto:
        things.append(Text(r(x), r(base + 16 * len(name.lines)), veto, 12, "alert", Face.BOLD, anchor, tag))
    return things


def _result(chart: Chart, plan: _Plan, bottom: float) -> list[Thing]:
    """Counts side by side with their names below, and the outcome."""
    counts = chart.with_role("count")
    big, small = (26.0, 12.5) if plan.phone else (34.0, 14.0)
    widths = [
        max(metrics.width(str(chart.value(mark.id)), big, Face.BOLD), metrics.width(mark.label, small, Face.REGULAR))
        for mark in counts
    ]
    space = 18.0 if plan.phone else 30.0
    x = plan.middle - (sum(widths) + space * (len(counts) - 1)) / 2
    base = (plan.top + 42 + bottom) / 2 - 4
    things: list[Thing] = []
    for mark, width in zip(counts, widths, strict=True):
        tag = Tag(f"label:{mark.id}")
        things.append(Text(r(x + width / 2), r(base), str(chart.value(mark.id)), big, "ink", Face.BOLD, "middle", tag))
        things.append(Text(r(x + width / 2), r(base + 19), mark.label, small, "muted", anchor="middle", tag=tag))
        x += width + space
    outcome = chart.by_id["outcome"]
    size = 15.0 if plan.phone else 17.0
    things.append(
        Text(r(plan.middle), r(base + 52), outcome.label, size, "ink", Face.SEMIBOLD, "middle", Tag("label:outcome"))
    )
    return things


def _ring_key(things: list[Thing], text: str, x: float, base: float) -> Picture:
    """What the ring means."""
    left = x - (metrics.width(text, 12.5, Face.REGULAR) + 16) / 2
    things.append(Circle(r(left + 5), r(base - 4.5), 5, "ring", Tag("label:key:ring")))
    things.append(Text(r(left + 16), r(base), text, 12.5, "muted"))
    return things, base + 4
