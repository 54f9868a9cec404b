"""Pictures as newsletters use them: size, opaque ground, the manifest inside, and the pixels where marks have to be."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, UnidentifiedImageError

from tellers.manifest import KEYWORD, Manifest, NotAManifest, load
from tellers.verify.cards import CARD
from tellers.verify.paints import Paints
from tellers.verify.rasters import Mask, Table, numbers, read_raster
from tellers.verify.report import Findings
from tellers.verify.svg import Picture, Shape

_MAGIC = b"\x89PNG\r\n\x1a\n"
_FULL_MEMBERS = ("tile", "dot", "seat")
BOXES = {"-square": (1080, 1080), "-card": (1200, 630)}
"""Pixels of the pictures that have a layout of the figure in their middle, as large as it fits."""
HEAVIEST = 61440
"""Bytes of a picture that a mail may carry: 60 KB."""
_FEWER, _SPARSE = (1.5, 1.0), 0.6
"""Pixels to a CSS pixel in pictures that would be too heavy with two, and what part of the most such a one still weighs."""
_GAP = 2
_EDGE = 2.0
"""So wide may be the edge of a hollow bar, and what is rounded beside it."""
_BLEND = 0.3
"""How much of the border of a crossed mark may have the colour of the ground."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """The pixels of a picture or of a part of it: for each the place of its colour in the table, and the table."""

    indices: np.ndarray[tuple[int, ...], np.dtype[np.integer[Any]]]
    table: Mapping[int, int]

    def part(self, top: int, bottom: int, left: int, right: int) -> Pixels:
        return Pixels(self.indices[top:bottom, left:right], self.table)

    def of(self, colour: int) -> Mask:
        """Which pixels have the colour, red first."""
        mask: Mask = self.indices == self.table.get(colour, -1)
        return mask


class NotAPicture(ValueError):
    """The bytes are no PNG that can be read; says why."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a PNG says before its pixels."""

    width: int
    height: int
    opaque: bool
    manifest: str
    palette: bool


def read_header(raw: bytes) -> Header:
    """Size, whether every pixel is opaque, and the text of the chunk `tellers`; raises NotAPicture."""
    if not raw.startswith(_MAGIC):
        raise NotAPicture("it does not begin as a PNG")
    width = height = 0
    opaque, palette, text = True, False, ""
    for name, data in _chunks(raw):
        if name == b"IHDR":
            width, height = struct.unpack(">II", data[:8])
            opaque, palette = data[9] not in (4, 6), data[9] == 3
        elif name == b"tRNS":
            opaque = False
        elif name == b"iTXt" and data.startswith(KEYWORD.encode() + b"\0"):
            text = _text(data[len(KEYWORD) + 1 :])
    return Header(width, height, opaque, text, palette)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_MAGIC)
    while at + 12 <= len(raw):
        length = struct.unpack(">I", raw[at : at + 4])[0]
        name, data = raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        sum_of_chunk = raw[at + 8 + length : at + 12 + length]
        if len(sum_of_chunk) != 4 or struct.unpack(">I", sum_of_chunk)[0] != zlib.crc32(name + data):
            raise NotAPicture(f"its chunk {name.decode('latin-1')} is damaged")
        yield name, data
        if name == b"IEND":
            return
        at += 12 + length
    raise NotAPicture("it ends too early")


def _text(data: bytes) -> str:
    """The text of an iTXt chunk after its keyword: flag, method, language, translated keyword, text."""
    packed = data[0] == 1
    rest = data[2:].split(b"\0", 2)[2]
    try:
        return (zlib.decompress(rest) if packed else rest).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        raise NotAPicture(f"its manifest cannot be read: {error}") from error


def check_png(
    file: Path, path: str, drawn: Picture | None, paints: Paints, pixels: bool, findings: Findings
) -> Manifest | None:
    """One PNG; `drawn` is the same picture as SVG where there is one. Its manifest, or None with a difference."""
    findings.count("PNG files")
    try:
        head = read_header(file.read_bytes())
        manifest = load(head.manifest)
    except (NotAPicture, NotAManifest) as error:
        findings.differs(path, "file", str(error), "a PNG with its manifest")
        return None
    findings.compare("PNG files", path, "opaque", head.opaque, True, "draw it on its ground")
    weight = file.stat().st_size
    if weight > HEAVIEST and not Path(path).stem.endswith(tuple(BOXES)):
        do = "show less in the figure: fewer votes in the series, or a shorter quote"
        findings.differs(path, "weight", f"{weight:,} bytes", f"at most {HEAVIEST:,}, as a mail may carry", do)
    for name, size in BOXES.items():
        if Path(path).stem.endswith(name):
            findings.compare("PNG files", path, "size", (head.width, head.height), size)
    boxed = manifest.width < CARD and (head.width, head.height) in BOXES.values()
    if boxed and drawn is None:
        return manifest
    if boxed and drawn is not None:
        scale = min(head.width / drawn.width, head.height / drawn.height)
    else:
        scale = 1.0 if manifest.width >= CARD else _density(head, manifest, weight)
        findings.compare("PNG files", path, "width", head.width, round(scale * manifest.width))
        if drawn is not None:
            findings.compare("PNG files", path, "height", head.height, round(scale * drawn.height))
    if pixels and (drawn is not None or any(mark.id.startswith("bar:") for mark in manifest.marks)):
        _check_pixels(file, path, scale, manifest, drawn, paints, findings)
    return manifest


