"""What one of our PNG files says of itself: its size, and the manifest inside."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from tellers.manifest import KEYWORD, Manifest, NotAManifest, load

_MAGIC = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Told:
    """Size in pixels, and the manifest."""

    width: int
    height: int
    manifest: Manifest


def told(data: bytes) -> Told:
    """What the picture says of itself; raises NotAManifest with the reason where it says nothing."""
    if not data.startswith(_MAGIC):
        raise NotAManifest("it is no PNG")
    chunks = {name + body[: len(KEYWORD)]: body for name, body in _chunks(data)}
    text = chunks.get(b"iTXt" + KEYWORD.encode(), b"")
    head = next((body for key, body in chunks.items() if key.startswith(b"IHDR")), b"")
    if not text or len(head) < 8:
        raise NotAManifest("it does not say what it shows")
    try:
        manifest = load(zlib.decompress(text[len(KEYWORD) + 3 :].split(b"\0", 2)[2]).decode())
    except (zlib.error, UnicodeDecodeError, IndexError) as error:
        raise NotAManifest("what it says of itself is damaged") from error
    width, height = struct.unpack(">II", head[:8])
    return Told(width, height, manifest)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_MAGIC)
    while at + 12 <= len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
