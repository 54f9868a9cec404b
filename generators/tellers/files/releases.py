"""Whole sites side by side, and the one link that says which of them is published.

`build/releases/<digest>/` is a finished site; `build/site` is a link to one of them. The link is replaced by a rename, so
that a reader sees the old site or the new one, whenever a build is killed.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tellers.files.threads import in_threads
from tellers.files.write import PART, remove_tree
from tellers.manifest import site as manifest_
from tellers.manifest.site import Listed
from tellers.problems import EnvironmentFault

KEEP = 3


@contextmanager
def locked(build: Path) -> Iterator[None]:
    """Hold the build folder for one build; a second one is told so at once."""
    with held(build / ".lock", f"another build is running in {build}; wait for it to end"):
        _collect_leftovers(build)
        yield


@contextmanager
def held(file: Path, otherwise: str) -> Iterator[None]:
    """Hold what the file stands for; raises EnvironmentFault with these words while another process does."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = file.open("w")
    except OSError as error:
        raise EnvironmentFault(f"cannot write to {file.parent}: {error.strerror}; check space and permissions") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise EnvironmentFault(otherwise) from error
        yield


def _collect_leftovers(build: Path) -> None:
    """Remove what a killed build left in the making; pages in the making are collected with the pages that are gone."""
    for leftover in (*build.glob(f".*{PART}"), *build.glob(".site.*"), *build.glob(f"releases/*{PART}")):
        if leftover.is_dir() and not leftover.is_symlink():
            remove_tree(leftover)
        else:
            with suppress(OSError):
                leftover.unlink()
    for leftover in build.glob(f"cache/*/.*{PART}"):
        with suppress(OSError):
            leftover.unlink()


@contextmanager
def staging(build: Path) -> Iterator[Path]:
    """An empty folder for a site in the making, which is gone at the end unless it was swapped in."""
    folder = build / "releases" / f"new{PART}"
    try:
        remove_tree(folder)
        folder.mkdir(parents=True)
    except OSError as error:
        raise EnvironmentFault(f"cannot write to {folder}: {error.strerror}; check space and permissions") from error
    try:
        yield folder
    finally:
        remove_tree(folder)


def digest_of(folder: Path) -> str:
    """The digest of a site: of the paths and bytes of all its files, in order, without what is written about it."""
    return manifest_.release_digest({path: one.sha256 for path, one in listed_in(folder).items()})


def listed_in(folder: Path) -> dict[str, Listed]:
    """Every file of the folder by its path, with digest and size."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    found = in_threads(lambda path: manifest_.listed(path.read_bytes()), paths)
    return {path.relative_to(folder).as_posix(): one for path, one in zip(paths, found, strict=True)}


def swap_in(build: Path, staged: Path, digest: str) -> Path:
    """Give the staged site of this digest its name and point `build/site` at it; returns the release's folder."""
    try:
        release = _named(build / "releases", digest[:16])
        if release.exists():
            remove_tree(staged)
        else:
            staged.rename(release)
        link = build / "site"
        if link.is_dir() and not link.is_symlink():
            raise EnvironmentFault(f"{link} is a folder, not our link; move it away")
        beside = build / f".site.{os.getpid()}"
        beside.unlink(missing_ok=True)
        beside.symlink_to(Path("releases") / release.name)
        beside.replace(link)
    except OSError as error:
        raise EnvironmentFault(f"cannot publish to {build}: {error.strerror}; check space and permissions") from error
    _collect(build, release)
    return release


def _named(releases: Path, digest: str) -> Path:
    """Where a site of this digest goes: to its whole twin, or beside a twin that was damaged since."""
    number = 1
    while True:
        release = releases / (digest if number == 1 else f"{digest}-{number}")
        if not release.exists() or is_whole(release):
            return release
        number += 1


def is_whole(release: Path) -> bool:
    """Whether every file of the release is as it was when it was published."""
    return digest_of(release)[:16] == release.name[:16]


def current(build: Path) -> Path | None:
    """The published release, or None."""
    link = build / "site"
    return link.resolve() if link.is_symlink() and link.exists() else None


def _collect(build: Path, keep: Path) -> None:
    """Remove all but the newest releases; the published one always stays."""
    found = [p for p in (build / "releases").iterdir() if p.is_dir() and p != keep]
    found.sort(key=lambda p: (-p.stat().st_mtime, p.name))
    for old in found[KEEP - 1 :]:
        remove_tree(old)
