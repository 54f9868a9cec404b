"""Stored copies of sources: read letter for letter, because quotes are anchored at their characters."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from tellers.formats.yaml import Tree
from tellers.model import Source
from tellers.problems import Place, Problems

FOLDER = "content/snapshots/"


def is_snapshot(path: str) -> bool:
    """Whether a content file is a stored copy."""
    return path.startswith(FOLDER) and path.endswith(".txt")


def read_snapshots(
    files: Mapping[str, bytes], sources: Mapping[str, Source], trees: Mapping[str, Tree], problems: Problems
) -> dict[str, str]:
    """The stored texts by source; one that is not what its source's digest says is refused, and checks nothing."""
    texts: dict[str, str] = {}
    for path in filter(is_snapshot, sorted(files)):
        id = path.removeprefix(FOLDER).removesuffix(".txt")
        tree = trees.get(f"content/sources/{id}.yml")
        if id in sources and tree is not None:
            if _is_whole(path, files[path], sources[id], tree, problems) and (text := _text(path, files[path], problems)):
                texts[id] = text
        elif tree is None and f"content/sources/{id}.yml" not in files:
            problems.add(Place(path), "file", f'there is no source "{id}"', f"write content/sources/{id}.yml, or remove it")
    return texts


def _is_whole(path: str, raw: bytes, source: Source, tree: Tree, problems: Problems) -> bool:
    digest = "sha256:" + hashlib.sha256(raw).hexdigest()
    if source.snapshot is None:
        do = f"write `snapshot: {{digest: {digest}}}`"
        problems.add(tree.place(()), "snapshot", f"is missing, but there is {path}", do)
    elif source.snapshot.digest != digest:
        wrong = f"{path} has other bytes: {digest}"
        problems.add(tree.place(("snapshot", "digest")), "snapshot.digest", wrong, "restore the copy that was read")
    return source.snapshot is not None and source.snapshot.digest == digest


def _text(path: str, raw: bytes, problems: Problems) -> str | None:
    """The text as it was stored: nothing is composed and no line end changed, for each would move the characters."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.add(Place(path, line, 1), "file", f"byte {raw[error.start]:#04x} is not UTF-8", "save the file as UTF-8")
        return None
