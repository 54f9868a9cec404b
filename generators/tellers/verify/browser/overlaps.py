"""Text lint with the metrics of the real font: no words on words, none across the edge of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellers.verify.browser.facts import Box, Mark, Picture, Text
from tellers.verify.browser.view import View

_OPEN = re.compile(r"(flow-|stay-|cue-|line-|edge-|ring$|leader$|table$|rule$|gap$|tick$)")
_SLACK = 0.75
"""Pixels by which letters and edges may meet."""


def is_open(mark: Mark) -> bool:
    """Whether the mark is a line, an edge or a ribbon, on which other parts may lie."""
    return any(_OPEN.match(role) for role in mark.classes)


def check_overlaps(picture: Picture, view: View) -> None:
    """Each two texts, and each text with each mark that is painted whole."""
    texts = sorted(picture.texts, key=lambda text: text.box[0])
    for one, other in _touching(texts):
        view.differs(f'text "{one.text[:40]}"', f'overlaps "{other.text[:40]}"', "words apart from one another")
    solid = [mark for mark in picture.marks if mark.id and not mark.id.startswith("label:") and not is_open(mark)]
    for text in texts:
        for mark in solid:
            if _crosses(text.box, mark.box):
                view.differs(f'text "{text.text[:40]}"', f"crosses the edge of mark {mark.id}", "inside it or beside it")


def _touching(texts: list[Text]) -> Iterator[tuple[Text, Text]]:
    """Pairs that overlap, of texts in order of their left edges."""
    for at, one in enumerate(texts):
        for other in texts[at + 1 :]:
            if other.box[0] >= one.box[2]:
                break
            if _shared(one.box, other.box) > _SLACK:
                yield one, other


def _crosses(text: Box, mark: Box) -> bool:
    """Whether words lie partly on a mark: neither all inside it nor all beside it."""
    if _shared(text, mark) <= _SLACK + 0.25:
        return False
    return max(mark[0] - text[0], mark[1] - text[1], text[2] - mark[2], text[3] - mark[3]) > _SLACK


def _shared(one: Box, other: Box) -> float:
    """By how many pixels two boxes overlap, in the direction in which they overlap less."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return min(across, down)
