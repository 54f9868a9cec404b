"""What was corrected, as a reader calls it: the field of a record in words, and what it said and says."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words
from tellers.model import Option, Outcome

Naming = Callable[[str], str]
"""The name of a member by its code."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def field(words: Words, name: str, member: Naming) -> str:
    """`the vote of France` for `roll.FRA`; a field that has no words of its own stays as the record calls it."""
    t = words.text
    start, _, rest = name.partition(".")
    option = _option(words, rest)
    if start == "roll" and rest:
        return t("the vote of {member}", member=member(rest))
    if start == "stated" and option:
        return t("the stated number of “{option}” votes", option=option)
    if start == "tally" and option:
        return t("the number of “{option}” votes", option=option)
    return _whole(words).get(name, name)


def value(words: Words, name: str, said: str) -> str:
    """What a field said or says: options, outcomes and days in words, everything else as it is."""
    if name.startswith("roll."):
        return _option(words, said) or said
    if name == "outcome":
        with suppress(ValueError):
            return labels.outcome(words, Outcome(said))
    if name == "date" and _DAY.fullmatch(said):
        with suppress(ValueError):
            return words.day(date.fromisoformat(said))
    return said


def _whole(words: Words) -> dict[str, str]:
    t = words.text
    return {
        "roll": t("the list of votes by name"),
        "outcome": t("the outcome"),
        "date": t("the day"),
        "body": t("the body"),
        "title": t("the title"),
        "symbol": t("the symbol"),
        "vetoed-by": t("who vetoed it"),
        "members": t("the number of members"),
        "needed": t("the number of yes votes needed"),
        "speaker": t("the speaker"),
        "text": t("the words quoted"),
    }


def _option(words: Words, said: str) -> str:
    with suppress(ValueError):
        return labels.option(words, Option(said))
    return ""
