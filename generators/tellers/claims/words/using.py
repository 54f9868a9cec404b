"""Words around a figure where it is taken away: labels of what is offered, and what each address promises."""

from __future__ import annotations

from datetime import date

from tellers.claims.sentence import Free, Sentence
from tellers.claims.words.catalogue import Words


def latest(words: Words) -> str:
    """What the address of the latest picture promises."""
    return words.text(
        "The latest picture changes when its data is corrected: use it on pages that you keep, where it should be right"
        " tomorrow too. Copies in caches may be older."
    )


def changing(words: Words) -> str:
    """Which picture the texts for a newsletter show, and where the other kind is."""
    return words.text(
        "These texts show the latest picture, which changes in sent mail too when its data is corrected. A picture that never"
        " changes is below, under Latest or pinned."
    )


def pinned(words: Words, command: str) -> str:
    """What the address of a pinned picture promises, and how one is made."""
    return words.text(
        "A pinned picture never changes: use it in mail that you send and in print, where the words around it stay as they"
        " are. If its data is corrected, the page of the pinned picture says what was wrong, since when, and what is right."
        " An editor of this site pins a picture with {command}.",
        command=command,
    )


def scales(words: Words) -> str:
    """How an embedded figure behaves."""
    return words.text(
        "The frame shows the latest figure, without any script, light or dark as its reader prefers; as wide as a phone or"
        " as a page, the whole figure is in it."
    )


def state(words: Words, state: str, day: date) -> Sentence:
    """What a pinned picture is to somebody who finds it: current, superseded or corrected."""
    free = Free(words.day(day))
    if state == "current":
        return words.say("Pinned as of {day}. Current: its data is the data of today.", day=free)
    if state == "superseded":
        return words.say(
            "Pinned as of {day}. Superseded: its data has changed since, and the figure as it is now may say otherwise.",
            day=free,
        )
    return words.say("Pinned as of {day}. Corrected: something that it shows was wrong.", day=free)
