"""A figure in another language beside the English one, which was read against the records: the same marks, each drawn as
large as its claim says, with words that say the same in its language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from tellers.manifest import Manifest
from tellers.verify.content import Content
from tellers.verify.drawn import check_drawn, check_frame
from tellers.verify.geometry import check_geometry
from tellers.verify.paints import Paints
from tellers.verify.report import Findings
from tellers.verify.spaces import one_spaced
from tellers.verify.svg import NotAFigure, Picture, Shape, read_svg
from tellers.verify.tongue import Tongue

_LAID_OUT = frozenset(["height", "viewBox", "aria-labelledby", "aria-describedby"])
"""What may differ because words are longer or shorter."""
_SMALL = 12
"""Sources are smaller than this; other words are as large as there is room."""
Tag = tuple[str, str, str]


def check_translated(
    english: str, manifest: Manifest, other: str, tongue: Tongue, content: Content, paints: Paints, findings: Findings
) -> None:
    """The picture against the English one, which says of itself what the manifest has; places are of no file."""
    try:
        one, two = read_svg(english), read_svg(other)
    except NotAFigure as error:
        findings.differs("", "figure", str(error), "a figure")
        return
    for name in sorted({*one.attributes, *two.attributes} - _LAID_OUT):
        findings.compare("translated figures", "", name, two.attributes.get(name), one.attributes.get(name))
    for name, said, found in (("title", one.title, two.title), ("desc", one.desc, two.desc), *_words(one, two, findings)):
        findings.count("translated words")
        if not tongue.follows(said, found):
            findings.differs("", name, found, f"what “{one_spaced(said)[:200]}” is in {tongue.language}", "translate it")
    theme = two.attributes.get("data-theme", "")
    same, found_ = _anglicised(one, two), Findings()
    check_drawn(same, replace(manifest, theme=theme), "", content, paints, found_)
    findings.problems += [problem for problem in found_.problems if not problem.field.startswith("place of label:")]
    findings.counts.update(found_.counts)
    check_frame(two, "", findings)
    check_geometry(same, manifest, "", findings)


def _words(one: Picture, two: Picture, findings: Findings) -> Iterator[tuple[str, str, str]]:
    """What stands at each mark, and then what stands at none, paragraph by paragraph."""
    findings.compare("translated figures", "", "marks", _drawn(two), _drawn(one))
    mine, theirs = _tagged(one), _tagged(two)
    findings.compare("translated figures", "", "labels", sorted(theirs), sorted(mine))
    for tag in sorted(mine.keys() & theirs.keys()):
        yield f"label of {' '.join(filter(None, tag))}", _joined(mine[tag]), _joined(theirs[tag])
    untagged, others = list(_blocks(one)), list(_blocks(two))
    if len(untagged) != len(others):
        said = " · ".join(map(_joined, others)), " · ".join(map(_joined, untagged))
        findings.differs("", "texts", *said, "draw the figure anew")
        return
    for lines, found in zip(untagged, others, strict=True):
        yield "text", _joined(lines), _joined(found)


def _blocks(picture: Picture) -> Iterator[list[Shape]]:
    """Texts at no mark, those of one look that follow one another together: where lines break is for the layout."""
    texts = (text for text in picture.texts if not (text.mark or text.member or text.tick))
    for _, lines in groupby(texts, key=lambda text: (text.classes, text.size >= _SMALL)):
        yield list(lines)


def _drawn(picture: Picture) -> list[tuple[str, str, str, str, int]]:
    """Every tagged shape that is no text, and how often it is there."""
    found = Counter((s.mark, " ".join(s.classes), s.member, s.option) for s in picture.drawn if s.mark or s.member)
    return sorted((*key, number) for key, number in found.items())


def _tagged(picture: Picture) -> dict[Tag, list[Shape]]:
    found: dict[Tag, list[Shape]] = defaultdict(list)
    for text in picture.texts:
        if text.mark or text.member or text.tick:
            found[text.mark, text.member, text.tick].append(text)
    return found


def _joined(lines: list[Shape]) -> str:
    return " ".join(line.text for line in lines)


def _anglicised(one: Picture, two: Picture) -> Picture:
    """The second picture with the words of the first at its marks: what can be checked in any language is checked once."""
    mine, theirs = _tagged(one), _tagged(two)
    said: dict[int, str] = {}
    for tag, lines in theirs.items():
        texts = [line.text for line in mine.get(tag, [])]
        if len(texts) != len(lines):
            texts = [" ".join(texts), *("" for _ in lines[1:])]
        said |= {line.order: text for line, text in zip(lines, texts, strict=True)}
    shapes = [replace(shape, text=said.get(shape.order, shape.text)) for shape in two.shapes]
    return replace(two, shapes=[shape for shape in shapes if shape.tag != "text" or shape.text])
