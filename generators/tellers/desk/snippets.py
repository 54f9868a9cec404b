"""A figure in the words of others' tools: for mail as HTML and MJML, as Markdown, as plain text.

Each says the figure's finding and numbers as text that can be read with pictures off, names source and terms, and leads
to the page of the record. No style that a mail program would drop decides what is understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellers.desk import Desk, Picture
from tellers.desk.said import address
from tellers.desk.terms import licence_line, resting_on
from tellers.desk.works import subject_key
from tellers.encode import clean, xml

WIDTH = 600
"""Width of the picture in CSS pixels: the column of an email."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
_FONT = "font-family:Georgia,'Times New Roman',serif"


@dataclass(frozen=True, slots=True)
class Snippet:
    """What every format says of one figure: finished words, and full addresses of picture and page."""

    title: str
    numbers: str
    alt: str
    source: str
    terms: str
    image: str
    height: int
    page: str
    site: str


def snippet_of(desk: Desk, picture: Picture, image: str = "", height: int = 0) -> Snippet:
    """The figure with its latest picture, or with the picture at the given address from the site's root, of this height."""
    record = subject_key(desk, picture.figure)
    return Snippet(
        title=picture.title,
        numbers=numbers_of(picture),
        alt=picture.alt,
        source=picture.source,
        terms=licence_line(desk.content, desk.words, *resting_on(row.record for row in picture.manifest.inputs)),
        image=address(desk.content, image or f"/figures/{picture.figure}.png"),
        height=height or picture.heights[WIDTH],
        page=address(desk.content, f"/{record}/"),
        site=desk.content.site.name,
    )


def numbers_of(picture: Picture) -> str:
    """The numbers of the figure as a sentence: what its alternative text says after it has named the picture."""
    words = picture.manifest.words["desc"] if picture.kind == "quote" else picture.alt
    said = words.rpartition(". ")[2] if picture.kind == "words" else words.partition(": ")[2] or words
    return said[:1].upper() + said[1:]


def html(s: Snippet) -> str:
    """A table for the HTML of a mail: 600 pixels wide, narrower where the reader's window is."""
    image, page = xml(s.image), xml(s.page)
    cell = "border:0;padding:"
    shown = (
        f'<tr><td style="{cell}0"><a href="{page}"><img src="{image}" width="{WIDTH}" height="{s.height}" alt="{xml(s.alt)}"'
        f' style="display:block;width:100%;max-width:{WIDTH}px;height:auto;border:0"></a></td></tr>\n'
    )
    return (
        f'<table role="presentation" width="{WIDTH}" cellpadding="0" cellspacing="0" border="0"'
        f' style="width:100%;max-width:{WIDTH}px">\n'
        f"{shown}"
        f'<tr><td style="{cell}12px 16px 0;{_FONT};font-size:17px;line-height:24px">'
        f"<strong>{xml(s.title)}</strong><br>\n{xml(s.numbers)}</td></tr>\n"
        f'<tr><td style="{cell}6px 16px 16px;{_FONT};font-size:13px;line-height:19px">'
        f'{xml(s.source)} {xml(s.terms)}<br>\n<a href="{page}">{xml(s.site)}</a></td></tr>\n'
        "</table>\n"
    )


def mjml(s: Snippet) -> str:
    """A section for a mail that is written in MJML."""
    image, page = xml(s.image), xml(s.page)
    shown = f'    <mj-image src="{image}" href="{page}" width="{WIDTH}px" alt="{xml(s.alt)}" padding="0" />\n'
    return (
        '<mj-section padding="0">\n  <mj-column>\n'
        f"{shown}"
        f'    <mj-text font-size="17px" line-height="24px"><strong>{xml(s.title)}</strong><br />{xml(s.numbers)}</mj-text>\n'
        f'    <mj-text font-size="13px" line-height="19px">{xml(s.source)} {xml(s.terms)}<br />'
        f'<a href="{page}">{xml(s.site)}</a></mj-text>\n'
        "  </mj-column>\n</mj-section>\n"
    )


def markdown(s: Snippet) -> str:
    """Picture, finding, numbers and source for whatever reads Markdown."""
    shown = f"[![{_escaped(s.alt)}]({s.image})]({s.page})\n\n"
    return (
        f"{shown}"
        f"**{_escaped(s.title)}**\n\n{_escaped(s.numbers)}\n\n"
        f"{_escaped(s.source)} {_escaped(s.terms)} [{_escaped(s.site)}]({s.page})\n"
    )


def plain(s: Snippet) -> str:
    """The same where there is nothing but text."""
    lines = (s.title, s.numbers, "", s.source, s.terms, s.page, s.image)
    return "\n".join(clean(line) for line in lines) + "\n"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", clean(text))


FORMATS = {"html": html, "mjml": mjml, "markdown": markdown, "text": plain}
"""What a snippet can be written as."""
