"""One polite request for a page, and the words that a reader would see on it."""

from __future__ import annotations

from html.parser import HTMLParser
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from tellers import __version__

MOST = 8 * 1024 * 1024
_SILENT = {"script", "style", "noscript", "template", "svg"}
_INLINE = {"a", "abbr", "b", "bdi", "cite", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"}


class Unreadable(Exception):
    """The page could not be read; the message says why, for people."""


def read_page(address: str, timeout: float) -> str:
    """The visible words of the page at an https address; raises Unreadable. One request, redirects to https alone."""
    if not address.startswith("https://"):
        raise Unreadable("its address is not https")
    agent = f"tellers/{__version__} (checks once whether a quote still stands here)"
    request = Request(address.partition("#")[0], headers={"User-Agent": agent, "Accept": "text/html,text/plain;q=0.9"})
    try:
        with build_opener(_HttpsAlone).open(request, timeout=timeout) as answer:
            kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset() or "utf-8"
            raw = answer.read(MOST)
    except HTTPError as error:
        raise Unreadable(f"the server answers {error.code}") from error
    except (URLError, HTTPException, OSError) as error:
        raise Unreadable(f"no answer: {getattr(error, 'reason', error)}") from error
    if kind not in ("text/html", "text/plain", "application/xhtml+xml"):
        raise Unreadable(f"it is {kind}, no page of text")
    return visible(_decoded(raw, charset)) if kind != "text/plain" else _decoded(raw, charset)


def visible(html: str) -> str:
    """The text of a page without what is not shown, and with a line end where a block begins or ends."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


def _decoded(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError) as error:
        raise Unreadable(f"its bytes are not {charset}") from error


class _HttpsAlone(HTTPRedirectHandler):
    def redirect_request(
        self, request: Request, answer: IO[bytes], code: int, message: str, headers: HTTPMessage, address: str
    ) -> Request | None:
        if not address.startswith("https://"):
            raise URLError("it leads to an address that is not https")
        return super().redirect_request(request, answer, code, message, headers, address)


class _Reader(HTMLParser):
    """Collects what is seen; `silent` counts the elements around that are not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(self.silent - (tag in _SILENT), 0)
        self._end_line(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)

    def _end_line(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")
