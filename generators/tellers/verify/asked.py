"""What was asked of the records and of the built files while one thing was read.

Whoever reads a page sees both through mappings and paths that note each question. Its result is a function of the reader's
code and of the answers; where all of them are the same again, so is the result. What is worked out once for many readings
goes through a `Memo`: whoever takes it from there has asked what it took to find out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar

Question = tuple[str, str]
"""What is asked of whom: `("vote un-ga/es-11_7", "title")`. Of a mapping, `*` asks for its keys, `**` for all of it."""
KEYS, ALL = "*", "**"
GONE = "gone"
"""Who is asked whether a file below a folder of the site has gone since: asked where links have to lead to files."""

Value = TypeVar("Value")


def answer_of(held: Mapping[str, Any], key: str) -> object:
    """What a mapping answers to a question: its keys, all of it, or the one value that it has for the key."""
    if key == KEYS:
        return list(held)
    if key == ALL:
        return list(held.items())
    return [held[key]] if key in held else None


_open: list[set[Question]] = []


def note(about: str, key: str) -> None:
    """This is asked now, by whatever is read at the moment."""
    if _open:
        _open[-1].add((about, key))


def note_all(questions: Iterable[Question]) -> None:
    """All these are asked now."""
    if _open:
        _open[-1].update(questions)


@contextmanager
def noting() -> Iterator[set[Question]]:
    """The questions that are asked inside; whatever is read around it asks them too."""
    found: set[Question] = set()
    _open.append(found)
    try:
        yield found
    finally:
        _open.pop()
        note_all(found)


_same: dict[Hashable, Any] = {}


def held(questions: Iterable[Question]) -> frozenset[Question]:
    """The questions to be kept: one object for each question and for each set, as thousands of pictures ask the same."""
    asked = frozenset(_same.setdefault(question, question) for question in questions)
    found: frozenset[Question] = _same.setdefault(asked, asked)
    return found


class Memo(Generic[Value]):
    """Values worked out once, each with the questions that this took."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Value, frozenset[Question]]] = {}

    def get(self, key: Hashable, work: Callable[[], Value]) -> Value:
        """The value for the key, worked out where it is not known."""
        if key in self._known:
            value, questions = self._known[key]
            note_all(questions)
            return value
        with noting() as asked:
            value = work()
        self._known[key] = value, frozenset(asked)
        return value

    def clear(self) -> None:
        self._known.clear()


class Noted(Mapping[str, Value]):
    """A mapping that notes what is asked of it, by the name `about`.

    Where what it `holds` notes questions itself, to look at all of it is to ask for the keys.
    """

    __slots__ = ("_all", "_held", "about")

    def __init__(self, about: str, held: Mapping[str, Value], holds_noted: bool = False) -> None:
        self.about, self._held, self._all = about, held, KEYS if holds_noted else ALL

    def __getitem__(self, key: str) -> Value:
        note(self.about, key)
        return self._held[key]

    def get(self, key: str, default: Any = None) -> Any:
        note(self.about, key)
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        note(self.about, str(key))
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        note(self.about, KEYS)
        return iter(self._held)

    def __len__(self) -> int:
        note(self.about, KEYS)
        return len(self._held)

    def values(self) -> Any:
        note(self.about, self._all)
        return self._held.values()

    def items(self) -> Any:
        note(self.about, self._all)
        return self._held.items()


FILE = "file"


def noted_folder(folder: Path) -> Path:
    """The folder as a path that notes, as questions to `file`, each file below it that is opened or looked at."""
    start = len(str(folder)) + 1

    class NotedPath(type(Path())):  # type: ignore[misc]
        __slots__ = ()

        def __fspath__(self) -> str:
            name = str(self)
            note(FILE, name[start:])
            return name

    return NotedPath(folder)
