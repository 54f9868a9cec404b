"""The pages of all archives as plain files: made in portions on all cores, written where their bytes differ.

No process holds more than a portion of the pages; a figure is drawn when its page is made, and for that page alone.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tellers import encode
from tellers.build import drawing
from tellers.build import pictures as pictures_
from tellers.build.docs import short, templates
from tellers.build.workers import Crew, spread
from tellers.claims.words import Words
from tellers.desk import Desk, Picture
from tellers.files.write import own_folder, write_bytes
from tellers.model import Content
from tellers.pages import archive
from tellers.pages.archive import Found, Framed, Shelf
from tellers.problems import EnvironmentFault, Problems
from tellers.stats import Result, result_of

PORTION = 40
INDEX = "votes.json.gz"
Task = tuple[str, ...]
"""Which page to make: the name of its maker, and what it is about."""
Made = tuple[str, Found | None, tuple[str, ...]]
"""The path of a page, by what it is found, and the paths of the files beside it."""


@dataclass(frozen=True, slots=True)
class Written:
    """Paths below `docs` of the pages of archives, and of the files beside them."""

    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def frame_archives(content: Content, words: Words, docs: Path, progress: pictures_.Progress, crew: Crew) -> Written:
    """Write the pages of all archives below `docs`, and for each archive the index in which its votes are searched."""
    pages: list[str] = []
    files: list[str] = []
    own_folder(docs)
    for id in content.archived:
        making = _Making.of(content, words, docs, id)
        portions = _portions(list(making.tasks(frozenset(content.votes))))
        found: dict[str, Found] = {}
        with drawing.legible():
            for done, made in enumerate(_run(making, portions, crew), 1):
                pages += [path for path, *_ in made]
                files += [file for *_, beside in made for file in beside]
                found |= {entry.id: entry for _, entry, _ in made if entry is not None}
                progress("archive", done, len(portions))
        index = f"archives/{id}/{INDEX}"
        files.append(index)
        write_bytes(docs / index, index_bytes([found[vote] for vote in reversed(making.shelf.votes) if vote in found]))
    return Written(tuple(sorted(pages)), tuple(files))


def index_bytes(found: Sequence[Found]) -> bytes:
    """The index of an archive, newest votes first, compressed: hosts do not do that alike."""
    text = json.dumps([entry.row() for entry in found], ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def _portions(tasks: Sequence[Task]) -> list[Sequence[Task]]:
    return [tasks[start : start + PORTION] for start in range(0, len(tasks), PORTION)]


@dataclass(frozen=True)
class _Making:
    """An archive on the desk, and where its pages go."""

    desk: Desk
    shelf: Shelf
    docs: Path

    @classmethod
    def of(cls, content: Content, words: Words, docs: Path, id: str) -> _Making:
        alone = content.of_archive(id)
        shelf = Shelf(content.archived[id], words)
        desk = Desk(alone, words, _Results(alone), _Pictures(alone, words), Problems())
        return cls(desk, shelf, docs)

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

    def make(self, task: Task) -> tuple[Made, dict[str, bytes]]:
        """One page, with its bytes and those of the files beside it by path."""
        framed = _MAKERS[task[0]](self.desk, self.shelf, *task[1:])
        path = framed.page.path
        files = {f"{path.removesuffix('.md')}/{name}": data for name, data in framed.files.items()}
        return (path, framed.found, tuple(files)), {path: page_bytes(framed), **files}

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


class _Results(Mapping[str, Result]):
    """Results of the archive's votes, each worked out where it is asked for."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def __getitem__(self, id: str) -> Result:
        return result_of(self.content, id)

    def __iter__(self) -> Iterator[str]:
        return iter(self.content.votes)

    def __len__(self) -> int:
        return len(self.content.votes)


class _Pictures(Mapping[str, Picture]):
    """Pictures of the archive's votes, each drawn where it is asked for."""

    def __init__(self, content: Content, words: Words) -> None:
        self.content, self.words = content, words

    def __getitem__(self, figure: str) -> Picture:
        id, _, kind = figure.rpartition(".")
        if not _SHOWN[kind](result_of(self.content, id)):
            raise KeyError(figure)
        chart = drawing.kinds()[kind].marks(id, self.content, self.words)
        drawn = drawing.draw_framed(drawing.job_of(kind, chart, self.content))
        return pictures_.pictures({figure: (kind, chart)}, {figure: drawn}, self.words)[figure]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


_SHOWN: Mapping[str, Callable[[Result], bool]] = {
    "tally": lambda result: bool(result.tally.counts),
    "blocks": lambda result: result.roll is not None and result.body.layout != "horseshoe",
}
"""Of which votes an archive shows each of its kinds of figure."""

def _run(making: _Making, portions: list[Sequence[Task]], crew: Crew) -> Iterator[list[Made]]:
    """What is made of each portion, on disk: written by the processes of this machine themselves, of a cluster by this one."""
    if not crew.cluster:
        yield from spread(_write, making, portions, crew, "pages were made")
        return
    for portion in spread(_make, making, portions, crew, "pages were made"):
        for _, files in portion:
            making.write(files)
        yield [made for made, _ in portion]


def _make(making: _Making, tasks: Sequence[Task]) -> list[tuple[Made, dict[str, bytes]]]:
    return [making.make(task) for task in tasks]


def _write(making: _Making, tasks: Sequence[Task]) -> list[Made]:
    made = []
    for page, files in map(making.make, tasks):
        making.write(files)
        made.append(page)
    return made
