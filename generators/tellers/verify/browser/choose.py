"""What to look at: so many pages and pictures that nothing of its own kind is left out.

A style sheet reaches a page by its elements, classes and attributes, and by the values that it names. Pages are chosen
until every such thing that any page of a kind has is on one of them; a page with a style of its own is always among them.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

MOST_FILES = 200
"""So many pictures are opened alone; of more, one of each kind, width and theme, and a sample that is always the same."""

_TAG = re.compile(r"<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>")
_NAME = re.compile(r'([a-z-]+)(?:="([^"]*)")?')
_NAMED = re.compile(r"""#([A-Za-z_][\w-]*)|=\s*["']?([^"'\]]+)["']?\s*\]""")
_OWN = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)
_PICTURE = re.compile(r"figures/.*\.([a-z]+)(?:\.[^./]+?)??(-[0-9]+)?(-dark)?\.svg")


def kind_of_page(path: str) -> str:
    """The page's first folder and how deep it lies: pages of one kind share a template."""
    *folders, name = path.split("/")
    return f"{folders[0]}, {len(folders)} deep" if folders else name


def pages_to_open(built: Path, paths: Iterable[str]) -> list[str]:
    """Pages that together have all that any page of their kind has."""
    named = {value for sheet in built.rglob("*.css") for pair in _NAMED.findall(_text(sheet)) for value in pair if value}
    traits = {path: _traits(path, _text(built / path), named) for path in sorted(paths)}
    missing = set().union(*traits.values())
    chosen: list[str] = []
    while missing:
        best = max(traits, key=lambda path: len(traits[path] & missing))
        missing -= traits[best]
        chosen.append(best)
    return sorted(chosen)


def _text(file: Path) -> str:
    return file.read_text("utf-8", "replace")


def _traits(path: str, text: str, named: set[str]) -> set[tuple[str, ...]]:
    kind = kind_of_page(path)
    start = max(text.find("<article"), 0)
    found = {(kind, *trait) for tag, rest in set(_TAG.findall(text[start:])) for trait in _traits_of(tag, rest, named)}
    return found | {(kind, name, _hash(own)) for name, own in _OWN.findall(text)}


def _traits_of(tag: str, attributes: str, named: set[str]) -> Iterator[tuple[str, str]]:
    for name, value in _NAME.findall(attributes):
        if name == "class":
            yield from ((tag, f".{one}") for one in value.split())
        elif name in ("style", "data-kind") or html.unescape(value) in named:
            yield tag, f"{name}={value}"
        else:
            yield tag, name


def files_to_open(paths: Iterable[str], unchanged: frozenset[str] = frozenset()) -> list[str]:
    """Pictures: one of each kind, width and theme, then of those that changed so many that there are enough.

    Which ones is decided by the hash of the address: no kind, day or member comes first, and it is the same every time.
    """
    pictures = [(path, found) for path in sorted(paths, key=_hash) if (found := _PICTURE.fullmatch(path))]
    first: dict[tuple[str | None, ...], str] = {}
    for path, found in pictures:
        first.setdefault(found.groups(), path)
    rest = [path for path, found in pictures if path != first[found.groups()] and path not in unchanged]
    return sorted([*first.values(), *rest[: max(0, MOST_FILES - len(first))]])


def unchanged_files(built: Path, before: Path, paths: Iterable[str]) -> frozenset[str]:
    """Pictures that have the same bytes in an earlier site."""
    kept = (path for path in paths if (before / path).is_file())
    return frozenset(path for path in kept if (before / path).read_bytes() == (built / path).read_bytes())


def _hash(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()
