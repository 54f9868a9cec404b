"""Which pages of an archive stand as they were made: each with the digest of what it was made from, and of its bytes.

A page is made again where one of the two is another. What is remembered decides nothing else, so that without it the same
pages come out; pages are told to be the same by their bytes on disk, never by times.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from tellers.build.pictures import code_digest
from tellers.files.cache import Cache
from tellers.files.threads import in_threads
from tellers.model import Content
from tellers.pages.archive import Found
from tellers.verify.kept import code

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: its path, the digest of what it was made from, the digests of its files, by what it is found."""

    path: str
    key: str
    files: Mapping[str, str]
    """The page and what stands beside it, by path below `docs`."""
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """Pages that were made in this build, each with the reason, and why all were where all were."""

    pages: Mapping[str, str] = field(default_factory=dict)
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the last build made of an archive: by task, and of which votes."""

    base: str = ""
    votes: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, Made] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Cache, archive: str) -> Standing:
        """What is remembered of the archive; nothing where that is damaged, or of another version."""
        raw = store.get(_key(archive))
        said = json.loads(raw) if raw is not None else {}
        if said.get("format") != FORMAT:
            return cls()
        rows = said["made"].items()
        made = {task: Made(path, key, files, _found(found)) for task, (path, key, files, found) in rows}
        return cls(said["base"], said["votes"], made)

    def remember(self, store: Cache, archive: str) -> None:
        """Keep it for the next build."""
        made = {task: [one.path, one.key, one.files, _row(one.found)] for task, one in self.made.items()}
        said = {"format": FORMAT, "base": self.base, "votes": self.votes, "made": made}
        store.put(_key(archive), json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())

    def still(self, docs: Path, keys: Mapping[str, str]) -> dict[str, Made]:
        """Of the tasks with these keys, what was made from the same and stands in `docs` with the same bytes."""
        same = {task: self.made[task] for task, key in keys.items() if task in self.made and self.made[task].key == key}
        paths = [path for one in same.values() for path in one.files]
        there = dict(zip(paths, digests(docs, paths), strict=True))
        return {task: one for task, one in same.items() if all(there[path] == digest for path, digest in one.files.items())}


def forget(store: Cache, archives: Iterable[str]) -> None:
    """Let the next build make every page again: what was found to be wrong must not stand because nothing has changed."""
    for archive in archives:
        Standing().remember(store, archive)


def digests(folder: Path, paths: Sequence[str]) -> list[str]:
    """The SHA-256 of each file, empty of one that cannot be read; hashing leaves other threads their turn."""

    def digest(path: str) -> str:
        try:
            return hashlib.sha256((folder / path).read_bytes()).hexdigest()
        except OSError:
            return ""

    return in_threads(digest, paths)


def base_of(content: Content, archive: str) -> str:
    """The digest of what all pages of the archive are made with: our code, its libraries, and records that are no votes."""
    about = content.archives[archive]
    rest = (
        content.site, content.bodies, content.registers, content.groups, content.memberships, content.sources,
        content.discrepancies, about.model_copy(update={"files": ()}),
    )  # fmt: skip
    return together([code(), code_digest(), version("scipy"), repr(rest)])


def vote_digests(content: Content, archive: str) -> dict[str, str]:
    """By its id, the digest of all that is known of each vote of the archive."""
    found = content.archived[archive]
    return {
        id: together([repr(vote), found.digests[f"votes/{id}"], repr((found.sessions[id], found.topics[id]))])
        for id, vote in found.votes.items()
    }


def together(parts: Iterable[str]) -> str:
    """One digest of several texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def all_again(before: Standing, base: str) -> str:
    """Why every page is made again; empty where that is asked of each."""
    if not before.made:
        return "none was known"
    return "" if before.base == base else "the code, or what all of them rest on, has changed"


def reason(before: Standing, now: Mapping[str, str], votes: Collection[str], task: str) -> str:
    """Why a page that is made from these votes is made again; `now` has the digest of each vote."""
    changed = [f"votes/{id}" for id in votes if before.votes.get(id) != now[id]]
    if changed:
        return ", ".join([*changed[:3], *(["…"] if len(changed) > 3 else [])])
    return "something stands beside it, or its bytes are others" if task in before.made else "it is new"


def _key(archive: str) -> str:
    return f"pages of the archive {archive}"


def _row(found: Found | None) -> list[object] | None:
    if found is None:
        return None
    return [found.id, found.title, found.about, found.year, found.topics, found.outcome, found.members]


def _found(row: list[object] | None) -> Found | None:
    if row is None:
        return None
    id, title, about, year, topics, outcome, members = row
    assert isinstance(topics, list)
    assert isinstance(members, list)
    return Found(str(id), str(title), str(about), str(year), tuple(topics), str(outcome), tuple(members))
