"""A fresh site of one's own, copied from the starter in the package."""

from __future__ import annotations

from pathlib import Path

from tellers.files import resources
from tellers.files.lock import lock_of_a_site
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


def add_ci(folder: Path, host: str) -> list[str]:
    """Write what the host (`github` or `gitlab`) runs, and the lock it installs from; returns the paths written, in order.

    A file that is there already is never written over.
    """
    ours = resources.package() / "ci"
    if host == "github":
        files = {f".github/workflows/{path.name}": path.read_bytes() for path in sorted((ours / host).glob("*.yml"))}
    else:
        files = {".gitlab-ci.yml": (ours / "gitlab.yml").read_bytes()}
    files["requirements.lock"] = lock_of_a_site(resources.lock().read_text("utf-8")).encode()
    if there := [path for path in files if (folder / path).exists()]:
        raise EnvironmentFault(f"{folder / there[0]} exists; move it away, or keep it and take what you need from ours")
    for path, data in files.items():
        write_bytes(folder / path, data)
    return list(files)


def _name(path: Path) -> str:
    """Where a file of the starter goes: `gitignore` becomes `.gitignore`, which packaging would leave out."""
    return ".gitignore" if path.as_posix() == "gitignore" else path.as_posix()
