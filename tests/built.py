"""Whole sites, built once for all workers of a test run: the flagship, and the starter that `tellers new` copies."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path

import pytest

from tellers.build import build
from tellers.files.start import new_site

REPOSITORY = Path(__file__).resolve().parent.parent


def shared(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that all workers of this run share."""
    base = factory.getbasetemp()
    return (base.parent if "popen-gw" in base.name else base) / name


def flagship_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy of the flagship, built and published at its `build/site`.

    What `dev.py site` built from the same files is taken over; anything else is built anew.
    """
    folder = shared(factory, "flagship")
    with _locked(folder.with_suffix(".lock")):
        if not folder.with_suffix(".done").exists():
            shutil.copytree(REPOSITORY / "content", folder / "content")
            shutil.copy(REPOSITORY / "mkdocs.yml", folder)
            built = REPOSITORY / "build"
            if built.is_dir():
                shutil.copytree(built, folder / "build", symlinks=True, ignore=shutil.ignore_patterns("preview", ".lock"))
            build(folder)
            folder.with_suffix(".done").touch()
    return folder


def starter_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder of the starter, built and published at its `build/site`."""
    folder = shared(factory, "starter")
    with _locked(folder.with_suffix(".lock")):
        if not (folder / "build" / "site").exists():
            new_site(folder)
            build(folder, workers=1)
    return folder


class _locked:
    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.handle = path.open("w")

    def __enter__(self) -> None:
        fcntl.flock(self.handle, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self.handle.close()
