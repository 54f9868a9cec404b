"""Sentences about votes on one question, seen together."""

from __future__ import annotations

from datetime import date

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Sentence
from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words
from tellers.model import Option


def title(words: Words, *, first: Claim, then: date, last: Claim, now: date) -> Sentence:
    """The finding: how many voted yes at the beginning and at the end."""
    month, later = _whole(words.month(then)), _whole(words.month(now))
    if first.value == last.value:
        return words.say("{n} voted yes in {month}, and {m} in {later}", n=first, month=month, m=last, later=later)
    return words.say("{n} voted yes in {month}, {m} in {later}", n=first, month=month, m=last, later=later)


def _whole(month: str) -> Free:
    """A month that keeps its year on the same line."""
    return Free(month.replace(" ", "\u00a0"))


def subtitle(words: Words, *, title: str, body: str, first: date, last: date, base: Sentence) -> Sentence:
    """The question, the body, the time and the base."""
    days = {"first": Free(words.day(first)), "last": Free(words.day(last))}
    return words.say(
        "{title}. {body}, {first} to {last}; one bar a vote, each on a text of its own. {base}",
        title=Free(title.rstrip(".")), body=body, base=base, **days,
    )  # fmt: skip


def same_base(words: Words, members: Claim) -> Sentence:
    """The base where all votes had as many members."""
    return words.say("Base: all {n} members.", n=members)


def own_base(words: Words) -> Sentence:
    """The base where the number of members changed."""
    return words.say("Base: all members on the day of the vote.")


def last_column(words: Words, options: set[Option], unstated: bool) -> str:
    """The head of the column of those who did not vote, or of whom no vote is known."""
    silent = Option.NOT_VOTING in options
    missing = Option.NO_RECORD in options or unstated
    if silent and missing:
        return words.text("Not voting, or not known")
    return labels.option(words, Option.NOT_VOTING) if silent else words.text("Not known")


def note(words: Words, *, no_record: bool, unstated: bool) -> str:
    """What a broken outline means in this picture; empty where there is none."""
    if no_record and unstated:
        return words.text("Broken outline: no vote recorded in the source, or not in the stated totals.")
    if no_record:
        return words.text("Broken outline: no vote recorded in the source.")
    return words.text("Broken outline: not in the stated totals.") if unstated else ""


def no_symbol(words: Words) -> str:
    """In place of a symbol that no source gives."""
    return words.text("symbol not known")


def alt(words: Words, *, title: str, finding: Sentence) -> str:
    """The series and its finding."""
    return words.text("Stacked bars, {title}: {finding}.", title=title, finding=str(finding))


def line(words: Words, *, day: date, name: str, numbers: str) -> str:
    """One vote of the description."""
    return words.text("{day}, {name}: {numbers}.", day=words.short_day(day), name=name, numbers=numbers)
