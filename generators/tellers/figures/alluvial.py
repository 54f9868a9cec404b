"""Alluvial: how the members of one body moved between two votes, as ribbons from the earlier options to the later ones.

Two tallies can hide as many moves as they show; the joint counts cannot. A subject is `<later vote>|<earlier vote>`, such
as `un-ga/es-11_7|un-ga/es-11_1`; its figure is `un-ga/es-11_7.alluvial.es-11_1`. Read back: the heights of ribbons and of
both columns against the joint counts and the tallies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tellers.claims import Claim, Mark, Says, Sentence
from tellers.claims.words import Words, alluvial, figures, labels
from tellers.figures.chart import Chart, Table
from tellers.figures.drawing import Drawing, Path, Rect, Tag, Text, Thing
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import r, spread
from tellers.figures.vote_words import roll_sources, source_line
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.manifest import Input, digest_of_inputs
from tellers.model import Content, Option
from tellers.stats import Result, Shift, result_of, shifts

SUBJECT = "vote"
WIDTHS = (360, 700)
PAIR = "|"
NODE = 13.0
GAP = 14.0
ORDER = (
    Option.YES, Option.PRESENT, Option.PAIRED, Option.TELLER, Option.ABSTAIN, Option.EXCUSED, Option.ABSENT,
    Option.NOT_VOTING, Option.NO_RECORD, Option.NOT_ELIGIBLE, Option.VACANT, Option.NO,
)  # fmt: skip
"""From top to bottom as along an arc: yes and no at the ends, what lies between them between them."""

_SILENT = frozenset((Option.NO_RECORD, Option.NOT_ELIGIBLE, Option.VACANT))
"""Options that say nothing about what a member wanted: to or from them nobody is said to have moved."""


def subjects(content: Content) -> list[str]:
    """Pairs `<later>|<earlier>`: each vote of a series with the one before it and with the first; votes of the same day.

    Only votes whose every ballot is known, of bodies larger than a council, with the same members both times.
    """
    pairs: list[tuple[str, str]] = []
    for series in content.series.values():
        full = [id for id in sorted(series.votes, key=lambda id: content.votes[id].date) if result_of(content, id).complete]
        pairs += [pair for pair in _pairs_of_series(full) if _comparable(content, *pair)]
        pairs += [(a, b) for a in full for b in full if a != b and _same_day(content, a, b) and _comparable(content, a, b)]
    return sorted({f"{later}{PAIR}{earlier}" for later, earlier in pairs})


def _pairs_of_series(votes: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at in range(1, len(votes)):
        yield votes[at], votes[at - 1]
        yield votes[at], votes[0]


def _same_day(content: Content, one: str, other: str) -> bool:
    return content.votes[one].date == content.votes[other].date


def _comparable(content: Content, one: str, other: str) -> bool:
    body = content.bodies[content.votes[one].body]
    same = content.votes[other].body == body.id and content.rolls[one].members == content.rolls[other].members
    return same and body.layout != "horseshoe"


def marks(subject: str, content: Content, words: Words) -> Chart:
    """Both columns' tallies and a ribbon for each pair of options that occurs, carrying its joint count."""
    later, earlier = (result_of(content, id) for id in subject.split(PAIR))
    if later.roll is None or earlier.roll is None:
        raise ValueError(f"{subject}: the ballots of both votes must be known")
    flows = sorted(shifts(earlier.roll, later.roll), key=lambda s: (ORDER.index(s.before), ORDER.index(s.after)))
    moves = sorted((s for s in flows if _moved(s)), key=lambda s: -s.count)
    inputs = tuple(Input(f"votes/{v.vote.id}", content.digests[f"votes/{v.vote.id}"]) for v in (earlier, later))
    sources = dict.fromkeys([*roll_sources(earlier), *roll_sources(later)])
    return Chart(
        figure=f"{later.vote.id}.alluvial.{earlier.vote.id.rpartition('/')[2]}",
        kind="alluvial",
        inputs=inputs,
        title=_finding(moves, earlier, later, words),
        subtitle=alluvial.subtitle(
            words, body=later.body.short, one=earlier.vote.name, then=earlier.vote.date, other=later.vote.name,
            now=later.vote.date, members=later.members,
        ),
        alt=alluvial.alt(
            words, one=earlier.vote.name, other=later.vote.name,
            moves=[alluvial.move(words, s.before, s.after, s.count) for s in moves],
        ),
        desc=" ".join(_line(flow, later, words) for flow in flows),
        source=source_line(words, [content.sources[id] for id in sources]),
        marks=(
            *_column("from", earlier, words),
            *_column("to", later, words),
            *(_ribbon(flow, earlier, later, words) for flow in flows),
        ),
        table=_table(flows, earlier, later, words),
        claims=(later.members,),
        labels={
            "from:day": words.short_day(earlier.vote.date), "from:name": earlier.vote.name,
            "to:day": words.short_day(later.vote.date), "to:name": later.vote.name,
            "mark": figures.data_mark(words, digest_of_inputs(inputs), content.site.name),
        },
    )  # fmt: skip


