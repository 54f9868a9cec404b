"""A quote against the stored copy of its source, by a pattern: each character of the words may stand in any of its shapes.

The writer folds both texts and compares; here the stored text is searched as it is, so that nothing has to be led back.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from tellers.verify.content import Content, Record

FOUND, CHANGED, CANNOT_CHECK = "found", "changed", "cannot-check"
FINDINGS = (FOUND, CHANGED, CANNOT_CHECK)
_SHAPES = ("'‘’‚‛′´`", '"“”„‟″«»', "-‐‑‒–—―−")
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬅﬆ", "...": "…"}
_NOTHING = "[\u00ad\u200b\u2060\ufeff]*"
_GAP = "\n[…]\n"


def finding(content: Content, quote: Record) -> str:
    """Found, changed or cannot check: what the stored excerpt of the source says of the quote."""
    text = stored_text(content, str(quote["anchor"]["source"]))
    if text is None:
        return CANNOT_CHECK
    anchor = quote["anchor"]
    start, end = int(anchor.get("start", -1)), int(anchor.get("end", -1))
    words = _compiled(words_of_source(quote))
    whole = words.fullmatch(text, max(start, 0), max(end, 0)) if 0 <= start < end <= len(text) else None
    if whole is None or _GAP in f"\n{text[start:end]}\n":
        return CHANGED
    before, after = text[:start].rpartition(_GAP)[2], text[end:].partition(_GAP)[0]
    prefix, suffix = _compiled(anchor.get("prefix") or "", after=r"\s*\Z"), _compiled(anchor.get("suffix") or "", r"\s*")
    return FOUND if prefix.search(before) and suffix.match(after) else CHANGED


@lru_cache(maxsize=1024)
def _compiled(words: str, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(before + pattern(words) + after)


def to_the_letter(content: Content, quote: Record) -> bool:
    """Whether the stored copy has the very characters of the quote."""
    text, anchor = stored_text(content, str(quote["anchor"]["source"])) or "", quote["anchor"]
    return text[int(anchor.get("start", 0)) : int(anchor.get("end", 0))] == words_of_source(quote)


def stored_text(content: Content, source: str) -> str | None:
    """The stored copy of a source, where one is kept and has the digest that the source's record says."""
    raw, record = content.stored.get(f"snapshots/{source}.txt"), content.sources.get(source)
    named: Any = record.get("snapshot") if record is not None else None
    if raw is None or not isinstance(named, Mapping):
        return None
    return raw.decode("utf-8") if named.get("digest") == "sha256:" + hashlib.sha256(raw).hexdigest() else None


def words_of_source(quote: Record) -> str:
    """The text with each declared edit taken back, the first one first."""
    done, left = "", str(quote["text"])
    for edit in quote.get("edits") or []:
        at = left.index(edit["shown"]) if edit["shown"] in left else len(left)
        done, left = done + left[:at] + edit["stands-for"], left[at + len(edit["shown"]) :]
    return done + left


def pattern(words: str) -> str:
    """A regular expression for the words in whatever typography: quotes, dashes, spaces, ligatures, line ends, accents."""
    return _NOTHING.join(_pieces(" ".join(unicodedata.normalize("NFC", words).split())))


def _pieces(words: str) -> Iterator[str]:
    at = 0
    while at < len(words):
        plain, size = _one_shape(words, at)
        yield plain
        at += size


def _one_shape(words: str, at: int) -> tuple[str, int]:
    """The pattern of what stands at this place, and how many characters it takes."""
    sign = words[at]
    for letters, joined in _LIGATURES.items():
        if words.startswith(letters, at):
            apart = _NOTHING.join(map(_letter, letters))
            return f"(?:{apart}|[{joined}])", len(letters)
    for letters, joined in _LIGATURES.items():
        if sign in joined:
            return f"(?:{_NOTHING.join(map(_letter, letters))}|[{joined}])", 1
    return (rf"\s(?:{_NOTHING}\s)*", 1) if sign == " " else (_letter(sign), 1)


def _letter(sign: str) -> str:
    for shapes in _SHAPES:
        if sign in shapes:
            return f"[{re.escape(shapes)}]"
    apart = unicodedata.normalize("NFD", sign)
    return re.escape(sign) if apart == sign else f"(?:{re.escape(sign)}|{_NOTHING.join(map(re.escape, apart))})"
