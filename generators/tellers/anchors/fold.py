"""Typography folded away: two texts that differ in the shape of quotes, dashes and spaces alone become the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MARKS = {
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
}  # fmt: skip
"""Quotes, dashes, the ellipsis and Latin ligatures; soft hyphens and characters without width are nothing."""
_ACCENTS = r"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u3099\u309a\u1160-\u11ff"
_NOTHING = r"[\u00ad\u200b\u2060\ufeff]*"
_CLUSTER = re.compile(rf"\s(?:{_NOTHING}\s)*|\S(?:{_NOTHING}[{_ACCENTS}])*")
"""A run of white space, or a letter with the marks that belong to it; characters without width break neither."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text, and for each of its characters from where to where it stood in the text as it was."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a part that is not empty: its first character, and the one after its last."""
        return self.spans[start][0], self.spans[end - 1][1]


def fold(text: str) -> Folded:
    """The text composed (NFC), with one shape for each mark, and one space for each run of white space and line ends."""
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        for letter in _folded(cluster.group()):
            letters.append(letter)
            spans.append(cluster.span())
    return Folded("".join(letters), tuple(spans))


def _folded(cluster: str) -> str:
    if cluster[0].isspace():
        return " "
    return unicodedata.normalize("NFC", "".join(_MARKS.get(letter, letter) for letter in cluster))
