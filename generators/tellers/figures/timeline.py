"""Timeline: the votes on one question under one another, a stacked bar each, all to one scale.

It shows how support moved while the number of members stayed. Read back: the widths of each row's bars against its
numbers, the same scale in all rows, dates and symbols beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellers.claims import Mark, Sentence
from tellers.claims.words import Words, figures, labels, timeline, votes
from tellers.figures.chart import Cell, Chart, Table
from tellers.figures.drawing import Drawing, Rect, Tag, Text, Thing, cross
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import dodge, r
from tellers.figures.vote_words import roll_sources, source_line
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import text_role_on
from tellers.manifest import Input, digest_of_inputs
from tellers.model import Content, Option, Series
from tellers.stats import Result, result_of

SUBJECT = "series"
WIDTHS = (360, 700)
GAP = 2.5
NUMBER = 12.5
DATES = 108.0
"""Width of the column of dates and symbols in the site layout."""

_LAST = ("not-voting", "absent", "no-record")
"""Options that share the last column: nobody of these is known to have voted."""


def subjects(content: Content) -> list[str]:
    """Series in which the totals of at least two votes are known."""
    return [series.id for series in content.series.values() if len(_counted(_results(series, content))) > 1]


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A bar for each option of each vote, carrying its tally; votes without totals carry their outcome."""
    series = content.series[subject]
    results = _results(series, content)
    counted = _counted(results)
    first, last = counted[0], counted[-1]
    finding = timeline.title(
        words, first=first.count(Option.YES), then=first.vote.date, last=last.count(Option.YES), now=last.vote.date
    )
    bodies = dict.fromkeys(result.body.short for result in results)
    inputs = tuple(
        Input(record, content.digests[record]) for record in (f"series/{subject}", *(f"votes/{id}" for id in series.votes))
    )
    sources = dict.fromkeys(id for result in results for id in roll_sources(result))
    return Chart(
        figure=f"{subject}.timeline",
        kind="timeline",
        inputs=inputs,
        title=finding,
        subtitle=timeline.subtitle(
            words, title=series.title, body=words.text(", ").join(bodies), first=results[0].vote.date,
            last=results[-1].vote.date, base=_base(results, words),
        ),
        alt=timeline.alt(words, title=series.title, finding=finding),
        desc=" ".join(_line(result, words) for result in results),
        source=source_line(words, [content.sources[id] for id in sources]),
        marks=tuple(mark for result in results for mark in _bars(result, words)),
        table=_table(results, words),
        claims=tuple(result.members for result in results),
        labels={**_labels(results, words), "mark": figures.data_mark(words, digest_of_inputs(inputs), content.site.name)},
    )  # fmt: skip


def _results(series: Series, content: Content) -> list[Result]:
    return sorted((result_of(content, id) for id in series.votes), key=lambda result: result.vote.date)


def _counted(results: Sequence[Result]) -> list[Result]:
    return [result for result in results if Option.YES in result.tally.counts]


def _bars(result: Result, words: Words) -> list[Mark]:
    id = result.vote.id
    if not result.tally.counts:
        label = str(votes.result(words, result.vote.outcome, result.vote.method, result.counts, bool(result.vetoes)))
        return [Mark(f"row:{id}", "muted", result.outcome, label, group=id)]
    bars = [
        Mark(f"bar:{id}:{option}", option, claim, labels.option(words, option), option=option, group=id)
        for option, claim in result.counts.items()
    ]
    if result.unstated is not None:
        bars.append(Mark(f"bar:{id}:unstated", "no-record", result.unstated, labels.unstated(words), group=id))
    return bars


def _labels(results: Sequence[Result], words: Words) -> dict[str, str]:
    """Dates and symbols of the rows, heads of the columns, the note on broken outlines."""
    options = {option for result in results for option in result.options if result.tally[option]}
    unstated = any(result.unstated for result in results)
    said = {f"date:{result.vote.id}": words.short_day(result.vote.date) for result in results}
    said |= {f"symbol:{result.vote.id}": _symbol(result, words) for result in results}
    said |= {f"head:{option}": labels.option(words, option) for option in (Option.YES, Option.NO, Option.ABSTAIN)}
    if unstated or options & {Option.NOT_VOTING, Option.ABSENT, Option.NO_RECORD}:
        said["head:last"] = timeline.last_column(words, options, unstated)
    return said | {"note": timeline.note(words, no_record=Option.NO_RECORD in options, unstated=unstated)}


