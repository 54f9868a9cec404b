"""A small site in a folder of its own with the files of a case, and what `tellers import` says and writes there."""

from __future__ import annotations

import shlex
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from tellers.cli import run

HERE = Path(__file__).parent
CASES = HERE / "cases"


@dataclass(frozen=True)
class Done:
    """How an import ended: exit code, lines on both outputs, and the files that are new or changed."""

    code: int
    said: list[str]
    files: dict[str, bytes]


def import_case(case: Path, folder: Path) -> Done:
    """Run the case's command in the folder, on the small site with the case's own files over it."""
    shutil.copytree(HERE / "site", folder, dirs_exist_ok=True)
    if (case / "site").is_dir():
        shutil.copytree(case / "site", folder, dirs_exist_ok=True)
    for path in case.iterdir():
        if path.is_file() and path.name not in ("command", "expected.txt"):
            shutil.copy(path, folder / path.name)
    before = read_all(folder)
    arguments = shlex.split((case / "command").read_text())
    said = StringIO()
    with chdir(folder), redirect_stdout(said), redirect_stderr(said):
        code = run(["import", *arguments])
    after = read_all(folder)
    return Done(code, said.getvalue().splitlines(), {path: raw for path, raw in after.items() if before.get(path) != raw})


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
