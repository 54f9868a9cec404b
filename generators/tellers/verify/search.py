"""The search index: it holds each page, and says what the page says."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.html import UNSEEN
from tellers.verify.report import Findings
from tellers.verify.spaces import unspaced
from tellers.verify.words import without_accents

PATH = "search/search_index.json"
_UNLISTED = "f/"
"""Pages of pinned pictures: who has the picture finds its page; a search for the vote leads to the vote."""
_WEIGHTS = {"members": 6, "votes": 3, "explainers": 3, "speakers": 3}
"""How much more than others the page of one record of these kinds counts: who types a name looks for whose it is."""
_LETTERS = dict(zip("’œŒæÆøØłŁđĐıß", ("'", "oe", "OE", "ae", "AE", "o", "O", "l", "L", "d", "D", "i", "ss"), strict=True))
"""Letters that have no accent to take away, as they are typed without them."""
_TAG = re.compile(r"</?[a-z][^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One section of a page in the index."""

    location: str
    title: str
    text: str
    weight: float = 1
    typed: tuple[str, str] = ("", "")
    """Words of title and text that have accents, as they are typed without them."""


@dataclass(frozen=True, slots=True)
class Index:
    """Entries by the path of their page."""

    entries: Mapping[str, list[Entry]] = field(default_factory=dict)


def read_index(built: Path, findings: Findings) -> Index:
    """The index, or an empty one with a difference where it cannot be read."""
    try:
        raw = json.loads((built / PATH).read_text("utf-8"))
        entries = [_entry(row) for row in raw["docs"]]
        fields = raw["config"]["fields"]
        for name in ("title", "text"):
            findings.compare("search entries", PATH, f"weight of {name}_typed", fields.get(f"{name}_typed"), fields[name])
    except (OSError, ValueError, KeyError, TypeError) as error:
        findings.differs(PATH, "file", f"{type(error).__name__}: {error}", "a search index")
        return Index()
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        page = entry.location.partition("#")[0]
        found[f"{page}index.html" if page.endswith("/") or not page else page].append(entry)
    return Index(dict(found))


def _entry(row: Mapping[str, object]) -> Entry:
    typed = str(row.get("title_typed", "")), str(row.get("text_typed", ""))
    return Entry(str(row["location"]), str(row["title"]), str(row["text"]), float(str(row.get("boost", 1))), typed)


def check_entries(page: LexborHTMLParser, path: str, index: Index, findings: Findings) -> None:
    """The entries of a page, one after the other, say what the page says, word for word, without its spaces.

    Which of the two was changed cannot be told from a difference: it is noted at both.
    """
    article = page.css_first("article")
    if article is None or path == "404.html":
        return
    entries = index.entries.get(path, [])
    findings.count("search entries", 1 + len(entries))
    if path.startswith(_UNLISTED):
        findings.compare("search entries", PATH, f"{path}, entries", len(entries), 0)
        return
    if not entries:
        findings.differs(PATH, path, "no entry", "an entry for the page")
        return
    _check_weight(path, entries, findings)
    for entry in entries:
        _check_typed(entry, findings)
    said: list[str] = []
    _gather(article, said)
    page_says = unspaced("".join(said))
    first, *_ = titles = [unspaced(html.unescape(entry.title)) for entry in entries]
    texts = [unspaced(html.unescape(_TAG.sub("", entry.text))) for entry in entries]
    index_says = "".join(title + text for title, text in zip(titles, texts, strict=True))
    # A page that has words above its headline has them first in its first entry, whose title is not repeated then.
    heading = page.css_first("h1")
    if not page_says.startswith(first):
        index_says = index_says.removeprefix(first)
        named = unspaced(heading.text()).removesuffix("¶") if heading is not None else ""
        findings.compare("search entries", PATH, f"{entries[0].location or '/'} title", first, named)
    if index_says != page_says:
        in_index, on_page = first_difference(index_says, page_says)
        findings.differs(PATH, f"{path} text", in_index, on_page)
        findings.differs(path, "words, beside those of the search index", on_page, in_index)


def _check_weight(path: str, entries: list[Entry], findings: Findings) -> None:
    folder, *rest = path.split("/")
    wanted = _WEIGHTS.get(folder, 1) if len(rest) > 1 else 1
    for entry in entries:
        findings.compare("search entries", PATH, f"weight of {entry.location}", f"{entry.weight:g}", f"{wanted}")


def _check_typed(entry: Entry, findings: Findings) -> None:
    """Every word with accents is found without them, and nothing else is found there."""
    for name, text, typed in zip(("title", "text"), (entry.title, entry.text), entry.typed, strict=True):
        said = html.unescape(_TAG.sub(" ", text)).split()
        wanted = sorted({_bare(word) for word in said if _bare(word) != word})
        found = sorted(set(html.unescape(typed).split()))
        findings.compare("search entries", PATH, f"{name} of {entry.location} without accents", found, wanted)


def _bare(word: str) -> str:
    letters = "".join(_LETTERS.get(sign, sign) for sign in unicodedata.normalize("NFC", word))
    return unicodedata.normalize("NFC", without_accents(letters))


def first_difference(one: str, other: str) -> tuple[str, str]:
    """What each says around the first place where they differ."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - 30)
    return one[start : at + 50], other[start : at + 50]


def _gather(node: LexborNode, said: list[str]) -> None:
    """The text of what is searched: no figures, no headings' links, nothing that is excluded."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            said.append(child.text_content or "")
        elif child.tag in UNSEEN or "data-search-exclude" in child.attributes:
            continue
        elif child.tag != "a" or "headerlink" not in (child.attributes.get("class") or ""):
            _gather(child, said)
