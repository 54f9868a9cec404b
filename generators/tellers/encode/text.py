"""What is done to every text before any context: white space and characters that a reader cannot see."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """The text with runs of white space as one space, and controls, direction and invisible marks as U+FFFD."""
    if text.replace("\u00a0", "").isprintable() and "  " not in text and "\ufffc" not in text:
        return text  # nearly every text: nothing in it is to be replaced
    return _UNSEEN.sub("\ufffd", _SPACES.sub(" ", text))
