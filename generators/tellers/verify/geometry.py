"""Lengths and places: bars against counts, ribbons against shifts, points against axes, labels beside their marks.

Coordinates in an SVG are exact, so that one pixel is all that is forgiven. (From pixels alone it would be 0.35 of a member.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from fractions import Fraction
from math import hypot

import numpy as np

from tellers.manifest import ClaimLine, Manifest
from tellers.verify.report import Findings
from tellers.verify.svg import Picture, Shape
from tellers.verify.words import percent

Marked = dict[str, ClaimLine]
_SLACK = 1.0
_LONGEST_CODE = 4
"""Letters of a code that a tile has to show."""
_CODES_IN_FILES = 75
"""How many tiles of a picture that travels have codes at most; those on pages all have."""
"""Pixels by which a place or a length may differ from what it has to be."""


def check_geometry(picture: Picture, manifest: Manifest, path: str, findings: Findings) -> None:
    """What the shapes of this kind of figure say by their sizes and places."""
    claims = {claim.id: claim for claim in manifest.claims}
    marked = {mark.id: claims[mark.claim] for mark in manifest.marks if mark.claim in claims}
    if manifest.kind in _KINDS:
        _KINDS[manifest.kind](picture, marked, path, findings)


def _shapes(picture: Picture, start: str) -> dict[str, Shape]:
    return {shape.mark: shape for shape in picture.drawn if shape.mark.startswith(start)}


def _check_bars(picture: Picture, marked: Marked, path: str, findings: Findings) -> None:
    """Bars of all rows share one zero and one scale; each begins where the one before it ends."""
    bars = _shapes(picture, "bar:")
    rows: dict[str, list[tuple[str, Shape, int]]] = defaultdict(list)
    for id, claim in marked.items():
        if id in bars and isinstance(claim.value, int):
            rows[claim.of.get("vote", "")].append((id, bars[id], claim.value))
    widths = [sum(shape.width for _, shape, _ in row) for row in rows.values()]
    values = [sum(value for _, _, value in row) for row in rows.values()]
    if not widths or not sum(values):
        return
    # The unit is the median over rows, so that one wrong bar does not spoil the scale that it is measured with.
    units = sorted(width / value for width, value in zip(widths, values, strict=True) if value)
    unit = units[len(units) // 2]
    zero = min(shape.x0 for row in rows.values() for _, shape, _ in row)
    for row in rows.values():
        at = zero
        for id, shape, value in sorted(row, key=lambda entry: entry[1].x0):
            findings.count("bars")
            _close(path, f"start of {id}", shape.x0, at, findings)
            _close(path, f"width of {id} for {value}", shape.width, value * unit, findings)
            at += value * unit
    for id, shape in _shapes(picture, "tick:").items():
        needed = marked[id].value if id in marked else None
        if isinstance(needed, int):
            findings.count("ticks")
            _close(path, f"place of {id} for {needed}", shape.middle[0], zero + needed * unit, findings)
    _check_bar_labels(picture, bars, path, findings)


def _check_bar_labels(picture: Picture, bars: dict[str, Shape], path: str, findings: Findings) -> None:
    """Labels of one row stand in the order of their bars; a label inside a bar is inside its own."""
    seen: dict[str, float] = {}
    for text in picture.texts:
        id = text.mark.removeprefix("label:")
        if id not in bars or not text.text[:1].isdigit():
            continue
        bar = bars[id]
        inside = next((b for b, s in bars.items() if s.x0 <= text.x0 <= s.x1 and s.y0 <= text.y0 <= s.y1), id)
        findings.count("labels in place")
        if inside != id and text.anchor == "middle":
            findings.differs(path, f"label of {id}", f"“{text.text}” inside {inside}", f"inside or beside {id}")
        seen[id] = text.x0
        if text.anchor == "middle" and bar.y0 <= text.y0 <= bar.y1 and not bar.x0 - 1 <= text.x0 <= bar.x1 + 1:
            findings.differs(path, f"label of {id}", f"“{text.text}” at {text.x0:g}", f"between {bar.x0:g} and {bar.x1:g}")
    rows: dict[float, list[str]] = defaultdict(list)
    for id in seen:
        rows[round(bars[id].middle[1])].append(id)
    for ids in rows.values():
        ordered = sorted(ids, key=lambda id: bars[id].x0)
        labels = sorted(ids, key=lambda id: (seen[id], bars[id].x0))
        stacked = len({round(seen[id]) for id in ids}) < len(ids)
        if ordered != labels and not stacked:
            findings.differs(path, "order of labels", labels, ordered)


def _check_seats(start: str) -> Callable[[Picture, Marked, str, Findings], None]:
    """Marks of members have one size, and each member's code or name stands at its own mark."""

    def check(picture: Picture, marked: Marked, path: str, findings: Findings) -> None:
        shapes = {id: shape for id, shape in _shapes(picture, f"{start}:").items() if id in marked}
        sizes: dict[tuple[str, ...], list[float]] = defaultdict(list)
        for shape in shapes.values():
            sizes[shape.classes].append(shape.width)
        largest = max((max(widths) for widths in sizes.values()), default=0.0)
        for id, shape in shapes.items():
            # Marks of one option have one size; hollow ones may be smaller than solid ones, but not by half.
            usual = sorted(sizes[shape.classes])[len(sizes[shape.classes]) // 2]
            if abs(shape.width - usual) > 0.3 or abs(shape.width - shape.height) > 0.3 or shape.width < 0.5 * largest:
                findings.differs(path, f"size of {id}", f"{shape.width:g}×{shape.height:g}", f"{usual:g}×{usual:g}")
        findings.count("seats", len(shapes))
        _check_apart(shapes, path, findings)
        for text in picture.texts:
            if text.member and text.mark.startswith("label:"):
                _check_name(text, start, shapes, path, findings)
        if start == "tile":
            _check_codes(picture, shapes, path, findings)
        _check_group_counts(picture, shapes, marked, path, findings)

    return check


def _check_apart(shapes: dict[str, Shape], path: str, findings: Findings) -> None:
    """No two marks of members touch: a mark on another one would be one mark to the eye."""
    ids = list(shapes)
    if len(ids) < 2:
        return
    centres = np.array([shapes[id].middle for id in ids])
    halves = np.array([shapes[id].width / 2 for id in ids])
    across = np.abs(centres[:, None] - centres[None, :])
    square = np.array([shapes[id].tag == "rect" for id in ids])
    gaps = np.where(square[:, None], across.max(axis=2), np.hypot(across[:, :, 0], across[:, :, 1]))
    near = gaps < halves[:, None] + halves[None, :] - 0.3
    for one, other in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        findings.differs(path, f"place of {ids[one]}", f"on {ids[other]}", "a place of its own")


def _check_codes(picture: Picture, shapes: dict[str, Shape], path: str, findings: Findings) -> None:
    """Without tags: the letters that stand in a tile are its member's code, and each tile has its own.

    Codes of more letters than a tile can hold are left out of all tiles together. In a picture that travels the options with
    the fewest tiles may alone have them, as many as have no more than 75 tiles together.
    """
    columns: dict[int, list[Shape]] = defaultdict(list)
    for text in picture.texts:
        if not text.mark and text.anchor == "middle":
            columns[round(text.x0)].append(text)
    found: dict[str, list[str]] = {}
    for id, shape in shapes.items():
        at = round(shape.middle[0])
        near = [text for column in (at - 1, at, at + 1) for text in columns[column] if abs(text.x0 - shape.middle[0]) < 1.5]
        found[id] = [text.text for text in near if shape.y0 < text.y0 < shape.y1 + 1]
    longest = max((len(id.removeprefix("tile:")) for id in shapes), default=0)
    if longest > _LONGEST_CODE and not any(found.values()):
        return
    travels = picture.attributes.get("data-theme") != "both" and not all(found.values())
    bare = _without_codes(shapes) if travels else set()
    for id, inside in found.items():
        wanted = [] if (shapes[id].option or "no-record") in bare else [id.removeprefix("tile:")]
        findings.compare("labels in place", path, f"text of {id}", inside, wanted)


def _without_codes(shapes: dict[str, Shape]) -> set[str]:
    """Options for which a picture that travels has no room for codes."""
    numbers = Counter(shape.option or "no-record" for shape in shapes.values())
    left, bare = _CODES_IN_FILES, set(numbers)
    for option, number in sorted(numbers.items(), key=lambda pair: (pair[1], pair[0])):
        left -= number
        if left < 0:
            break
        bare.discard(option)
    return bare


def _check_name(text: Shape, start: str, shapes: dict[str, Shape], path: str, findings: Findings) -> None:
    """A member's name stands at its own mark."""
    own = shapes.get(f"{start}:{text.member}")
    if own is None:
        findings.differs(path, f"text {text.text}", text.member, "a member with a mark")
        return
    findings.count("labels in place")
    nearest = min(shapes, key=lambda id: _distance(shapes[id], text))
    if nearest != f"{start}:{text.member}" and _distance(own, text) > _distance(shapes[nearest], text) + 8:
        findings.differs(path, f"text {text.text}", f"nearest to {nearest}", f"nearest to {start}:{text.member}")


def _distance(shape: Shape, text: Shape) -> float:
    x = max(shape.x0 - text.x0, 0.0, text.x0 - shape.x1)
    y = max(shape.y0 - text.y0 + text.size * 0.35, 0.0, text.y0 - text.size * 0.35 - shape.y1)
    return hypot(x, y)


def _check_group_counts(picture: Picture, shapes: dict[str, Shape], marked: Marked, path: str, findings: Findings) -> None:
    """As many marks are painted with an option as its number says."""
    for claim in marked.values():
        option = claim.of.get("option")
        if not option or "group" in claim.of or claim.says not in ("tally", "count"):
            continue
        number = sum(option in shape.classes for shape in shapes.values())
        findings.compare("marks by colour", path, f"marks painted {option}", number, claim.value)


def _check_flows(picture: Picture, marked: Marked, path: str, findings: Findings) -> None:
    """Heights of blocks and of both ends of ribbons share one scale."""
    sides = {**_shapes(picture, "from:"), **_shapes(picture, "to:")}
    pairs = [(id, shape.height, marked[id].value) for id, shape in sides.items() if id in marked]
    heights = sum(height for _, height, _ in pairs)
    values = sum(value for _, _, value in pairs if isinstance(value, int))
    if not values:
        return
    unit = heights / values
    for side in ("from:", "to:"):
        lefts = sorted(shape.x0 for id, shape in sides.items() if id.startswith(side))
        for id, shape in sides.items():
            if id.startswith(side):
                _close(path, f"place of {id}", shape.x0, lefts[len(lefts) // 2], findings)
    for id, shape in _shapes(picture, "flow:").items():
        p = shape.points
        if id in marked and len(p) == 16:
            pairs += [(f"left end of {id}", abs(p[15] - p[1]), marked[id].value)]
            pairs += [(f"right end of {id}", abs(p[9] - p[7]), marked[id].value)]
        elif id in marked:
            findings.differs(path, f"shape of {id}", f"{len(p) // 2} points", "a ribbon of 8 points")
    for id, height, value in pairs:
        if isinstance(value, int):
            findings.count("bars")
            _close(path, f"height of {id} for {value}", height, value * unit, findings)


def _check_points(picture: Picture, marked: Marked, path: str, findings: Findings) -> None:
    """Points against the axis as its tick labels give it; lines run through their own points; end labels say the value."""
    ticks = {int(text.text.split()[0].rstrip("%")): text.y0 for text in picture.texts if text.tick.isdigit()}
    rules = sorted({shape.middle[1] for shape in picture.drawn if "rule" in shape.classes})
    if len(ticks) < 2:
        findings.differs(path, "axis", sorted(ticks), "two ticks or more")
        return
    low, high = min(ticks), max(ticks)
    scale = (ticks[high] - ticks[low]) / (high - low)
    for tick, y in ticks.items():
        _close(path, f"place of tick {tick}", y, ticks[low] + (tick - low) * scale, findings)
    # Each tick has its rule, all at one distance from their texts: the smallest such distance is the axis' own.
    shifts = [
        y - ticks[low]
        for y in rules
        if all(any(abs(tick + y - ticks[low] - r) < 0.6 for r in rules) for tick in ticks.values())
    ]
    shift = min(shifts, key=abs, default=0.0)
    points = _shapes(picture, "point:")
    lines: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for shape in picture.drawn:
        if shape.tag == "path" and shape.member:
            lines[shape.member] |= set(zip(shape.points[::2], shape.points[1::2], strict=True))
    drawn: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for id, shape in points.items():
        if id not in marked:
            continue
        value = Fraction(str(marked[id].value))
        findings.count("points")
        at = ticks[low] + shift + (float(value) * 100 - low) * scale
        _close(path, f"place of {id} for {value}", shape.middle[1], at, findings)
        if shape.member != marked[id].of["with"]:
            findings.differs(path, f"data-member of {id}", shape.member, marked[id].of["with"])
        drawn[shape.member].add((round(shape.middle[0], 1), round(shape.middle[1], 1)))
    for member, vertices in lines.items():
        rounded = {(round(x, 1), round(y, 1)) for x, y in vertices}
        strays = [v for v in rounded if not any(abs(v[0] - x) < 0.25 and abs(v[1] - y) < 0.25 for x, y in drawn[member])]
        if strays:
            findings.differs(path, f"line of {member}", sorted(strays)[:3], "a line through its points alone")
    for text in picture.texts:
        id = text.mark.removeprefix("label:")
        if text.mark.startswith("label:point:") and id in marked and "%" in text.text:
            said = " ".join(text.text.split())
            wanted = percent(Fraction(str(marked[id].value)))
            findings.count("labels in place")
            if not said.endswith(" " + wanted) or text.member != marked[id].of["with"]:
                findings.differs(path, f"label of {id}", said, f"… {wanted}")


def _close(path: str, what: str, found: float, wanted: float, findings: Findings) -> None:
    if abs(found - wanted) > _SLACK:
        findings.differs(path, what, f"{found:.2f} px", f"{wanted:.2f} px, give or take {_SLACK:g}")


_KINDS: dict[str, Callable[[Picture, Marked, str, Findings], None]] = {
    "tally": _check_bars,
    "card": _check_bars,
    "timeline": _check_bars,
    "blocks": _check_seats("tile"),
    "waffle": _check_seats("dot"),
    "hemicycle": _check_seats("seat"),
    "council": _check_seats("seat"),
    "alluvial": _check_flows,
    "agreement": _check_points,
}