def _moved(flow: Shift) -> bool:
    return flow.before != flow.after and not {flow.before, flow.after} & _SILENT


def _finding(moves: Sequence[Shift], earlier: Result, later: Result, words: Words) -> Sentence:
    one, other = earlier.vote.name, later.vote.name
    if not moves:
        return alluvial.nobody_moved(words, one, other)
    most = moves[0]
    return alluvial.title(
        words, moved=_claim(most, earlier, later), whole=earlier.count(most.before), before=most.before, after=most.after,
        one=one, other=other,
    )  # fmt: skip


def _claim(flow: Shift, earlier: Result, later: Result) -> Claim:
    return Claim.make(
        Says.SHIFT, flow.count, before=earlier.vote.id, after=later.vote.id, from_=flow.before, to=flow.after
    )  # fmt: skip


def _column(side: str, result: Result, words: Words) -> list[Mark]:
    return [
        Mark(f"{side}:{option}", option, result.count(option), labels.option(words, option), option=option, group=side)
        for option in ORDER
        if result.tally[option]
    ]


def _ribbon(flow: Shift, earlier: Result, later: Result, words: Words) -> Mark:
    painted = flow.after if flow.after in (Option.YES, Option.NO, Option.ABSTAIN) else "other"
    role = f"stay-{painted}" if flow.before == flow.after else f"flow-{painted}"
    return Mark(
        f"flow:{flow.before}:{flow.after}", role, _claim(flow, earlier, later),
        alluvial.flow(words, flow.before, flow.after), option=flow.after, group=flow.before,
    )  # fmt: skip


def _line(flow: Shift, later: Result, words: Words) -> str:
    if flow.before == flow.after:
        return alluvial.stayed(words, option=flow.before, number=flow.count)
    names = [later.name(code) for code in flow.members]
    return alluvial.who(words, flow=alluvial.flow(words, flow.before, flow.after), number=flow.count, names=names)


def _table(flows: Iterable[Shift], earlier: Result, later: Result, words: Words) -> Table:
    header = (earlier.vote.name, later.vote.name, words.text("Members"))
    rows = tuple(
        (
            labels.option(words, flow.before), labels.option(words, flow.after),
            words.say("{n}", n=_claim(flow, earlier, later)),
        )
        for flow in flows
    )  # fmt: skip
    return Table(header, rows)


# Drawing ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Node:
    """A column's part for one option: its mark and where it stands."""

    mark: Mark
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def draw(chart: Chart, width: int) -> Drawing:
    """Two columns with their numbers outside and the ribbons between them."""
    return framed(chart, width, lambda frame: _flows(chart, frame))


