"""How a page is cited, and under which terms its data stands."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.claims.sentence import Said, Sentence
from tellers.claims.words.catalogue import Words


def citation(words: Words, *, author: str, title: Sentence, site: str, day: Said) -> Sentence:
    """`Tellers: “A/RES/ES-11/7: Adopted 93–18”. How the world votes, 23 November 2026.`; the address follows it."""
    return words.say("{author}: “{title}”. {site}, {day}.", author=author, title=title, site=site, day=day)


def terms(words: Words, *, credits: Sequence[str], noncommercial: bool, author: str, licence: str) -> str:
    """The licence line: whom the sources want named and on which terms, the mark of those terms, and our own terms."""
    parts = [words.text("Sources: {credits}.", credits="; ".join(credits))] if credits else []
    parts += [words.text("Non-commercial use only.")] if noncommercial else []
    parts.append(words.text("Words and figures: {author}, {licence}.", author=author, licence=licence))
    return " ".join(parts)


def credit(words: Words, name: str, licence: str) -> str:
    """`© United Nations (LicenseRef-UN-noncommercial-attribution)`."""
    return words.text("{name} ({licence})", name=name.rstrip("."), licence=licence)
