"""Makes the site's copy of the theme's style sheets: Material's rules for what pages here have, and no others.

    python generators/make_theme.py

Material styles code, tabs, admonitions, blogs and much more that no page of ours can have, with an icon for each: three
quarters of what a reader would load. Kept is every rule all of whose classes, values of `data-md-color-…` and icons are
used here. It reads the installed `mkdocs-material`, so the same version gives the same bytes; a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHEET = HERE.parent / "site_overrides" / "assets" / "stylesheets" / "material.css"
NOTICE = "/* Of Material for MkDocs, © Martin Donath and contributors, MIT licence: what this site uses of it. */\n"

CLASSES = re.compile(
    r"js|no-js|focus-visible|headerlink|md-typeset(__scrollwrap|__table)?|"
    r"md-(container|content|copyright|dialog|ellipsis|footer|grid|header|icon|logo|main|nav|option|overlay|search|search-result|"
    r"sidebar|skip|toggle)((__|--)[a-z-]+)?"
)
"""Classes of the theme on pages of ours: what stands there, and what its script adds."""
NEVER = re.compile(
    r"md-content(--post|__button)|md-footer[_-].*|md-header(--lifted|__(title|topic|ellipsis|source)).*|"
    r"md-nav(--integrated|__source)|md-sidebar--post|"
    r"md-copyright.*"
)
"""Of these, what belongs to parts that are switched off or made anew here."""
VALUES = frozenset(["default", "slate", "custom", "ltr"])
"""Colour schemes, colours and directions of pages here."""


def kept_rules(css: str) -> str:
    """The rules of a minified sheet that pages of ours can meet."""
    return "".join(_kept(css))


def _kept(css: str) -> Iterator[str]:
    for head, body in blocks(css):
        if head.startswith(("@media", "@supports")):
            inside = kept_rules(body)
            if inside:
                yield f"{head}{{{inside}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}" if body else head
        elif used := [selector for selector in parts(head, ",") if is_met(selector)]:
            yield f"{','.join(used)}{{{body}}}"


def is_met(selector: str) -> bool:
    """Whether an element of a page of ours can be what the selector means."""
    plain = re.sub(r":not\((?:[^()]|\([^()]*\))*\)", "", selector)
    classes = re.findall(r"\.(-?[A-Za-z_][\w-]*)", re.sub(r"\[[^]]*\]", "", plain))
    values = re.findall(r"\[(?:data-md-color-\w+|dir)=\"?([\w-]+)\"?\]", plain)
    return all(CLASSES.fullmatch(name) and not NEVER.fullmatch(name) for name in classes) and VALUES.issuperset(values)


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """Each rule as what stands before its braces and what stands in them; a statement such as `@charset` has no body."""
    for piece in parts(css, "}"):
        if piece:
            head, _, body = piece.partition("{")
            yield head, body


def parts(css: str, end: str) -> list[str]:
    """The text cut where `end` stands outside of braces, brackets and quotes."""
    found, start, depth, quote = [], 0, 0, ""
    for at, sign in enumerate(css):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "{([":
            depth += 1
        elif sign in "})]":
            depth -= 1
        if sign == end and not quote and depth == 0:
            found.append(css[start:at])
            start = at + 1
    return [*found, css[start:]]


def without_unused(css: str, elsewhere: str) -> str:
    """The sheet without variables, such as icons, and movements that nothing reads."""
    while True:
        read = set(re.findall(r"var\((--[\w-]+)", css + elsewhere))
        moved = set(re.findall(r"animation(?:-name)?:([^;}]*)", css))
        rules = []
        for head, body in blocks(css):
            if head.startswith(("@media", "@supports")):
                rules.append((head, without_unused(body, css + elsewhere)))
            elif head.startswith("@"):
                name = head.rpartition(" ")[2]
                rules += [(head, body)] if not head.startswith("@keyframes") or any(name in said for said in moved) else []
            else:
                lines = [line for line in parts(body, ";") if not line.startswith("--") or line.partition(":")[0] in read]
                rules.append((head, ";".join(lines)))
        less = "".join(f"{head}{{{body}}}" if body else "" for head, body in rules)
        if less == css:
            return css
        css = less


def sheet() -> str:
    """The style sheet: both of the theme's in their order, without what is not used."""
    theme = find_spec("material")
    if theme is None or theme.origin is None:
        raise SystemExit("make_theme: needs mkdocs-material; install the project first")
    folder = Path(theme.origin).parent / "templates" / "assets"
    css = "".join(
        path.read_text("utf-8").partition("/*# sourceMappingURL")[0].removeprefix('@charset "UTF-8";').strip()
        for name in ("main", "palette")
        for path in folder.glob(f"stylesheets/{name}.*.min.css")
    )
    ours = "".join(path.read_text("utf-8") for path in sorted(SHEET.parent.glob("*.css")) if path != SHEET)
    script = "".join(path.read_text("utf-8") for path in folder.glob("javascripts/bundle.*.min.js"))
    kept = without_unused(kept_rules(css), ours + script)
    return NOTICE + re.sub(r"(?<=\})(?=[^}])", "\n", kept) + "\n"


if __name__ == "__main__":
    SHEET.write_text(sheet(), encoding="utf-8")
