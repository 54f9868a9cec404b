"""Tally bar: how many chose what, to scale, with the threshold where a source says which majority applied.

Read back: bar widths against the total, labels, the place of the threshold's tick.
"""

from __future__ import annotations

from tellers.claims import Mark
from tellers.claims.words import Words, figures, labels
from tellers.figures.chart import Chart
from tellers.figures.drawing import Drawing, Rect, Tag, Text, Thing, check, cross
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.vote_words import counts_table, vote_chart
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import cue_role_on
from tellers.model import Content
from tellers.stats import result_of

SUBJECT = "vote"
WIDTHS = (360, 700)
BAR = 34.0
GAP = 2.5


def subjects(content: Content) -> list[str]:
    """Votes of which totals are known."""
    return [id for id in content.votes if result_of(content, id).tally.counts]


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A bar an option, each carrying its tally, and a tick that carries the number of votes needed."""
    result = result_of(content, subject)
    bars = [
        Mark(f"bar:{option}", option, claim, labels.option(words, option), option=option)
        for option, claim in result.counts.items()
    ]
    if result.unstated is not None:
        bars.append(Mark("bar:unstated", "no-record", result.unstated, labels.unstated(words)))
    if result.needed is not None and result.rule is not None:
        text = words.text("{n} needed: {rule}", n=result.needed, rule=result.rule.name)
        bars.append(Mark("tick:needed", "tick", result.needed, text))
    return vote_chart(
        result, content, words, kind="tally", what=figures.base_members(words, result.members),
        picture=words.text("Bar chart"), marks=tuple(bars), table=counts_table(result, words),
    )  # fmt: skip


def draw(chart: Chart, width: int) -> Drawing:
    return framed(chart, width, lambda frame: _bars(chart, frame))


def _bars(chart: Chart, frame: Frame) -> Picture:
    bars = [mark for mark in chart.with_role("bar") if chart.value(mark.id)]
    total = sum(chart.value(mark.id) for mark in bars)
    scale = frame.width / total
    things: list[Thing] = []
    edges: list[tuple[float, float, Mark]] = []
    left = 0
    for mark in bars:
        count = chart.value(mark.id)
        edges.append((frame.x + left * scale, count * scale, mark))
        left += count
    label_bottom, labelled = _labels(chart, frame, edges)
    things += labelled
    top = label_bottom + 9
    for x, length, mark in edges:
        things.append(Rect(_r(x), top, _r(length), BAR, mark.role, Tag(mark.id, option=mark.option)))
    for x, _, _mark in edges[1:]:
        things.append(Rect(_r(x - GAP / 2), top - 1, GAP, BAR + 2, "gap"))
    things += [cue for x, length, mark in edges for cue in _cue(x, length, top, mark)]
    bottom = top + BAR
    tick = chart.by_id.get("tick:needed")
    if tick is not None:
        x = frame.x + chart.value(tick.id) * scale
        things.append(Rect(_r(x - 1), top - 5, 2, BAR + 10, "tick", Tag(tick.id, tick=str(chart.value(tick.id)))))
        return _tick_label(things, tick.label, x, bottom, frame)
    return things, bottom


def _labels(chart: Chart, frame: Frame, edges: list[tuple[float, float, Mark]]) -> tuple[float, list[Thing]]:
    """Number and name above each bar, moved apart where they would touch, in two lines on phones."""
    size, gap = (19.0 if frame.phone else 22.0), 12.0
    numbers = [str(chart.value(mark.id)) for _, _, mark in edges]
    widths = [_label_width(n, mark.label, size, frame.phone) for n, (_, _, mark) in zip(numbers, edges, strict=True)]
    places = metrics_dodge([x for x, _, _ in edges], widths, gap, frame.x, frame.right)
    things: list[Thing] = []
    base = frame.y + size * 0.76
    for at, number, (_, _, mark) in zip(places, numbers, edges, strict=True):
        tag = Tag(f"label:{mark.id}")
        things.append(Text(_r(at), _r(base), number, size, "ink", Face.BOLD, tag=tag))
        if frame.phone:
            things.append(Text(_r(at), _r(base + 17), mark.label, 13, "muted", tag=tag))
        else:
            things.append(
                Text(_r(at + metrics.width(number, size, Face.BOLD) + 6), _r(base), mark.label, 14, "muted", tag=tag)
            )
    return base + (17 if frame.phone else 0) + 1, things


def _label_width(number: str, label: str, size: float, stacked: bool) -> float:
    high, low = metrics.width(number, size, Face.BOLD), metrics.width(label, 13 if stacked else 14, Face.REGULAR)
    return max(high, low) if stacked else high + 6 + low


def metrics_dodge(starts: list[float], widths: list[float], gap: float, left: float, right: float) -> list[float]:
    """Left edges for labels that begin at `starts`, pushed apart by `gap` and kept between `left` and `right`.

    First from the left, then back from the right, so that the order never changes.
    """
    places = list(starts)
    for i in range(1, len(places)):
        places[i] = max(places[i], places[i - 1] + widths[i - 1] + gap)
    limit = right
    for i in reversed(range(len(places))):
        places[i] = max(left, min(places[i], limit - widths[i]))
        limit = places[i] - gap
    return places


def _cue(x: float, length: float, top: float, mark: Mark) -> list[Thing]:
    if length < 30 or mark.role not in ("yes", "no"):
        return []
    draw_cue = check if mark.role == "yes" else cross
    return [draw_cue(_r(x + 17), top + BAR / 2, 10, cue_role_on(mark.role))]


def _tick_label(things: list[Thing], label: str, x: float, bottom: float, frame: Frame) -> Picture:
    lines = metrics.wrap(label, 12.5, Face.REGULAR, frame.width)
    widest = max(metrics.width(line, 12.5, Face.REGULAR) for line in lines)
    at = min(max(frame.x, x + 6), frame.right - widest)
    for number, line in enumerate(lines):
        things.append(
            Text(_r(at), _r(bottom + 18 + number * 16), line, 12.5, "muted", tag=Tag("label:tick:needed"))
        )
    return things, bottom + 18 + 16 * (len(lines) - 1) + 3


def _r(value: float) -> float:
    return round(value, 2)
