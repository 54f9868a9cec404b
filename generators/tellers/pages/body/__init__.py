"""The page of one body: what it is, which majorities it can require, and its votes here."""

from __future__ import annotations

from tellers.desk import Desk
from tellers.model import Body, Threshold
from tellers.pages import parts
from tellers.pages.page import Page
from tellers.pages.rows import vote_rows


def make(desk: Desk) -> list[Page]:
    """A page for each body."""
    return [_page(desk, body) for body in desk.content.bodies.values()]


def _page(desk: Desk, body: Body) -> Page:
    root, words = "../../", desk.words
    results = [result for result in desk.results.values() if result.body.id == body.id]
    return Page(
        path=f"bodies/{body.id}.md",
        title=body.name,
        description=body.summary,
        template="body/page.md.j2",
        data=f"content/bodies/{body.id}.yml",
        updated=body.updated or body.published,
        context={
            "name": body.name,
            "summary": body.summary,
            "note": body.note or "",
            "rules": [
                {
                    "name": rule.name,
                    "needs": _needs(desk, rule.threshold),
                    "text": rule.text,
                    "source": _source(desk, rule.source, root),
                }
                for rule in body.rules
            ],
            "votes": vote_rows(desk, results, root),
            "sources": parts.source_items(desk, body.sources, root),
            "files": parts.data_files(desk, f"bodies/{body.id}", root),
            "t": words.text,
        },
    )


def _needs(desk: Desk, threshold: Threshold) -> str:
    words = desk.words
    if threshold.ballots is not None:
        return words.text("{n} yes votes", n=threshold.ballots)
    if threshold.more_than is not None:
        return words.text("more than {share} of the base", share=str(threshold.more_than))
    return words.text("at least {share} of the base", share=str(threshold.at_least))


def _source(desk: Desk, id: str, root: str) -> object:
    return parts.source_link(desk, desk.content.sources[id], root)
