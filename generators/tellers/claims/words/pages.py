"""Sentences of pages: notes, terms, dates, corrections."""

from __future__ import annotations

from datetime import date

from tellers.claims.claim import Claim, Says
from tellers.claims.sentence import Free, Link, Said, Sentence
from tellers.claims.words import corrected
from tellers.claims.words.catalogue import Words
from tellers.model import Correction, Option, Original, Role

METHOD = "/method/"


def note(words: Words, label: str, text: str) -> Sentence:
    """A labelled note. Its text was written by an editor, so that its numbers are nobody's claim."""
    return words.say("{label}: {text}", label=label, text=Free(text))


def discrepancy(words: Words, *, option: str, stated: int, roll: int, reason: str) -> Sentence:
    """Both values of a signed discrepancy, and why they differ."""
    return words.say(
        "Discrepancy in the number of “{option}” votes: {stated} stated, {roll} in the roll. {reason}.",
        option=option, stated=Free(words.number(stated)), roll=Free(words.number(roll)), reason=Free(reason.rstrip(".")),
    )  # fmt: skip


def intended(words: Words, *, member: str, option: str) -> Sentence:
    """What a member said afterwards that it had meant."""
    return words.say(
        "After the vote {member} said that it had meant to vote “{option}”; the recorded ballot stays as it is.",
        member=member, option=option,
    )  # fmt: skip


def correction(words: Words, entry: Correction, member: corrected.Naming) -> Sentence:
    """What was wrong, what is right, and since when."""
    was, now = (corrected.value(words, entry.field, said) for said in (entry.was, entry.now))
    return words.say(
        "Corrected on {day}: {field} was “{was}”, is “{now}”. {reason}.",
        day=Free(words.day(entry.signed)), field=Free(corrected.field(words, entry.field, member)), was=Free(was),
        now=Free(now), reason=Free(entry.reason.rstrip(".")),
    )  # fmt: skip


def published(words: Words, record: str, first: date, updated: date | None, field: str = "published") -> Sentence:
    """When the page was published, and updated if it was."""
    when = day_of(words, record, field, first)
    if updated is None:
        return words.say("Published {day}.", day=when)
    return words.say("Published {day}, updated {then}.", day=when, then=day_of(words, record, "updated", updated))


def day_of(words: Words, record: str, field: str, value: date) -> Said:
    """A day of a record, bound to it."""
    return Said(words.day(value), Claim.make(Says.DATE, value, record=record, field=field))


def terms(words: Words, options: tuple[Option, ...]) -> list[Sentence]:
    """Two or three lines on what the options mean, each leading to the page on method."""
    said = [
        words.say(
            "{term} is a choice: the member is counted as present but not as voting, so it does not count for the majority.",
            term=Link(words.text("To abstain"), METHOD + "#abstain"),
        )
    ]
    if Option.NOT_VOTING in options:
        said.append(
            words.say(
                "{term} covers members that were away and members that were present and silent; sources do not tell which.",
                term=Link(words.text("Not voting"), METHOD + "#not-voting"),
            )
        )
    if Option.NO_RECORD in options:
        said.append(
            words.say(
                "{term} means that the source has no line for a member; whether it voted cannot be told from it.",
                term=Link(words.text("No vote recorded"), METHOD + "#no-record"),
            )
        )
    return said


def role(words: Words, record: str, position: int, value: Role) -> Sentence:
    """An office with a day on which it was held."""
    day = Said(words.day(value.as_of), Claim.make(Says.DATE, value.as_of, record=record, field=f"roles.{position}.as-of"))
    return words.say("{title}, {organisation} (as of {day})", title=value.title, organisation=value.organisation, day=day)


def quote_title(words: Words, speaker: str, day: date) -> str:
    """Speaker and day."""
    return words.text("{speaker}, {day}", speaker=speaker, day=words.day(day))


def of_country(words: Words, name: str, country: str) -> str:
    """Somebody with the country that he or she speaks for, if there is one: `Dmitry Peskov (Russia)`."""
    return words.text("{name} ({country})", name=name, country=country) if country else name


def original(words: Words, value: Original) -> Sentence:
    """That the words as they were spoken are not known."""
    if value.language == "unknown":
        return words.say("The words in their original language are not known.")
    return words.say("Spoken in {language}; the original words are not known here.", language=words.language(value.language))
