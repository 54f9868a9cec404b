"""A picture against its manifest: each mark drawn once, tagged, painted and labelled as it claims; nothing hidden."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import numpy as np

from tellers.manifest import ClaimLine, Manifest
from tellers.verify.content import Content
from tellers.verify.paints import Paints, file_paints
from tellers.verify.report import Findings
from tellers.verify.svg import Picture, Shape
from tellers.verify.words import LABELS, UNSTATED

_BY_MEMBER = ("tile", "dot", "seat")
_ONLY_LABELS = ("count", "outcome")
_THIN = 6.5
"""A cover that is thinner than this, in px, is a gap between marks, an edge or a tick."""
_OPEN = re.compile(r"flow-|stay-|cue-|line-|ring$|leader$|table$|rule$")


def check_drawn(
    picture: Picture, manifest: Manifest, path: str, content: Content, paints: Paints, findings: Findings
) -> None:
    """Marks, tags, paints, labels, frame and covers of one picture."""
    for strange in dict.fromkeys(picture.strange):
        findings.differs(path, "drawing", strange, "only what figures of this site are made of", "draw the figure anew")
    claims = {claim.id: claim for claim in manifest.claims}
    marked = {mark.id: (mark.role, claims[mark.claim]) for mark in manifest.marks if mark.claim in claims}
    _check_marks(picture, marked, path, findings)
    _check_labels(picture, marked, path, content, findings)
    _check_paints(picture, manifest.theme, path, paints, findings)
    check_frame(picture, path, findings)
    _check_covers(picture, path, findings)


def _check_marks(picture: Picture, marked: dict[str, tuple[str, ClaimLine]], path: str, findings: Findings) -> None:
    drawn: dict[str, list[Shape]] = defaultdict(list)
    labelled = {shape.mark.removeprefix("label:") for shape in picture.shapes if shape.mark.startswith("label:")}
    for shape in picture.drawn:
        if shape.mark and not shape.mark.startswith("label:"):
            drawn[shape.mark].append(shape)
        elif not shape.mark and set(shape.classes) & LABELS.keys():
            findings.differs(
                path, "drawing", f"a {shape.tag} painted {' '.join(shape.classes)}", "a tag that says what it marks"
            )
    for id in drawn.keys() - marked.keys():
        findings.differs(path, f"mark {id}", "a drawn mark", "no such mark in the manifest")
    for id, (role, claim) in marked.items():
        found = drawn.get(id, [])
        nothing = not found and claim.value == 0
        wanted = not (id.split(":")[0] in _ONLY_LABELS or nothing)
        findings.count("marks")
        if len(found) != int(wanted) or (not wanted and not nothing and id not in labelled):
            findings.differs(path, f"mark {id}", f"drawn {len(found)} times", "drawn once")
        for shape in found:
            _check_tags(shape, id, role, claim, path, findings)


def _check_tags(shape: Shape, id: str, role: str, claim: ClaimLine, path: str, findings: Findings) -> None:
    member = claim.of.get("member", "") if claim.says == "ballot" else ""
    option = str(claim.value) if claim.says == "ballot" else claim.of.get("option", "")
    if role not in shape.classes:
        findings.differs(path, f"colour of {id}", " ".join(shape.classes), role)
    if member and shape.member != member:
        findings.differs(path, f"data-member of {id}", shape.member, member)
    if member and id.split(":", maxsplit=1)[0] in _BY_MEMBER and not id.endswith(f":{member}"):
        findings.differs(path, f"id of {id}", id, f"an id that ends in {member}")
    if option and shape.option and shape.option != option:
        findings.differs(path, f"data-option of {id}", shape.option, option)
    if claim.says == "ballot" and not shape.option and option != "no-record":
        findings.differs(path, f"data-option of {id}", "none", option)
    if claim.says == "threshold" and shape.tick != str(claim.value):
        findings.differs(path, f"data-tick of {id}", shape.tick, str(claim.value))


def _check_labels(
    picture: Picture, marked: dict[str, tuple[str, ClaimLine]], path: str, content: Content, findings: Findings
) -> None:
    labels: dict[str, list[str]] = defaultdict(list)
    for shape in picture.texts:
        if shape.mark.startswith("label:"):
            labels[shape.mark.removeprefix("label:")].append(shape.text)
    for shape in picture.shapes:
        _check_belonging(shape, marked, path, content, findings)
    for id, texts in labels.items():
        if id.startswith("key:") and not any(sign.isdigit() for text in texts for sign in text):
            continue
        if id not in marked:
            findings.differs(path, f"label of {id}", " ".join(texts), "a mark of the manifest")
            continue
        _check_label(id, texts, marked[id][1], path, content, findings)


def _check_belonging(
    shape: Shape, marked: dict[str, tuple[str, ClaimLine]], path: str, content: Content, findings: Findings
) -> None:
    """A key is painted as what it explains; a label's member is that of its mark, and so is the name in it."""
    if not shape.mark.startswith("label:"):
        return
    id = shape.mark.removeprefix("label:")
    if id.startswith("key:") and shape.tag != "text":
        findings.count("labels")
        if id.removeprefix("key:") not in shape.classes and "ring" not in shape.classes:
            findings.differs(path, f"colour of {id}", " ".join(shape.classes), id.removeprefix("key:"))
    if id not in marked:
        return
    of = marked[id][1].of
    member = of.get("with") or of.get("member", "")
    if shape.member and member and shape.member != member:
        findings.differs(path, f"data-member of label {id}", shape.member, member)
    if "with" in of and shape.tag == "text":
        said = re.sub(r"\s*[<>]?\d+\s%$", "", " ".join(shape.text.split()))
        if said and said not in content.names_of(member):
            findings.differs(path, f"name in the label of {id}", said, " or ".join(sorted(content.names_of(member))))


