"""What mail programs drop, rewrite or refuse, so that a mail must not need it.

A short list from the support tables of caniemail.com (read in 2026): a feature stands here when Gmail, Outlook or both do
not support it, with what happens there. What is allowed to fail, such as rules for the dark, is not on it.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.html import attribute
from tellers.verify.report import Findings

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
    for node in page.css("img"):
        source = attribute(node, "src")
        if not source.startswith("https://") or not all(attribute(node, name) for name in ("width", "height", "alt")):
            findings.differs(path, "<img>", (node.html or "")[:120], "a hosted picture with width, height and words")
    for node in page.css("table"):
        findings.compare("mail features", path, "role of a table", attribute(node, "role"), "presentation")
