"""A built page as a visitor's program sees it: elements, visible text, attributes. HTML only, no meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "summary",
        "details",
        "nav",
        "main",
        "aside",
        "br",
        "hr",
    ]
)
UNSEEN = frozenset(["script", "style", "template", "noscript"])


@dataclass(slots=True)
class Block:
    """The words of one block in order: plain text, and between them the elements that are bound or declared free."""

    parts: list[str | LexborNode] = field(default_factory=list)

    @property
    def plain(self) -> str:
        """The words that are neither bound nor declared, each gap as a middle dot in guillemets."""
        return "".join(part if isinstance(part, str) else "\u241f" for part in self.parts)


def parse(text: str) -> LexborHTMLParser:
    """The document."""
    return LexborHTMLParser(text)


def words(node: LexborNode | None) -> str:
    """The node's text with runs of white space as one space."""
    return " ".join(node.text(deep=True).split()) if node is not None else ""


def attribute(node: LexborNode, name: str) -> str:
    """The attribute's value, empty where there is none."""
    return node.attributes.get(name) or ""


def blocks(root: LexborNode, bound: frozenset[str]) -> Iterator[Block]:
    """The text below the root, block by block; elements of the `bound` tags, links and free ones stay whole."""
    found = [Block()]
    _walk(root, bound, found)
    return (block for block in found if block.parts)


def _walk(node: LexborNode, bound: frozenset[str], found: list[Block]) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            if text := child.text_content:
                found[-1].parts.append(text)
        elif tag in UNSEEN or tag == "svg":
            continue
        elif tag in bound or "data-free" in child.attributes or "data-claim" in child.attributes:
            found[-1].parts.append(child)
        elif tag in BLOCKS:
            found.append(Block())
            _walk(child, bound, found)
            found.append(Block())
        else:
            _walk(child, bound, found)
