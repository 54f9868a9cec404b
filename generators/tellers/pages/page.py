"""A page before it is written: where it goes, what it says about itself, and its finished words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tellers.desk import Desk


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
    """How much more than others the page counts in search; 0 where it is not to be found there."""
    only_english: bool = False
    """Whether the page is prose that is not made from messages, and stands in English on pages of all languages."""

    @property
    def has_languages(self) -> bool:
        """Whether the page is made in every language; that of a pinned picture is about a picture in one of them."""
        return self.boost > 0

    @property
    def address(self) -> str:
        """Where the page is published, from the site's root: `/votes/un-ga/es-11_7/`."""
        stem = self.path.removesuffix(".md")
        stem = stem.removesuffix("index").rstrip("/") if stem.endswith("index") else stem
        return f"/{stem}/" if stem else "/"

    @property
    def key(self) -> str:
        """The address without its slashes, `votes/un-ga/es-11_7`; `index` for the home page."""
        return self.address.strip("/") or "index"

    @property
    def root(self) -> str:
        """The relative way from the page to the site's root, ending in `/`; empty on the home page."""
        return "../" * (self.address.count("/") - 1)


Maker = Callable[[Desk], list[Page]]