def _check_label(id: str, texts: list[str], claim: ClaimLine, path: str, content: Content, findings: Findings) -> None:
    findings.count("labels", len(texts))
    said = " ".join(texts)
    if claim.says in ("tally", "shift", "threshold") or (claim.says == "count" and isinstance(claim.value, int)):
        numbers = [int(found.replace(",", "")) for found in re.findall(r"\d+(?:,\d{3})*", said)]
        if numbers != [claim.value] and not (id.split(":", maxsplit=1)[0] == "bar" and not numbers):
            findings.differs(path, f"label of {id}", said, str(claim.value))
        _check_option_word(id, texts, claim, path, findings)
    elif claim.says == "ballot" and id.split(":", maxsplit=1)[0] == "vote":
        findings.compare("labels", path, f"label of {id}", said, LABELS.get(str(claim.value)))
    elif claim.says == "text":
        findings.compare("labels", path, f"label of {id}", _plain(said), _plain(str(claim.value)))
    elif claim.says == "ballot":
        words = {*content.names_of(claim.of["member"]), claim.of["member"], "VETO", "Veto"}
        if not set(texts) <= words and " ".join(t for t in texts if t.upper() != "VETO") not in words:
            findings.differs(path, f"label of {id}", said, f"a name of {claim.of['member']}")
    elif claim.says == "outcome":
        wanted = {"adopted": "adopted", "unknown": "outcome unknown"}.get(str(claim.value), "not adopted")
        if not said.casefold().startswith(wanted):
            findings.differs(path, f"label of {id}", said, wanted)


def _plain(text: str) -> str:
    """The words without spaces and without the quotation marks around them: where lines break is for the layout."""
    tight = "".join(text.split())
    return tight[1:-1] if tight.startswith("“") and tight.endswith("”") else tight


def _check_option_word(id: str, texts: list[str], claim: ClaimLine, path: str, findings: Findings) -> None:
    option = claim.of.get("option", "")
    unstated = claim.of.get("of") == "unstated"
    words = [text for text in texts if not any(sign.isdigit() for sign in text)]
    if not words or not (option or unstated):
        return
    said = " ".join(words).casefold()
    wanted = UNSTATED if unstated else LABELS.get(option, "a word of an option")
    if said != wanted.casefold() and said not in wanted.casefold():
        findings.differs(path, f"label of {id}", " ".join(words), wanted)


