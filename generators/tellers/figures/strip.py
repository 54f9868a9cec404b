"""Words against votes as a card: a column a year, its votes above and its quotes below, each a small mark.

The words themselves do not fit on a card; it shows when a member voted how, and when its officials spoke.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from tellers.claims import Mark
from tellers.figures.card import EDGE, HEIGHT, INNER, WIDTH, fitted, foot, heading
from tellers.figures.chart import Chart
from tellers.figures.drawing import Drawing, Tag, Text, Thing
from tellers.figures.little import bubble, sign
from tellers.figures.placing import r
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.model import ORDER

LEFT = EDGE + 110
"""Where the first year begins, right of the names of the lanes."""
TOP, MIDDLE = 262.0, 430.0
"""The room of votes; years stand below it, and quotes below these."""
GAP = 6.0
CELLS = (30.0, 26.0, 22.0, 18.0, 14.0, 11.0)


def card(chart: Chart) -> Drawing:
    """The card of the member."""
    size, lines = fitted(str(chart.title), Face.SERIF, (58, 54, 50, 46, 42), INNER, 2 * 58 * 1.16, 1.16)
    things, _ = heading(size, lines, EDGE - 12)
    things += [
        Text(EDGE, MIDDLE - 8, chart.labels["votes"], 24, "muted", Face.SEMIBOLD),
        Text(EDGE, MIDDLE + 72, chart.labels["words"], 24, "muted", Face.SEMIBOLD),
    ]
    things += [*_key(chart), *_columns(chart)]
    data, _, site = chart.labels["mark"].partition(" · ")
    return Drawing(WIDTH, HEIGHT, tuple(things + foot(data, site)))


def _key(chart: Chart) -> list[Thing]:
    """The options that the member chose, each with its sign."""
    named = {mark.role: mark.label for mark in chart.with_role("vote")}
    things: list[Thing] = []
    x = LEFT
    for option in ORDER:
        if option not in named:
            continue
        tag = Tag(f"label:key:{option}")
        things += sign(option, x, 208, 20, tag)
        things.append(Text(r(x + 28), 226, named[option], 24, "muted", tag=tag))
        x += 28 + metrics.width(named[option], 24, Face.REGULAR) + 30
    return things


def _columns(chart: Chart) -> list[Thing]:
    years = sorted({mark.group for mark in chart.marks})
    step = (WIDTH - EDGE - LEFT) / len(years)
    votes = {year: [mark for mark in chart.with_role("vote") if mark.group == year] for year in years}
    said = {year: [mark for mark in chart.with_role("quote") if mark.group == year] for year in years}
    cell = _cell(step, max(len(found) for found in votes.values()))
    things: list[Thing] = []
    for number, year in enumerate(years):
        x = LEFT + number * step
        things.append(Text(r(x), MIDDLE + 32, year, r(min(22.0, step * 0.36)), "ink", Face.SEMIBOLD, tag=Tag(tick=year)))
        for mark, (across, up) in _places(votes[year], step, cell):
            tag = Tag(mark.id, member=mark.member, option=mark.option)
            things += sign(mark.role, x + across, MIDDLE - up - cell, cell - GAP, tag)
        for mark, (across, down) in _places(said[year], step, cell):
            things.append(bubble(x + across, MIDDLE + 52 + down, cell - GAP, Tag(mark.id)))
    return things


def _cell(step: float, most: int) -> float:
    """The largest cell in which the votes of the fullest year have room."""
    return next((cell for cell in CELLS if ceil(most / _beside(step, cell)) * cell <= MIDDLE - TOP), CELLS[-1])


def _beside(step: float, cell: float) -> int:
    return max(1, int((step - GAP) // cell))


def _places(marks: Sequence[Mark], step: float, cell: float) -> list[tuple[Mark, tuple[float, float]]]:
    """How far right of its year and away from the line of years each mark stands, row by row."""
    beside = _beside(step, cell)
    return [(mark, (at % beside * cell, at // beside * cell)) for at, mark in enumerate(marks)]
