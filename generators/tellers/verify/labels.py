"""Labels of marks: all of them there, in one piece, and beside what they name.

A label may be led to its mark by a thin line; then the end of the line is where the label points.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from math import hypot
from statistics import median

from tellers.manifest import ClaimLine, Manifest
from tellers.verify.report import Findings
from tellers.verify.svg import Picture, Shape
from tellers.verify.words import LABELS, UNSTATED

_NUMBER_AND_WORD = {"tally": ("bar", "tick"), "waffle": ("count",), "hemicycle": ("count",), "blocks": ("count",),
                    "council": ("count",), "alluvial": ("from", "to")}  # fmt: skip
_TEXT = {"quote": ("quote",), "words": ("quote", "vote")}
_NEAR = {"tally": 40.0, "waffle": 48.0, "alluvial": 60.0, "agreement": 24.0, "words": 24.0, "quote": 24.0, "blocks": 26.0}
"""How far a label may be from its mark, in px, by kind of figure."""
_WIDE = 0.62
"""A letter is at most so many times as wide as it is high."""

Box = tuple[float, float, float, float]


def check_label_places(picture: Picture, manifest: Manifest, findings: Findings) -> None:
    """Every label of one picture: complete, in one piece, beside its mark."""
    claims = {claim.id: claim for claim in manifest.claims}
    marked = {mark.id: claims[mark.claim] for mark in manifest.marks if mark.claim in claims}
    labels: dict[str, list[Shape]] = defaultdict(list)
    for text in picture.texts:
        if text.mark.startswith("label:"):
            labels[text.mark.removeprefix("label:")].append(text)
    for id, claim in marked.items():
        _check_whole(id, claim, labels.get(id, []), manifest.kind, findings)
    for id, texts in labels.items():
        _check_together(id, texts, manifest.kind, findings)
    if manifest.kind in _NEAR:
        for id, texts in labels.items():
            _check_beside(id, texts, picture, manifest.kind, findings)
    if manifest.kind == "agreement":
        _check_ends(marked, labels, findings)
    _check_aligned(picture, labels, manifest.kind, findings)


def _check_whole(id: str, claim: ClaimLine, texts: list[Shape], kind: str, findings: Findings) -> None:
    """The number and the word of an option, or the words of a quote, are both there."""
    start = id.split(":", maxsplit=1)[0]
    if start in _TEXT.get(kind, ()) and not texts:
        findings.differs("", f"label of {id}", "none", str(claim.value))
    if start not in _NUMBER_AND_WORD.get(kind, ()) or not isinstance(claim.value, int) or not (claim.value or texts):
        return
    said = " ".join(text.text for text in texts)
    digits = "".join(sign for sign in said if sign.isdigit())
    word = _word(start, claim)
    findings.count("labels")
    if digits != str(claim.value) or (word.casefold() not in said.casefold() if word else len(said.split()) < 2):
        findings.differs("", f"label of {id}", said or "none", f"{claim.value} {word or 'members'}")


def _word(start: str, claim: ClaimLine) -> str:
    """The word beside the number; empty where it counts members of every option."""
    if start == "tick":
        return "needed"
    return UNSTATED if claim.of.get("of") == "unstated" else LABELS.get(claim.of.get("option", ""), "")


def _check_together(id: str, texts: list[Shape], kind: str, findings: Findings) -> None:
    """The pieces of one label lie side by side or line by line."""
    boxes = [_box(text) for text in texts]
    for at, box in enumerate(boxes):
        others = [other for place, other in enumerate(boxes) if place != at]
        if others and min(_gap(box, other) for other in others) > max(
            14.0, texts[at].size * (0.7 if kind != "council" else 2.6)
        ):
            findings.differs(
                "", f"label of {id}", f"“{texts[at].text}” at {box[0]:.0f},{box[3]:.0f}", "beside its other part"
            )
    if texts:
        findings.count("labels in place")


def _check_beside(id: str, texts: list[Shape], picture: Picture, kind: str, findings: Findings) -> None:
    """The label, or the end of its leader, is beside its own mark, and no mark of another option is nearer."""
    own, others = _anchors(id, picture, kind)
    if not own:
        return
    line = [t for t in picture.texts if id.startswith("tick:") and any(abs(t.y0 - text.y0) < 1 for text in texts)]
    boxes = [_box(text) for text in [*texts, *line]]
    whole = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    around = [_box(text) for text in picture.texts if text.mark.startswith("label:") and text.mark != f"label:{id}"]
    probes: list[Box] = [whole]
    for leader in picture.drawn:
        if "leader" in leader.classes and len(leader.points) >= 4:
            (x0, y0), (x1, y1) = leader.points[:2], leader.points[-2:]
            start, end = (x0, y0, x0, y0), (x1, y1, x1, y1)
            for near, far in ((start, end), (end, start)):
                if _gap(near, whole) < 24 and (_below(near, whole) or not any(_below(near, box) for box in around)):
                    probes.append(far)
    found = min(_gap(probe, _edge(shape)) for probe in probes for shape in own)
    nearest = min((_gap(probe, _edge(shape)) for probe in probes for shape in others), default=1e9)
    findings.count("labels in place")
    if found > _NEAR[kind] or nearest < found - 12:
        findings.differs("", f"place of the label of {id}", f"{whole[0]:.0f},{whole[3]:.0f}", f"beside {own[0].mark}")


def _below(point: Box, label: Box) -> bool:
    """Whether a leader begins below or above the label: then it is the label's, though another is not far either."""
    return label[0] - 2 <= point[0] <= label[2] + 2 and _gap(point, label) < 24