def _density(head: Header, manifest: Manifest, weight: int) -> float:
    """Pixels to a CSS pixel: two, fewer only in a picture that would be too heavy with two."""
    found = head.width / manifest.width
    return found if found in _FEWER and head.palette and weight > _SPARSE * HEAVIEST else 2.0


def same_manifest(png: Manifest, svg: Manifest, path: str, findings: Findings) -> None:
    """A PNG says of itself what its SVG says."""
    for name in ("figure", "kind", "width", "theme", "inputs", "claims", "marks", "words", "site"):
        findings.compare("PNG files", path, f"manifest {name}", getattr(png, name), getattr(svg, name))


def _check_pixels(
    file: Path, path: str, scale: float, manifest: Manifest, drawn: Picture | None, paints: Paints, findings: Findings
) -> None:
    scheme = paints.roles.get(manifest.theme)
    if scheme is None:
        return
    try:
        seen = _colours(file)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, IndexError) as error:
        findings.differs(path, "pixels", str(error), "a picture")
        return
    if drawn is not None:
        seen = _inside(seen, round(drawn.width * scale), round(drawn.height * scale), path, findings)
    colours = {
        role: int(fill[1:], 16) for role, paint in scheme.items() if (fill := dict(paint).get("fill", "")).startswith("#")
    }
    if drawn is None or manifest.kind == "card":
        _check_card(seen, path, manifest, colours, findings)
    if drawn is None:
        return
    marks = [shape for shape in drawn.drawn if shape.mark and not shape.mark.startswith("label:")]
    gaps = [shape for shape in drawn.drawn if "gap" in shape.classes]
    for shape in marks:
        role = next((name for name in shape.classes if name in colours), "")
        kind = shape.mark.split(":")[0]
        if role and kind in (*_FULL_MEMBERS, "bar", "from", "to", "vote", "quote"):
            _check_mark(seen, _between(shape, gaps), role, colours[role], scale, path, findings)
    _check_areas(seen, [s for s in marks if s.mark.split(":")[0] in _FULL_MEMBERS], colours, scale, path, findings)


def _colours(file: Path) -> Pixels:
    """The picture's pixels; a colour that is twice in its palette is one. A picture without a palette gets one."""
    with Image.open(file) as opened:
        if opened.mode != "P":
            return _sorted_out(np.asarray(opened.convert("RGB"), dtype=np.int32))
    raster = read_raster(file)
    if int(raster.indices.max()) >= len(raster.table):
        raise ValueError("a pixel of a colour that is not in the palette")
    first: dict[int, int] = {}
    same = [first.setdefault(number, place) for place, number in enumerate(numbers(raster))]
    once = same == list(range(len(same)))
    return Pixels(raster.indices if once else np.array(same, dtype=np.uint8)[raster.indices], first)


def _sorted_out(rgb: Table) -> Pixels:
    joined = (rgb[:, :, 0] << 16) + (rgb[:, :, 1] << 8) + rgb[:, :, 2]
    colours, places = np.unique(joined, return_inverse=True)
    return Pixels(places.reshape(joined.shape), {int(colour): place for place, colour in enumerate(colours)})


def _inside(seen: Pixels, width: int, height: int, path: str, findings: Findings) -> Pixels:
    """The figure in the middle of its box, around which there has to be nothing but ground."""
    found = seen.indices
    top, left = (found.shape[0] - height) // 2, (found.shape[1] - width) // 2
    if top <= 0 and left <= 0:
        return seen
    top, left = max(top, 0), max(left, 0)
    around = (found[:top], found[top + height :], found[:, :left], found[:, left + width :])
    findings.count("areas in pixels")
    if any((part != found[0, 0]).any() for part in around):
        findings.differs(path, "pixels around the figure", "something painted", "nothing but ground")
    return seen.part(top, top + height, left, left + width)


def _between(shape: Shape, gaps: list[Shape]) -> Shape:
    """What of a bar lies between the gaps at its ends: beside a sliver, narrower than a gap, it is less than was drawn."""
    if not shape.mark.startswith("bar:"):
        return shape
    level = [gap for gap in gaps if gap.y0 < shape.middle[1] < gap.y1]
    left = max((gap.x1 for gap in level if gap.x0 <= shape.x0 < gap.x1), default=shape.x0)
    right = min((gap.x0 for gap in level if gap.x0 < shape.x1 <= gap.x1), default=shape.x1)
    return replace(shape, x0=left, x1=max(left, right))


