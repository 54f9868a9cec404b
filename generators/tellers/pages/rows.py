"""Rows of lists of votes: day, motion, result in words."""

from __future__ import annotations

from collections.abc import Iterable

from tellers.claims.words import votes
from tellers.desk import Desk
from tellers.pages import parts
from tellers.stats import Result


def vote_rows(desk: Desk, results: Iterable[Result], root: str, newest_first: bool = True) -> list[dict[str, object]]:
    """One row a vote, newest first unless told otherwise."""
    rows = sorted(results, key=lambda result: (result.vote.date, result.vote.id), reverse=newest_first)
    return [_row(desk, result, root) for result in rows]


def _row(desk: Desk, result: Result, root: str) -> dict[str, object]:
    vote, words = result.vote, desk.words
    finding = votes.result(words, vote.outcome, vote.method, result.counts, bool(result.vetoes))
    return {
        "day": parts.day(desk, f"votes/{vote.id}", "date", vote.date),
        "vote": parts.vote_link(vote, root),
        "title": vote.title if vote.title != vote.name else "",
        "body": result.body.short,
        "result": finding.html(root),
        "outcome": vote.outcome.value,
    }