def _check_paints(picture: Picture, theme: str, path: str, paints: Paints, findings: Findings) -> None:
    """Every class is painted as the site's style sheet paints it in the figure's scheme."""
    if not paints.roles:
        return
    scheme = theme if theme in paints.roles else "light"
    site = paints.roles[scheme]
    used = {name for shape in picture.shapes for name in shape.classes} - {"b", "h", "s", "t", "ground"}
    findings.count("colours", len(used))
    if picture.style is not None:
        own, strange = file_paints(picture.style)
        for selector in strange:
            findings.differs(path, "style", selector, "rules that paint one role")
        for name in used:
            if name in site and own.get(name) != site[name]:
                findings.differs(
                    path, f"paint of {name}", _css(own.get(name)), _css(site[name]), "paint it as the site does"
                )
    for name in used - site.keys():
        findings.differs(path, f"class {name}", name, "a role of the style sheet")
    grounds = [shape for shape in picture.drawn if "ground" in shape.classes]
    for shape in picture.drawn:
        if shape.fill and shape not in grounds:
            findings.differs(path, f"fill of {shape.mark or shape.tag}", shape.fill, "a colour by class")
    if theme in paints.grounds and (len(grounds) != 1 or grounds[0].fill != paints.grounds[theme]):
        findings.differs(path, "ground", [shape.fill for shape in grounds], paints.grounds[theme])


def _css(paint: tuple[tuple[str, str], ...] | None) -> str:
    return "nothing" if paint is None else ";".join(f"{name}:{value}" for name, value in paint)


def check_frame(picture: Picture, path: str, findings: Findings) -> None:
    """Nothing is outside the view box, and the box has the size that the figure is shown with."""
    size = picture.attributes.get("width", ""), picture.attributes.get("height", "")
    if size != (f"{picture.width:g}", f"{picture.height:g}"):
        findings.differs(path, "size", "×".join(size), f"{picture.width:g}×{picture.height:g}")
    for shape in picture.shapes:
        x0, x1 = shape.x0, shape.x1
        if shape.tag == "text":
            length = 0.42 * shape.size * len(shape.text)
            x0 -= length if shape.anchor == "end" else length / 2 if shape.anchor == "middle" else 0
            x1 += length if shape.anchor == "start" else length / 2 if shape.anchor == "middle" else 0
        if x0 < -0.6 or shape.y0 < -0.6 or x1 > picture.width + 0.6 or shape.y1 > picture.height + 0.6:
            place = f"{shape.x0:g},{shape.y0:g} to {shape.x1:g},{shape.y1:g}"
            findings.differs(path, f"place of {shape.mark or shape.text or shape.tag}", place, "a place inside the picture")


def _check_covers(picture: Picture, path: str, findings: Findings) -> None:
    """No mark and no text lies below a shape that was drawn later."""
    covers = [s for s in picture.drawn if _is_cover(s)]
    below = [s for s in picture.shapes if "ground" not in s.classes and (s.tag == "text" or _is_solid(s))]
    if not covers or not below:
        return
    low, high = _boxes(below), _boxes(covers)
    wide = np.minimum(low[:, None, 2], high[None, :, 2]) - np.maximum(low[:, None, 0], high[None, :, 0])
    tall = np.minimum(low[:, None, 3], high[None, :, 3]) - np.maximum(low[:, None, 1], high[None, :, 1])
    later = low[:, None, 4] < high[None, :, 4]
    area = (low[:, 2] - low[:, 0]) * (low[:, 3] - low[:, 1])
    hidden = later & (wide > 0) & (tall > 0) & (wide * tall > 0.12 * area[:, None])
    for one, other in zip(*np.nonzero(hidden), strict=True):
        cover = covers[int(other)]
        name = below[int(one)].mark or below[int(one)].text or below[int(one)].tag
        findings.differs(
            path, f"mark {name}", f"covered by a {cover.tag} {cover.mark or ' '.join(cover.classes)}", "in plain sight"
        )


def _is_solid(shape: Shape) -> bool:
    return bool(shape.mark) and not shape.mark.startswith("label:") and not any(_OPEN.match(name) for name in shape.classes)


def _is_cover(shape: Shape) -> bool:
    return min(shape.width, shape.height) > _THIN and not any(
        _OPEN.match(name) or name == "ground" for name in shape.classes
    )


def _boxes(shapes: list[Shape]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """One row a shape: left, top, right, bottom, order. A text is the box of its first letters."""
    rows = []
    for shape in shapes:
        if shape.tag == "text":
            rows.append((shape.x0 - 1, shape.y0 - shape.size * 0.6, shape.x0 + 1, shape.y0, shape.order))
        else:
            rows.append((shape.x0, shape.y0, shape.x1, shape.y1, shape.order))
    return np.array(rows, dtype=np.float64)


def counts_by_class(picture: Picture) -> Counter[str]:
    """How many tagged marks are painted with each role."""
    return Counter(name for shape in picture.drawn if shape.mark and ":" in shape.mark for name in shape.classes)
