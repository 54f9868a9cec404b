"""The markup of texts to copy: which elements with which attributes, whatever words, addresses and heights are in them."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tellers.verify.html import parse
from tellers.verify.report import Findings

_FONT = "font-family:Georgia,'Times New Roman',serif"
_OF_RECORD = frozenset(["src", "href", "alt", "title", "height"])
"""Attributes whose values others compare with the record."""

MAIL = (
    "table border=0 cellpadding=0 cellspacing=0 role=presentation style=width:100%;max-width:600px width=600",
    "tbody",
    "tr",
    "td style=border:0;padding:0",
    "a href",
    "img alt height src style=display:block;width:100%;max-width:600px;height:auto;border:0 width=600",
    "tr",
    f"td style=border:0;padding:12px 16px 0;{_FONT};font-size:17px;line-height:24px",
    "strong",
    "br",
    "tr",
    f"td style=border:0;padding:6px 16px 16px;{_FONT};font-size:13px;line-height:19px",
    "br",
    "a href",
)
MJML = (
    "mj-section padding=0",
    "mj-column",
    "mj-image alt href padding=0 src width=600px",
    "mj-text font-size=17px line-height=24px",
    "strong",
    "br",
    "mj-text font-size=13px line-height=19px",
    "br",
    "a href",
)
FRAME = ("iframe height loading=lazy src style=width:100%;max-width:600px;border:0 title width=600",)


def check_outline(text: str, wanted: tuple[str, ...], path: str, field: str, findings: Findings) -> None:
    """The text has these elements in this order, with these attributes in the order of the alphabet, and no others."""
    body = parse(text).body
    found = list(_elements(body)) if body is not None else []
    findings.count("outlines")
    if found == list(wanted):
        return
    at = next((n for n, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), min(len(found), len(wanted)))
    said, expected = (list(rows[at : at + 1]) or ["nothing more"] for rows in (found, wanted))
    findings.differs(path, f"{field}: markup", said[0], expected[0])


def _elements(node: LexborNode) -> Iterator[str]:
    for child in node.iter():
        said = [name if name in _OF_RECORD else f"{name}={value}" for name, value in sorted(child.attributes.items())]
        yield " ".join([child.tag or "", *said])
        yield from _elements(child)
