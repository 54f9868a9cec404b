"""One drawing in every variant: the light file, the dark file and the picture on a page differ in colours alone."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from tellers.manifest import Manifest
from tellers.verify.report import Findings
from tellers.verify.taken import described

_NAMED = re.compile(r'<svg\b[^>]*? data-figure="([\w./-]+)"[^>]*? data-width="(\d+)"')
_MANIFEST = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
_FRAMED = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_BETWEEN = re.compile(r">\s*<")
_STYLE = re.compile(r"<\?xml[^>]*\?>|<style>.*?</style>|<rect class=\"ground\"[^>]*/>", re.DOTALL)
_THEME = re.compile(r' data-theme="[a-z]*"|&quot;theme&quot;:&quot;[a-z]*&quot;')


def whole(drawn: str, path: str, built: Path) -> str:
    """A picture on a page with what its figure says of itself: pages leave out what the frame of the figure has."""
    named = _NAMED.match(drawn)
    frame = built / f"embed/{named[1]}/index.html" if named else None
    if path.startswith("embed/") or "<metadata>" in drawn or frame is None or not frame.is_file():
        return drawn
    for framed in _FRAMED.findall(frame.read_text("utf-8", "replace")):
        said = _NAMED.match(framed)
        if said is not None and named is not None and said[2] == named[2]:
            manifest = _MANIFEST.search(framed)
            return drawn.replace("</desc>\n", f"</desc>\n{manifest[0] if manifest else ''}", 1)
    return drawn


def check_framed(manifest: Manifest, built: Path, path: str, findings: Findings) -> None:
    """A figure says of itself in its frame, from where pages have it, what it says in its file."""
    file = built / f"figures/{manifest.figure}.svg"
    said = described(file.read_text("utf-8", "replace")) if path.startswith("embed/") and file.is_file() else None
    if said is None:
        return
    for name in ("inputs", "claims", "marks", "site"):
        field = f"figure {manifest.figure}: {name}"
        findings.compare("variants", path, field, getattr(manifest, name), getattr(said, name))
    for name in sorted({*manifest.words, *said.words}):
        field = f"figure {manifest.figure}: {name}"
        findings.compare("variants", path, field, manifest.words.get(name), said.words.get(name))


def check_siblings(text: str, file: Path, path: str, findings: Findings) -> None:
    """A file of one theme draws what the file of the other theme draws."""
    stem = file.stem
    other = f"{stem.removesuffix('-dark')}.svg" if stem.endswith("-dark") else f"{stem}-dark.svg"
    _check_same(text, file.with_name(other), path, "drawing", findings)


def check_inline(text: str, manifest: Manifest, built: Path, path: str, findings: Findings) -> None:
    """A picture on a page draws what the file of its figure draws, or, where there is none of its width, its frame."""
    files = (f"{manifest.figure}-{manifest.width}.svg", f"{manifest.figure}.svg")
    if manifest.kind == "words" and not path.startswith("embed/"):
        return  # pages alone have the words; what travels has marks
    for name in files if manifest.kind != "blocks" else ():  # files have codes as far as there is room
        file = built / "figures" / name
        if file.is_file() and f' data-width="{manifest.width}"' in (said := file.read_text("utf-8", "replace"))[:1200]:
            _compare(text, said, f"figures/{name}", path, f"figure {manifest.figure}: drawing", findings)
            return
    frame = built / f"embed/{manifest.figure}/index.html"
    if not frame.is_file() or path.startswith("embed/"):
        return
    for said in _FRAMED.findall(frame.read_text("utf-8", "replace")):
        if f' data-width="{manifest.width}"' in said[:1200]:
            field = f"figure {manifest.figure}: drawing"
            _compare(text, said, "its frame", path, field, findings)
            _compare(said, text, path, frame.relative_to(built).as_posix(), field, findings)


def _check_same(text: str, other: Path, path: str, field: str, findings: Findings) -> None:
    if other.is_file():
        _compare(text, other.read_text("utf-8", "replace"), other.name, path, field, findings)


def _compare(text: str, said: str, name: str, path: str, field: str, findings: Findings) -> None:
    findings.count("variants")
    if (own := _plain(text)) == (wanted := _plain(said)):
        return
    pairs = zip_longest(_BETWEEN.split(own), _BETWEEN.split(wanted), fillvalue="nothing")
    found, expected = next(pair for pair in pairs if pair[0] != pair[1])
    findings.differs(path, field, *_around(found, expected), f"draw the figure anew, and {name} with it")


@lru_cache(maxsize=8)
def _plain(text: str) -> str:
    """The drawing without its colours, its theme and the white space between its elements."""
    return _BETWEEN.sub("><", _THEME.sub("", _STYLE.sub("", text))).strip()


def _around(one: str, other: str) -> tuple[str, str]:
    """Both, from a little before where they begin to differ."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - 60) if at > 100 else 0
    return one[start : at + 80], other[start : at + 80]
