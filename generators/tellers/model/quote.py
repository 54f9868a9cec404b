"""Words of a speaker, exact, anchored in their source."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from tellers.model.record import Code, Day, Id, Language, Position, Record, Shown, Text, Unknown


class Finding(StrEnum):
    """Whether the words stand in the stored excerpt of their source: there are three answers, never two."""

    FOUND = "found"
    CHANGED = "changed"
    CANNOT_CHECK = "cannot-check"


class Role(Record):
    """What a speaker was, and where."""

    title: Text = Field(description="Office held.")
    organisation: Text = Field(description="Where it was held.")
    as_of: Day = Field(description="A day on which this was so.")


class Speaker(Record):
    """A person who is quoted."""

    id: Id = Field(description="The file's name below content/speakers/, without its ending.")
    name: Text = Field(description="Name as published here.")
    roles: tuple[Role, ...] = Field(min_length=1, description="Offices, each with a day on which it was held.")
    speaks_for: Code | Text | None = Field(None, description="Code of the member whose official this is, if any.")
    published: Day = Field(description="First publication on this site.")
    note: Text | None = Field(None, description="What a reader should know.")

    def role_on(self, day: date) -> Role:
        """The office on that day: the last one known before or on it, else the first one known."""
        roles = sorted(self.roles, key=lambda role: role.as_of)
        return next((role for role in reversed(roles) if role.as_of <= day), roles[0])


class Original(Record):
    """The words in the language in which they were spoken."""

    language: Language | Unknown = Field(description="BCP 47 tag, or `unknown`.")
    text: Text = Field(description="The words, or `unknown`.")
    translator: Text | None = Field(None, description="Who translated.")


class Anchor(Record):
    """Where the words stand in their source (W3C TextQuoteSelector and TextPositionSelector)."""

    source: Id = Field(description="The source.")
    prefix: Text | None = Field(None, description="Words just before.")
    suffix: Text | None = Field(None, description="Words just after.")
    start: Position | None = Field(None, description="First character in the stored snapshot, counted from 0.")
    end: Position | None = Field(None, description="Character after the last, in the stored snapshot.")
    why: Text | None = Field(None, description="Why prefix, suffix or position is missing.")


class Edit(Record):
    """Where the quote departs from its source, said openly: words left out, or explained in brackets."""

    shown: Shown = Field(description="What stands in the quote: `…`, `[…]`, or words in square brackets.")
    stands_for: Text = Field(description="The words of the source in whose place it stands.")


class Quote(Record):
    """What somebody said: the exact words, the day, the votes they are about, and where they were published."""

    id: Id = Field(description="The file's name below content/quotes/, without its ending.")
    speaker: Id = Field(description="Who said it.")
    date: Day = Field(description="Day on which it was said.")
    about: tuple[Id, ...] = Field((), description="Votes that the words are about.")
    text: Text = Field(description="The exact words as published.")
    edits: tuple[Edit, ...] = Field((), description="Where `text` departs from the source, in the order of the text.")
    language: Language = Field(description="Language of `text`.")
    original: Original | None = Field(None, description="The spoken words, where the text is a translation.")
    anchor: Anchor = Field(description="Where the words stand in their source.")
    context: Text | None = Field(None, description="What a reader needs in order to understand the words.")
    published: Day = Field(description="First publication on this site.")
    updated: Day | None = Field(None, description="Last change of meaning.")
