"""What lies on the desk when pages and kits are made: content, results, words, and finished pictures.

Pages and kits stand on one floor and do not know one another; nor does either know how a figure is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tellers.claims import Sentence
from tellers.claims.words import Words
from tellers.encode import Svg
from tellers.manifest import Manifest
from tellers.model import Content
from tellers.problems import Problems
from tellers.stats import Result


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as a page needs it: finished markup at both widths, words, and the addresses of its files."""

    figure: str
    kind: str
    title: str
    alt: str
    svg: Mapping[int, Svg]
    framed: Mapping[int, Svg]
    """What a frame in other people's pages shows, by width."""
    header: tuple[str, ...]
    rows: tuple[tuple[str | Sentence, ...], ...]
    source: str
    checked: Sentence
    marks: int
    claims: int
    """How many marks and claims its manifest lists."""
    files: tuple[tuple[str, str], ...]
    """Label and address of each file, from the site's root."""
    sizes: Mapping[str, int]
    """Bytes of every file of the figure, by its name below `figures/`; empty where only a page was drawn."""
    heights: Mapping[int, int]
    """Height of each layout that is a file, by its width, in CSS pixels; empty where only a page was drawn."""
    manifest: Manifest
    """What the figure claims, and of which records it was made; of no width and no theme."""


@dataclass(frozen=True)
class Desk:
    """What pages and kits are made from: content, results of all votes, words, and finished pictures."""

    content: Content
    words: Words
    results: Mapping[str, Result]
    pictures: Mapping[str, Picture]
    problems: Problems
    """Where a page says that its content does not hold; the build stops when there is one."""
    proof: Mapping[str, int] = field(default_factory=dict)
    """How the independent reader was tried: sabotages and random edits, and how many of them it caught."""

    @property
    def language(self) -> str:
        """The language of the pages: `en`."""
        return self.words.catalogue.locale.partition("_")[0]

    def picture(self, figure: str) -> Picture | None:
        return self.pictures.get(figure)
