"""Which Markdown an editor may write. Default-deny: what could become a tag, a script, an outside picture, somebody else's
file or a template in some Markdown extension is refused, whether the site has that extension or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TARGET = re.compile(r"\](?P<sign>[(:])\s*(?P<way>[^\s)]*)")
_SAFE = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s&\\]*)?|(?!//)[./A-Za-z0-9#_-]+")
_FOOTNOTE = re.compile(r"\[\^[^\]]*\Z")
_SIGNS = {
    "<": ("a raw tag or include", 'write Markdown, and "less than" in words'),
    "{": ("an opening brace outside an expression", "write {{ … }}, or remove it"),
    "}": ("a closing brace outside an expression", "write {{ … }}, or remove it"),
}
_LINES = (
    (re.compile(r"!\["), "a picture", 'place a figure: {{ figure("…") }}'),
    (re.compile(r"^[ \t]*(?::::|///)", re.MULTILINE), "a block of a Markdown extension", "write plain Markdown"),
    (re.compile(r"^[ \t>]*(?:```|~~~)(?!`*~*[ \t]*[a-z0-9+-]*[ \t]*$).*$", re.MULTILINE),
        "a fence with settings",
     "write the language alone"),
    (re.compile(r"\[\[|\[TOC\]|--8<--"), "a directive of a Markdown extension", "write plain Markdown"),
)  # fmt: skip


def refused(prose: str) -> Iterator[tuple[int, str, str]]:
    """Position, fault and remedy of everything that is no plain Markdown; expressions are blanked out before."""
    for at, sign in enumerate(prose):
        if sign in _SIGNS:
            wrong, do = _SIGNS[sign]
            yield at, f'{wrong}: "{prose[at : at + 20].splitlines()[0]}"', do
    for pattern, wrong, do in _LINES:
        for found in pattern.finditer(prose):
            yield found.start(), f'{wrong}: "{found.group().strip()[:20]}"', do
    yield from _targets(prose)


def _targets(prose: str) -> Iterator[tuple[int, str, str]]:
    """Every destination of a link that is neither https nor a page of this site."""
    for found in _TARGET.finditer(prose):
        way = found["way"]
        aside = found["sign"] == ":" and (not way or _FOOTNOTE.search(prose, 0, found.start()))
        if not aside and not _SAFE.fullmatch(way):
            yield found.start(), f'a link to "{way[:40]}"', "write an https address, or the way to a page of this site"
