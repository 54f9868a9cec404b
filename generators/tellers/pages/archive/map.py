"""The map of a decade: a mark a member, close to those that voted like it, with its code where there is room.

Both axes have one scale, so that distances can be compared; the right of the first is the right of the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tellers.encode import Html, token
from tellers.look.metrics import Face
from tellers.look.metrics import width as text_width
from tellers.stats.blocs import Bloc
from tellers.stats.positions import Positions

WIDTHS = (700, 360)
_MARGIN = 34
_TALLEST = 1.25
"""Height of the map, as a part of its width, beyond which its scale gets smaller instead."""
_SIZE = 11.0
_SHAPES = (
    Html.of("m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"),
    Html.of("m-4-4h8v8h-8z"),
    Html.of("m0-5l5 9h-10z"),
    Html.of("m0-5.5l4.5 5.5l-4.5 5.5l-4.5-5.5z"),
)
"""Marks of the members of the first, second, third and further blocs."""
_NONE = Html.of("m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z")
_CLEAR = 5.5
"""No code comes nearer to the middle of a mark that is not its own."""
_AROUND = (("start", 7, 4, 0.0), ("end", -7, 4, 1.0), ("middle", 0, -8, 0.5), ("middle", 0, 16, 0.5))
"""Where a code may stand: which point of its base line lies how far from the mark, how much of the code is before it."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def maps(found: Positions, blocs: Sequence[Bloc], anchor: str | None, label: str) -> Html:
    """The map as wide as a page and as a phone; `label` is what it says to those who do not see it."""
    wide, narrow = (_map(found, blocs, anchor, label, width) for width in WIDTHS)
    return Html.of(
        '<div class="tl-wide">{wide}</div><div class="tl-narrow">{narrow}</div>', wide=wide, narrow=narrow
    )  # fmt: skip


def _map(found: Positions, blocs: Sequence[Bloc], anchor: str | None, label: str, width: int) -> Html:
    points, height = _points(found, width)
    own = {code: number for number, bloc in enumerate(blocs) for code in bloc.members}
    marks = Html.of("")
    for code, (x, y) in points.items():
        number = own.get(code)
        marks += Html.of(
            '<path class="tl-{role}" data-member="{code}" d="M{x} {y}{shape}"/>',
            role=token("bloc" if number is not None else "alone"), code=token(code), x=token(x), y=token(y),
            shape=_NONE if number is None else _SHAPES[min(number, len(_SHAPES) - 1)],
        )  # fmt: skip
    for code, at, x, y in _labels(points, anchor, width):
        marks += Html.of(
            '<text text-anchor="{at}" x="{x}" y="{y}">{code}</text>', at=token(at), x=token(x), y=token(y), code=code
        )
    return Html.of(
        '<svg role="img" aria-label="{label}" viewBox="0 0 {width} {height}">{marks}</svg>',
        label=label, width=width, height=height, marks=marks,
    )  # fmt: skip


def _points(found: Positions, width: int) -> tuple[dict[str, tuple[float, float]], int]:
    """The middle of each mark, and the height of the map; members from the right to the left, as in the table."""
    ranked = sorted(found.places.items(), key=lambda row: (*(-at for at in row[1].at), row[0]))
    first, second = ([place.at[axis] for _, place in ranked] for axis in (0, 1))
    across, up = max(max(first) - min(first), 1), max(max(second) - min(second), 1)
    scale = min((width - 2 * _MARGIN) / across, (_TALLEST * width - 2 * _MARGIN) / up)
    aside = (width - scale * across) / 2
    points = {
        code: (round(aside + scale * (place.at[0] - min(first)), 1), round(_MARGIN + scale * (max(second) - place.at[1]), 1))
        for code, place in ranked
    }
    return points, round(scale * up + 2 * _MARGIN)


def _labels(
    points: Mapping[str, tuple[float, float]], anchor: str | None, width: int
) -> list[tuple[str, str, float, float]]:
    """Codes, each with the point of its base line that is set: the anchor's, and from the outside in where there is room."""
    marks = {code: _Box(x - _CLEAR, y - _CLEAR, x + _CLEAR, y + _CLEAR) for code, (x, y) in points.items()}
    middle = [sum(point[axis] for point in points.values()) / len(points) for axis in (0, 1)]
    far = sorted(points, key=lambda code: (code != anchor, -sum((points[code][a] - middle[a]) ** 2 for a in (0, 1)), code))
    taken: list[_Box] = []
    labels = []
    for code in far:
        x, y = points[code]
        long = text_width(code, _SIZE, Face.SEMIBOLD)
        for at, right, down, back in _AROUND:
            left, base = x + right - back * long, y + down
            box = _Box(left - 1, base - 9, left + long + 1, base + 1)
            free = not any(box.meets(other) for own, other in marks.items() if own != code)
            if free and not any(map(box.meets, taken)) and box.left >= 0 and box.right <= width:
                taken.append(box)
                labels.append((code, at, round(x + right, 1), round(base, 1)))
                break
    return labels
