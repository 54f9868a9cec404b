"""Every ballot of a decade in one small file, in which a browser compares any two members over any of its votes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence

from tellers.desk import Desk
from tellers.pages.archive.shelf import Decade, Shelf

FILE = "ballots.json.gz"
LETTERS = " yna-"
"""A letter a ballot: no seat, yes, no, abstain, a seat without one of these."""


def ballots_file(desk: Desk, shelf: Shelf, decade: Decade, named: Sequence[tuple[str, str]]) -> bytes:
    """Topics; votes oldest first, each with address, day, name, title, topics; members A–Z, each with a letter a vote."""
    topics = list(shelf.topics)
    votes = [_vote(desk, shelf, id, topics) for id in decade.ballots.votes]
    cells = dict(zip(decade.ballots.members, decade.ballots.cells.T.tolist(), strict=True))
    members = [[code, name, "".join(LETTERS[cell] for cell in cells[code])] for name, code in named]
    text = json.dumps({"topics": topics, "votes": votes, "members": members}, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def _vote(desk: Desk, shelf: Shelf, id: str, topics: list[str]) -> list[object]:
    vote = desk.content.votes[id]
    title = vote.title if vote.title != vote.name else ""
    about = [topics.index(topic) for topic in shelf.archived.topics[id]]
    return [id.partition("/")[2], vote.date.isoformat(), vote.name, title, about]
