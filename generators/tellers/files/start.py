"""A fresh site of one's own, copied from the starter in the package."""

from __future__ import annotations

from pathlib import Path

from tellers.files import resources
from tellers.files.write import write_bytes
from tellers.problems import EnvironmentFault


def new_site(folder: Path) -> list[str]:
    """Copy the starter into the folder, which must be new or empty; returns the paths written, in order."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EnvironmentFault(f"{folder} exists and is not empty; name a new folder")
    starter = resources.package() / "starter"
    paths = sorted(path for path in starter.rglob("*") if path.is_file())
    for path in paths:
        write_bytes(folder / _name(path.relative_to(starter)), path.read_bytes())
    return [_name(path.relative_to(starter)) for path in paths]


def _name(path: Path) -> str:
    """Where a file of the starter goes: `gitignore` becomes `.gitignore`, which packaging would leave out."""
    return ".gitignore" if path.as_posix() == "gitignore" else path.as_posix()
