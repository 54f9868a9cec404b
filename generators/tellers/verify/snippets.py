"""Texts that show a figure elsewhere: HTML for mail, MJML, Markdown, plain text.

A text may say what the figure says of itself, which others compare with the records, and nothing else: its finding, its
numbers, its source, the terms, and the addresses. A digit beside those is a difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborNode

from tellers.manifest import load
from tellers.verify.content import Content
from tellers.verify.html import attribute, parse, words
from tellers.verify.outlines import MJML, check_outline
from tellers.verify.png import HEAVIEST, read_header
from tellers.verify.report import Findings
from tellers.verify.spaces import one_spaced
from tellers.verify.taken import WIDTH, Figure, address, image_of, page_of
from tellers.verify.terms import check_line

MOST = 150
"""Characters of an alternative text."""
_HEAVY = "at most 60 KB"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that a mail shows in place of the latest one: its path in the site, its size in CSS pixels, its bytes."""

    path: str
    width: int
    height: int
    weight: int


def shown_as(file: Path, built: Path) -> Shown:
    """The picture in this file of the built site."""
    raw = file.read_bytes()
    head = read_header(raw)
    width = load(head.manifest).width
    return Shown(file.relative_to(built).as_posix(), width, round(head.height * width / head.width), len(raw))


def check_mail(
    text: str, figure: Figure, content: Content, path: str, field: str, findings: Findings, shown: Shown | None = None
) -> None:
    """An HTML snippet: a table that presents, a picture with its size and words, and the same words as text."""
    node = parse(text).css_first("table")
    findings.compare("kits", path, f"{field}: role", attribute(node, "role") if node else "", "presentation")
    if node is None:
        return
    pictures = node.css("img")
    findings.compare("kits", path, f"{field}: pictures", len(pictures), 1)
    image = f"{address(content)}/{shown.path}" if shown else image_of(figure, content)
    if shown and (shown.width != WIDTH or shown.weight > HEAVIEST):
        findings.differs(path, f"{field}: picture", f"{shown.width} px, {shown.weight} bytes", f"{WIDTH} px, {_HEAVY}")
    for picture in pictures:
        check_image(picture, figure, image, path, field, findings, shown.height if shown else 0)
        link = picture.parent
        target = attribute(link, "href") if link is not None else ""
        findings.compare("kits", path, f"{field}: link", target, page_of(figure, content))
    targets = {attribute(link, "href") for link in node.css("a")}
    findings.compare("kits", path, f"{field}: links", sorted(targets), [page_of(figure, content)])
    check_text(words(node), figure, content, path, field, findings)


def check_mjml(text: str, figure: Figure, content: Content, path: str, field: str, findings: Findings) -> None:
    """An MJML snippet, whose tags are read as those of HTML are."""
    plain = text.replace("<mj-image", "<img").replace("<mj-text", "<p").replace("</mj-text", "</p")
    page = parse(plain)
    pictures = page.css("img")
    findings.compare("kits", path, f"{field}: pictures", len(pictures), 1)
    wanted = {"src": image_of(figure, content), "href": page_of(figure, content), "alt": figure.words["alt"]}
    # HTML knows no element of MJML, and so none that has no end.
    check_outline(text.replace(" />", "></mj-image>", 1), MJML, path, field, findings)
    targets = [attribute(link, "href") for link in page.css("a")]
    findings.compare("kits", path, f"{field}: links", targets, [page_of(figure, content)])
    for picture in pictures:
        findings.compare("kits", path, f"{field}: width", attribute(picture, "width"), f"{WIDTH}px")
        for name, value in wanted.items():
            findings.compare("kits", path, f"{field}: {name}", one_spaced(attribute(picture, name)), value)
    check_text(words(page.body), figure, content, path, field, findings)


def check_markdown(text: str, figure: Figure, content: Content, path: str, field: str, findings: Findings) -> None:
    """A Markdown snippet: a picture in a link, then the words."""
    plain = re.sub(r"\\([\\`*_\[\]<>])", r"\1", text)
    start = f"[![{figure.words['alt']}]({image_of(figure, content)})]({page_of(figure, content)})"
    findings.compare("kits", path, f"{field}: picture", one_spaced(plain.split("\n")[0]), one_spaced(start))
    rest = plain.partition("\n")[2].replace("**", "").rstrip()
    rest = re.sub(rf"\[([^\[\]]*)\]\({re.escape(page_of(figure, content))}\)$", r"\1", rest)
    check_text(rest, figure, content, path, field, findings)


def check_image(
    picture: LexborNode, figure: Figure, source: str, path: str, field: str, findings: Findings, height: int = 0
) -> None:
    """A picture has its own address, its size in both directions, and the figure's alternative text."""
    wanted = {"width": str(WIDTH), "height": str(height or figure.height), "alt": figure.words["alt"]}
    if source:
        wanted["src"] = source
    for name, value in wanted.items():
        findings.compare("kits", path, f"{field}: {name}", one_spaced(attribute(picture, name)), value)
    if len(figure.words["alt"]) > MOST:
        findings.differs(path, f"{field}: alt", len(figure.words["alt"]), f"at most {MOST} characters")


def check_text(
    text: str, figure: Figure, content: Content, path: str, field: str, findings: Findings, ends: Sequence[str] = ()
) -> None:
    """The words of a snippet in their order: finding, numbers, source, terms, and nothing else.

    The last of them, from the end, are `ends`, or the name of the site.
    """
    said, left = figure.words, one_spaced(text)
    numbers = figure.numbers[:1].upper() + figure.numbers[1:]
    for name, wanted in (("title", said["title"]), ("numbers", numbers), ("source", said["source"])):
        findings.count("kits")
        if not left.startswith(wanted):
            findings.differs(path, f"{field}: {name}", left[: len(wanted) + 20], wanted)
            return
        left = left.removeprefix(wanted).lstrip()
    for end in ends or [str(content.site.get("name"))]:
        findings.count("kits")
        if not left.endswith(end):
            findings.differs(path, f"{field}: end", left[-80:], end)
            return
        left = left.removesuffix(end).rstrip()
    check_line(left, figure.records, path, f"{field}: licence line", content, findings)
