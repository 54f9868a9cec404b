"""What we do not know: written gaps, and those that the records themselves admit."""

from __future__ import annotations

from tellers.claims.words import labels, pages
from tellers.desk import Desk
from tellers.encode import Html
from tellers.model import Known
from tellers.pages import parts
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """The one page of gaps and discrepancies."""
    root, words, content = "../", desk.words, desk.content
    written = [
        {
            "what": gap.what,
            "tried": gap.tried or "",
            "about": [parts.record_link(desk, key, root) for key in gap.about],
            "signed": parts.day(desk, "gaps", f"{n}.signed", gap.signed),
        }
        for n, gap in enumerate(content.gaps)
    ]
    admitted = [
        {"vote": parts.vote_link(vote, root), "known": labels.known(words, vote.known), "why": vote.why or ""}
        for vote in content.votes.values()
        if vote.known is not Known.FULL
    ]
    differing = [_discrepancy(desk, n, root) for n in range(len(content.discrepancies))]
    return [
        Page(
            path="gaps.md",
            title=words.text("What we do not know"),
            description=words.text("Votes, names, sources and words that could not be found, each shown as a gap."),
            template="gaps/page.md.j2",
            data="content/gaps.yml",
            context={"written": written, "admitted": admitted, "differing": differing, "t": words.text},
        )
    ]


def _discrepancy(desk: Desk, position: int, root: str) -> dict[str, object]:
    entry, words = desk.content.discrepancies[position], desk.words
    option = labels.option(words, entry.field).lower()
    said = pages.discrepancy(words, option=option, stated=entry.stated, roll=entry.roll, reason=entry.reason)
    sources: list[Html] = [parts.source_link(desk, desk.content.sources[id], root) for id in entry.sources]
    return {
        "vote": parts.vote_link(desk.content.around(entry.vote).votes[entry.vote], root),
        "said": said.html(root),
        "sources": sources,
        "signed": parts.day(desk, "discrepancies", f"{position}.signed", entry.signed),
    }
