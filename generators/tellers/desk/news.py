"""What is new since a day: explainers, votes, corrections. All days come from the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tellers.desk import Desk, Picture
from tellers.desk.said import changed, headline, lead
from tellers.model import Correction

_FIGURE = re.compile(r"""\bfigure\(\s*["']([^"']+)["']\s*\)""")


@dataclass(frozen=True, slots=True)
class Item:
    """One explainer or vote that is new or has changed: its page, its words, and a figure where it has one."""

    address: str
    title: str
    text: str
    day: date
    first: date
    picture: Picture | None

    def is_new(self, since: date) -> bool:
        """Whether it was published first on the day or later; else it has changed."""
        return self.first >= since


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a day, newest first, and the last day of all that is in it."""

    since: date
    last: date
    explainers: tuple[Item, ...]
    votes: tuple[Item, ...]
    corrections: tuple[Correction, ...]


def news(desk: Desk, since: date) -> News | None:
    """What was published, changed or corrected on the day or later; None where nothing was."""
    explainers = _newest(_explainers(desk, since))
    votes = _newest(item for item in _votes(desk) if item.day >= since)
    signed = sorted(
        (c for c in desk.content.corrections if c.signed >= since), key=lambda c: (c.signed, c.record), reverse=True
    )
    days = [item.day for item in (*explainers, *votes)] + [entry.signed for entry in signed]
    return News(since, max(days), explainers, votes, tuple(signed)) if days else None


def _newest(items: Iterator[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.day, reverse=True))


def _explainers(desk: Desk, since: date) -> Iterator[Item]:
    """Each explainer with its first figure that no other one has shown."""
    taken: set[str] = set()
    for id, explainer in desk.content.explainers.items():
        day = changed(desk.content, f"explainers/{id}")
        if day < since:
            continue
        named = (desk.picture(found[1]) for found in _FIGURE.finditer(explainer.text) if found[1] not in taken)
        picture = next((shown for shown in named if _for_mail(shown)), None)
        taken |= {picture.figure} if picture is not None else set()
        yield Item(f"/explainers/{id}/", explainer.title, explainer.summary, day, explainer.date, picture)


def _votes(desk: Desk) -> Iterator[Item]:
    """Votes by their own day within the day of publication, so that the latest vote comes first."""
    ordered = sorted(desk.results.values(), key=lambda result: (result.vote.date.isoformat(), result.vote.id), reverse=True)
    for result in ordered:
        vote = result.vote
        title, text = str(headline(desk.words, result)), str(lead(desk.words, result))
        day = changed(desk.content, f"votes/{vote.id}")
        picture = _for_mail(desk.picture(f"{vote.id}.tally"))
        yield Item(f"/votes/{vote.id}/", title, text, day, vote.published, picture)


def _for_mail(picture: Picture | None) -> Picture | None:
    return picture if picture is not None and picture.heights else None
