"""How a message becomes a sentence: looked up in a catalogue, filled with values, numbers and days in its language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache
from string import Formatter
from typing import Protocol
from unicodedata import combining, normalize

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from tellers.claims.claim import Claim
from tellers.claims.sentence import Foreign, Free, Link, Part, Said, Sentence
from tellers.model import Month
from tellers.model.translation import Translation


class Catalogue(Protocol):
    """What gettext offers, and the language it offers it in."""

    @property
    def locale(self) -> str: ...

    def gettext(self, message: str) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...

    def ngettext(self, one: str, many: str, number: int) -> str: ...


class English:
    """The messages as they stand in the code."""

    locale = "en_GB"

    def gettext(self, message: str) -> str:
        return message

    def pgettext(self, context: str, message: str) -> str:
        return message

    def ngettext(self, one: str, many: str, number: int) -> str:
        return one if number == 1 else many


@dataclass(frozen=True, slots=True)
class Translated:
    """Messages in another language; those that nobody translated stay as they stand in the code."""

    locale: str
    translations: tuple[Translation, ...]
    """Where a message is looked up, in this order."""

    def gettext(self, message: str) -> str:
        return self.pgettext("", message)

    def pgettext(self, context: str, message: str) -> str:
        """The message in its context, such as the name of a member."""
        found = next((t.forms[context, message] for t in self.translations if (context, message) in t.forms), None)
        if found is None and context == "navigation":  # often what pages are called too
            return self.gettext(message)
        return found[0] if found else message

    def ngettext(self, one: str, many: str, number: int) -> str:
        for translation in self.translations:
            if found := translation.forms.get(("", one)):
                return found[min(translation.rule(number), len(found) - 1)]
        return one if number == 1 else many


def later(one: str, many: str = "") -> tuple[str, str]:
    """A message and its plural that are said elsewhere: how they are found by those who collect messages."""
    return one, many or one


Filler = str | int | date | Claim | Sentence | Said | Link | Free | Foreign


@dataclass(frozen=True, slots=True)
class Words:
    """Says messages in the language of its catalogue."""

    catalogue: Catalogue = field(default_factory=English)

    def say(self, message: str, **values: Filler) -> Sentence:
        """The message with `{name}` filled in: `say("{n} of {all}", n=claim, all="193")`.

        A claim is shown as its value and stays bound to it; days and whole numbers are written in the language.
        """
        return self._fill(self.catalogue.gettext(message), values)

    def count(self, number: int, one: str, many: str, **values: Filler) -> Sentence:
        """The singular or plural message that goes with the number."""
        return self._fill(self.catalogue.ngettext(one, many, number), values)

    def text(self, message: str, **values: Filler) -> str:
        """The same as plain text."""
        return str(self.say(message, **values))

    def number(self, value: int) -> str:
        return _decimal(value, self.catalogue.locale)

    def day(self, value: date) -> str:
        """A day in full: 24 February 2025. Of a month alone: October 1971."""
        if isinstance(value, Month):
            return format_skeleton("yMMMM", value, locale=self.catalogue.locale)
        return self._ordinal(value, format_date(value, "long", locale=self.catalogue.locale))

    def language(self, tag: str) -> str:
        """The name of a language: `ru` is Russian."""
        return Locale.parse(tag, sep="-").get_language_name(self.catalogue.locale) or tag

    def month(self, value: date) -> str:
        """A short month with its year: Feb 2025."""
        return format_skeleton("yMMM", value, locale=self.catalogue.locale)

    def short_day(self, value: date) -> str:
        """A day in short: 24 Feb 2025. Of a month alone: Oct 1971."""
        if isinstance(value, Month):
            return self.month(value)
        return self._ordinal(value, format_date(value, "medium", locale=self.catalogue.locale))

    def _ordinal(self, value: date, said: str) -> str:
        """The day with its first of a month as the language writes it, where that is no plain number."""
        first = self.catalogue.pgettext("first day of a month", "1")
        return f"{first} {said[2:]}" if value.day == 1 and said.startswith("1 ") else said

    def percent(self, share: Fraction) -> str:
        """A share as a whole percentage, `<1 %` for what is smaller but happened, `>99 %` for what is almost all."""
        if 0 < share < Fraction(1, 100):
            return "<1\u202f%"
        if Fraction(99, 100) < share < 1:
            return ">99\u202f%"
        return f"{self.number(round_half_up(share * 100))}\u202f%"

    def listing(self, items: list[str | Link]) -> Sentence:
        """`A`, `A and B`, `A, B and C`."""
        parts: list[Part | Sentence] = []
        for position, item in enumerate(items):
            if position:
                last = position == len(items) - 1
                parts.append(self.text(" and ") if last else self.text(", "))
            parts.append(item)
        return Sentence.of(*parts)

    def _fill(self, message: str, values: dict[str, Filler]) -> Sentence:
        parts: list[Part | Sentence] = []
        for literal, name in _pieces(message):
            if literal:
                parts.append(literal)
            if name is not None:
                parts.append(self._part(values[name]))
        return Sentence.of(*parts)

    def _part(self, value: Filler) -> Part | Sentence:
        if isinstance(value, Claim):
            return Said(self._shown(value), value)
        if isinstance(value, date):
            return self.day(value)
        return self.number(value) if isinstance(value, int) else value

    def _shown(self, claim: Claim) -> str:
        value = claim.value
        if isinstance(value, Fraction):
            return self.percent(value)
        if isinstance(value, date):
            return self.day(value)
        return self.number(value) if isinstance(value, int) else value


def in_alphabet(name: str) -> tuple[str, str]:
    """By what a name is sorted: its letters without their accents, and then with them."""
    plain = "".join(sign for sign in normalize("NFD", name) if not combining(sign))
    return plain.casefold(), name


@lru_cache(maxsize=4096)
def _decimal(value: int, locale: str) -> str:
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=4096)
def _pieces(message: str) -> tuple[tuple[str, str | None], ...]:
    """Literal texts of the message, each with the name that follows it."""
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(message))


def round_half_up(value: Fraction) -> int:
    """The nearest whole number, halves upwards: the one rounding rule of everything published."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def largest_remainder(counts: list[int]) -> list[int]:
    """Whole percentages of the counts that add to 100 (Hamilton's method; ties go to the earlier count).

    >>> largest_remainder([1, 1, 1])
    [34, 33, 33]
    """
    whole = sum(counts)
    if not whole:
        return [0 for _ in counts]
    floors = [count * 100 // whole for count in counts]
    order = sorted(range(len(counts)), key=lambda i: (-(counts[i] * 100 % whole), i))
    for position in order[: 100 - sum(floors)]:
        floors[position] += 1
    return floors
