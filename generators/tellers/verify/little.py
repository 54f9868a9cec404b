"""Words against votes in little: every word on it and no other, and each mark in the row of its year and in its lane."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from tellers.manifest import Manifest
from tellers.verify.content import Content
from tellers.verify.manifests import data_digest
from tellers.verify.report import Findings
from tellers.verify.spaces import unspaced
from tellers.verify.svg import Picture, Shape
from tellers.verify.words import LABELS

_NAMED = ("label:vote:", "label:quote:")
SQUARE = 1080
"""Width of the square, in pixels; it has neither subtitle nor sources."""
_EVEN = 1.2
"""Pixels by which the size of a mark may differ from that of the others."""


def is_little(picture: Picture, manifest: Manifest) -> bool:
    """Whether it shows marks alone, and no words of quotes."""
    return manifest.kind == "words" and not any(shape.mark.startswith(_NAMED) for shape in picture.texts)


def check_little(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    """The picture as it travels, in a mail or on a square."""
    drawn = _tight([shape.text for shape in picture.texts])
    said = _tight(list(_words(manifest, content)))
    findings.count("words in figures")
    if drawn != said:
        at = next((at for at, (a, b) in enumerate(zip(drawn, said, strict=False)) if a != b), min(len(drawn), len(said)))
        findings.differs("", "words in little", *(text[max(at - 40, 0) : at + 40] for text in (drawn, said)))
    _check_places(picture, manifest, content, findings)


def _words(manifest: Manifest, content: Content) -> Iterator[str]:
    """What is written, in its order: on a square without subtitle and sources."""
    alone = manifest.width >= SQUARE
    yield manifest.words.get("title", "")
    if not alone:
        yield manifest.words.get("subtitle", "")
    chosen = {mark.role for mark in manifest.marks if mark.id.startswith("vote:")}
    yield from (label for option, label in LABELS.items() if option in chosen)
    yield from ("Votes", "Words")
    voted, spoke = (_years(manifest, content, kind) for kind in ("vote:", "quote:"))
    for year in sorted(voted | spoke):
        yield year
        if year not in voted:
            yield "No vote recorded by name here"
        if year not in spoke:
            yield "No statement with a sound source here"
    if not alone:
        yield manifest.words.get("source", "")
    yield f"Data {data_digest(manifest)[:8]}{'' if alone else ' · '}{content.site.get('name')}"


def _years(manifest: Manifest, content: Content, kind: str) -> set[str]:
    return {year_of(mark.id, content) for mark in manifest.marks if mark.id.startswith(kind)}


def year_of(mark: str, content: Content) -> str:
    """The year of a vote or of a quote."""
    kind, _, id = mark.partition(":")
    record = (content.votes if kind == "vote" else content.quotes).get(id)
    return str(record["date"])[:4] if record is not None else ""


def _check_places(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    check_years(picture, manifest, content, findings)
    known = {mark.id for mark in manifest.marks}
    marks = [shape for shape in picture.drawn if shape.mark in known]
    lane = next((shape.x0 for shape in picture.texts if shape.text == "Words" and "b" in shape.classes), 0.0)
    for shape in marks:
        wanted = "left" if shape.mark.startswith("vote:") else "right"
        found = "right" if shape.middle[0] > lane else "left"
        findings.compare("places", "", f"place of {shape.mark}", found, wanted)
    for kind in ("vote:", "quote:"):
        _check_sizes([shape for shape in marks if shape.mark.startswith(kind)], findings)


def check_years(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    """Each vote and quote stands in the row of its year; on pages too."""
    known = {mark.id for mark in manifest.marks}
    years = sorted((shape.y0 - shape.size * 1.3, shape.tick) for shape in picture.texts if shape.tick)
    for shape in picture.drawn:
        if shape.mark in known:
            row = [year for top, year in years if top <= shape.middle[1]]
            wanted = year_of(shape.mark, content)
            findings.compare("marks in their year", "", f"place of {shape.mark}", row[-1] if row else "no year", wanted)


def _check_sizes(marks: list[Shape], findings: Findings) -> None:
    usual = median(max(mark.width, mark.height) for mark in marks) if marks else 0.0
    for mark in marks:
        if abs(max(mark.width, mark.height) - usual) > _EVEN + (2 if mark.tag == "circle" else 0):
            findings.differs("", f"size of {mark.mark}", f"{mark.width:g}×{mark.height:g}", f"{usual:g}×{usual:g}")


def _tight(texts: list[str]) -> str:
    return "".join(unspaced(text) for text in texts)
