"""Pages that stand alone: made of few elements, loading what was shipped, and saying no number of their own."""

from __future__ import annotations

from posixpath import normpath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.html import attribute, words
from tellers.verify.report import Findings

_SHEETS = ("assets/fonts/fonts.css", "assets/tellers/figures.css", "assets/stylesheets/alone.css")
_POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
_NAMED = {"viewport": "width=device-width, initial-scale=1", "robots": "noindex"}
_COPY = "assets/javascripts/copy.js"
_ELEMENTS = {
    "use": frozenset(["nav", "a", "main", "h1", "h2", "h3", "p", "img", "ul", "li", "textarea"]),
    "embed": frozenset(["main", "a", "div", "svg"]),
}
_ATTRIBUTES = frozenset(
    [
        "class",
        "href",
        "target",
        "rel",
        "src",
        "width",
        "height",
        "alt",
        "readonly",
        "rows",
        "aria-label",
        "spellcheck",
        "download",
    ]
)


def check_standing(page: LexborHTMLParser, path: str, own: tuple[str, ...], findings: Findings) -> None:
    """One page; `own` are its figure's own words, the only ones with numbers outside the texts to copy."""
    kind = path.partition("/")[0]
    if page.body is None:
        return
    _walk(page.body, _ELEMENTS[kind], path, findings)
    base = path.rpartition("/")[0]
    loaded = [normpath(f"{base}/{attribute(node, 'href')}") for node in page.css("link[rel=stylesheet]")]
    findings.compare("pages that stand alone", path, "style sheets", loaded, list(_SHEETS))
    scripts = [normpath(f"{base}/{attribute(node, 'src')}") for node in page.css("script")]
    findings.compare("pages that stand alone", path, "scripts", scripts, [_COPY] if kind == "use" else [])
    policy = [attribute(node, "content") for node in page.css('meta[http-equiv="Content-Security-Policy"]')]
    findings.compare(
        "pages that stand alone", path, "policy", policy, [_POLICY + ("; script-src 'self'" if kind == "use" else "")]
    )
    first = page.css_first("head > *")
    named = attribute(first, "http-equiv") if first is not None else ""
    findings.compare("pages that stand alone", path, "first in the head", named, "Content-Security-Policy")
    for name, value in _NAMED.items():
        said = [attribute(node, "content") for node in page.css(f'meta[name="{name}"]')]
        findings.compare("pages that stand alone", path, name, said, [value])
    for node in page.css("style, base, meta[http-equiv=refresh]"):
        findings.differs(path, f"<{node.tag}>", words(node), "no such element", "remove it")
    for node in page.css("nav, h1, h2, h3, li, main > p"):
        left = words(node)
        for text in sorted(own, key=len, reverse=True):
            left = left.replace(text, "\u241f")
        findings.count("pages that stand alone")
        if any(sign.isdigit() for sign in left):
            findings.differs(path, f"words of <{node.tag}>", words(node), "the figure's own words")


def _walk(node: LexborNode, allowed: frozenset[str], path: str, findings: Findings) -> None:
    for child in node.iter():
        strange = sorted(child.attributes.keys() - _ATTRIBUTES) if child.tag != "svg" else []
        if child.tag not in allowed or strange:
            findings.differs(
                path, f"<{child.tag}>", f"{child.tag} {strange} {words(child)[:80]}", "elements of such pages", "remove it"
            )
        elif child.tag != "svg":
            _walk(child, allowed, path, findings)
