"""Every record by its path, as it is handed to whoever reads a page: those of votes note what is asked of them.

Of an archive's record the digests of its files are left out: what the files hold is asked of the votes read in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tellers.verify.content import Record
from tellers.verify.nodes import Tree

VOTES, ARCHIVES = "votes/", "archives/"


class NotedTrees(Mapping[str, Tree]):
    """The records; `votes` are the noted ones."""

    def __init__(self, plain: Mapping[str, Tree], votes: Mapping[str, Any]) -> None:
        self._rest = {path: _light(path, tree) for path, tree in plain.items() if not path.startswith(VOTES)}
        self._votes = votes

    def __getitem__(self, path: str) -> Any:
        if not path.startswith(VOTES):
            return self._rest[path]
        if _vote_at(path) not in self._votes:
            raise KeyError(path)
        return self._votes[_vote_at(path)]

    def __iter__(self) -> Iterator[str]:
        yield from self._rest
        yield from (f"{VOTES}{id}.yml" for id in self._votes)

    def __len__(self) -> int:
        return len(self._rest) + len(self._votes)


def _vote_at(path: str) -> str:
    return path.removeprefix(VOTES).removesuffix(".yml")


def _light(path: str, tree: Tree) -> Tree:
    return without_digests(tree) if path.startswith(ARCHIVES) and isinstance(tree, dict) else tree


def without_digests(about: Record) -> Record:
    """An archive's record without the digests of its files."""
    rows = about.get("files")
    if not isinstance(rows, list):
        return about
    files = [{key: row[key] for key in row if key != "digest"} for row in rows if isinstance(row, Mapping)]
    return {**about, "files": files}
