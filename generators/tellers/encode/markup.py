"""Text for HTML and for Markdown pages: default-deny, and by construction.

`Html` is the only string that templates place as it is. It is made from constant pieces of markup, and every value that is
put into one, joined or added to it is encoded unless it is finished markup itself: nobody has to remember to encode.
"""

from __future__ import annotations

import re
from typing import Any, LiteralString, Self

from markupsafe import Markup

from tellers.encode.text import clean

_REFERENCES = {code: f"&#{code};" for code in range(0xA0) if code != 0x20 and not chr(code).isalnum()}
_TAGS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "<{}"})
_MANIFEST = re.compile(r"<metadata>.*?</metadata>\n")
_TOKEN = re.compile(r"[A-Za-z0-9_./-]*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+(;[a-z0-9=-]+)*")
_HTTPS = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s]*)?")


class Html(Markup):
    """Finished markup: the only kind of string that a template places as it is."""

    __slots__ = ()

    @classmethod
    def of(cls, piece: LiteralString, /, **values: object) -> Self:
        """A constant piece of markup with each value in its `{place}`, encoded unless it is finished markup itself."""
        return cls(piece.format(**{name: cls.escape(value) for name, value in values.items()}))

    @classmethod
    def escape(cls, value: Any, /) -> Html:
        """What is joined to finished markup: itself when finished, else encoded."""
        return value if isinstance(value, Html) else markup(str(value))


class Svg(Html):
    """A finished figure for a page, made by the one module that writes SVG."""

    __slots__ = ()

    @property
    def bare(self) -> Svg:
        """The same drawing without what it says of itself, for pages whose figures say that elsewhere."""
        return Svg(_MANIFEST.sub("", self, count=1))


def markup(text: str) -> Html:
    """Text for a Markdown page or HTML, in an element or a quoted attribute.

    Every ASCII character that is neither a letter, a digit nor a space becomes `&#N;`: measured on 22 Markdown extensions,
    `html.escape` leaves Markdown syntax alive, this leaves nothing.
    """
    return Html(_referenced(clean(text)))


def _referenced(text: str) -> str:
    return text.translate(_REFERENCES)


def token(text: object) -> Html:
    """An id, a code or a word of ours for an attribute; raises ValueError when it needs encoding."""
    if not _TOKEN.fullmatch(str(text)):
        raise ValueError(f"no plain word: {str(text)[:60]!r}")
    return Html(text)


def media_type(text: str) -> Html:
    """A media type such as `application/atom+xml` for an attribute; raises ValueError for anything else."""
    if not _MEDIA_TYPE.fullmatch(text):
        raise ValueError(f"no media type: {text[:60]!r}")
    return Html(text)


def address(text: str) -> Html:
    """The address of somebody else's page for an attribute; raises ValueError for anything but https and a plain host."""
    if not _HTTPS.fullmatch(text):
        raise ValueError(f"not an https address: {text[:60]!r}")
    return markup(text)


def prose(markdown: str) -> Html:
    """An editor's Markdown, the only trusted one: its syntax works, but no tag, attribute list or template can begin."""
    return Html(_fenced(markdown))


def _fenced(markdown: str) -> str:
    return markdown.translate(_TAGS)
