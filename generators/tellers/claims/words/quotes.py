"""Sentences around exact words: who said them, when, where they stand, and what is not known about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tellers.claims.claim import Claim
from tellers.claims.sentence import Free, Said, Sentence
from tellers.claims.words.catalogue import Words
from tellers.model import Role, Source


def quoted(words: Words, said: Said) -> Sentence:
    """The words between the marks of the language."""
    return Sentence.of(opening(words), said, closing(words))


def opening(words: Words) -> str:
    """The mark before a quotation."""
    return words.text("“")


def closing(words: Words) -> str:
    """The mark after a quotation."""
    return words.text("”")


def office(words: Words, role: Role) -> str:
    """`Permanent Representative, Permanent Mission …`"""
    return words.text("{title}, {organisation}", title=role.title, organisation=role.organisation)


def title(words: Words, *, speaker: str, day: Said) -> Sentence:
    """Who and when."""
    return words.say("{speaker}, {day}", speaker=speaker, day=day)


def source(words: Words, source: Source) -> str:
    """Publisher and title of the publication in which the words stand."""
    if source.title == "unknown":
        return words.text("Source: {publisher}.", publisher=source.publisher)
    return words.text("Source: {publisher}, “{title}”.", publisher=source.publisher, title=source.title)


def translated(words: Words, *, language: str, original: str) -> str:
    """That the words shown are not those that were spoken."""
    return words.text("Words as published in {language}; spoken in {original}.", language=language, original=original)


def alt(words: Words, *, speaker: str, day: date, text: str) -> str:
    """Who, when, and the words."""
    return words.text("{speaker}, {day}: “{text}”", speaker=speaker, day=words.short_day(day), text=text)


def alt_without_words(words: Words, *, speaker: str, office: str, day: date) -> str:
    """Where the words are too long for an alternative text; the description has them whole."""
    return words.text("Quote of {speaker}, {office}, {day}.", speaker=speaker, office=office, day=words.short_day(day))


# Words against votes ------------------------------------------------------------------------------------------------------


def against_votes(words: Words, *, member: str, topic: str) -> Sentence:
    """What the picture sets side by side."""
    if topic:
        return words.say("{member} on {topic}: how it voted, and what its officials said", member=member, topic=topic)
    return words.say("{member}: how it voted, and what its officials said", member=member)


def lanes(
    words: Words, *, bodies: Sequence[str], first: date, last: date, most: int, left_out: int, held: Claim
) -> Sentence:  # fmt: skip
    """What is in the two lanes, from when to when, and how many quotes have no room."""
    opening = words.say(
        "Its recorded votes ({bodies}) and exact, whole quotes with a sound source, {first} to {last}.",
        bodies=words.text(", ").join(bodies), first=Free(words.day(first)), last=Free(words.day(last)),
    )  # fmt: skip
    if not left_out:
        return opening
    return Sentence.of(
        opening,
        words.count(
            left_out,
            " Of {all} quotes {n} is not shown: each year has its shortest, at most {most}.",
            " Of {all} quotes {n} are not shown: each year has its shortest, at most {most}.",
            all=held, n=Free(words.number(left_out)), most=Free(words.number(most)),
        ),
    )  # fmt: skip


def lanes_alt(words: Words, *, member: str, first: date, last: date, option: str, day: date) -> str:
    """Whose votes and words, from when to when, and the latest ballot."""
    return words.text(
        "Votes and officials' words, {member}, {first} to {last}, year by year. Latest vote here: {option}, {day}.",
        member=member, first=words.month(first), last=words.month(last), option=option.lower(), day=words.short_day(day),
    )  # fmt: skip


def no_words(words: Words) -> str:
    """In place of an empty lane: an absence here is no silence of the member."""
    return words.text("No statement with a sound source here")


def no_vote(words: Words) -> str:
    """In place of an empty lane of votes."""
    return words.text("No vote recorded by name here")


def of_vote(words: Words, *, day: date, name: str) -> str:
    """`24 Feb 2025, A/RES/ES-11/7`"""
    return words.text("{day}, {name}", day=words.short_day(day), name=name)


def of_words(words: Words, *, speaker: str, office: str, day: date) -> str:
    """Who said it, in which office, on which day; the day stays on one line."""
    whole = words.short_day(day).replace(" ", "\u00a0")
    return words.text("{speaker}, {office}, {day}", speaker=speaker, office=office, day=whole)


def voted(words: Words, *, vote: str, option: str) -> str:
    """One ballot of the description."""
    return words.text("{vote}: {option}.", vote=vote, option=option.lower())
