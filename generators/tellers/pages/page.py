"""A page before it is written: where it goes, what it says about itself, and its finished words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tellers.claims import Sentence
from tellers.claims.words import Words
from tellers.model import Content
from tellers.problems import Problems
from tellers.stats import Result


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `path` is the Markdown file below `build/docs`; `data` the content file that an editor would change. `description`
    goes into `<meta>`, `image` is the social card's address with its alternative text.
    """

    path: str
    title: str
    description: str
    template: str
    context: Mapping[str, object]
    data: str = ""
    image: str = ""
    image_alt: str = ""
    structured: Mapping[str, object] = field(default_factory=dict)
    updated: date | None = None
    boost: int = 1
    """How much more than others the page counts in search."""

    @property
    def address(self) -> str:
        """Where the page is published, from the site's root: `/votes/un-ga/es-11_7/`."""
        stem = self.path.removesuffix(".md")
        stem = stem.removesuffix("index").rstrip("/") if stem.endswith("index") else stem
        return f"/{stem}/" if stem else "/"

    @property
    def root(self) -> str:
        """The relative way from the page to the site's root, ending in `/`; empty on the home page."""
        return "../" * (self.address.count("/") - 1)


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as a page needs it: finished markup at both widths, words, and the addresses of its files."""

    figure: str
    kind: str
    title: str
    alt: str
    svg: Mapping[int, str]
    header: tuple[str, ...]
    rows: tuple[tuple[str | Sentence, ...], ...]
    source: str
    checked: Sentence
    files: tuple[tuple[str, str], ...]
    """Label and address of each file, from the site's root."""


@dataclass(frozen=True)
class Desk:
    """What a page is made from: content, results of all votes, words, and finished pictures."""

    content: Content
    words: Words
    results: Mapping[str, Result]
    pictures: Mapping[str, Picture]
    problems: Problems
    """Where a page says that its content does not hold; the build stops when there is one."""

    def picture(self, figure: str) -> Picture | None:
        return self.pictures.get(figure)


Maker = Callable[[Desk], list[Page]]
