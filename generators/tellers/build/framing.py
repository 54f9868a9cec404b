"""The pages of all archives as plain files: those that would not be as they are, made in portions on all cores.

No process holds more than a portion of the pages; a figure is drawn when its page is made, and for that page alone.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from tellers import encode
from tellers.build import drawing
from tellers.build import pictures as pictures_
from tellers.build.docs import short, templates
from tellers.build.on_demand import Pictures, Results
from tellers.build.standing import Again, Made, Standing, all_again, base_of, reason, together, vote_digests
from tellers.build.workers import Crew, spread
from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.files.cache import Cache
from tellers.files.write import own_folder, write_bytes
from tellers.model import Content
from tellers.pages import archive
from tellers.pages.archive import Found, Framed, Shelf
from tellers.problems import Problems

PORTION = 40
INDEX = "votes.json.gz"
Task = tuple[str, ...]
"""Which page to make: the name of its maker, and what it is about."""


@dataclass(frozen=True, slots=True)
class Written:
    """The pages of archives by path below `docs`, and the files beside them, each with the digest of its bytes."""

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    again: Again = field(default_factory=Again)


def frame_archives(
    content: Content, words: Words, docs: Path, store: Cache, progress: pictures_.Progress, crew: Crew
) -> Written:  # fmt: skip
    """Write the pages of all archives below `docs`, and for each archive the index in which its votes are searched.

    What stands there already as it would be made is left as it is.
    """
    pages: dict[str, str] = {}
    files: dict[str, str] = {}
    again, whole = dict[str, str](), list[str]()
    own_folder(docs)
    for id in content.archived:
        making, before = _Making.of(content, words, docs, id), Standing.of(store, id)
        made = _made(making, before, list(making.tasks(frozenset(content.votes))), again, progress, crew)
        whole += [said] if (said := all_again(before, making.base)) else []
        Standing(making.base, making.digests, made).remember(store, id)
        for one in made.values():
            pages[one.path] = one.files[one.path]
            files |= {path: digest for path, digest in one.files.items() if path != one.path}
        found = {one.found.id: one.found for one in made.values() if one.found is not None}
        index = index_bytes([found[vote] for vote in reversed(making.shelf.votes) if vote in found])
        files[f"archives/{id}/{INDEX}"] = sha256(index).hexdigest()
        write_bytes(docs / "archives" / id / INDEX, index)
    return Written(dict(sorted(pages.items())), files, Again(again, ", ".join(dict.fromkeys(whole))))


def pages_of_votes(content: Content, words: Words, archive_id: str, ids: Collection[str]) -> dict[str, bytes]:
    """The pages of these votes of an archive by path below `docs`, made alone; for a preview."""
    desk, shelf = _desk_and_shelf(content, words, archive_id)
    with drawing.legible():
        made = [archive.vote(desk, shelf, id) for id in ids if id not in content.votes]
    return {framed.page.path: page_bytes(framed) for framed in made}


def _desk_and_shelf(content: Content, words: Words, id: str) -> tuple[Desk, Shelf]:
    alone = content.of_archive(id)
    return Desk(alone, words, Results(alone), Pictures(alone, words), Problems()), Shelf(content.archived[id], words)


def _made(
    making: _Making, before: Standing, tasks: Sequence[Task], again: dict[str, str], progress: pictures_.Progress,
    crew: Crew,
) -> dict[str, Made]:  # fmt: skip
    """Every page by its task; those that are made now are noted in `again`."""
    keys = {named(task): making.key(task) for task in tasks}
    made = before.still(making.docs, keys)
    waiting = [task for task in tasks if named(task) not in made]
    portions = _portions(waiting, crew)
    with drawing.legible():
        for done, portion in enumerate(_run(making, portions, crew), 1):
            made |= portion
            progress("archive", done, len(portions))
    for task in waiting:
        again[made[named(task)].path] = reason(before, making.digests, making.votes_of(task), named(task))
    return made


def index_bytes(found: Sequence[Found]) -> bytes:
    """The index of an archive, newest votes first, compressed: hosts do not do that alike."""
    text = json.dumps([entry.row() for entry in found], ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def named(task: Task) -> str:
    """The task in one text."""
    return " ".join(task)


def _portions(tasks: Sequence[Task], crew: Crew) -> list[Sequence[Task]]:
    """Few tasks are made in small portions, so that no worker waits for another."""
    size = max(1, min(PORTION, len(tasks) // (4 * crew.processes)))
    return [tasks[start : start + size] for start in range(0, len(tasks), size)]


@dataclass(frozen=True)
class _Making:
    """An archive on the desk, and where its pages go."""

    desk: Desk
    shelf: Shelf
    docs: Path
    base: str
    digests: Mapping[str, str]
    """Of each vote."""

    @classmethod
    def of(cls, content: Content, words: Words, docs: Path, id: str) -> _Making:
        desk, shelf = _desk_and_shelf(content, words, id)
        return cls(desk, shelf, docs, base_of(content, id), vote_digests(content, id))

    def tasks(self, kept: frozenset[str]) -> Iterator[Task]:
        """Every page of the archive; a vote that has a file of its own has its page from there."""
        yield ("index",)
        yield ("members",)
        yield ("compare",)
        if self.shelf.archived.about.anchor is not None:
            yield ("turns",)
        yield from (("decade", str(first)) for first in self.shelf.decades)
        yield from (("session", name) for name in self.shelf.sessions)
        yield from (("topic", name) for name in self.shelf.topics)
        yield from (("vote", id) for id in self.shelf.votes if id not in kept)
        yield from (("member", code, str(decade)) for code, decades in self.shelf.records.items() for decade in decades)

    def votes_of(self, task: Task) -> Sequence[str]:
        """The votes that a page is made from, of which it may say anything."""
        shelf, (kind, *about) = self.shelf, task
        if kind == "vote":
            return about
        if kind in ("session", "topic"):
            return (shelf.sessions if kind == "session" else shelf.topics)[about[0]]
        return shelf.by_decade[int(about[-1])] if kind in ("decade", "member") else shelf.votes

    def key(self, task: Task) -> str:
        """The digest of everything that a page is made from: of its votes, and of the order in which it stands."""
        shelf, (kind, *about) = self.shelf, task
        beside: object = ""
        if kind == "vote":
            beside = [(other, self.desk.content.votes[other].name) for other in shelf.near(about[0]) if other is not None]
        elif kind == "member":
            beside = list(shelf.records[about[0]])
        elif kind == "decade":
            beside = list(shelf.topics)
        votes = self.votes_of(task)
        known = together(self.digests[id] for id in votes) if kind == "vote" else self._together(tuple(votes))
        return together([self.base, named(task), known, repr(beside)])

    def _together(self, votes: tuple[str, ...]) -> str:
        """One digest of many votes, made once: all members of a decade are made from the same."""
        if votes not in self._known:
            self._known[votes] = together(self.digests[id] for id in votes)
        return self._known[votes]

    @cached_property
    def _known(self) -> dict[tuple[str, ...], str]:
        return {}

    def make(self, task: Task) -> tuple[Made, dict[str, bytes]]:
        """One page, with its bytes and those of the files beside it by path."""
        framed = _MAKERS[task[0]](self.desk, self.shelf, *task[1:])
        path = framed.page.path
        files = {path: page_bytes(framed)}
        files |= {f"{path.removesuffix('.md')}/{name}": data for name, data in framed.files.items()}
        digests = {file: sha256(data).hexdigest() for file, data in files.items()}
        return Made(path, self.key(task), digests, framed.found), files

    def write(self, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            write_bytes(self.docs / path, data)


_MAKERS: Mapping[str, Callable[..., Framed]] = {
    "index": archive.index,
    "members": archive.members,
    "session": archive.session,
    "topic": archive.topic,
    "vote": archive.vote,
    "member": lambda desk, shelf, code, decade: archive.member(desk, shelf, code, int(decade)),
    "decade": lambda desk, shelf, decade: archive.decade(desk, shelf, int(decade)),
    "compare": archive.compare,
    "turns": archive.turns,
}


def page_bytes(framed: Framed) -> bytes:
    """The page as a Markdown file whose body is one block of HTML, so that any builder can show it."""
    page = framed.page
    front: dict[str, object] = {"title": page.title, "description": short(page.description)}
    body = templates().render(page.template, page.context)
    return (encode.front_matter(front) + "\n" + body.strip() + "\n").encode()


def _run(making: _Making, portions: list[Sequence[Task]], crew: Crew) -> Iterator[dict[str, Made]]:
    """What is made of each portion, on disk: written by the processes of this machine themselves, of a cluster by this one."""
    if portions:
        drawing.load_painters()
    if not crew.cluster:
        yield from spread(_write, making, portions, crew, "pages were made")
        return
    for portion in spread(_make, making, portions, crew, "pages were made"):
        for _, files in portion.values():
            making.write(files)
        yield {task: made for task, (made, _) in portion.items()}


def _make(making: _Making, tasks: Sequence[Task]) -> dict[str, tuple[Made, dict[str, bytes]]]:
    return {named(task): making.make(task) for task in tasks}


def _write(making: _Making, tasks: Sequence[Task]) -> dict[str, Made]:
    done: dict[str, Made] = {}
    for task in tasks:
        done[named(task)], files = making.make(task)
        making.write(files)
    return done
