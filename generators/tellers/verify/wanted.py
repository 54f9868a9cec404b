"""What a page of an archive has to be: its title, its blocks in their order, and where its links lead."""

from __future__ import annotations

from dataclasses import dataclass, field

Block = tuple[str, str, str | None]
"""An element, its class, and its words; None where these are taken apart."""


@dataclass(slots=True)
class Wanted:
    """The page as the records want it."""

    title: str
    description: str | None
    blocks: list[Block]
    links: list[str] = field(default_factory=list)
    vote: str = ""
    decade: int | None = None
    """The ten years of which the page may have a map."""
    script: str = ""
    """The script that this page alone loads."""
