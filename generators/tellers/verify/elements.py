"""What an article is made of: a closed list, so that no element or attribute can hide, add or strike out anything."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.html import attribute, words
from tellers.verify.report import Findings

_ANYWHERE = frozenset(["id", "class", "data-free", "data-claim", "data-search-exclude"])
_ALLOWED: dict[str, frozenset[str]] = {
    "section": frozenset(["data-option"]),
    "blockquote": frozenset(["data-quote"]),
    "figure": frozenset(["data-figure"]),
    "a": frozenset(["href", "rel", "title", "download"]),
    "data": frozenset(["value"]),
    "p": frozenset(["lang", "dir", "data-original"]),
    "span": frozenset(["lang"]),
    "div": frozenset(["role", "tabindex", "aria-label", "data-body", "data-ballots", "data-words"]),
    "b": frozenset(["aria-hidden"]),
    "td": frozenset(["data-member", "data-option"]),
    "th": frozenset(["scope", "data-in"]),
    "nav": frozenset(["aria-label"]),
    "img": frozenset(["src", "width", "height", "alt"]),
    "textarea": frozenset(["readonly", "rows", "aria-label", "spellcheck"]),
    **dict.fromkeys(
        ["article", "br", "code", "dd", "details", "dl", "dt", "em", "figcaption", "footer", "h1", "h2", "h3", "h4", "hr",
         "li", "mark", "ol", "pre", "small", "strong", "summary", "svg", "table", "tbody", "thead", "tr",
         "ul"],
        frozenset(),
    ),
}  # fmt: skip


def check_elements(page: LexborHTMLParser, path: str, findings: Findings) -> None:
    """Every element of the article that is no part of a picture, and every attribute of it."""
    article = page.css_first("article")
    if article is None:
        if path != "404.html":
            findings.differs(path, "<article>", "no article", "the words of the page")
        return
    headings = {words(node).removesuffix("¶").strip() for node in article.css("h1, h2, h3, summary, .tl-use p")}
    _walk(article, headings, path, findings)


def _walk(node: LexborNode, headings: set[str], path: str, findings: Findings) -> None:
    for child in node.iter():
        findings.count("elements")
        allowed = _ALLOWED.get(child.tag or "")
        if allowed is None:
            said = " ".join([f"<{child.tag}>", *(f"{k}={v}" for k, v in child.attributes.items()), words(child)])
            findings.differs(path, f"<{child.tag}>", said, "elements that articles are made of", "remove it")
        elif child.tag == "img" and not path.startswith("f/"):
            findings.differs(path, "<img>", attribute(child, "src"), "pictures on the pages of pinned ones alone")
        elif child.tag != "svg":
            _check_attributes(child, allowed, headings, path, findings)
            _walk(child, headings, path, findings)


def _check_attributes(node: LexborNode, allowed: frozenset[str], headings: set[str], path: str, findings: Findings) -> None:
    for name, value in node.attributes.items():
        strange = name not in allowed and name not in _ANYWHERE
        if strange or not _is_ours(node, name, value or "", headings):
            where = f"{name} on <{node.tag}> “{words(node)[:40]}”"
            findings.differs(path, where, f"{name}={value or ''}", "attributes that articles have", "remove it")


def _is_ours(node: LexborNode, name: str, value: str, headings: set[str]) -> bool:
    """Whether an attribute that is announced or that hides something says and does what it does elsewhere."""
    parent = node.parent
    if name == "title":
        return value == "Permanent link" and attribute(node, "class") == "headerlink"
    if name == "dir":
        return value == "auto"
    if name == "aria-hidden":
        return parent is not None and attribute(parent, "class").startswith("tl-chip ")
    if name == "aria-label" and node.tag == "nav":
        return value == "Parts of this page" and attribute(node, "class") == "tl-jump"
    if name == "aria-label":
        return value in headings
    return True
