"""Texts whose white space says nothing: lines break where the layout wants it."""

from __future__ import annotations


def one_spaced(text: object) -> str:
    """The text with each run of white space as one space, and none around it."""
    return " ".join(str(text).split())


def unspaced(text: object) -> str:
    """The text without any white space."""
    return "".join(str(text).split())
