"""Files of dumps among the content: which there are, and that each is named by an archive and has its digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from tellers.formats.yaml import Tree
from tellers.model import Archive
from tellers.problems import Place, Problems

FOLDER = "content/archives/"
_DUMP = re.compile(FOLDER + r"[A-Za-z0-9][A-Za-z0-9._-]*\.(csv(\.gz)?|parquet)")


def is_dump(path: str) -> bool:
    """Whether the file is kept for an archive, which alone reads it."""
    return _DUMP.fullmatch(path) is not None


def check_dumps(
    archives: Mapping[str, Archive], files: Mapping[str, bytes], trees: Mapping[str, Tree], problems: Problems
) -> None:
    """A dump that no archive names would silently not be published."""
    named = {FOLDER + dump.file for archive in archives.values() for dump in archive.files}
    unread = any(path.startswith(FOLDER) and path.endswith(".yml") and _id(path) not in archives for path in files)
    for path in files:
        if is_dump(path) and path not in named and not unread:
            do = "name it in the `files` of an archive, or remove it"
            problems.add(Place(path), "file", "no archive names this dump", do)
    for id, archive in archives.items():
        tree = trees[f"{FOLDER}{id}.yml"]
        for position, dump in enumerate(archive.files):
            if FOLDER + dump.file in files:
                place = tree.place(("files", position, "digest"))
                check_digest(files[FOLDER + dump.file], dump.file, dump.digest, place, problems)


def check_digest(data: bytes, name: str, wanted: str, place: Place, problems: Problems) -> bool:
    """Whether the bytes are those that the archive pins; a problem when not."""
    found = "sha256:" + hashlib.sha256(data).hexdigest()
    if found != wanted:
        do = f"compare the file with its source, and write {found} if it is right"
        problems.add(place, "files.digest", f"{name} has another digest", do)
    return found == wanted


def _id(path: str) -> str:
    return path.removeprefix(FOLDER).removesuffix(".yml")
