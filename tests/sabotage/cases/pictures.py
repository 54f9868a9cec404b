"""Pixels: a PNG and its manifest."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image

from tests.sabotage.tools import Case, Edit, same

_TALLY = "figures/assembly/24_1.tally"


def manifest_of(raw: bytes) -> bytes:
    """The whole iTXt chunk `tellers` of a PNG."""
    at = 8
    while at < len(raw):
        length = struct.unpack(">I", raw[at : at + 4])[0]
        chunk = raw[at : at + 12 + length]
        if chunk[4:8] == b"iTXt" and chunk[8:].startswith(b"tellers\0"):
            return chunk
        at += 12 + length
    raise AssertionError("no manifest")


def with_manifest(raw: bytes, chunk: bytes) -> bytes:
    """The PNG with this chunk before its pixels."""
    bare = raw.replace(manifest_of(raw), b"") if b"tellers\0" in raw else raw
    at = 8 + 12 + struct.unpack(">I", bare[8:12])[0]
    return bare[:at] + chunk + bare[at:]


def repaint(change: Callable[[Image.Image], Image.Image]) -> Edit:
    """Other pixels below the same manifest."""

    def edit(raw: bytes) -> bytes:
        out = BytesIO()
        change(Image.open(BytesIO(raw)).convert("RGB")).save(out, "PNG")
        return with_manifest(out.getvalue(), manifest_of(raw))

    return edit


def _colour_for_colour(one: tuple[int, int, int], other: tuple[int, int, int]) -> Callable[[Image.Image], Image.Image]:
    def change(image: Image.Image) -> Image.Image:
        pixels = image.load()
        assert pixels is not None
        for x in range(image.width):
            for y in range(image.height):
                if pixels[x, y] == one:
                    pixels[x, y] = other
                elif pixels[x, y] == other:
                    pixels[x, y] = one
        return image

    return change


def _shifted(image: Image.Image) -> Image.Image:
    moved = Image.new("RGB", image.size, (255, 255, 255))
    moved.paste(image, (40, 0))
    return moved


def _painted_over(image: Image.Image) -> Image.Image:
    image.paste((255, 255, 255), (0, 200, image.width // 2, image.height))
    return image


def _half(image: Image.Image) -> Image.Image:
    return image.resize((image.width // 2, image.height // 2))


def reworded(old: bytes, new: bytes) -> Edit:
    """The PNG's manifest says something else, under a correct checksum."""

    def edit(raw: bytes) -> bytes:
        chunk = manifest_of(raw)
        head, rest = chunk[8 : 8 + 10], chunk[8:-4]
        packed = head[8] == 1
        body = rest.split(b"\0", 1)[1][2:].split(b"\0", 2)
        text = zlib.decompress(body[2]) if packed else body[2]
        assert old in text
        text = text.replace(old, new, 1)
        data = b"tellers\0\0\0" + body[0] + b"\0" + body[1] + b"\0" + text
        made = struct.pack(">I", len(data)) + b"iTXt" + data + struct.pack(">I", zlib.crc32(b"iTXt" + data))
        return with_manifest(raw, made)

    return edit


def transparent(raw: bytes) -> bytes:
    out = BytesIO()
    Image.open(BytesIO(raw)).convert("RGBA").save(out, "PNG")
    return with_manifest(out.getvalue(), manifest_of(raw))


CASES = [
    Case("PNG: manifest number", f"{_TALLY}.png", reworded(b'"value":5', b'"value":6'), ("option=yes", "6", "5")),
    Case("PNG: alternative text", f"{_TALLY}-dark.png", reworded(b"5 yes", b"6 yes"), ("words", "6 yes")),
    Case("PNG: no manifest", f"{_TALLY}-360.png", lambda raw: raw.replace(manifest_of(raw), b""), ("manifest",)),
    Case("PNG: transparent", f"{_TALLY}-360-dark.png", transparent, ("opaque", "False")),
    Case("PNG: half the size", "figures/assembly/24_2.tally.png", repaint(_half), ("width", "600", "1200")),
    Case(
        "PNG: colours swapped",
        "figures/assembly/24_2.waffle.png",
        repaint(_colour_for_colour((36, 80, 138), (196, 80, 27))),
        ("pixels of dot:", "c4501b"),
    ),
    Case("PNG: shifted", "figures/assembly/24_3.tally.png", repaint(_shifted), ("bar:",)),
    Case("PNG: marks painted over", "figures/assembly/24_3.waffle.png", repaint(_painted_over), ("pixels of dot:",)),
    Case("PNG: card painted over", "figures/assembly/24_1.card.png", repaint(_painted_over), ("bar:",)),
    Case("PNG: damaged", "figures/assembly/25_1.tally.png", lambda raw: raw[: len(raw) // 2], ("file",)),
    Case(
        "PNG of another vote",
        "figures/assembly/24_3.tally.png",
        same,
        ("figure", "24_1.tally", "24_3.tally"),
        copy_of="figures/assembly/24_1.tally.png",
    ),
    Case(
        "PNG of the other theme",
        "figures/assembly/25_3.tally.png",
        same,
        ("theme", "dark", "light"),
        copy_of="figures/assembly/25_3.tally-dark.png",
    ),
    Case(
        "card of another vote",
        "figures/assembly/24_2.card.png",
        same,
        ("figure", "24_1.card", "24_2.card"),
        copy_of="figures/assembly/24_1.card.png",
    ),
]
