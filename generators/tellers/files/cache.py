"""A content-addressed store of finished bytes. Deleting it never changes a result; a damaged entry is made again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tellers.files.write import write_bytes
from tellers.problems import EnvironmentFault


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries by key; each file begins with the digest of what follows."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """The bytes stored under the key, or None when there are none or they are damaged."""
        try:
            raw = self._path(key).read_bytes()
        except OSError:
            return None
        digest, data = raw[:32], raw[32:]
        return data if hashlib.sha256(key.encode() + data).digest() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Store the bytes; a full disk costs speed, not the build."""
        try:
            write_bytes(self._path(key), hashlib.sha256(key.encode() + data).digest() + data)
        except EnvironmentFault:
            return

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:]