def _anchors(id: str, picture: Picture, kind: str) -> tuple[list[Shape], list[Shape]]:
    """The shapes that a label belongs to, and those of the same sort that belong to other labels."""
    start, _, rest = id.partition(":")
    if start == "count" and kind == "blocks":
        keys = [shape for shape in picture.drawn if shape.mark.startswith("label:key:")]
        own = [shape for shape in keys if shape.mark == f"label:key:{rest}"]
        return own, [shape for shape in keys if shape not in own]
    if start == "count":
        dots = [shape for shape in picture.drawn if shape.mark.startswith("dot:")]
        own = [shape for shape in dots if shape.option == rest]
        return own, [shape for shape in dots if shape.option != rest]
    same = [shape for shape in picture.drawn if shape.mark.partition(":")[0] == start]
    if start == "point":
        return [shape for shape in same if shape.mark == id], []
    return [shape for shape in same if shape.mark == id], [shape for shape in same if shape.mark != id]


def _check_ends(marked: dict[str, ClaimLine], labels: dict[str, list[Shape]], findings: Findings) -> None:
    """Each line of a comparison has its name and share at one of its points."""
    lines = {claim.of["with"] for claim in marked.values() if "with" in claim.of}
    named = {marked[id].of["with"] for id in labels if id in marked and "with" in marked[id].of}
    findings.compare("labels", "", "lines with a label", sorted(named), sorted(lines))


def _check_aligned(picture: Picture, labels: dict[str, list[Shape]], kind: str, findings: Findings) -> None:
    """Marks that stand for the same sort of thing share an edge and a size."""
    if kind in ("tally", "timeline"):
        _check_bars(picture, findings)
    elif kind == "agreement":
        for ends in (True, False):
            points = [s for s in picture.drawn if s.mark.startswith("point:") and (s.mark in labels) == ends]
            _check_same("size", {point: point.width for point in points}, findings)
    elif kind == "words":
        for start in ("vote:", "quote:"):
            own = [shape for shape in picture.drawn if shape.mark.startswith(start)]
            _check_same("middle", {shape: shape.middle[0] for shape in own}, findings)
        for shape in picture.drawn:
            if shape.mark.startswith("vote:") and not 9 <= shape.width <= 14:
                findings.differs("", f"size of {shape.mark}", f"{shape.width:g}", "that of its kind")
    if kind in ("words", "quote"):
        _check_quotes(picture, labels, findings)


def _check_bars(picture: Picture, findings: Findings) -> None:
    """Bars of one row share top and height; the threshold's tick runs across them."""
    rows: dict[str, list[Shape]] = defaultdict(list)
    for shape in picture.drawn:
        if shape.mark.startswith("bar:"):
            rows[shape.mark.rpartition(":")[0]].append(shape)
    for row in rows.values():
        _check_same("top", {bar: bar.y0 for bar in row}, findings)
        _check_same("height", {bar: bar.height for bar in row}, findings)
        top, bottom = median(bar.y0 for bar in row), median(bar.y1 for bar in row)
        for tick in (shape for shape in picture.drawn if shape.mark.startswith("tick:")):
            if not (top - 16 <= tick.y0 <= top and bottom <= tick.y1 <= bottom + 30 and tick.width <= 4):
                findings.differs("", f"place of {tick.mark}", f"{tick.y0:g} to {tick.y1:g}", "across the bar")


def _check_same(what: str, found: dict[Shape, float], findings: Findings) -> None:
    """All of these have what half of them have."""
    usual = median(found.values()) if found else 0.0
    for shape, value in found.items():
        findings.count("places")
        if abs(value - usual) > 1.2:
            findings.differs("", f"{what} of {shape.mark}", f"{value:g}", f"{usual:g} as in its row")


def _check_quotes(picture: Picture, labels: dict[str, list[Shape]], findings: Findings) -> None:
    """The line beside a quote runs from its first to its last row of words, close to their left edge."""
    for line in picture.drawn:
        texts = labels.get(line.mark, [])
        if not line.mark.startswith("quote:") or not texts:
            continue
        size, left = texts[0].size, min(text.x0 for text in texts)
        top, bottom = min(text.y0 for text in texts) - size, max(text.y0 for text in texts)
        beside = 0 < left - line.x1 < 36 and line.width <= 5
        if abs(line.y0 - top) > 0.6 * size or abs(line.y1 - bottom) > 0.7 * size or not beside:
            findings.differs("", f"place of {line.mark}", f"{line.y0:g} to {line.y1:g}", f"{top:g} to {bottom:g}")
        leading = median([below.y0 - above.y0 for above, below in pairwise(texts)] or [0.0])
        for above, below in pairwise(texts):
            if abs(below.x0 - above.x0) > 1 or abs(below.y0 - above.y0 - leading) > 1:
                findings.differs("", f"place of the words of {line.mark}", f"{below.x0:g},{below.y0:g}", "the next line")


def _edge(shape: Shape) -> Box:
    return shape.x0, shape.y0, shape.x1, shape.y1


def _box(text: Shape) -> Box:
    """About where the letters of a text are."""
    width = _WIDE * text.size * len(text.text)
    left = text.x0 - (width if text.anchor == "end" else width / 2 if text.anchor == "middle" else 0)
    return left, text.y0 - 0.75 * text.size, left + width, text.y0


def _gap(one: Box, other: Box) -> float:
    """How far two boxes are apart; 0 where they touch."""
    across = max(one[0] - other[2], other[0] - one[2], 0.0)
    down = max(one[1] - other[3], other[1] - one[3], 0.0)
    return hypot(across, down)