def _symbol(result: Result, words: Words) -> str:
    vote = result.vote
    return vote.name if vote.name != vote.title else timeline.no_symbol(words)


def _base(results: Sequence[Result], words: Words) -> Sentence:
    members = {result.members.value for result in results}
    return timeline.same_base(words, results[0].members) if len(members) == 1 else timeline.own_base(words)


def _line(result: Result, words: Words) -> str:
    numbers = figures.counts(words, result.counts, result.unstated)
    numbers = numbers or labels.outcome(words, result.vote.outcome)
    return timeline.line(words, day=result.vote.date, name=result.vote.name, numbers=numbers)


def _table(results: Sequence[Result], words: Words) -> Table:
    """A vote a row; columns only for options that occur. An empty cell: this source states no such number."""
    options = [option for option in Option if any(option in result.counts for result in results)]
    unstated = any(result.unstated for result in results)
    header = [words.text("Date"), words.text("Vote"), *(labels.option(words, option) for option in options)]
    header += [labels.unstated(words)] if unstated else []
    rows = []
    for result in results:
        cells: list[Cell] = [words.short_day(result.vote.date), result.vote.name]
        cells += [words.say("{n}", n=result.counts[option]) if option in result.counts else "" for option in options]
        if unstated:
            cells.append(words.say("{n}", n=result.unstated) if result.unstated else "")
        rows.append(tuple(cells))
    return Table(tuple(header), tuple(rows))


# Drawing ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a row's bars begin, how high they are, and how many pixels a member is wide."""

    x: float
    top: float
    height: float
    scale: float


def draw(chart: Chart, width: int) -> Drawing:
    """Column heads once; then a row a vote, its date above it on phones and left of it on the site."""
    return framed(chart, width, lambda frame: _rows(chart, frame))


def _rows(chart: Chart, frame: Frame) -> Picture:
    groups = _groups(chart)
    x = frame.x if frame.phone else frame.x + DATES
    most = max(_length(chart, group) for group in groups.values())
    scale = (frame.right - x) / most
    height, pitch, drop = _rhythm(chart, groups, scale, frame.phone)
    first = next(group for group in groups.values() if _length(chart, group))
    things = _heads(chart, first, x, scale, frame)
    top = frame.y + 20
    for id, group in groups.items():
        row = _Row(x, r(top + drop), height, scale)
        things += _name(chart, id, frame, row)
        things += _bars_of(chart, group, row, frame) if _length(chart, group) else _only_outcome(group[0], row)
        top += pitch
    bottom = top - pitch + drop + height
    return _note(chart, things, bottom, frame)


def _rhythm(chart: Chart, groups: dict[str, list[Mark]], scale: float, phone: bool) -> tuple[float, float, float]:
    """Height of a bar, distance of rows, and room above a bar for its name or for numbers that are wider than their part."""
    if phone:
        return 22.0, 46.0, 18.0
    bars = [mark for group in groups.values() for mark in group if mark.id.startswith("bar:")]
    inside = all(_fits(str(chart.value(mark.id)), chart.value(mark.id) * scale) for mark in bars if chart.value(mark.id))
    return (28.0, 38.0, 0.0) if inside else (28.0, 48.0, 14.0)


def _fits(text: str, length: float) -> bool:
    return metrics.width(text, NUMBER, Face.SEMIBOLD) + GAP + 2 <= length


def _groups(chart: Chart) -> dict[str, list[Mark]]:
    groups: dict[str, list[Mark]] = {}
    for mark in chart.marks:
        groups.setdefault(mark.group, []).append(mark)
    return groups


def _length(chart: Chart, group: Sequence[Mark]) -> int:
    return sum(chart.value(mark.id) for mark in group if mark.id.startswith("bar:"))


