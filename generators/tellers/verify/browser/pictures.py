"""A figure as a browser paints it: all of it in sight, in the colours of the style sheet, and legible."""

from __future__ import annotations

import re

from tellers.verify.browser.colours import Colour, contrast, in_hex, of_hex, over, same
from tellers.verify.browser.facts import Box, Mark, Picture, Text
from tellers.verify.browser.legible import check_contrast, check_family, check_size
from tellers.verify.browser.overlaps import check_overlaps, is_open
from tellers.verify.browser.styles import check_styles
from tellers.verify.browser.view import View
from tellers.verify.paints import Paints
from tellers.verify.words import LABELS

_LAID_OVER = re.compile(r"text\.|path\.cue-|line\.cue-|\w+\.(gap|ring|leader|rule|tick|line-\d|edge-)")
"""What may lie on a mark that is painted whole."""
_DRAWN = re.compile(r"text\.|path|line|rect|circle")
"""What may lie on a line, an edge or a ribbon: other parts of the drawing."""
_FAINT = {"vacant", "not-eligible"}
"""Roles of seats that nobody could vote from: they may step back."""


def check_picture(picture: Picture, paints: Paints, view: View) -> None:
    """One figure that is shown, in one scheme."""
    view = view.of(f"figure {picture.figure} of {picture.width}")
    view.findings.count("figures in the browser")
    roles = {role: dict(paint) for role, paint in paints.roles.get(view.scheme, {}).items()}
    _check_frame(picture, view)
    for name in picture.unseen:
        view.differs(name, "nothing of it is drawn", "in plain sight")
    check_styles(picture.strange, view)
    for mark in picture.marks:
        _check_mark(mark, roles, view)
    for text in picture.texts:
        _check_text(text, picture.box, roles, view)
    check_overlaps(picture, view)


def _check_frame(picture: Picture, view: View) -> None:
    left, top, right, bottom = picture.box
    wide, tall = right - left, bottom - top
    _, _, width, height = picture.view
    if tall < 1 or height < 1 or abs(wide * height / (tall * width) - 1) > 0.01:
        view.differs("aspect", f"{wide:g}×{tall:g}", f"that of its view box, {width:g}×{height:g}")
    across, skewed, slanted, down = picture.matrix
    if abs(skewed) > 0.01 or abs(slanted) > 0.01 or across <= 0 or abs(across - down) > 0.01 * across:
        view.differs("scale", picture.matrix, "the same in both directions, and upright")
    if any(abs(a - b) > 1 for a, b in zip(picture.box, picture.cut, strict=True)):
        view.differs("frame", f"cut to {_shown(picture.cut)}", f"all of {_shown(picture.box)}")


def _check_mark(mark: Mark, roles: dict[str, dict[str, str]], view: View) -> None:
    view.findings.count("marks in the browser")
    name = f"mark {mark.id or ' '.join((mark.tag, *mark.classes))}"
    if mark.seen < mark.tried or (mark.tried == 0 and mark.id):
        view.differs(name, f"not in sight at {mark.tried - mark.seen} of {mark.tried} places", "in plain sight")
    _check_place(name, mark.written, view)
    allowed = _DRAWN if is_open(mark) else _LAID_OVER
    for entry in mark.over if mark.seen else ():
        shown, what = entry.split("\t")
        if what == "page" or not allowed.match(shown):
            view.differs(name, f"covered by {shown} {what}", "in plain sight")
    for role in mark.classes:
        if role in roles:
            _check_paint(name, mark, roles[role], view)
    if mark.ground and set(mark.classes) & LABELS.keys() - _FAINT:
        _check_outline(name, mark, view)


def _check_place(name: str, written: list[list[float]], view: View) -> None:
    """What is drawn lies where its attributes say, and is as large."""
    said, drawn = written
    if any(abs(a - b) > 0.5 for a, b in zip(said, drawn, strict=True)):
        view.differs(f"place of {name}", _shown(drawn), _shown(said))


def _check_paint(name: str, mark: Mark, paint: dict[str, str], view: View) -> None:
    """Fill and edge are as the style sheet of the site has them for the role."""
    fill = _colour(paint.get("fill", "none"), paint.get("fill-opacity", "1"))
    if not _alike(mark.fill, fill):
        view.differs(f"fill of {name}", _named(mark.fill), _named(fill))
    edge, width = _colour(paint.get("stroke", "none"), "1"), float(paint.get("stroke-width", 1))
    found = mark.edge or _NOTHING
    if not _alike(found, edge):
        view.differs(f"edge of {name}", _named(found), _named(edge))
    elif edge[3] and abs(mark.edge_width - width) > 0.01:
        view.differs(f"edge of {name}", f"{mark.edge_width:g} px", f"{width:g} px")
    elif edge[3] and mark.dash != paint.get("stroke-dasharray", "none"):
        view.differs(f"edge of {name}", f"dashes {mark.dash}", f"dashes {paint.get('stroke-dasharray', 'none')}")


_NOTHING = (0.0, 0.0, 0.0, 0.0)


def _colour(value: str, alpha: str) -> tuple[float, float, float, float]:
    return _NOTHING if value == "none" else (*of_hex(value), float(alpha))


def _alike(one: Colour, other: Colour) -> bool:
    return abs(one[3] - other[3]) <= 0.01 and (other[3] == 0 or same(one, other))


def _named(colour: Colour) -> str:
    return in_hex(colour) if colour[3] else "none"


def _check_outline(name: str, mark: Mark, view: View) -> None:
    """A vote can be told from its ground by its fill or by its edge (WCAG 2.2, 1.4.11)."""
    fill = over(mark.fill, mark.ground)
    edge = over(mark.edge, mark.ground) if mark.edge and mark.edge_width else fill
    reached = max(contrast(fill, mark.ground), contrast(edge, mark.ground))
    if reached < 3:
        view.differs(f"contrast of {name}", f"{reached:.2f} on {in_hex(mark.ground)}", "3 or more, by its fill or its edge")


def _check_text(text: Text, frame: Box, roles: dict[str, dict[str, str]], view: View) -> None:
    view.findings.count("words in the browser")
    name = f'text "{text.text[:40]}"'
    left, top, right, bottom = text.box
    outside = max(frame[0] - left, frame[1] - top, right - frame[2], bottom - frame[3])
    if outside > 0.5:
        view.differs(name, f"clipped by {outside:.1f} px at the edge of the picture", "all of it inside")
    if text.seen < text.tried:
        view.differs(name, f"not in sight at {text.tried - text.seen} of {text.tried} places", "in plain sight")
    _check_place(name, text.written, view)
    for entry in text.over:
        view.differs(name, f"covered by {' '.join(entry.split())}", "in plain sight")
    for role in text.classes:
        wanted = _colour(roles.get(role, {}).get("fill", "none"), "1")
        if role in roles and not _alike(text.colour, wanted):
            view.differs(f"colour of {name}", _named(text.colour), _named(wanted))
    check_size(name, text.size, view)
    check_contrast(name, text.colour, text.grounds, text.size, text.weight, view)
    check_family(name, text.family, view)


def _shown(box: Box) -> str:
    return ", ".join(f"{value:g}" for value in box)
