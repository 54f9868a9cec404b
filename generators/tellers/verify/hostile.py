"""What a mail may be made of, and what mail programs drop, rewrite or refuse.

Two lists from the support tables of caniemail.com (github.com/hteumeuleu/caniemail, read in 2026). The closed one has every
element and property that a mail of ours may have, with what is missing where. The other has what is tried most often, with
what happens there, so that a difference can say why. What is allowed to fail, such as rules for the dark, is on neither.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.html import attribute
from tellers.verify.report import Findings

MADE_OF = frozenset(
    name
    for names in ("html head meta title style body", "table tbody tr td", "a img h1 h2 h3 p ul li strong br")
    for name in names.split()
)
"""Every mail program shows these."""
PROPERTIES = {
    "background-color": "everywhere", "border": "everywhere", "border-top": "everywhere", "border-color": "everywhere",
    "color": "everywhere", "font-family": "everywhere; the first that there is", "font-size": "everywhere",
    "line-height": "everywhere", "text-align": "everywhere", "width": "everywhere",
    "margin": "everywhere, but not below zero", "padding": "Outlook on Windows: in cells of tables alone",
    "height": "Outlook on Windows: not of paragraphs; ours is `auto`, of pictures",
    "max-width": "Outlook on Windows: ignored, the attribute `width` holds",
    "display": "Outlook on Windows: ignored; ours is `block`, of pictures",
}  # fmt: skip
ELEMENTS = {
    "svg": "Gmail and Outlook show nothing", "script": "removed everywhere", "form": "disabled in most programs",
    "iframe": "removed everywhere", "object": "removed", "embed": "removed", "video": "Gmail shows nothing",
    "audio": "Gmail shows nothing", "canvas": "needs a script", "picture": "Outlook ignores its sources",
    "link": "style sheets of others are not loaded", "base": "removed", "input": "removed", "button": "removed",
}  # fmt: skip
ATTRIBUTES = {
    "srcset": "Gmail and Outlook ignore it", "sizes": "Gmail and Outlook ignore it", "loading": "not supported",
    "background": "Outlook shows no picture", "id": "renamed or removed by Gmail and Outlook.com",
}  # fmt: skip
STYLES = {
    r"position\s*:": "removed by Gmail", r"float\s*:": "unreliable in Outlook",
    r"display\s*:\s*(?:flex|grid|inline-flex)": "Outlook",
    r"(?:^|[;{\s])(?:gap|grid-[a-z-]+|flex[a-z-]*)\s*:": "Outlook", r"var\(": "Gmail and Outlook", r"calc\(": "Outlook",
    r"url\(": "data: and remote addresses are dropped", r"@import": "not loaded", r"@font-face": "Gmail and Outlook",
    r"transform\s*:": "Gmail", r"filter\s*:": "Gmail", r"object-fit\s*:": "Gmail", r"clip-path\s*:": "Gmail",
    r"(?:^|[;{\s])content\s*:": "Gmail", r"animation[a-z-]*\s*:": "Gmail", r"display\s*:\s*none": "hides what others show",
    r"visibility\s*:": "hides what others show", r"opacity\s*:": "Outlook", r"text-indent\s*:": "hides what others show",
    r"font-size\s*:\s*0": "hides what others show", r"mix-blend-mode\s*:": "Gmail",
}  # fmt: skip
MOST = 80 * 1024
"""Bytes of HTML; Gmail cuts at about 102 KB, in which its own changes count."""


def check_hostile(text: str, page: LexborHTMLParser, path: str, findings: Findings) -> None:
    """Nothing in the mail needs what a program of its readers does not have."""
    findings.count("mail features")
    if len(text.encode()) > MOST:
        findings.differs(path, "size", f"{len(text.encode())} bytes", f"at most {MOST}", "choose a later day")
    for name, why in ELEMENTS.items():
        for node in page.css(name):
            findings.differs(path, f"<{name}>", (node.html or "")[:60], f"no such element: {why}")
    for name, why in ATTRIBUTES.items():
        for node in page.css(f"[{name}]"):
            findings.differs(path, f"{name} on <{node.tag}>", attribute(node, name)[:60], f"no such attribute: {why}")
    styles = [attribute(node, "style") for node in page.css("[style]")] + [node.text() for node in page.css("style")]
    for style in styles:
        findings.count("mail features")
        for pattern, why in STYLES.items():
            if found := re.search(pattern, style, re.IGNORECASE):
                findings.differs(path, "style", found.group().strip(), f"no such style: {why}")
    _check_made_of(page, path, findings)
    for node in page.css("img"):
        source = attribute(node, "src")
        if not source.startswith("https://") or not all(attribute(node, name) for name in ("width", "height", "alt")):
            findings.differs(path, "<img>", (node.html or "")[:120], "a hosted picture with width, height and words")
    for node in page.css("table"):
        findings.compare("mail features", path, "role of a table", attribute(node, "role"), "presentation")


def _check_made_of(page: LexborHTMLParser, path: str, findings: Findings) -> None:
    """Elements, properties and conditions of the closed list alone, and paddings where Outlook has them."""
    for node in page.css("*"):
        findings.count("mail features")
        if node.tag not in MADE_OF and node.tag not in ELEMENTS:
            findings.differs(path, f"<{node.tag}>", (node.html or "")[:60], "an element of the closed list")
        named = dict(_PROPERTY.findall(attribute(node, "style")))
        _check_named(named, path, findings)
        if named.get("padding", "0").strip() != "0" and node.tag != "td":
            findings.differs(path, f"padding of <{node.tag}>", named["padding"], "padding of a cell")
    for node in page.css("style"):
        rules = node.text()
        _check_named(dict(_PROPERTY.findall(_SELECTOR.sub("{", rules))), path, findings)
        for condition in re.findall(r"@[^{;]*", rules):
            findings.compare("mail features", path, "condition", condition.strip(), "@media (prefers-color-scheme: dark)")


_SELECTOR = re.compile(r"[^{}]*\{")
_PROPERTY = re.compile(r"([a-z-]+)\s*:\s*([^;{}]*)")


def _check_named(named: dict[str, str], path: str, findings: Findings) -> None:
    for name, value in named.items():
        if name not in PROPERTIES:
            findings.differs(path, "style", f"{name}: {value}", "a property of the closed list")
        elif name == "margin" and "-" in value:
            findings.differs(path, "style", f"{name}: {value}", f"{name}: {PROPERTIES[name]}")
