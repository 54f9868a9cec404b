"""Content files from disk, as bytes by path."""

from __future__ import annotations

import os
from pathlib import Path

from tellers.problems import EnvironmentFault, Place, Problem, Refused

MAX_FILE = 16 * 1024 * 1024


def read_content_files(site: Path) -> dict[str, bytes]:
    """Every file below `content/`, keyed by its path from the site's folder with `/`; hidden files are left out.

    Symbolic links are refused: what is published has to lie in the folder that is reviewed.
    """
    root = site / "content"
    if not root.is_dir():
        raise EnvironmentFault(f"no folder content/ in {site}; run this in a site's folder, or start one with `tellers new`")
    if root.is_symlink():
        raise Refused([Problem(Place("content"), "file", "is a symbolic link", "put the folder itself here")])
    found: dict[str, bytes] = {}
    strange: list[Problem] = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in [*names, *folders] if not name.startswith(".")):
            path = Path(folder) / name
            key = path.relative_to(site).as_posix()
            if not _is_text(name):
                strange.append(Problem(Place(key), "file", "has a name that is no text", "rename it"))
            elif path.is_symlink():
                strange.append(Problem(Place(key), "file", "is a symbolic link", "put the file itself here"))
            elif path.is_file():
                found[key] = _read(path, key)
            elif not path.is_dir():
                strange.append(Problem(Place(key), "file", "is neither a file nor a folder", "remove it"))
    if strange:
        raise Refused(strange)
    return dict(sorted(found.items()))


def _is_text(name: str) -> bool:
    """Whether the name's bytes are letters; Python keeps those that are none as halves of a character."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _read(path: Path, key: str) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise Refused([Problem(Place(key), "file", "is larger than 16 MiB", "split it")])
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(f"cannot read {key}: {error.strerror}; mend its permissions") from error


DUMPS = "TELLERS_ARCHIVES"
"""The variable of the environment that names a folder with dumps too large to lie in content/."""


def read_dump(name: str) -> bytes | None:
    """The dump of this name in the folder that the environment names; None where there is none."""
    folder = os.environ.get(DUMPS)
    path = Path(folder) / name if folder else None
    if path is None or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(f"cannot read {path}: {error.strerror}; mend its permissions") from error
