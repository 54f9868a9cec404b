"""One page or picture in a tab: opened, unfolded, measured at each width, and judged."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from tellers.verify.browser.facts import Document, document
from tellers.verify.browser.pages import check_page
from tellers.verify.browser.pictures import check_picture
from tellers.verify.browser.view import View
from tellers.verify.paints import Paints
from tellers.verify.report import Findings

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, JSHandle, Page

WIDTHS = (1280, 360)
Scheme = Literal["light", "dark"]
SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
"""The scheme that a visitor's system asks for, and what the site calls it."""
_ALONE = ("embed/", "use/")
"""Pages outside the theme: their one style sheet asks the visitor's system itself."""

FONTS = "assets/fonts/fonts.css"
_WINDOW = 800
_FRAME = 8000
"""A figure that is embedded shrinks to its frame, which is as tall as the figure wherever it is embedded as we say."""
_TALLEST = 30_000
_PATIENCE = 120_000
"""Milliseconds: a busy machine is no fault of the site."""
_BEFORE = """
    localStorage.clear()
    navigation.addEventListener("navigate", event => {
        if (event.hashChange || !event.cancelable) return
        event.preventDefault()
        console.error(`goes on to ${event.destination.url} by itself`)
    })
"""
"""Run before all scripts of a page: it stays where it is, and is told of when it tries to leave."""


class Tab:
    """A visitor's tab: what the page in it complained of, and which hosts but its own it asked."""

    def __init__(self, visitor: BrowserContext, address: str) -> None:
        self.page = visitor.new_page()
        self.address = address
        self.said: list[tuple[str, str]] = []
        self.page.set_default_timeout(_PATIENCE)
        self.page.add_init_script(_BEFORE)
        self.page.on("console", lambda message: self._say("console", message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self._say("script", str(error)))
        self.page.on("request", lambda request: None if self._ours(request.url) else self._say("other host", request.url))

    def open(self, path: str) -> JSHandle:
        """The measuring tool in the page at the path."""
        self.said.clear()
        self.page.set_viewport_size({"width": WIDTHS[0], "height": _WINDOW})
        self.page.goto(f"{self.address}/{path}", wait_until="load")
        return self.page.evaluate_handle(_script())

    def _ours(self, url: str) -> bool:
        return url.startswith((f"{self.address}/", "data:", "blob:", "about:"))

    def _say(self, field: str, found: str) -> None:
        self.said.append((field, found.replace(self.address, "")))


def look_at_page(tab: Tab, path: str, scheme: Scheme, paints: Paints, findings: Findings) -> None:
    """One page of the site as a visitor of that scheme opens it, at both widths."""
    _look(tab, path, scheme, paints, findings)
    for field, found in dict.fromkeys(tab.said):
        findings.differs(path, f"{scheme}: {field}", found, "none", "see the console of a browser")


def _look(tab: Tab, path: str, scheme: Scheme, paints: Paints, findings: Findings) -> None:
    tool = tab.open(path)
    tool.evaluate("tool => tool.open()")
    for width in WIDTHS:
        shown = _measured(tab.page, tool, width, _FRAME if path.startswith("embed/") else _WINDOW)
        view = View(path, f"{width} px, {scheme}", scheme, tuple(shown.fonts), findings)
        if shown.scheme != SCHEMES[scheme] and not path.startswith(_ALONE):
            view.differs("scheme", shown.scheme, SCHEMES[scheme], "follow the visitor's system")
        for picture in shown.pictures:
            if picture.shown:
                check_picture(picture, paints, view)
        if shown.page is not None:
            check_page(shown.page, view)


def look_at_files(tab: Tab, paths: list[str], fonts: str, paints: Paints, findings: Findings) -> None:
    """Pictures as they are when opened alone, each in its own theme; `fonts` is the style sheet of the site's fonts."""
    tool = tab.open(FONTS)
    found = json.loads(tool.evaluate("(tool, [paths, fonts]) => tool.files(paths, fonts)", [paths, fonts]))
    for path, raw in zip(paths, found, strict=True):
        if raw is None:
            findings.differs(path, "picture", "nothing that a browser opens as a picture", "a picture")
            continue
        shown, theme = document(raw), "dark" if path.endswith("-dark.svg") else "light"
        for picture in shown.pictures:
            check_picture(picture, paints, View(path, f"alone, {theme}", theme, tuple(shown.fonts), findings))


def _measured(tab: Page, tool: JSHandle, width: int, height: int) -> Document:
    """The page at this width, in a window so tall that nothing has to be scrolled to."""
    tab.set_viewport_size({"width": width, "height": height})
    height = tab.evaluate("() => document.fonts.ready.then(() => document.documentElement.scrollHeight)")
    tab.set_viewport_size({"width": width, "height": min(height, _TALLEST)})
    return document(json.loads(tool.evaluate("tool => tool.page()")))


@cache
def _script() -> str:
    return files("tellers.verify.browser").joinpath("measure.js").read_text("utf-8")
