"""What paints and what runs: style sheets, scripts and letters, byte for byte those of the theme and of this package.

A rule added to a style sheet can hide a row, and a line of script can count otherwise, so neither is read for its meaning:
what was not shipped is refused. The one sheet that the build writes has its own reader, `sheet`.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tellers.verify.paints import SHEET
from tellers.verify.report import Findings

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _folders() -> tuple[Path, ...]:
    """Where the theme and this package keep their files; the package's come first."""
    theme = find_spec("material")
    places = [_PACKAGE / "site_overrides", _PACKAGE.parent.parent / "site_overrides"]
    places += [Path(theme.origin).parent / "templates"] if theme is not None and theme.origin else []
    return tuple(place for place in places if place.is_dir())


def check_shipped(built: Path, files: frozenset[str], findings: Findings) -> None:
    """Every file below `assets/` is one that was shipped, and has its bytes."""
    for path in sorted(file for file in files if file.startswith("assets/") and file != SHEET):
        findings.count("shipped files")
        shipped = next((folder / path for folder in _folders() if (folder / path).is_file()), None)
        if shipped is None:
            findings.differs(path, "file", "a file that nobody ships", "files of the theme and of this package alone")
        elif (built / path).read_bytes() != shipped.read_bytes():
            found, wanted = _apart(_text(built / path), _text(shipped))
            findings.differs(path, "bytes", found, wanted, "restore the file as it was shipped")


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def _apart(found: str, wanted: str) -> tuple[str, str]:
    """The two texts without what they begin and end with together."""
    start = _alike(found, wanted)
    found, wanted = found[start:], wanted[start:]
    end = _alike(found[::-1], wanted[::-1])
    return found[: len(found) - end].strip() or "nothing", wanted[: len(wanted) - end].strip() or "nothing"


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
