"""Sabotages: changes to the bytes of a built site, each with what the reader has to say about it.

A case names one file, changes its bytes, and lists words that one difference at that file has to contain: the field, what
was found and what was expected. Nothing here knows how the reader looks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

Edit = Callable[[bytes], bytes]

GONE = b"\0gone"
"""What an edit gives when there is no file any more."""


@dataclass(frozen=True)
class Change:
    """Of which file the bytes change, and how; with `copy_of`, the bytes of another file are edited and take the place of
    those of the file itself. A file that was not there is edited from nothing."""

    path: str
    edit: Edit
    copy_of: str = ""


@dataclass(frozen=True)
class Case:
    """One sabotage: of which file, how, and which words the difference has to have. `at` is where it has to be said; `also`
    is what changes with it in other files."""

    name: str
    path: str
    edit: Edit
    words: tuple[str, ...]
    at: str = ""
    copy_of: str = ""
    also: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return (Change(self.path, self.edit, self.copy_of), *self.also)


def swap(old: str, new: str, count: int = 1) -> Edit:
    """The first `count` places of the old text, which has to be there, become the new one."""

    def edit(raw: bytes) -> bytes:
        text = raw.decode()
        assert old in text, f"{old!r} is not there any more; mend the sabotage"
        return text.replace(old, new, count).encode()

    return edit


def resub(pattern: str, new: str, count: int = 1) -> Edit:
    """The first `count` matches, of which there has to be one, become the new text."""

    def edit(raw: bytes) -> bytes:
        text, number = re.subn(pattern, new, raw.decode(), count=count, flags=re.DOTALL)
        assert number, f"{pattern!r} is not there any more; mend the sabotage"
        return text.encode()

    return edit


def both(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(raw: bytes) -> bytes:
        for one in edits:
            raw = one(raw)
        return raw

    return edit


def exchange(one: str, other: str) -> Edit:
    """Two texts take each other's place, everywhere."""

    def edit(raw: bytes) -> bytes:
        text = raw.decode()
        assert one in text and other in text
        return text.replace(one, "\0").replace(other, one).replace("\0", other).encode()

    return edit


def heard(old: str, new: str, count: int = 1) -> Edit:
    """As `swap`, for words of a page, where a sign may be written as its number."""
    pattern = "".join(c if c.isalnum() or c == " " else f"(?:{re.escape(c)}|&#{ord(c)};)" for c in old)
    return resub(pattern, new.replace("\\", r"\\"), count)


def inside(pattern: str, edit: Edit) -> Edit:
    """The edit, of nothing but the first match of the pattern."""

    def within(raw: bytes) -> bytes:
        text = raw.decode()
        found = re.search(pattern, text, re.DOTALL)
        assert found, f"{pattern!r} is not there any more; mend the sabotage"
        return (text[: found.start()] + edit(found.group().encode()).decode() + text[found.end() :]).encode()

    return within


def each(pattern: str, change: Callable[[re.Match[str]], str]) -> Edit:
    """Every match becomes what the change makes of it."""

    def edit(raw: bytes) -> bytes:
        text, number = re.subn(pattern, change, raw.decode(), flags=re.DOTALL)
        assert number, f"{pattern!r} is not there any more; mend the sabotage"
        return text.encode()

    return edit


def add(text: str) -> Edit:
    """The text, after what was there."""
    return lambda raw: raw + text.encode()


def gone(raw: bytes) -> bytes:
    """No file any more."""
    return GONE


def in_json(change: Callable[[dict], None]) -> Edit:  # type: ignore[type-arg]
    def edit(raw: bytes) -> bytes:
        said = json.loads(raw)
        change(said)
        return json.dumps(said, ensure_ascii=False, indent=1).encode()

    return edit


def same(raw: bytes) -> bytes:
    """The bytes as they are."""
    return raw
