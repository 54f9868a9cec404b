"""Where files can be put one at a time: a folder of one's own, or a bucket. A page is whole or not there, never half."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from tellers.files.releases import held
from tellers.files.write import write_bytes
from tellers.problems import EnvironmentFault
from tellers.publish.order import HIDDEN

HELD = f"{HIDDEN}publishing"
"""Says whose publication the target is in the hands of."""


class Store(Protocol):
    """Files by path. Every call may fail with EnvironmentFault, and changes one file or none."""

    def listing(self) -> Mapping[str, str]:
        """Every file, with a tag that is the same for the same bytes."""

    def read(self, path: str) -> bytes | None:
        """The file's bytes, or None where there is none."""

    def write(self, path: str, data: bytes) -> None: ...

    def copy(self, source: str, path: str) -> None:
        """Give the file the bytes of another."""

    def remove(self, path: str) -> None: ...

    def held(self) -> AbstractContextManager[Callable[[], None]]:
        """Hold the target for one publication; the function raises EnvironmentFault once it is another's."""


class Folder:
    """A folder, perhaps one that a web server shows."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def listing(self) -> Mapping[str, str]:
        files = sorted(path for path in self.root.rglob("*") if path.is_file() and not path.name.endswith(".part"))
        return {path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def read(self, path: str) -> bytes | None:
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    def write(self, path: str, data: bytes) -> None:
        write_bytes(self.root / path, data)

    def copy(self, source: str, path: str) -> None:
        data = self.read(source)
        if data is None:
            raise EnvironmentFault(f"{self.root / source} is gone while it is published; publish again")
        self.write(path, data)

    @contextmanager
    def held(self) -> Iterator[Callable[[], None]]:
        with held(self.root / HELD, f"another publication to {self.root} is running; wait for it to end"):
            yield lambda: None

    def remove(self, path: str) -> None:
        try:
            (self.root / path).unlink(missing_ok=True)
            self._remove_empty((self.root / path).parent)
        except OSError as error:
            raise EnvironmentFault(f"cannot remove {self.root / path}: {error.strerror}; check permissions") from error

    def _remove_empty(self, folder: Path) -> None:
        """Remove the folder and those above it; several files of one folder may be removed at once."""
        while folder != self.root:
            try:
                folder.rmdir()
            except OSError:  # it holds something still, or is gone already
                return
            folder = folder.parent
