"""A saved source file: its bytes, which are never changed, and the digest by which they are known."""

from __future__ import annotations

import gzip
import hashlib
import io
import unicodedata
import zlib
from dataclasses import dataclass

from tellers.problems import Place, Problems

MAX_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Saved:
    """A file as it was saved, under the name by which problems point into it."""

    name: str
    raw: bytes

    @property
    def digest(self) -> str:
        """`sha256:` of the bytes as they came, still compressed if they were."""
        return "sha256:" + hashlib.sha256(self.raw).hexdigest()

    def bytes(self, problems: Problems) -> bytes | None:
        """The content, uncompressed where it came as gzip; None, with a problem, when it cannot be."""
        content = self.raw
        try:
            if content.startswith(b"\x1f\x8b"):
                with gzip.open(io.BytesIO(self.raw)) as file:
                    content = file.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            problems.add(Place(self.name), "file", f"not gzip: {error}", "save the file again")
            return None
        if len(content) > MAX_BYTES:
            problems.add(Place(self.name), "file", "is larger than 1 GiB, perhaps once it is uncompressed", "split it")
            return None
        return content

    def text(self, problems: Problems, encoding: str = "utf-8") -> str | None:
        """The content as composed text with LF, its byte order mark removed; None, with a problem, when it is none."""
        content = self.bytes(problems)
        if content is None:
            return None
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            wrong = f"byte {content[error.start]:#04x} is not {encoding.upper()}"
            problems.add(Place(self.name, line), "file", wrong, "save the file as UTF-8")
            return None
        if "\x00" in text:
            line = text[: text.index("\x00")].count("\n") + 1
            problems.add(Place(self.name, line), "file", "a null character", "save the file as text")
            return None
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return text if text.isascii() else unicodedata.normalize("NFC", text)
