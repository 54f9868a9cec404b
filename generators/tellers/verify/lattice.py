"""Where the marks of members stand: evenly, in one size, in the place of their own group or option.

A mark out of its order would say that a member belongs to another group, or hide in the margin while it still is counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise
from math import hypot
from statistics import median

import numpy as np

from tellers.manifest import Manifest
from tellers.verify.content import IN_NO_GROUP, NO_GROUP, Content
from tellers.verify.report import Findings
from tellers.verify.svg import Picture, Shape

_CAST = {"yes", "no", "abstain"}
_EVEN = 1.2
"""Pixels by which a place or size may differ: marks with an edge are drawn half a pixel smaller on each side."""
_STARTS = {"blocks": "tile:", "waffle": "dot:", "hemicycle": "seat:", "council": "seat:"}


def check_lattice(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    """The places of all members' marks of one picture."""
    start = _STARTS.get(manifest.kind)
    if start is None:
        return
    marks = [shape for shape in picture.drawn if shape.mark.startswith(start)]
    findings.count("places of members", len(marks))
    _check_sizes(marks, findings)
    if manifest.kind == "blocks":
        _check_blocks(picture, marks, manifest, content, findings)
    elif manifest.kind == "waffle":
        by_option: dict[str, list[Shape]] = defaultdict(list)
        for mark in marks:
            by_option[mark.option].append(mark)
        for option, own in by_option.items():
            _check_grid(own, f"option {option}", findings)
    elif manifest.kind == "hemicycle":
        _check_half_circle(marks, findings)
    else:
        _check_table(marks, findings)


def _check_sizes(marks: list[Shape], findings: Findings) -> None:
    """Ballots that were cast have one size; hollow marks may be smaller, all of them alike."""
    for name, own in (
        ("cast", [m for m in marks if m.option in _CAST]),
        ("other", [m for m in marks if m.option not in _CAST]),
    ):
        usual = median(mark.width for mark in own) if own else 0.0
        for mark in own:
            if abs(mark.width - usual) > _EVEN or abs(mark.height - usual) > _EVEN:
                found = f"{mark.width:g}×{mark.height:g}"
                findings.differs("", f"size of {mark.mark}", found, f"{usual:g}×{usual:g} as other {name} ballots")


def _check_grid(marks: list[Shape], what: str, findings: Findings) -> None:
    """Rows and columns at even distances, filled without a gap between neighbours."""
    centres = {mark.mark: mark.middle for mark in marks}
    if len(centres) < 2:
        return
    steps = _nearest(list(centres.values()))
    step = median(steps)
    x, y = min(x for x, _ in centres.values()), min(y for _, y in centres.values())
    at = {id: ((cx - x) / step, (cy - y) / step) for id, (cx, cy) in centres.items()}
    for (id, (column, row)), nearest in zip(at.items(), steps, strict=True):
        off = max(abs(column - round(column)), abs(row - round(row))) * step
        if abs(nearest - step) > _EVEN or off > _EVEN * 2:
            cx, cy = centres[id]
            findings.differs("", f"place of {id}", f"{cx:g},{cy:g}", f"a place in the rows of {what}")


def _nearest(places: list[tuple[float, float]]) -> list[float]:
    """How far each place is from the one that is nearest to it."""
    at = np.array(places)
    apart = np.hypot(*(at[:, None, axis] - at[None, :, axis] for axis in (0, 1)))
    np.fill_diagonal(apart, np.inf)
    return [float(distance) for distance in apart.min(axis=1)]


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _check_blocks(picture: Picture, marks: list[Shape], manifest: Manifest, content: Content, findings: Findings) -> None:
    """Each tile stands below the name of its member's group, in even rows that begin at the name's edge."""
    vote = content.votes[manifest.figure.rsplit(".", 1)[0]]
    register = content.register_of(vote)
    named = {id: content.groups.get(register, {}).get(id) for id in content.bodies[vote["body"]].get("groups") or []}
    shorts = {str(group["short"]): id for id, group in named.items() if group is not None} | {IN_NO_GROUP: NO_GROUP}
    heads = [text for text in picture.texts if not text.mark and text.text in shorts and "b" in text.classes]
    if not heads:
        return
    below: dict[str, list[Shape]] = defaultdict(list)
    for mark in marks:
        above = [head for head in heads if head.y0 < mark.y0 and head.x0 <= mark.x0 + 1]
        head = max(above, key=lambda head: (round(head.y0), head.x0), default=None)
        group = shorts[head.text] if head else ""
        if head is None or mark.member not in content.in_group(vote, group):
            findings.differs("", f"place of {mark.mark}", f"below {head.text if head else 'no group'}", "its own group")
        else:
            below[head.text].append(mark)
    for head in heads:
        own = below[head.text]
        _check_grid(own, head.text, findings)
        if own and (abs(min(m.x0 for m in own) - head.x0) > _EVEN or not 0 < min(m.y0 for m in own) - head.y0 < 70):
            findings.differs("", f"place of {head.text}", f"{head.x0:g},{head.y0:g}", "the beginning of its tiles")


def _check_half_circle(marks: list[Shape], findings: Findings) -> None:
    """Seats stand in rows around the middle of the half circle, each as near to its neighbour as all are."""
    centres = {mark.mark: mark.middle for mark in marks}
    if len(centres) < 4:
        return
    xs = sorted(x for x, _ in centres.values())
    middle = ((xs[0] + xs[-1]) / 2, max(y for _, y in centres.values()))
    radii = {id: _apart(place, middle) for id, place in centres.items()}
    near = dict(zip(centres, _nearest(list(centres.values())), strict=True))
    step, ordered = median(near.values()), sorted(radii.values())
    for id, distance in near.items():
        alone = bisect_right(ordered, radii[id] + 2 * _EVEN) - bisect_left(ordered, radii[id] - 2 * _EVEN) < 2
        if alone or not 0.8 * step <= distance <= 1.35 * step:
            _misplaced(id, centres[id], "the rows of seats", findings)


def _check_table(marks: list[Shape], findings: Findings) -> None:
    """Seats stand along three sides of the table, evenly on each, and those on the left face those on the right."""
    places = {mark.mark: mark.middle for mark in marks}
    if len(places) < 3:
        return
    left, right = min(x for x, _ in places.values()), max(x for x, _ in places.values())
    sides: dict[str, dict[str, float]] = {"left": {}, "right": {}, "head": {}}
    head_at = median(y for x, y in places.values() if left + _EVEN < x < right - _EVEN or len(places) < 4)
    for id, (x, y) in places.items():
        side = "left" if x < left + _EVEN else "right" if x > right - _EVEN else "head"
        sides[side][id] = x if side == "head" else y
        if side == "head" and abs(y - head_at) > _EVEN:
            _misplaced(id, places[id], "the head of the table", findings)
    for side, own in sides.items():
        ordered = sorted(own.values())
        steps = [there - here for here, there in pairwise(ordered)]
        for id, at in own.items():
            beside = [step for step, here in zip(steps, ordered, strict=False) if here == at]
            if beside and abs(beside[0] - median(steps)) > _EVEN:
                _misplaced(id, places[id], f"an even place on the {side}", findings)
    facing = sides["left"] if len(sides["left"]) >= len(sides["right"]) else sides["right"]
    for id, at in {**sides["left"], **sides["right"]}.items():
        if not any(abs(at - other) <= _EVEN for other in facing.values()):
            _misplaced(id, places[id], "a place that faces another", findings)


def _misplaced(id: str, place: tuple[float, float], wanted: str, findings: Findings) -> None:
    findings.differs("", f"place of {id}", f"{place[0]:g},{place[1]:g}", wanted)
