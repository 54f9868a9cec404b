"""What stands around every page: its frame says on each page what it says on all, and loads what all load."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.beside import BESIDE
from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.links import place_of
from tellers.verify.report import Findings

_OWN = frozenset(["md-skip", "md-nav--secondary", "tl-subnav", *BESIDE])
"""Parts of a frame that are of one page: where its content begins, and what is on it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Words around the article, links of the frame, and files that the page loads, each with its place in the site."""

    said: tuple[str, ...]
    links: tuple[str, ...]
    loaded: tuple[str, ...]


def frame_of(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> Frame:
    """Check what needs the page alone; keep what has to be the same on every page."""
    for selector in (".tl-brand", ".tl-foot-brand"):
        findings.compare("frames", path, selector, words(page.css_first(selector)), content.name)
    said: list[str] = []
    links: list[str] = []
    _gather(page.body, said, links)
    root = str(content.site.get("address", ""))
    loaded = [f"{node.tag} {_place(_address(node), path, root)}" for node in page.css(_LOADING)]
    return Frame(tuple(said), tuple(_place(link, path, root) for link in links), tuple(loaded))


_LOADING = "link[rel~=stylesheet], link[rel=preload], link[rel~=icon], script[src]"


def check_frames(frames: Mapping[str, Frame], findings: Findings) -> None:
    """Each frame against the one that most pages have."""
    for name in ("said", "links", "loaded"):
        usual = Counter(getattr(frame, name) for frame in frames.values()).most_common(1)
        for path, frame in sorted(frames.items()):
            findings.count("frames")
            own = getattr(frame, name)
            if usual and own != usual[0][0]:
                found, wanted = _apart(own, usual[0][0])
                findings.differs(path, f"frame, what it {_NAMES[name]}", found, f"{wanted}, as on other pages")


_NAMES = {"said": "says", "links": "links to", "loaded": "loads"}


def _apart(own: tuple[str, ...], usual: tuple[str, ...]) -> tuple[str, str]:
    more, less = Counter(own) - Counter(usual), Counter(usual) - Counter(own)
    if not more and not less:
        return " · ".join(own), " · ".join(usual)
    return " · ".join(more) or "nothing", " · ".join(less) or "nothing"


def _gather(node: LexborNode | None, said: list[str], links: list[str]) -> None:
    """Words of the frame in their order, what its elements say to those who do not see, and where its links lead."""
    for child in node.iter(include_text=True) if node is not None else ():
        if child.tag == "-text":
            said += [" ".join(text.split())] if (text := child.text_content or "").strip() else []
        elif not _is_own(child):
            said += [f"{name} {value}" for name in _SAYING if (value := attribute(child, name))]
            said += [f"<{child.tag}>"] if child.tag in _TELLING else []
            links += [attribute(child, "href")] if child.tag == "a" else []
            _gather(child, said, links)


def _is_own(node: LexborNode) -> bool:
    """What is no frame, or is another on each page; the menu names the page that is open once more."""
    classes = set(attribute(node, "class").split())
    opened = node.tag == "label" and "md-nav__link--active" in classes
    return node.tag in ("script", "style", "article") or opened or bool(classes & _OWN)


_SAYING = ("aria-label", "title", "alt", "style", "placeholder")
_TELLING = frozenset(["iframe", "object", "embed", "img", "video", "audio", "noscript", "template", "form", "dialog"])


def _address(node: LexborNode) -> str:
    return attribute(node, "href") or attribute(node, "src")


def _place(address: str, path: str, root: str) -> str:
    """Where an address leads, from the root of the site; other sites' addresses stay as they are."""
    inside = "/" + address.removeprefix(root) if root and address.startswith(root) else address
    if re.match(r"(?i)[a-z]+:|//", inside):
        return inside
    return place_of(inside, path)
