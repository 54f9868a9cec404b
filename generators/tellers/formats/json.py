"""JSON as a tree of strings, lists and mappings, each with its line and column; null is None.

Numbers and flags stay the strings that were written: what they mean is for a field's type to say. Duplicate keys and deep
nesting are refused.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Any

from tellers.formats.yaml import Key, Tree
from tellers.problems import Place, Problems

MAX_DEPTH = 40
_TOKEN = re.compile(
    r'[ \t\n\r]*(?:(?P<text>"(?:[^"\\\x00-\x1f]|\\.)*")|(?P<word>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)'
    r"|(?P<mark>[\[\]{}:,]))"
)


class _Refusal(Exception):
    def __init__(self, at: int, wrong: str) -> None:
        super().__init__(wrong)
        self.at, self.wrong = at, wrong


def read_json(text: str, path: str, problems: Problems) -> Tree | None:
    """The document in the text; None, with a problem added, when it is no JSON."""
    reading = _Reading(text, path)
    try:
        value = reading.value((), 0)
        end = reading.position
        if text[end:].strip():
            raise _Refusal(end, "something after the end of the document")
    except _Refusal as refusal:
        problems.add(reading.place(refusal.at), "file", f"not JSON: {refusal.wrong}", "save the file again")
        return None
    return Tree(path, value, reading.places)


class _Reading:
    """A text that is read from its beginning, value by value."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path, self.position = text, path, 0
        self.places: dict[Key, Place] = {}
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, at: int) -> Place:
        line = bisect_right(self.starts, at)
        return Place(self.path, line, at - self.starts[line - 1] + 1)

    def value(self, key: Key, depth: int) -> Any:
        kind, token, at = self.next()
        self.places[key] = self.place(at)
        if depth > MAX_DEPTH:
            raise _Refusal(at, "nested too deeply")
        if token == "{":
            return self.mapping(key, depth)
        if token == "[":
            return self.sequence(key, depth)
        if kind == "mark":
            raise _Refusal(at, f'"{token}" where a value is expected')
        return _unquoted(token, at) if kind == "text" else None if token == "null" else token

    def mapping(self, key: Key, depth: int) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.ends("}"):
            return out
        while True:
            kind, token, at = self.next()
            if kind != "text":
                raise _Refusal(at, f'"{token}" where a name is expected')
            name = _unquoted(token, at)
            if name in out:
                raise _Refusal(at, f'name "{name}" a second time')
            self.expect(":")
            out[name] = self.value((*key, name), depth + 1)
            if self.expect(",}") == "}":
                return out

    def sequence(self, key: Key, depth: int) -> list[Any]:
        out: list[Any] = []
        if self.ends("]"):
            return out
        while True:
            out.append(self.value((*key, len(out)), depth + 1))
            if self.expect(",]") == "]":
                return out

    def next(self) -> tuple[str, str, int]:
        found = _TOKEN.match(self.text, self.position)
        if found is None or found.lastgroup is None:
            rest = self.text[self.position :].lstrip()
            raise _Refusal(len(self.text) - len(rest), f'"{rest[:20]}"' if rest else "the file ends too early")
        self.position = found.end()
        return found.lastgroup, found[found.lastgroup], found.start(found.lastgroup)

    def expect(self, marks: str) -> str:
        _, token, at = self.next()
        if len(token) != 1 or token not in marks:
            raise _Refusal(at, f'"{token[:20]}" where {" or ".join(marks)} is expected')
        return token

    def ends(self, mark: str) -> bool:
        """Whether the list or mapping that began here is empty; its end is taken then."""
        position = self.position
        if self.next()[1] == mark:
            return True
        self.position = position
        return False


def _unquoted(token: str, at: int) -> str:
    try:
        text = str(json.loads(token))
    except ValueError as error:
        raise _Refusal(at, str(error).split(":")[0]) from error
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _Refusal(at, "half of a character")
    return text
