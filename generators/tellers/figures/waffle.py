"""Waffle: a dot a member, grouped by option, so that a phone's reader can count.

Read back: dots counted by fill, a number and a name at each block.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tellers.claims import Mark
from tellers.claims.words import Words, figures
from tellers.figures.chart import Chart
from tellers.figures.drawing import Drawing, Tag, Text, Thing
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import r
from tellers.figures.seats import GAP, crosses, disc
from tellers.figures.vote_words import complete_rolls, count_marks, counts_table, member_marks, vote_chart, who
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.model import Content
from tellers.stats import result_of

SUBJECT = "vote"
WIDTHS = (360, 700)
LAYOUTS = ("blocks", "hemicycle")
PITCHES = (24.0, 22.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
TALLEST = 190.0


def subjects(content: Content) -> list[str]:
    """Votes of large bodies of which every ballot is known."""
    return complete_rolls(content, LAYOUTS)


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A dot a member that carries its ballot, and a count an option that carries its tally."""
    result = result_of(content, subject)
    return vote_chart(
        result, content, words, kind="waffle", what=figures.one_mark_a_member(words, result.members),
        picture=words.text("One dot a member"), marks=(*count_marks(result, words), *member_marks(result, "dot")),
        table=counts_table(result, words), desc=who(result, words),
    )  # fmt: skip


def draw(chart: Chart, width: int) -> Drawing:
    """The figure at this width."""
    return framed(chart, width, lambda frame: _stacked(chart, frame) if frame.phone else _side_by_side(chart, frame))


@dataclass(frozen=True, slots=True)
class _Block:
    """The dots of one option below their count."""

    count: Mark
    dots: tuple[Mark, ...]


def _blocks(chart: Chart) -> list[_Block]:
    dots = chart.with_role("dot")
    return [_Block(mark, tuple(dot for dot in dots if dot.option == mark.option)) for mark in chart.with_role("count")]


def _stacked(chart: Chart, frame: Frame) -> Picture:
    """Blocks below one another, rows of twenty (of thirty-two where there are many members)."""
    columns = 20 if len(chart.with_role("dot")) <= 250 else 32
    pitch = (frame.width + GAP) / columns
    things: list[Thing] = []
    y = frame.y
    for block in _blocks(chart):
        base = y + 15
        number, tag = str(chart.value(block.count.id)), Tag(f"label:{block.count.id}")
        things.append(Text(frame.x, r(base), number, 19, "ink", Face.BOLD, tag=tag))
        x = frame.x + metrics.width(number, 19, Face.BOLD) + 6
        things.append(Text(r(x), r(base), block.count.label, 14, "muted", tag=tag))
        y = base + 8
        places = [(frame.x + (i % columns) * pitch, y + i // columns * pitch) for i in range(len(block.dots))]
        things += _dots(block, places, pitch)
        y += math.ceil(len(block.dots) / columns) * pitch + (11 if block.dots else 6)
    return things, y - 14


def _side_by_side(chart: Chart, frame: Frame) -> Picture:
    """Blocks beside one another, filled from the top down, all of the same height."""
    blocks = _blocks(chart)
    pitch, rows = _fit(chart, blocks, frame.width)
    widths = [_width(chart, block, rows, pitch) for block in blocks]
    space = min(44.0, (frame.width - sum(widths)) / max(1, len(blocks) - 1))
    things: list[Thing] = []
    x, top = frame.x, frame.y + 46
    for block, width in zip(blocks, widths, strict=True):
        tag = Tag(f"label:{block.count.id}")
        things.append(Text(r(x), r(frame.y + 17), str(chart.value(block.count.id)), 22, "ink", Face.BOLD, tag=tag))
        things.append(Text(r(x), r(frame.y + 35), block.count.label, 14, "muted", tag=tag))
        things += _dots(block, [(x + i // rows * pitch, top + i % rows * pitch) for i in range(len(block.dots))], pitch)
        x += width + space
    return things, top + rows * pitch - GAP


def _fit(chart: Chart, blocks: list[_Block], width: float) -> tuple[float, int]:
    """The widest pitch, and with it the fewest rows, at which all blocks fit side by side."""
    least = 3 if sum(len(block.dots) for block in blocks) > 24 else 1
    for pitch in PITCHES:
        for rows in range(1, int(TALLEST / pitch) + 1):
            needed = sum(_width(chart, block, rows, pitch) for block in blocks) + 24.0 * (len(blocks) - 1)
            if rows >= least and needed <= width:
                return pitch, rows
    raise ValueError(f"{chart.figure}: too many members for this kind")


def _width(chart: Chart, block: _Block, rows: int, pitch: float) -> float:
    number = metrics.width(str(chart.value(block.count.id)), 22, Face.BOLD)
    label = metrics.width(block.count.label, 14, Face.REGULAR)
    return max(math.ceil(len(block.dots) / rows) * pitch - GAP, number, label)


def _dots(block: _Block, corners: list[tuple[float, float]], pitch: float) -> list[Thing]:
    radius = (pitch - GAP) / 2
    centres = [(x + radius, y + radius) for x, y in corners]
    things: list[Thing] = [
        disc(x, y, radius, dot.role, Tag(dot.id, dot.member, dot.option))
        for (x, y), dot in zip(centres, block.dots, strict=True)
    ]
    return things + (crosses(centres, radius) if block.count.role == "no" else [])
