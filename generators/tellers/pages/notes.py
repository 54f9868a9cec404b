"""What a reader has to know about the record of a vote, on whichever page it is told."""

from __future__ import annotations

from tellers.claims.words import labels, pages
from tellers.desk import Desk
from tellers.encode import Html
from tellers.stats import Result


def notes(desk: Desk, result: Result, root: str) -> list[Html]:
    """How it was read, checked, what is missing, what differs."""
    vote, words = result.vote, desk.words
    inferred = vote.roll.inferred if vote.roll else None
    named = [
        (words.text("What is known"), vote.why),
        (words.text("How the list was checked"), vote.checked),
        (words.text("Inferred"), inferred),
        (words.text("Note"), vote.note),
    ]
    found = [pages.note(words, label, text).html(root) for label, text in named if text]
    for entry in desk.content.discrepancies:
        if entry.vote == vote.id:
            option = labels.option(words, entry.field).lower()
            said = pages.discrepancy(words, option=option, stated=entry.stated, roll=entry.roll, reason=entry.reason)
            found.append(said.html(root))
    for intended in vote.intended:
        name, option = result.name(intended.member), labels.option(words, intended.option).lower()
        found.append(pages.intended(words, member=name, option=option).html(root))
    return found
