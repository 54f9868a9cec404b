"""Figures in other people's pages: the page for a frame, the frame's markup, and the oEmbed answers that lead to it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from tellers.verify.content import Content
from tellers.verify.html import attribute, parse, words
from tellers.verify.nodes import files_below
from tellers.verify.outlines import FRAME, check_outline
from tellers.verify.png import NotAPicture, read_header
from tellers.verify.report import Findings
from tellers.verify.spaces import one_spaced
from tellers.verify.standing import check_standing
from tellers.verify.taken import WIDTH, Figure, address, figures_of, page_of

_ANSWER = "application/json+oembed"
_NAMED = re.compile(rb"""data-figure\s*=\s*["']?([^"'\s>]+)""")


def check_embeds(built: Path, content: Content, findings: Findings) -> None:
    """Every frame and every oEmbed answer; each page with a figure leads to its answer, and each answer belongs to one."""
    figures = {figure.id: figure for figure in figures_of(built)}
    known: set[str] = set()
    for figure in figures.values():
        _check_frame_page(built, figure, content, findings)
        _check_use_page(built, figure, content, findings)
        known.add(f"oembed/{figure.id}.json")
        _check_answer(built, f"oembed/{figure.id}.json", figure, figure.words["title"], content, findings)
    lower = frozenset(id.lower() for id in figures)
    for path in sorted(path for path in files_below(built) if path.endswith(".html") and not content.is_elsewhere(path)):
        if not path.startswith(("use/", "embed/", "assets/")):
            known |= _check_site_page(built, path, figures, lower, content, findings)
    for file in sorted((built / "oembed").rglob("*.json")):
        path = file.relative_to(built).as_posix()
        if path not in known:
            findings.differs(path, "file", "an oEmbed answer", "no file: no page leads to it")


def _check_site_page(
    built: Path, path: str, figures: dict[str, Figure], lower: frozenset[str], content: Content, findings: Findings
) -> set[str]:
    """A page with figures leads to an answer with the first of them, under the page's title."""
    raw = (built / path).read_bytes()
    named = {unescape(name.decode("utf-8", "replace")) for name in _NAMED.findall(raw.lower())}
    if not named & lower and _ANSWER.encode() not in raw:  # as on pages of archives, which are thousands
        return set()
    text = raw.decode("utf-8", "replace")
    page = parse(text)
    first = page.css_first("figure.tl-figure[data-figure]")
    figure = figures.get(attribute(first, "data-figure")) if first is not None else None
    if figure is None:
        return set()
    key = path.removesuffix("index.html").strip("/") or "index"
    _check_discovery(text, key, path, content, findings)
    title = page.css_first('meta[property="og:title"]')
    _check_answer(built, f"oembed/{key}.json", figure, attribute(title, "content") if title else "", content, findings)
    return {f"oembed/{key}.json"}


def _check_discovery(text: str, key: str, path: str, content: Content, findings: Findings) -> None:
    link = parse(text).css_first(f'link[rel~="alternate"][type="{_ANSWER}"]')
    wanted = f"{address(content)}/oembed/{key}.json"
    findings.compare("embeds", path, "oEmbed link", attribute(link, "href") if link is not None else "", wanted)


def _check_frame_page(built: Path, figure: Figure, content: Content, findings: Findings) -> None:
    """The page in the frame shows this figure alone, leads to its page, and has no script."""
    path = f"embed/{figure.id}/index.html"
    if not (built / path).is_file():
        findings.differs(path, "page", "no file", f"the page that shows {figure.id} in a frame")
        return
    text = (built / path).read_text("utf-8")
    page = parse(text)
    shown = {attribute(svg, "data-figure") for svg in page.css("svg")}
    findings.compare("embeds", path, "figures", sorted(shown), [figure.id])
    digests = {attribute(svg, "data-digest") for svg in page.css("svg")}
    findings.compare("embeds", path, "data", sorted(digests), [figure.digest[:16]])
    check_standing(page, path, (), findings)
    findings.compare("embeds", path, "title", words(page.css_first("title")).split(" · ")[0], figure.words["title"])
    targets = {attribute(link, "href") for link in page.css("a[href]")}
    findings.compare("embeds", path, "link", sorted(targets), [page_of(figure, content)])
    _check_discovery(text, figure.id, path, content, findings)


def _check_use_page(built: Path, figure: Figure, content: Content, findings: Findings) -> None:
    path = f"use/{figure.id}/index.html"
    if not (built / path).is_file():
        return
    text = (built / path).read_text("utf-8")
    _check_discovery(text, figure.id, path, content, findings)
    frames = [node.text() for node in parse(text).css("textarea") if attribute(node, "aria-label") == "Frame"]
    _check_frame("".join(frames), figure, path, content, findings)


def _check_answer(built: Path, path: str, figure: Figure, title: str, content: Content, findings: Findings) -> None:
    """An oEmbed 1.0 answer of type rich, with the size of its frame."""
    try:
        said: dict[str, Any] = json.loads((built / path).read_text("utf-8"))
        frame = str(said["html"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", f"an oEmbed answer with {figure.id}")
        return
    site, picture = content.site, f"figures/{figure.id}-card.png"
    wanted = {
        "version": "1.0",
        "type": "rich",
        "width": WIDTH,
        "height": figure.height,
        "title": one_spaced(title),
        "author_name": site.get("publisher"),
        "author_url": site.get("address"),
        "provider_name": site.get("name"),
        "provider_url": site.get("address"),
        "thumbnail_url": f"{address(content)}/{picture}",
    }
    for key, value in wanted.items():
        found = said.get(key)
        findings.compare("embeds", path, key, one_spaced(found) if isinstance(found, str) else found, value)
    _check_thumbnail(built / picture, said, path, findings)
    _check_frame(frame, figure, path, content, findings)


def _check_thumbnail(file: Path, said: dict[str, Any], path: str, findings: Findings) -> None:
    try:
        head = read_header(file.read_bytes())
    except (OSError, NotAPicture) as error:
        findings.differs(path, "thumbnail", str(error), "a picture")
        return
    stated = (said.get("thumbnail_width"), said.get("thumbnail_height"))
    findings.compare("embeds", path, "size of the thumbnail", stated, (head.width, head.height))


def _check_frame(text: str, figure: Figure, path: str, content: Content, findings: Findings) -> None:
    """The frame shows the figure's own page at the figure's own size, and has its title."""
    check_outline(text, FRAME, path, "frame", findings)
    frames = parse(text).css("iframe")
    findings.compare("embeds", path, "frames", len(frames), 1)
    wanted = {
        "src": f"{address(content)}/embed/{figure.id}/",
        "width": str(WIDTH),
        "height": str(figure.height),
        "title": figure.words["title"],
    }
    for node in frames:
        for name, value in wanted.items():
            findings.compare("embeds", path, f"frame {name}", one_spaced(attribute(node, name)), value)
