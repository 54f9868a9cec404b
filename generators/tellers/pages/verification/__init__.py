"""What the independent reader checks, how many marks and values it will look at, and what it cannot check."""

from __future__ import annotations

from tellers.claims.words import checking
from tellers.desk import Desk
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """The page on verification."""
    words = desk.words
    totals = checking.totals(words, desk.pictures)
    return [
        Page(
            path="verification.md",
            title=words.text("Verification"),
            description=words.text("How every number on this site was read back from the finished pages."),
            template="verification/page.md.j2",
            context={
                "totals": totals.html("../"),
                "checks": [sentence.html("../") for sentence in checking.checks(words)],
                "cannot": [sentence.html("../") for sentence in checking.cannot(words)],
                "t": words.text,
            },
        )
    ]
