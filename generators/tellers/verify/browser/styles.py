"""Styles that change what is seen without changing what is there: each is a difference, but for what the site uses."""

from __future__ import annotations

import re

from tellers.verify.browser.view import View

_USED = {("a.headerlink", "opacity")}
"""Element and style of the site's own look, where nothing is said."""


def check_styles(strange: list[list[str]], view: View) -> None:
    """One difference for each element and style that could hide, move or blur."""
    for name, kind, style, value in strange:
        if (kind, style) not in _USED:
            view.differs(f"{_spaced(style)} of {name}", value, "nothing that hides, moves or blurs it")


def _spaced(style: str) -> str:
    return re.sub(r"([A-Z])", lambda found: "-" + found[1].lower(), style)
