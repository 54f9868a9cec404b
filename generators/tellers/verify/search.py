"""The search index: it holds each page, and says what the page says."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.html import UNSEEN
from tellers.verify.report import Findings

PATH = "search/search_index.json"
_TAG = re.compile(r"</?[a-z][^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One section of a page in the index."""

    location: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """Entries by the path of their page."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)


def read_index(built: Path, findings: Findings) -> Index:
    """The index, or an empty one with a difference where it cannot be read."""
    try:
        raw = json.loads((built / PATH).read_text("utf-8"))
        entries = [Entry(str(row["location"]), str(row["title"]), str(row["text"])) for row in raw["docs"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        findings.differs(PATH, "file", f"{type(error).__name__}: {error}", "a search index")
        return Index()
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        page = entry.location.partition("#")[0]
        found[f"{page}index.html" if page.endswith("/") or not page else page].append(entry)
    return Index(dict(found))


def check_entries(page: LexborHTMLParser, path: str, index: Index, findings: Findings) -> None:
    """Each entry of the page: its words, without spaces, stand so on the page; its title is the page's or a heading's."""
    article = page.css_first("article")
    if article is None or path == "404.html":
        return
    entries = index.entries.get(path, [])
    findings.count("search entries")
    if not entries:
        findings.differs(PATH, path, "no entry", "an entry for the page")
        return
    said: list[str] = []
    _gather(article, said)
    body = _tight("".join(said))
    title = page.css_first("title")
    names = body + _tight(title.text() if title is not None else "")
    for entry in entries:
        _check_entry(entry, body, names, findings)


def _check_entry(entry: Entry, body: str, names: str, findings: Findings) -> None:
    findings.count("search entries")
    field = entry.location or "/"
    if _tight(html.unescape(entry.title)) not in names:
        findings.differs(PATH, f"{field} title", entry.title, "words of the page's title or heading")
    text = _tight(html.unescape(_TAG.sub("", entry.text)))
    if text not in body:
        at = next((i for i in range(0, len(text), 24) if text[i : i + 24] not in body), 0)
        findings.differs(PATH, f"{field} text", text[max(0, at - 24) : at + 48], "words of the page, in their order")


def _gather(node: LexborNode, said: list[str]) -> None:
    """The text of what is searched: no figures, no headings' links, nothing that is excluded."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            said.append(child.text_content or "")
        elif child.tag in UNSEEN or "data-search-exclude" in child.attributes:
            continue
        elif child.tag != "a" or "headerlink" not in (child.attributes.get("class") or ""):
            _gather(child, said)


def _tight(text: str) -> str:
    return "".join(text.split())
