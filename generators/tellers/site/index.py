"""The index of the search: what pages write as character references, as the characters that people search for."""

from __future__ import annotations

import html
import re
from pathlib import Path

from tellers.files.write import write_bytes

INDEX = "search/search_index.json"
_REFERENCE = re.compile(r"&#(\d{2,6});")


def make_plain(index: Path) -> None:
    """Write every sign that means nothing in markup as itself: a colon by its number is two words to a search."""
    if index.is_file():
        text = index.read_text("utf-8")
        write_bytes(index, _REFERENCE.sub(_sign, text).encode())


def _sign(found: re.Match[str]) -> str:
    sign = chr(int(found[1]))
    return found[0] if html.escape(sign) != sign or sign == "\\" or not sign.isprintable() else sign
