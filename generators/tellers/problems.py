"""What is wrong with content or output, said to an editor: where, what, and what to do.

The lowest floor: it imports nothing of ours, so that every part can report problems in one shape.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import category

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Kinds of characters that are not seen, or that no letter stands for."""


def printable(text: str) -> str:
    """The text on one line, whatever is in it: what would move a cursor or turn words around is written as code."""
    return "".join(sign.encode("unicode_escape").decode() if category(sign) in _UNSEEN else sign for sign in text)


def shortened(text: str, longest: int = 1000) -> str:
    """The text, cut in its middle when it holds a value that is too long to be read."""
    return text if len(text) <= longest else f"{text[: longest - 200]} … {text[-200:]}"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file: path relative to the site's folder, line and column counted from 1 (0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing an editor has to mend: `path:line:column field: what is wrong; what to do`."""

    place: Place
    field: str
    wrong: str
    do: str

    def __str__(self) -> str:
        return printable(f"{self.place} {self.field}: {shortened(self.wrong)}; {self.do}")

    def as_fields(self) -> dict[str, str | int]:
        """Its parts by name, for programs."""
        place = self.place
        return {
            "path": place.path, "line": place.line, "column": place.column,
            "field": self.field, "wrong": self.wrong, "do": self.do,
        }  # fmt: skip

    def as_annotation(self) -> str:
        """A line of a log that GitHub shows beside the file."""
        place = self.place
        path = printable(place.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        at = [f"file={path}", *(f"{key}={n}" for key, n in (("line", place.line), ("col", place.column)) if n)]
        said = printable(f"{self.field}: {shortened(self.wrong)}; {self.do}")
        return f"::error {','.join(at)}::" + said.replace("%", "%25")


@dataclass(slots=True)
class Problems:
    """A collection that grows while content is read: reading never stops at the first problem."""

    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, field: str, wrong: str, do: str) -> None:
        self.found.append(Problem(place, field, wrong, do))

    def extend(self, problems: Iterable[Problem]) -> None:
        self.found.extend(problems)

    def in_order(self) -> list[Problem]:
        """All problems once each, by path, line, column, field and message."""
        return sorted(set(self.found))

    def __bool__(self) -> bool:
        return bool(self.found)


class Refused(Exception):
    """Content or output cannot be published; carries every problem found (exit code 2)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class EnvironmentFault(Exception):
    """The machine, not the content, stands in the way: disk, font, lock, network (exit code 3)."""