def _flows(chart: Chart, frame: Frame) -> Picture:
    left, right = chart.with_role("from"), chart.with_role("to")
    top, height = frame.y + 46, (400.0 if frame.phone else 380.0)
    whole = sum(chart.value(mark.id) for mark in left)
    scale = (height - GAP * (max(len(left), len(right)) - 1)) / whole
    from_nodes, to_nodes = _nodes(chart, left, top, height, scale), _nodes(chart, right, top, height, scale)
    start = frame.x + _room(chart, left, frame) + 9
    end = frame.right - _room(chart, right, frame) - 9 - NODE
    ribbons, counts = _ribbons(chart, from_nodes, to_nodes, start + NODE, end, scale)
    things = _heads(chart, start, end + NODE, frame)
    things += ribbons
    for x, nodes in ((start, from_nodes), (end, to_nodes)):
        things += [
            Rect(r(x), r(node.top), NODE, r(node.height), node.mark.role, Tag(node.mark.id, option=node.mark.option))
            for node in nodes
        ]
    things += counts
    things += _names(chart, from_nodes, start, top, top + height, "end", frame)
    things += _names(chart, to_nodes, end + NODE, top, top + height, "start", frame)
    return things, top + height + 6


def _nodes(chart: Chart, column: Sequence[Mark], top: float, height: float, scale: float) -> list[_Node]:
    """The column's parts from top to bottom, spaced so that both columns end at the same line."""
    taken = sum(chart.value(mark.id) for mark in column) * scale
    gap = (height - taken) / (len(column) - 1) if len(column) > 1 else 0.0
    nodes: list[_Node] = []
    for mark in column:
        tall = chart.value(mark.id) * scale
        nodes.append(_Node(mark, top, tall))
        top += tall + gap
    return nodes


def _heads(chart: Chart, start: float, end: float, frame: Frame) -> list[Thing]:
    """Day and symbol above each column, the left one flush left with it, the right one flush right."""
    if frame.phone:
        start, end = frame.x, frame.right
    return [
        Text(r(start), r(frame.y + 12), chart.labels["from:name"], 13, "ink", Face.SEMIBOLD),
        Text(r(start), r(frame.y + 29), chart.labels["from:day"], 12.5, "muted"),
        Text(r(end), r(frame.y + 12), chart.labels["to:name"], 13, "ink", Face.SEMIBOLD, "end"),
        Text(r(end), r(frame.y + 29), chart.labels["to:day"], 12.5, "muted", anchor="end"),
    ]


def _ribbons(
    chart: Chart, left: Sequence[_Node], right: Sequence[_Node], start: float, end: float, scale: float
) -> tuple[list[Thing], list[Thing]]:
    """Ribbons stacked on both sides in the order of the other side, wide ones below narrow ones, and their numbers."""
    leaving = {node.mark.option: node.top for node in left}
    arriving = {node.mark.option: node.top for node in right}
    flows = chart.with_role("flow")
    starts: dict[str, float] = {}
    ends: dict[str, float] = {}
    for mark in flows:
        starts[mark.id] = leaving[mark.group]
        leaving[mark.group] += chart.value(mark.id) * scale
        ends[mark.id] = arriving[mark.option]
        arriving[mark.option] += chart.value(mark.id) * scale
    ribbons: list[Thing] = []
    counts: list[Thing] = []
    for mark in sorted(flows, key=lambda mark: (mark.group != mark.option, -chart.value(mark.id))):
        height = chart.value(mark.id) * scale
        y, y2 = starts[mark.id], ends[mark.id]
        ribbons.append(_band(mark, (start, y), (end, y2), height))
        counts += _count(chart, mark, end, y2, height) if mark.group != mark.option else []
    return ribbons, counts


def _band(mark: Mark, start: tuple[float, float], end: tuple[float, float], height: float) -> Path:
    """A band of the same height at both ends, level where it leaves and where it arrives."""
    (x, y), (x2, y2) = start, end
    middle = (x + x2) / 2
    commands = (
        ("M", r(x), r(y)), ("C", r(middle), r(y), r(middle), r(y2), r(x2), r(y2)), ("L", r(x2), r(y2 + height)),
        ("C", r(middle), r(y2 + height), r(middle), r(y + height), r(x), r(y + height)), ("Z",),
    )  # fmt: skip
    return Path(commands, mark.role, Tag(mark.id, option=mark.option))


