"""Bytes to text: UTF-8 alone, in NFC, with LF, and nothing that a reader cannot see or would take for something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from tellers.problems import Place, Problems

MOST = 20
"""So many places of one file are named; who mends those will see the next."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U000e0000-\U0010ffff]"
)
"""Controls, soft hyphens, zero-width and direction marks, fillers, tags, private use; and U+FFFD, which stands where a
character was lost."""

_MISREAD = re.compile(
    "[\u00c2\u00c3][\u0080-\u00ba\u00bc-\u00bf\u20ac\u201a\u0192\u201e\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u02dc"
    "\u0161\u0153\u017e\u0178]|\u00e2\u20ac.|[\u00d0\u00d1][\u0080-\u00ba\u00bc-\u00bf]"
)
"""`Ã©` for é, `â€™` for ’, `Ð°` for а: UTF-8 that somebody read as Windows-1252 and saved again."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH")


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
    found = list(islice(_strange(text), MOST))
    for at, wrong, do in found:
        line_start = text.rfind("\n", 0, at) + 1
        problems.add(Place(path, text.count("\n", 0, at) + 1, at - line_start + 1), "file", wrong, do)
    return None if found else text


def _strange(text: str) -> Iterator[tuple[int, str, str]]:
    """Position, fault and remedy of what is not what it seems."""
    for found in _UNSEEN.finditer(text):
        sign = found.group()
        do = "write the character that was lost here" if sign == "\ufffd" else "remove it"
        yield found.start(), f"invisible or control character U+{ord(sign):04X}", do
    for found in _MISREAD.finditer(text):
        yield found.start(), f'"{found.group()}" is a character read in the wrong encoding', "write the character itself"
    for found in _WORD.finditer(text):
        if found.group().isascii():
            continue
        scripts = {script for letter in found.group() if (script := _script(letter))}
        if len(scripts) > 1:
            mixed = " and ".join(sorted(script.capitalize() for script in scripts))
            yield found.start(), f'"{found.group()[:40]}" mixes {mixed} letters that look alike', "type the word anew"


def _script(letter: str) -> str:
    """The script of a letter, of those whose letters look alike."""
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first if first in _SCRIPTS else ""
