"""A bucket of S3-compatible storage, or of anything else that fsspec reaches."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from tellers.problems import EnvironmentFault
from tellers.publish.store import HELD

Answer = TypeVar("Answer")

_KINDS = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".json": "application/json",
    ".xml": "application/xml", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".wasm": "application/wasm",
}  # fmt: skip


class Bucket:
    """Files below a prefix: `s3://bucket/prefix`. Keys and endpoint come from the environment, as for other tools."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._files, self._root = _opened(address)

    def listing(self) -> Mapping[str, str]:
        self._files.invalidate_cache()
        found = self._do("list", lambda: self._files.find(self._root, detail=True)) or {}
        return {path.removeprefix(self._root).lstrip("/"): str(row.get("ETag", "")) for path, row in sorted(found.items())}

    def read(self, path: str) -> bytes | None:
        try:
            return bytes(self._do("read", lambda: self._files.cat_file(self._at(path))))
        except FileNotFoundError:
            return None

    def write(self, path: str, data: bytes) -> None:
        self._do("write", lambda: self._files.pipe_file(self._at(path), data, ContentType=kind_of(path)))

    def copy(self, source: str, path: str) -> None:
        said = {"ContentType": kind_of(path), "MetadataDirective": "REPLACE"}
        try:
            self._do("copy", lambda: self._files.cp_file(self._at(source), self._at(path), **said))
        except FileNotFoundError as error:
            raise EnvironmentFault(f"{source} of {self.address} is gone while it is published; publish again") from error

    @contextmanager
    def held(self) -> Iterator[Callable[[], None]]:
        """A bucket has no locks that end with a process that is killed: the publication that began last goes on alone."""
        mine = os.urandom(16).hex().encode()
        self.write(HELD, mine)

        def check() -> None:
            if self.read(HELD) != mine:
                raise EnvironmentFault(f"another publication to {self.address} began; it goes on, and this one ends")

        yield check

    def remove(self, path: str) -> None:
        self._do("remove", lambda: self._files.rm_file(self._at(path)))

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}"

    def _do(self, deed: str, call: Callable[[], Answer]) -> Answer:
        try:
            return call()
        except FileNotFoundError:
            if deed == "list":
                return None  # type: ignore[return-value]
            raise
        except _faults() as error:
            raise EnvironmentFault(f"cannot {deed} in {self.address}: {error}; check keys, endpoint and network") from error


def _faults() -> tuple[type[Exception], ...]:
    """What is raised where nobody is reached, or keys are missing; S3's client has errors of its own for that."""
    try:
        from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]
    except ImportError:
        return OSError, ValueError
    return OSError, ValueError, BotoCoreError, ClientError


def kind_of(path: str) -> str:
    """What a browser is told that the file is."""
    ending = path[path.rfind(".") :] if "." in path.rpartition("/")[2] else ""
    return _KINDS.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def _opened(address: str) -> tuple[Any, str]:
    try:
        import fsspec  # type: ignore[import-untyped]

        files, root = fsspec.url_to_fs(address)
    except ImportError as error:
        raise EnvironmentFault(f"{address} needs an extra: pip install 'tellers[s3]'") from error
    except ValueError as error:
        raise EnvironmentFault(f"cannot open {address}: {error}") from error
    return files, str(root).rstrip("/")
