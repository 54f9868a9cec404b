"""Reading a spoilt copy of a site, where only what was touched is opened anew.

A page or picture whose bytes are those of the clean site, and which is compared with the same search index, style sheet and
frames, is said to be what it was: the reader looks at each on its own. What needs all of them is read anew every time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellers.problems import Problem
from tellers.verify import site as reader

SHARED = ("assets/tellers/figures.css", "search/search_index.json")


class Again:
    """The clean site, read once; `problems` of a copy that shares its files wherever it was not touched."""

    def __init__(self, folder: Path, built: Path) -> None:
        self.folder, self.built = folder, built
        self.frames = [path.relative_to(built) for path in built.glob("embed/**/*.html")]
        self.clean: dict[str, reader._Batch] = {}
        self._read(built, built, keep=True)

    def problems(self, copy: Path) -> tuple[Problem, ...]:
        return self._read(copy, self.built, keep=False)

    def _read(self, copy: Path, built: Path, keep: bool) -> tuple[Problem, ...]:
        shared = all(_same(copy / path, built / path) for path in SHARED)
        frames = all(_same(copy / path, built / path) for path in self.frames)

        def read_all(paths: list[str], desk: object, pixels: bool, progress: object) -> Iterator[reader._Batch]:
            reader._desk[:] = [desk]  # type: ignore[list-item]
            for path in paths:
                if keep:
                    self.clean[path] = reader._read([path], pixels)
                beside = (path, _twin(path), path.replace(".png", ".svg"))
                known = shared and path in self.clean and all(_same(copy / one, built / one) for one in beside)
                known = known and (frames or not path.endswith(".html"))
                yield self.clean[path] if known else reader._read([path], pixels)
            yield reader._look_around(desk)  # type: ignore[arg-type]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reader, "_read_all", read_all)
            return reader.verify_site(copy, self.folder, lambda *_: None).problems


def _twin(path: str) -> str:
    """The same picture in the other theme, with which a picture is compared; of another file, the file itself."""
    if not path.endswith(".png"):
        return path
    return path.replace("-dark.png", ".png") if path.endswith("-dark.png") else path.replace(".png", "-dark.png")


def _same(one: Path, other: Path) -> bool:
    """Whether both names are of one file."""
    if not one.is_file() or not other.is_file():
        return one.is_file() == other.is_file()
    return os.path.samefile(one, other)
