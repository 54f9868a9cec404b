"""What a page has beside its article that is of it alone: ways to its other languages, a notice, the way to mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings

BESIDE = frozenset(["tl-language", "tl-notice", "tl-report"])
"""Classes of these parts, which are no part of the frame that all pages share."""
LABELS = ("Report an error", "Improve this page")
NOTICE = "This page is in English; nobody has translated it yet."
_PLACES = {"tl-language": "md-header__inner", "tl-notice": "md-content", "tl-report": "md-content"}


@dataclass(frozen=True, slots=True)
class Said:
    """How the parts are to be worded: as they stand here, or as they follow from it in another language."""

    follows: Callable[[str, str], bool] = str.__eq__
    left: bool = False
    """Whether the page is in English though its site speaks another language here."""
    mended: bool = True
    """Whether pages of its kind have a way to report an error."""


def check_beside(page: LexborHTMLParser, path: str, content: Content, said: Said, findings: Findings) -> None:
    """Each part stands in its place, once, and has nothing in it but what it is there for."""
    for name, place in _PLACES.items():
        for node in page.css(f".{name}"):
            if place not in _classes(node.parent):
                findings.differs(path, f"place of {name}", words(node), f"in .{place}")
    _check_languages(page, path, findings)
    _check_notice(page, path, said, findings)
    _check_ways(page, path, content, said, findings)


def _check_languages(page: LexborHTMLParser, path: str, findings: Findings) -> None:
    """A link for each other language that the head of the page names, with the tag for its words."""
    own = attribute(page.root, "lang") if page.root is not None else ""
    named = [attribute(node, "hreflang") for node in page.css("link[hreflang]")]
    wanted = [("a", tag.upper(), tag, tag) for tag in named if tag not in (own, "x-default")]
    found = [
        (node.tag if not _inner(node) else "more", words(node), attribute(node, "hreflang"), attribute(node, "lang"))
        for node in page.css(".tl-language")
    ]
    findings.compare("heads", path, "languages in the header", sorted(found), sorted(wanted))


def _check_notice(page: LexborHTMLParser, path: str, said: Said, findings: Findings) -> None:
    found = page.css(".tl-notice")
    findings.count("heads")
    sound = len(found) == int(said.left) and all(node.tag == "p" and not _inner(node) for node in found)
    if not sound or not all(said.follows(NOTICE, words(node)) for node in found):
        findings.differs(path, "notice", " · ".join(map(words, found)) or "nothing", NOTICE if said.left else "nothing")


def _check_ways(page: LexborHTMLParser, path: str, content: Content, said: Said, findings: Findings) -> None:
    """The way to report an error names the page; beside it stands nothing but the way to its file."""
    address = content.site.get("report") if said.mended and path != "404.html" else None
    edit = content.site.get("edit")
    parts = page.css(".tl-report")
    links = [node for part in parts for node in _inner(part)]
    found = [attribute(node, "href") for node in links]
    wanted = [f"{address}?page={quote('/' + path.removesuffix('index.html'))}"] if address else []
    if wanted and edit and len(found) == 2 and found[1].startswith(f"{edit}content/"):
        wanted.append(found[1])
    findings.compare("heads", path, "ways to mend the page", found, wanted)
    findings.compare("heads", path, "parts with ways to mend it", len(parts), int(bool(wanted)))
    texts = [words(node) for node in links]
    sound = all(node.tag == "a" and not _inner(node) for node in links) and all(map(said.follows, LABELS, texts))
    if not sound or "".join(map(words, parts)) != "".join(texts):
        findings.differs(path, "words of the ways to mend it", " · ".join(map(words, parts)), " · ".join(LABELS))


def _inner(node: LexborNode) -> list[LexborNode]:
    """The elements in an element."""
    return [child for child in node.iter() if not (child.tag or "-").startswith("-")]


def _classes(node: LexborNode | None) -> set[str]:
    return set(attribute(node, "class").split()) if node is not None else set()
