"""What the head of a page tells programs: a closed list, each thing once, as the site, the page and the records say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.manifest import NotAManifest, load
from tellers.verify.beside import Said, check_beside
from tellers.verify.content import Content
from tellers.verify.html import attribute
from tellers.verify.png import NotAPicture, read_header
from tellers.verify.report import Findings

_META = frozenset(
    ["Content-Security-Policy", "charset", "viewport", "description", "generator", "theme-color", "twitter:card", "og:type",
     "og:site_name", "og:title", "og:description", "og:url", "og:image", "og:image:width", "og:image:height", "og:image:alt"]
)  # fmt: skip
_LINKS = frozenset(["canonical", "icon", "stylesheet", "preload", "prev", "next", "alternate", "feed", "oembed"])
_FIXED = {"charset": "utf-8", "og:image:width": "1200", "og:image:height": "630", "twitter:card": "summary_large_image"}


def check_shared(
    page: LexborHTMLParser, path: str, built: Path, content: Content, findings: Findings, mended: bool = True
) -> None:
    """Names, addresses, card, and language of one page; where it is `mended`, the way to report an error."""
    root = str(content.site.get("address", ""))
    own = f"{root.rstrip('/')}/{path.removesuffix('index.html')}"
    said = _said(page, path, findings)
    links = [node for node in page.css("head link") if attribute(node, "rel")]
    for node in links:
        strange = set(attribute(node, "rel").split()) - _LINKS
        away = "alternate" in attribute(node, "rel").split() and not _inside(attribute(node, "href"), root)
        if strange or away:
            findings.differs(path, "<link>", f"{attribute(node, 'rel')} {attribute(node, 'href')}", "links that pages have")
    wanted = {**_FIXED, "og:site_name": content.name, "og:url": own}
    for name in wanted.keys() & said.keys():
        findings.compare("heads", path, name, said[name], wanted[name])
    if path != "404.html":
        canonical = [attribute(node, "href") for node in links if attribute(node, "rel") == "canonical"]
        findings.compare("heads", path, "canonical address", canonical, [own])
        findings.compare("heads", path, "titles", f"{len(page.css('head > title'))} <title>", "1 <title>")
    for element, name, value in ((page.root, "lang", "en"), (page.body, "dir", "ltr")):
        if element is not None:
            findings.compare("heads", path, name, attribute(element, name), value)
    _check_card(path, said, root, built, content, findings)
    check_beside(page, path, content, Said(mended=mended), findings)


def _said(page: LexborHTMLParser, path: str, findings: Findings) -> dict[str, str]:
    """Values by name; a difference for what no page has and for what stands twice."""
    pairs = [(_name(node), attribute(node, "content") or attribute(node, "charset")) for node in page.css("meta")]
    number = Counter(name for name, _ in pairs)
    for name, value in pairs:
        findings.count("heads")
        if name not in _META or number[name] > 1 + (name == "theme-color"):
            findings.differs(path, f"<meta {name}>", value, f"{name} once" if name in _META else "nothing of that name")
    return {name: " ".join(value.split()) for name, value in pairs}


def _name(node: LexborNode) -> str:
    if "charset" in node.attributes:
        return "charset"
    return attribute(node, "name") or attribute(node, "property") or attribute(node, "http-equiv")


def _inside(address: str, root: str) -> bool:
    return address.startswith(root) or not re.match(r"(?i)[a-z]+:|//", address)


def _check_card(path: str, said: dict[str, str], root: str, built: Path, content: Content, findings: Findings) -> None:
    """The card of a vote or quote is its own, and its text is what the picture says of itself."""
    folder, _, id = path.removesuffix("/index.html").partition("/")
    ending = {"votes": ".card.png", "quotes": ".quote-card.png"}.get(folder, "")
    own = f"figures/{id}{ending}"
    if ending and (built / own).is_file():
        findings.compare("heads", path, "og:image", said.get("og:image", "nothing"), f"{root}{own}")
    file = built / said.get("og:image", "").removeprefix(root)
    if "og:image" in said and file.is_file():
        try:
            alt = load(read_header(file.read_bytes()).manifest).words.get("alt", "")
        except (NotAPicture, NotAManifest):
            return
        findings.compare("heads", path, "og:image:alt", said.get("og:image:alt", "nothing"), " ".join(alt.split()))
