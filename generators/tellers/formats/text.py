"""Bytes to text: UTF-8 alone, in NFC, with LF, and without characters that a reader cannot see."""

from __future__ import annotations

import re
import unicodedata

from tellers.problems import Place, Problems

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\uffff\U000e0000-\U000e007f]"
)
"""Controls, soft hyphens, zero-width and direction marks, tags; and U+FFFD, which stands where a character was lost."""


def decode(raw: bytes, path: str, problems: Problems) -> str | None:
    """The text of a content file; None, with problems added, when it is not clean UTF-8.

    CRLF becomes LF and decomposed letters are composed, because neither changes what a reader sees.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.add(Place(path, line, 1), "file", f"byte {raw[error.start]:#04x} is not UTF-8", "save the file as UTF-8")
        return None
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    clean = True
    for found in _UNSEEN.finditer(text):
        before = text[: found.start()]
        place = Place(path, before.count("\n") + 1, found.start() - (before.rfind("\n") + 1) + 1)
        wrong = f"invisible or control character U+{ord(found.group()):04X}"
        do = "write the character that was lost here" if found.group() == "\ufffd" else "remove it"
        problems.add(place, "file", wrong, do)
        clean = False
    return text if clean else None
