"""What the independent reader checks, how many marks and values it will look at, and what it cannot check."""

from __future__ import annotations

from tellers.claims.words import checking, findings
from tellers.desk import Desk
from tellers.model import Known
from tellers.pages import quotation
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """The page on verification."""
    words = desk.words
    content = desk.content
    counted = {
        "figures": len(desk.pictures),
        "marks": sum(picture.marks for picture in desk.pictures.values()),
        "votes": len(content.votes),
        "ballots": sum(len(roll.members) for roll in content.rolls.values()),
        "quotes": len(content.quotes),
    }
    partial = sum(vote.known is not Known.FULL for vote in content.votes.values())
    return [
        Page(
            path="verification.md",
            title=words.text("Verification"),
            description=words.text("How every number on this site was read back from the finished pages."),
            template="verification/page.md.j2",
            context={
                "totals": checking.totals(words, counted).html("../"),
                "how": checking.how(words).html("../"),
                "proof": checking.proof(words, desk.proof).html("../"),
                "quotes": findings.counts(words, quotation.counts(desk)).html("../"),
                "checks": [sentence.html("../") for sentence in checking.checks(words)],
                "cannot": [sentence.html("../") for sentence in checking.cannot(words, partial, counted["votes"])],
                "t": words.text,
            },
        )
    ]
