"""Copies of a built site that share the bytes of what is not changed."""

from __future__ import annotations

import os
from pathlib import Path


def linked_copy(built: Path, target: Path) -> Path:
    """A copy whose files are links to the same bytes: only what is sabotaged is written anew."""
    for folder, _, names in os.walk(built):
        here = target / Path(folder).relative_to(built)
        here.mkdir(parents=True, exist_ok=True)
        for name in names:
            os.link(Path(folder) / name, here / name)
    return target


def replace(file: Path, raw: bytes) -> None:
    """Other bytes at this place; the file that it was linked to stays as it is."""
    file.unlink()
    file.write_bytes(raw)