def _check_mark(seen: Pixels, shape: Shape, role: str, colour: int, scale: float, path: str, findings: Findings) -> None:
    """Somewhere inside the mark, away from letters and cues, are pixels of exactly its colour."""
    findings.count("marks in pixels")
    x0, x1 = round(shape.x0 * scale), round(shape.x1 * scale)
    y0, y1 = round(shape.y0 * scale), round(shape.y1 * scale)
    inside = seen.part(max(y0, 0), y1, max(x0, 0), x1).of(colour)
    own = np.count_nonzero(inside)
    if own < 0.2 * max(inside.size, 1) and shape.width * scale > 12:
        part = 100 * own // max(inside.size, 1)
        findings.differs(
            path, f"pixels of {shape.mark}", f"{part} % of it #{colour:06x}", f"most of it #{colour:06x} ({role})"
        )
        return
    if shape.mark.startswith("bar:") and shape.width * scale > 16:
        _check_edges(seen, shape, colour, scale, path, findings)


def _check_edges(seen: Pixels, shape: Shape, colour: int, scale: float, path: str, findings: Findings) -> None:
    """A bar begins and ends where it is drawn; an edge may lie on it."""
    # On a dark ground the edges of letters blend into the colours of hollow marks: look at the bar's surroundings alone.
    start = max(round((shape.x0 - 8) * scale), 0)
    row = round((shape.y0 + shape.height * 0.85) * scale)
    found = np.nonzero(seen.part(row, row + 1, start, round((shape.x1 + 8) * scale)).of(colour).any(axis=0))[0] + start
    if not found.size:
        findings.differs(path, f"pixels of {shape.mark}", "none in its row", f"#{colour:06x}")
        return
    slack = _EDGE * scale + 1
    left, right = int(found[0]), int(found[-1]) + 1
    if abs(left - shape.x0 * scale) > slack or abs(right - shape.x1 * scale) > slack:
        wanted = f"{shape.x0 * scale:.0f} to {shape.x1 * scale:.0f}"
        findings.differs(path, f"edges of {shape.mark}", f"{left} to {right}", f"{wanted}, give or take {slack}")


def _check_areas(
    seen: Pixels, marks: list[Shape], colours: dict[str, int], scale: float, path: str, findings: Findings
) -> None:
    """No more of a colour than all marks of its role can have: nothing was painted beside them."""
    room: dict[str, float] = {}
    for shape in marks:
        role = next((name for name in shape.classes if name in colours), "")
        part = 0.7854 if shape.tag == "circle" else 1.0
        room[role] = room.get(role, 0.0) + (shape.width * scale + 1) * (shape.height * scale + 1) * part
    crossed = sum(2 * (shape.width + shape.height) * scale for shape in marks if "no" in shape.classes)
    for role, marked in room.items():
        if role:
            # The edges of white crosses blend into the colour of hollow marks.
            most = marked + (crossed * _BLEND if _is_ground(colours[role]) else 0.0)
            findings.count("areas in pixels")
            area = int(np.count_nonzero(seen.of(colours[role])))
            # Keys beside the numbers are painted with the role too: one square of 10 by 10 each, and a little text.
            if area > most * 1.02 + 130 * scale * scale:
                findings.differs(path, f"area of {role}", f"{area} pixels", f"at most {most:.0f}")


def _is_ground(colour: int) -> bool:
    """Whether the colour can hardly be told from white or from the dark ground."""
    parts = [colour >> shift & 0xFF for shift in (16, 8, 0)]
    return min(parts) > 0xE0 or max(parts) < 0x40


def _check_card(seen: Pixels, path: str, manifest: Manifest, colours: dict[str, int], findings: Findings) -> None:
    """The bar of a card, read from its pixels alone: widths against the counts."""
    claims = {claim.id: claim for claim in manifest.claims}
    bars = [(m.id, m.role, claims[m.claim].value) for m in manifest.marks if m.id.startswith("bar:")]
    values = {id: value for id, _, value in bars if isinstance(value, int) and value}
    roles = {id: role for id, role, _ in bars}
    masks = sum(seen.of(colours[role]).sum(axis=1) for role in set(roles.values()) if role in colours)
    if not values or isinstance(masks, int):
        return
    at_row = int(np.argmax(masks))
    row = seen.part(at_row, at_row + 1, 0, seen.indices.shape[1])
    spans: dict[str, tuple[int, int]] = {}
    for id in values:
        found = np.nonzero(row.of(colours[roles[id]]).any(axis=0))[0]
        if not found.size:
            findings.differs(path, f"pixels of {id}", "none in the bar", f"#{colours[roles[id]]:06x}")
            return
        runs = np.split(found, np.nonzero(np.diff(found) > 3 * _GAP)[0] + 1)
        whole = max(runs, key=len)  # a light colour is also found where letters blend into the ground
        spans[id] = int(whole[0]), int(whole[-1]) + 1
    start, end = min(left for left, _ in spans.values()), max(right for _, right in spans.values())
    unit, at = (end - start) / sum(values.values()), float(start)
    for id, value in values.items():
        findings.count("bars in pixels")
        slack = max(0.35 * unit, 1.0) + 5
        left, right = spans[id]
        if abs(left - at) > slack or abs(right - at - value * unit) > slack:
            findings.differs(path, f"edges of {id}", f"{left} to {right}", f"{at:.0f} to {at + value * unit:.0f}")
        at += value * unit