def _count(chart: Chart, mark: Mark, end: float, top: float, height: float) -> list[Thing]:
    """How many moved, at the ribbon's end, where it is high enough."""
    size = 12.5 if height >= 14 else 11.0
    if height < metrics.cap_height(size, Face.SEMIBOLD) + 2:
        return []
    base = top + height / 2 + metrics.cap_height(size, Face.SEMIBOLD) / 2
    tag = Tag(f"label:{mark.id}")
    role = "on-abstain" if mark.role == "flow-abstain" else "ink"
    return [Text(r(end - 9), r(base), str(chart.value(mark.id)), size, role, Face.SEMIBOLD, "end", tag)]


# Names beside the columns -------------------------------------------------------------------------------------------------

BIG, SMALL = 17.0, 12.5


@dataclass(frozen=True, slots=True)
class _Name:
    """Number and option beside a column: in one line where the part is low, otherwise under one another."""

    number: str
    lines: tuple[str, ...]
    stacked: bool

    @property
    def height(self) -> float:
        return 17.0 + 16.0 * len(self.lines) if self.stacked else 17.0

    @property
    def width(self) -> float:
        widest = max(metrics.width(line, SMALL, Face.REGULAR) for line in self.lines)
        if self.stacked:
            return max(widest, metrics.width(self.number, BIG, Face.BOLD))
        return metrics.width(self.number, 14, Face.BOLD) + 5 + widest


def _name(chart: Chart, mark: Mark, frame: Frame) -> _Name:
    lines = metrics.wrap(mark.label, SMALL, Face.REGULAR, 62.0 if frame.phone else 110.0)
    number = str(chart.value(mark.id))
    wide = metrics.width(number, 14, Face.BOLD) + 5 + metrics.width(mark.label, SMALL, Face.REGULAR)
    low = chart.value(mark.id) * 12 < sum(chart.value(other.id) for other in chart.with_role(mark.group))
    return _Name(number, lines, stacked=not low or len(lines) > 1 or (frame.phone and wide > 70))


def _room(chart: Chart, column: Sequence[Mark], frame: Frame) -> float:
    return max(_name(chart, mark, frame).width for mark in column) * 1.02


def _names(
    chart: Chart, nodes: Sequence[_Node], x: float, low: float, high: float, anchor: str, frame: Frame
) -> list[Thing]:
    """The names of a column, at the middle of each part, moved apart where they would touch."""
    named = [_name(chart, node.mark, frame) for node in nodes]
    places = spread([node.middle for node in nodes], [name.height for name in named], 6, low - 8, high + 8)
    things: list[Thing] = []
    for node, name, place in zip(nodes, named, places, strict=True):
        things += _written(name, f"label:{node.mark.id}", x, place, at_end=anchor == "end")
    return things


def _written(name: _Name, mark: str, x: float, middle: float, *, at_end: bool) -> list[Thing]:
    tag = Tag(mark)
    at, anchor = (r(x - NODE + 4), "end") if at_end else (r(x + 9), "start")
    top = middle - name.height / 2
    if name.stacked:
        number = Text(at, r(top + 13), name.number, BIG, "ink", Face.BOLD, "end" if at_end else "start", tag)
        lines = [
            Text(at, r(top + 29 + 16 * n), line, SMALL, "muted", anchor="end" if at_end else "start", tag=tag)
            for n, line in enumerate(name.lines)
        ]
        return [number, *lines]
    base = r(middle + 5)
    digits = metrics.width(name.number, 14, Face.BOLD)
    word = name.lines[0]
    first = at if anchor == "start" else r(at - metrics.width(word, SMALL, Face.REGULAR) - 5 - digits)
    return [
        Text(first, base, name.number, 14, "ink", Face.BOLD, tag=tag),
        Text(r(first + digits + 5), base, word, SMALL, "muted", tag=tag),
    ]
