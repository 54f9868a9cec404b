"""The index of the search: what pages write as character references, as the characters that people search for, and words
with accents also as people type them."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from tellers.files.write import write_bytes

INDEX = "search/search_index.json"
_REFERENCE = re.compile(r"&#(\d{2,6});")
_MARKUP = re.compile(r"<[^>]*>")
_FIELDS = ("title", "text")
_TYPED = str.maketrans({"’": "'", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
                        "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"})  # fmt: skip
"""Letters that are no letter with an accent, as keyboards without them write them."""


def make_plain(index: Path) -> None:
    """Write every sign that means nothing in markup as itself: a colon by its number is two words to a search. Beside each
    title and text stand its words with accents once more without them."""
    if index.is_file():
        said = json.loads(_REFERENCE.sub(_sign, index.read_text("utf-8")))
        fields = said["config"]["fields"]
        fields.update({f"{field}_typed": dict(fields[field]) for field in _FIELDS})
        for entry in said["docs"]:
            _add_typed(entry)
        write_bytes(index, json.dumps(said, separators=(",", ":")).encode())


def _add_typed(entry: dict[str, Any]) -> None:
    for field in _FIELDS:
        words = html.unescape(_MARKUP.sub(" ", entry[field])).split()
        if found := [typed(word) for word in dict.fromkeys(words) if typed(word) != word]:
            entry[f"{field}_typed"] = html.escape(" ".join(found), quote=False)


def typed(word: str) -> str:
    """The word as somebody types it whose keyboard has no accents: `Cote d'Ivoire`."""
    plain = (sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", "".join(plain)).translate(_TYPED)


def _sign(found: re.Match[str]) -> str:
    sign = chr(int(found[1]))
    encoded = html.escape(sign, quote=False) != sign or sign in '"\\' or not sign.isprintable()
    return found[0] if encoded else sign
