"""Words of a newsletter around what is new."""

from __future__ import annotations

from datetime import date

from tellers.claims.words.catalogue import Words


def subject(words: Words, site: str, last: date) -> str:
    """`How the world votes: new on 23 November 2026`, by the last day of what is in it."""
    return words.text("{site}: new on {day}", site=site, day=last)


def period(words: Words, since: date, last: date) -> str:
    """From which day to which the issue reaches."""
    return words.text("New, changed and corrected from {since} to {last}.", since=since, last=last)


def nothing(words: Words, since: date) -> str:
    """What is said where nothing is new."""
    return words.text("nothing is new since {day}", day=since)
