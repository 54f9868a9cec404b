"""The second wall of every page: its Content-Security-Policy, and that it has no script but the ones known here.

The hashes are written once more: taken from the pages or from the templates, they would allow what was injected there.
"""

from __future__ import annotations

import base64
import hashlib

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.html import attribute
from tellers.verify.report import Findings

_THEME = {
    "WwHyaTDm3glCXm02t2i4LVZBV/kMqdGm9enIlm2r0Pc=": "base",
    "DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=": "palette",
    "10uztYJZm7OLYtHrFaYKCvTOAUfjM17+CoEWk5hLcc4=": "content, linked tabs",
    "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=": "content",
    "5EHb3eWgUBuZUnu0Q9hodd97GgLtFd937Ze0yCNOS3A=": "announce",
}
"""Inline scripts of mkdocs-material 9.8 by the SHA-256 of their text."""

_SOURCES = {
    "default-src": {"'none'"},
    "script-src": {"'self'", *(f"'sha256-{digest}'" for digest in _THEME)},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "worker-src": {"'self'"},
    "manifest-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
_DATA = {"application/json", "application/ld+json"}
_DO = "build it from the templates of tellers, and the theme's version that they know"


def check_policy(page: LexborHTMLParser, path: str, findings: Findings) -> None:
    """The policy is exactly ours and stands before all that it rules; every script is the theme's, ours, or data."""
    head = page.css_first("head")
    first = next((node for node in head.iter() if node.tag == "meta"), None) if head is not None else None
    stated = attribute(first, "content") if first is not None and attribute(first, "http-equiv").lower() == _NAME else ""
    _check_sources(_directives(stated), path, findings)
    if first is not None and _before(first):
        findings.differs(path, "policy", f"<{_before(first)}> before it", "the policy first in the head", _DO)
    for script in page.css("script"):
        _check_script(script, path, findings)
    for node in page.css("style, base, iframe, object, embed, frame, applet, meta[http-equiv], [srcdoc]"):
        if node != first:
            findings.differs(path, f"<{node.tag}>", node.html or "", "no style, frame, base or redirection", "remove it")
    for node in page.css("*"):
        for name in node.attributes:
            if name.lower().startswith("on"):
                findings.differs(path, f"<{node.tag}>", name, "no script in attributes", "remove the event handler")


_NAME = "content-security-policy"


def _check_sources(stated: dict[str, set[str]], path: str, findings: Findings) -> None:
    for name in sorted(stated.keys() | _SOURCES.keys()):
        allowed, wanted = stated.get(name, set()), _SOURCES.get(name, set())
        findings.count("policies")
        if allowed != wanted or name not in stated:
            beyond, missing = (" ".join(sorted(some)) or "nothing" for some in (allowed - wanted, wanted - allowed))
            findings.differs(path, "policy", f"{name}: {beyond} beyond ours, {missing} missing", "our policy", _DO)


def _directives(policy: str) -> dict[str, set[str]]:
    parts = [part.split() for part in policy.split(";")]
    return {part[0]: set(part[1:]) for part in parts if part}


def _before(node: LexborNode) -> str:
    """The tag of an element before this one that may load or run something."""
    earlier = node.prev
    while earlier is not None:
        if earlier.tag in ("script", "link", "style"):
            return earlier.tag
        earlier = earlier.prev
    return ""


def _check_script(script: LexborNode, path: str, findings: Findings) -> None:
    findings.count("policies")
    if attribute(script, "type") in _DATA or attribute(script, "src"):
        return
    digest = base64.b64encode(hashlib.sha256((script.text() or "").encode()).digest()).decode()
    if digest not in _THEME:
        findings.differs(path, "<script>", (script.text() or "")[:60], "an inline script of the theme", _DO)
