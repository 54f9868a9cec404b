"""The part of our own lock that a site needs: what `tellers` runs on, each pinned by version and hash."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from importlib.metadata import requires

from tellers import __version__

_ENTRY = re.compile(r"^(?=[A-Za-z0-9])", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_VIA = re.compile(r"^ +# +(?:via +)?(?!via$)(\S.*)$", re.MULTILINE)
_HEAD = f"""\
# What this site is built with, each file pinned by its hash. Written by `tellers new --ci`.
#
# Add tellers itself, with the hash of the wheel that you trust (`pip hash FILE` tells it), for instance as
# tellers=={__version__} --hash=sha256:…
# or, with the wheel in this repository, as
# ./wheels/tellers-{__version__}-py3-none-any.whl --hash=sha256:…
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A pinned distribution: its name, what asks for it, and its lines as they stand in the lock."""

    name: str
    asked_by: frozenset[str]
    text: str


def lock_of_a_site(lock: str) -> str:
    """The lock without what only developers need, and with a word on how tellers itself gets into it."""
    entries = entries_of(lock)
    wanted = _wanted(entries, {_normal(line) for line in requires("tellers") or () if "extra ==" not in line})
    return _HEAD + "".join(entry.text for entry in entries if entry.name in wanted)


def entries_of(lock: str) -> list[Entry]:
    """The entries of a lock as `uv pip compile` writes it, in order."""
    texts = [text for text in _ENTRY.split(lock) if _NAME.match(text)]
    return [Entry(_normal(text), frozenset(map(_normal, _VIA.findall(text))), text) for text in texts]


def _wanted(entries: list[Entry], asked: Collection[str]) -> set[str]:
    """Names that are asked for, and those that these ask for, and so on."""
    wanted = set(asked)
    while more := {entry.name for entry in entries if entry.asked_by & wanted} - wanted:
        wanted |= more
    return wanted


def _normal(text: str) -> str:
    found = _NAME.match(text)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""