def _heads(chart: Chart, group: Sequence[Mark], x: float, scale: float, frame: Frame) -> list[Thing]:
    """The names of the columns, each above its part of the first bar, moved apart where they would touch."""
    heads: list[tuple[float, str]] = []
    left = 0
    for mark in group:
        if chart.value(mark.id) or mark.role not in _LAST:
            key = "head:last" if mark.role in _LAST else f"head:{mark.role}"
            heads.append((x + left * scale, chart.labels[key]))
        left += chart.value(mark.id)
    crossed = chart.labels["head:no"]
    widths = [metrics.width(text, 12.5, Face.SEMIBOLD) + (13 if text == crossed else 0) for _, text in heads]
    places = dodge([at for at, _ in heads], widths, 10, x, frame.right)
    things: list[Thing] = []
    for at, (_, text) in zip(places, heads, strict=True):
        indent = 13 if text == crossed else 0
        things.append(Text(r(at + indent), r(frame.y + 10), text, 12.5, "muted", Face.SEMIBOLD))
        things += [cross(r(at + 4.5), r(frame.y + 5.5), 7, "line-2")] if indent else []
    return things


def _name(chart: Chart, id: str, frame: Frame, row: _Row) -> list[Thing]:
    day, symbol = chart.labels[f"date:{id}"], chart.labels[f"symbol:{id}"]
    if not frame.phone:
        return [
            Text(frame.x, r(row.top + 12), day, 13, "ink"),
            Text(frame.x, r(row.top + 26), symbol, 11, "muted"),
        ]
    after = frame.x + metrics.width(day, 12.5, Face.REGULAR) + 8
    return [
        Text(frame.x, r(row.top - 6), day, 12.5, "ink"),
        Text(r(after), r(row.top - 6), symbol, 11.5, "muted"),
    ]


def _bars_of(chart: Chart, group: Sequence[Mark], row: _Row, frame: Frame) -> list[Thing]:
    """The bars of one vote to scale, their numbers inside, or above a bar that is too narrow."""
    bars: list[Thing] = []
    gaps: list[Thing] = []
    numbers: list[Thing] = []
    left = 0
    above = _end_of_name(chart, group[0].group, frame)
    for mark in group:
        count = chart.value(mark.id)
        if not count:
            continue
        x, length = row.x + left * row.scale, count * row.scale
        bars.append(Rect(r(x), row.top, r(length), row.height, mark.role, Tag(mark.id, option=mark.option)))
        gaps += [Rect(r(x - GAP / 2), row.top - 1, GAP, row.height + 2, "gap")] if left else []
        number, above = _number(mark, str(count), x, length, row, above)
        numbers.append(number)
        left += count
    return bars + gaps + numbers


def _end_of_name(chart: Chart, id: str, frame: Frame) -> float:
    if not frame.phone:
        return frame.x + DATES
    day, symbol = chart.labels[f"date:{id}"], chart.labels[f"symbol:{id}"]
    return frame.x + metrics.width(day, 12.5, Face.REGULAR) + 16 + metrics.width(symbol, 11.5, Face.REGULAR)


def _number(mark: Mark, text: str, x: float, length: float, row: _Row, above: float) -> tuple[Text, float]:
    """The number, and how far the line above the bar is taken."""
    size = NUMBER
    width = metrics.width(text, size, Face.SEMIBOLD)
    tag = Tag(f"label:{mark.id}")
    base = r(row.top + row.height / 2 + metrics.cap_height(size, Face.SEMIBOLD) / 2)
    if mark.role == "yes" and length >= width + 16:
        return Text(r(x + 7), base, text, size, text_role_on(mark.role), Face.SEMIBOLD, tag=tag), above
    if _fits(text, length):
        middle = r(x + length / 2)
        return Text(middle, base, text, size, text_role_on(mark.role), Face.SEMIBOLD, "middle", tag), above
    at = max(x + length / 2 - width / 2, above)
    return Text(r(at), r(row.top - 5), text, size, "ink", Face.SEMIBOLD, tag=tag), at + width + 4


def _only_outcome(mark: Mark, row: _Row) -> list[Thing]:
    return [Text(row.x, r(row.top + row.height / 2 + 4.5), mark.label, 12.5, "muted", tag=Tag(mark.id))]


def _note(chart: Chart, things: list[Thing], bottom: float, frame: Frame) -> Picture:
    for line in metrics.wrap(chart.labels["note"], 11.5, Face.REGULAR, frame.width * 0.98):
        bottom += 17
        things.append(Text(frame.x, r(bottom), line, 11.5, "muted"))
    return things, bottom + (4 if chart.labels["note"] else 0)
