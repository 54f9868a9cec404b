"""Writing: only bytes that differ, each file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from tellers.problems import EnvironmentFault

_AT_ONCE = 16
PART = ".part"
"""How the names of files and folders in the making end; what a killed build leaves is collected by the next."""


def write_bytes(path: Path, data: bytes) -> bool:
    """Write the file through a temporary neighbour; False when it held these bytes already."""
    beside = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise EnvironmentFault(f"cannot write {path}: {error.strerror}; check space and permissions") from error
    return True


def write_tree(folder: Path, files: Mapping[str, bytes], kept: Collection[str] = ()) -> list[str]:
    """Make the folder hold exactly these files; returns the paths that changed, gone ones included, in order.

    Files at the paths `kept` belong there too: somebody else has written them. A link in the folder's place is removed, not
    followed: where it leads is nothing of ours.
    """
    own_folder(folder)
    changed = [key for key in sorted(files) if write_bytes(folder / key, files[key])]
    stay = frozenset(kept)
    gone = [key for key in _present(folder) if key not in files and key not in stay]
    try:
        for key in gone:
            (folder / key).unlink()
        _remove_empty(folder)
    except OSError as error:
        raise EnvironmentFault(f"cannot write to {folder}: {error.strerror}; check space and permissions") from error
    return sorted(changed + gone)


def own_folder(folder: Path) -> None:
    """Make the folder, in the place of a link if there is one."""
    try:
        if folder.is_symlink():
            folder.unlink()
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(f"cannot write to {folder}: {error.strerror}; check space and permissions") from error


def _present(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _remove_empty(folder: Path) -> None:
    for path, _folders, _names in os.walk(folder, topdown=False):
        if Path(path) != folder and not os.listdir(path):
            os.rmdir(path)


def remove_tree(folder: Path) -> None:
    """Remove a folder and all below it, as far as that can be done; nothing happens when it is not there.

    Some file systems let each folder that goes wait: those of a large site go side by side, the deepest first.
    """
    if folder.is_symlink() or not folder.is_dir():
        return
    levels: dict[int, list[str]] = {}
    for path, _folders, _names in os.walk(folder):
        levels.setdefault(path.count(os.sep), []).append(path)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _, paths in sorted(levels.items(), reverse=True):
            list(pool.map(_remove_folder, paths))


def _remove_folder(folder: str) -> None:
    """Remove a folder in which there are no others."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):
                os.unlink(entry.path)
        os.rmdir(folder)
