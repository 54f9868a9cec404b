"""A page whose body is finished HTML: the site's frame is put around it, and no Markdown is read in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tellers.pages.page import Page


@dataclass(frozen=True, slots=True)
class Found:
    """By what a vote is found: words, and filters with all their values."""

    id: str
    title: str
    about: str
    year: str
    topics: tuple[str, ...]
    outcome: str
    members: tuple[str, ...]
    """Who stood alone or among a few on one side."""

    def row(self) -> list[object]:
        """The vote in the index: its address below those of the body, then the fields in order."""
        address = self.id.partition("/")[2]
        return [address, self.title, self.about, self.year, list(self.topics), self.outcome, list(self.members)]


@dataclass(frozen=True, slots=True)
class Framed:
    """A page, and, where it is the page of a vote, by what it is found."""

    page: Page
    found: Found | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Files beside the page, by name."""
