"""The part of an address that leads to the very words on a page (`#:~:text=`, WICG URL Fragment Text Directives)."""

from __future__ import annotations

from urllib.parse import quote as percent

from tellers.anchors.match import source_words
from tellers.model import Quote

_WHOLE = 8
"""Words up to this number are named whole; of more, the first and the last few."""
_ENDS = 4


def fragment(quote: Quote) -> str:
    """`#:~:text=prefix-,first words,last words,-suffix`: prefix and suffix only where they have words to look for."""
    words = source_words(quote).split()
    exact = [" ".join(words)] if len(words) <= _WHOLE else [" ".join(words[:_ENDS]), " ".join(words[-_ENDS:])]
    before, after = _spoken(quote.anchor.prefix)[-_ENDS:], _spoken(quote.anchor.suffix)[:_ENDS]
    parts = [f"{_encoded(' '.join(before))}-"] if before else []
    parts += [_encoded(text) for text in exact]
    parts += [f"-{_encoded(' '.join(after))}"] if after else []
    return "#:~:text=" + ",".join(parts)


def _spoken(text: str | None) -> list[str]:
    words = (text or "").split()
    return words if any(sign.isalnum() for word in words for sign in word) else []


def _encoded(text: str) -> str:
    """Percent-encoded; `-`, `,` and `&` too, because they part the directive."""
    return percent(text, safe="").replace("-", "%2D")
