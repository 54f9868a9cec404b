"""What every figure has around its picture: margins, title, subtitle, source line, data mark."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tellers.figures.chart import Chart
from tellers.figures.drawing import Drawing, Text, Thing
from tellers.look import metrics
from tellers.look.metrics import Face

PAD = 16.0
"""Free space at the edges; pictures in mail need it against any background."""

_NUMBER = re.compile(r"(\d) (?=\w)")

PHONE = 480.0
"""Below this width a figure uses its phone layout."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the picture goes: left edge, upper edge and width in pixels."""

    x: float
    y: float
    width: float
    phone: bool

    @property
    def right(self) -> float:
        return self.x + self.width


Picture = tuple[list[Thing], float]
"""What a kind draws, and the y of its lower edge."""


def framed(chart: Chart, width: int, picture: Callable[[Frame], Picture]) -> Drawing:
    """The whole figure: title and subtitle, the picture below them, the source line at the foot."""
    phone = width < PHONE
    inner = width - 2 * PAD
    things: list[Thing] = []
    y = PAD
    y = _lines(things, str(chart.title), y, inner, 18 if phone else 21, Face.SERIF, "ink", 1.24, balance=True)
    y = _lines(things, str(chart.subtitle), y + 4, inner, 13, Face.REGULAR, "muted", 1.4)
    body, bottom = picture(Frame(PAD, y + 16, inner, phone))
    things += body
    y = _lines(things, chart.source, bottom + 14, inner, 11, Face.REGULAR, "muted", 1.4)
    if mark := chart.labels.get("mark"):
        y = _lines(things, mark, y + 1, inner, 11, Face.REGULAR, "muted", 1.4)
    return Drawing(width, round(y + PAD), tuple(things))


def balanced(text: str, size: float, face: Face, width: float) -> tuple[str, ...]:
    """The text in as few lines as the width allows, and these as even as they can be; a number keeps the word after it."""
    held = _NUMBER.sub("\\1\u00a0", text)
    lines = metrics.wrap(held, size, face, width)
    for tenths in range(9, 4, -1) if len(lines) > 1 else ():
        narrower = metrics.wrap(held, size, face, width * tenths / 10)
        if len(narrower) > len(lines) or any(metrics.width(line, size, face) > width for line in narrower):
            break
        lines = narrower
    return tuple(line.replace("\u00a0", " ") for line in lines)


def _lines(
    things: list[Thing], text: str, y: float, width: float, size: float, face: Face, role: str, lead: float,
    balance: bool = False,
) -> float:  # fmt: skip
    """Set the text in lines from y downwards; the y below the last line."""
    for line in (balanced if balance else metrics.wrap)(text, size, face, width * 0.985):
        y += size * lead
        things.append(Text(PAD, round(y - size * (lead - 1) * 0.75, 2), line, size, role, face))
    return y
