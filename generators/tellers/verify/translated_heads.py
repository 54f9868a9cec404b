"""The head of a page in another language beside that of the English one: what it says, its address, its other languages."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.links import place_of
from tellers.verify.report import Findings
from tellers.verify.tongue import Tongue

_SAID = ("description", "og:title", "og:description", "og:site_name")
_SAME = ("charset", "viewport", "generator", "theme-color", "og:type", "Content-Security-Policy")
_META = frozenset([*_SAID, *_SAME, "og:url"])


@dataclass(frozen=True, slots=True)
class Heads:
    """Two pages whose heads are compared: the path of the English one, and the language of the other."""

    path: str
    language: str
    tongue: Tongue
    left: bool
    """Whether the page is in English in both."""

    @property
    def own(self) -> str:
        return f"{self.language}/{self.path}"

    def follows(self, one: str, two: str) -> bool:
        return self.tongue.follows(one, two) or (self.left and one == two)


def check_heads(
    english: LexborHTMLParser, page: LexborHTMLParser, heads: Heads, content: Content, findings: Findings
) -> None:
    """Title and description say what the English ones say; the page names its address, and itself in every language."""
    root = str(content.site.get("address", "")).rstrip("/")
    address = f"{root}/{heads.own.removesuffix('index.html')}"
    _check_metas(english, page, heads, address, findings)
    one, two = (words(node.css_first("title")) for node in (english, page))
    findings.count("heads")
    if not _titled(one, two, heads):
        findings.differs(heads.own, "title", two, f"what “{one}” is in {heads.language}")
    canonical = [attribute(node, "href") for node in page.css('link[rel="canonical"]')]
    findings.compare("heads", heads.own, "canonical address", canonical, [address])
    scripts = [(attribute(node, "type"), bool(attribute(node, "src"))) for node in page.css("script")]
    wanted = [(attribute(node, "type"), bool(attribute(node, "src"))) for node in english.css("script")]
    known = [row for row in wanted if row[0] != "application/ld+json"]
    findings.compare("heads", heads.own, "scripts", scripts, known)
    languages = [] if heads.left else ["en", *content.languages]
    for document, own in ((english, "en"), (page, heads.language)):
        _check_languages(document, own, languages, root, heads, findings)


def _check_metas(english: LexborHTMLParser, page: LexborHTMLParser, heads: Heads, address: str, findings: Findings) -> None:
    mine, theirs = _metas(english), _metas(page)
    for name in sorted(theirs.keys() | (mine.keys() & _META)):
        said, found = mine.get(name, ""), theirs.get(name, "")
        findings.count("heads")
        if name not in _META or (name == "og:url" and found != address) or (name in _SAME and said != found):
            wanted = address if name == "og:url" else said or "nothing of that name"
            findings.differs(heads.own, f"<meta {name}>", found, wanted)
        elif name in _SAID and found.endswith("…"):
            if said != found and not words(page.css_first(".tl-lead")).startswith(" ".join(found.split()).rstrip(" …")):
                findings.differs(heads.own, f"<meta {name}>", found, "the beginning of what the page says first")
        elif name in _SAID and not heads.follows(said, found):
            findings.differs(heads.own, f"<meta {name}>", found, f"what “{said}” is in {heads.language}")


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.css("meta"):
        name = attribute(node, "name") or attribute(node, "property") or attribute(node, "http-equiv")
        found["charset" if "charset" in node.attributes else name] = attribute(node, "content") or attribute(node, "charset")
    return found


def _titled(one: str, two: str, heads: Heads) -> bool:
    """The title of the page, and behind it the name of the site."""
    if heads.tongue.follows(one, two):
        return True
    said, _, site = one.rpartition(" · ")
    found, _, theirs = two.rpartition(" · ")
    return heads.tongue.follows(site, theirs) and heads.follows(said, found)


def _check_languages(
    page: LexborHTMLParser, own: str, languages: list[str], root: str, heads: Heads, findings: Findings
) -> None:
    """The head names the page in every language, the header leads to it in every other one."""
    path = heads.path if own == "en" else heads.own
    places = {tag: f"{'' if tag == 'en' else f'/{tag}'}/{heads.path.removesuffix('index.html')}" for tag in languages}
    wanted = [(tag, root + place) for tag, place in places.items()]
    wanted += [("x-default", root + places["en"])] if places else []
    found = [(attribute(node, "hreflang"), attribute(node, "href")) for node in page.css("link[hreflang]")]
    findings.compare("heads", path, "languages", sorted(found), sorted(wanted))
    shown = [(attribute(node, "hreflang"), place_of(attribute(node, "href"), path)) for node in page.css(".tl-language")]
    others = [(tag, place.rstrip("/") or "/") for tag, place in places.items() if tag != own]
    findings.compare("heads", path, "links to languages", shown, others)
