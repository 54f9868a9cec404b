"""What the reader opens beside pages and figures: a function a surface; a new surface adds a line here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tellers.verify.addresses import check_addresses
from tellers.verify.annotations import check_annotations, check_copies
from tellers.verify.api import check_api
from tellers.verify.citations import check_citations
from tellers.verify.content import Content
from tellers.verify.downloads import check_downloads
from tellers.verify.embeds import check_embeds
from tellers.verify.feeds import check_feeds
from tellers.verify.kits import check_kits
from tellers.verify.packages import check_packages
from tellers.verify.pins import check_pins
from tellers.verify.published import check_published
from tellers.verify.report import Findings

SURFACES: tuple[Callable[[Path, Content, Findings], None], ...] = (
    check_addresses,
    check_downloads,
    check_citations,
    check_kits,
    check_embeds,
    check_pins,
    check_published,
    check_annotations,
    check_copies,
    check_feeds,
    check_packages,
    check_api,
)
"""Each is given the folder of the built site, the records as the reader read them, and what was found so far."""
