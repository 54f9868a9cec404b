"""A figure that can be taken away, as its own file describes it, and the addresses that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import unescape

from tellers.manifest import Manifest, NotAManifest, digest_of_inputs, load
from tellers.verify.content import Content
from tellers.verify.spaces import one_spaced

WIDTH = 600
_METADATA = re.compile(r"<metadata>(.*?)</metadata>", re.DOTALL)
_HEIGHT = re.compile(r'<svg\b[^>]* height="(\d+)"')


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that can be taken away, as its own file describes it."""

    manifest: Manifest
    height: int

    @property
    def id(self) -> str:
        return self.manifest.figure

    @property
    def digest(self) -> str:
        """Of the figure's data, in full."""
        return digest_of_inputs(self.manifest.inputs)

    @property
    def words(self) -> dict[str, str]:
        return {name: one_spaced(text) for name, text in self.manifest.words.items()}

    @property
    def records(self) -> tuple[str, ...]:
        """Those of its records that have sources of their own."""
        return tuple(row.record for row in self.manifest.inputs if row.record.startswith(("votes/", "quotes/")))

    @property
    def numbers(self) -> str:
        """What the alternative text says after it has named the picture; of a quote, all its words."""
        said = self.words["desc" if self.manifest.kind == "quote" else "alt"]
        return said.rpartition(". ")[2] if self.manifest.kind == "words" else said.partition(": ")[2] or said


def figures_of(built: Path) -> Iterator[Figure]:
    """Every figure of the built site that has a picture for mail, in order."""
    for file in sorted((built / "figures").rglob("*.svg")):  # others read the drawing itself
        text = file.read_text("utf-8", "replace")
        found, height = _METADATA.search(text), _HEIGHT.search(text)
        if found is None or height is None:
            continue
        manifest = _manifest(found[1])
        if manifest is None or manifest.kind == "card":
            continue
        if file.relative_to(built / "figures").as_posix() == f"{manifest.figure}.svg":
            yield Figure(manifest, int(height[1]))


def described(drawing: str) -> Manifest | None:
    """What an SVG says of itself, where it says something that can be read."""
    found = _METADATA.search(drawing)
    return _manifest(found[1]) if found is not None else None


@lru_cache(maxsize=512)
def _manifest(escaped: str) -> Manifest | None:
    """What a file says of itself: several surfaces ask for it, one after the other."""
    try:
        return load(unescape(escaped, {"&quot;": '"'}))
    except NotAManifest:
        return None


def page_of(figure: Figure, content: Content) -> str:
    """The full address of the page of the figure's record."""
    id, kind = figure.id.split(".")[:2]
    folders = {"votes": content.votes, "series": content.series, "quotes": content.quotes}
    found = next((folder for folder, records in folders.items() if id in records), "members")
    return f"{address(content)}/{'quotes' if kind == 'quote' else found}/{id}/"


def address(content: Content) -> str:
    """Where the site is published, without a final slash."""
    return str(content.site.get("address", "")).rstrip("/")


def image_of(figure: Figure, content: Content) -> str:
    """The full address of the figure's latest picture for mail."""
    return f"{address(content)}/figures/{figure.id}.png"
