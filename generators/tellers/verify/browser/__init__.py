"""The browser pass of the independent reader: what only a browser can tell, because only there do all styles meet.

Static reading knows what is written and drawn. Whether a visitor sees it depends on fonts, style sheets and what lies over
what. So pages and pictures are opened in Chromium, measured in bulk by `measure.js`, and what was measured is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tellers.verify.browser.choose import files_to_open, pages_to_open, unchanged_files
from tellers.verify.browser.launch import chromium
from tellers.verify.browser.look import FONTS, SCHEMES, WIDTHS, Tab, look_at_files, look_at_page
from tellers.verify.browser.server import served
from tellers.verify.paints import SHEET, read_sheet
from tellers.verify.report import Findings, Report

Progress = Callable[[str, int, int], None]
_STEP = "Looking at pages and figures in a browser"
_AT_ONCE = 12
"""So many pictures are opened side by side."""


def verify_in_browser(built: Path, progress: Progress, before: Path | None = None) -> Report:
    """What a browser shows of the built site; of many pictures, those that changed since the site `before` come first.

    Raises EnvironmentFault where there is no browser.
    """
    findings = Findings()
    sheet = built / SHEET
    paints = read_sheet(sheet.read_text("utf-8") if sheet.is_file() else "", Findings())
    pages = pages_to_open(built, _below(built, "html"))
    drawn = _below(built, "svg")
    files = files_to_open(drawn, unchanged_files(built, before, drawn) if before else frozenset())
    batches = [files[start : start + _AT_ONCE] for start in range(0, len(files), _AT_ONCE)]
    steps = iter(range(2 * len(pages) + len(batches)))
    of = 2 * len(pages) + len(batches)
    fonts = _fonts(built)
    with served(built.resolve()) as address, chromium() as browser:
        for scheme in SCHEMES:
            tab = Tab(browser.new_context(color_scheme=scheme), address)
            for path in pages:
                progress(_STEP, next(steps), of)
                look_at_page(tab, path, scheme, paints, findings)
        for batch in batches:
            progress(_STEP, next(steps), of)
            look_at_files(tab, batch, fonts, paints, findings)
    progress(_STEP, of, of)
    findings.notes += _notes(built, pages, files)
    return findings.report()


def _notes(built: Path, pages: list[str], files: list[str]) -> list[str]:
    """What was looked at and what was not."""
    all_pages, all_files = len(_below(built, "html")), len(_below(built, "svg"))
    widths, schemes = " and ".join(f"{width} px" for width in WIDTHS), " and ".join(SCHEMES)
    return [
        f"In a browser: {len(pages)} of {all_pages} pages, with every element and class that pages of their kind have, "
        f"at {widths}, {schemes}; {len(files)} of {all_files} pictures alone.",
        "Not in a browser: what moves, prints or answers a click, other widths, and other browsers.",
    ]


def _fonts(built: Path) -> str:
    """The style sheet of the fonts, with addresses from the root of the site."""
    sheet = built / FONTS
    text = sheet.read_text("utf-8") if sheet.is_file() else ""
    return re.sub(r"""url\(["']?(?!/)([^"')]+)["']?\)""", rf'url("/{FONTS.rsplit("/", 1)[0]}/\1")', text)


def _below(built: Path, suffix: str) -> list[str]:
    return sorted(path.relative_to(built).as_posix() for path in built.rglob(f"*.{suffix}"))


__all__ = ["verify_in_browser"]
