"""Copies of a built site that share the bytes of what is not changed."""

from __future__ import annotations

import os
from pathlib import Path

from tests.sabotage.tools import GONE, Change


def linked_copy(built: Path, target: Path) -> Path:
    """A copy whose files are links to the same bytes: only what is sabotaged is written anew."""
    for folder, _, names in os.walk(built):
        here = target / Path(folder).relative_to(built)
        here.mkdir(parents=True, exist_ok=True)
        for name in names:
            os.link(Path(folder) / name, here / name)
    return target


def replace(file: Path, raw: bytes | None) -> None:
    """Other bytes at this place, or no file; the file that it was linked to stays as it is."""
    file.unlink(missing_ok=True)
    if raw is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def apply(changes: tuple[Change, ...], built: Path, copy: Path) -> None:
    """The changes, made on the copy; they read what was built, so that two files can be exchanged."""
    for change in changes:
        source = built / (change.copy_of or change.path)
        raw = change.edit(source.read_bytes() if source.is_file() else b"")
        replace(copy / change.path, None if raw == GONE else raw)


def undo(changes: tuple[Change, ...], built: Path, copy: Path) -> None:
    """The copy has the clean site's files again, and no others."""
    for change in changes:
        file, clean = copy / change.path, built / change.path
        file.unlink(missing_ok=True)
        if clean.is_file():
            os.link(clean, file)
