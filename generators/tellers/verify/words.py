"""Whether the words that a visitor reads say a value: numbers in digits or words, days, percentages, ballots."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = frozenset({*_UNITS, *_TENS[2:], "hundred", "thousand", "dozen"})

LABELS = {
    "yes": "Yes", "no": "No", "abstain": "Abstain", "present": "Present", "paired": "Paired", "excused": "Excused",
    "teller": "Teller", "absent": "Absent", "not-voting": "Not voting", "no-record": "No vote recorded",
    "not-eligible": "Not eligible", "vacant": "Vacant",
}  # fmt: skip
LETTERS = {
    "yes": "Y", "no": "N", "abstain": "A", "present": "P", "paired": "PR", "excused": "E", "teller": "T", "absent": "AB",
    "not-voting": "NV", "no-record": "?", "not-eligible": "NE", "vacant": "V",
}  # fmt: skip
_DEEDS = {
    "yes": {"voted yes", "voted in favour"},
    "no": {"voted no", "voted against"},
    "abstain": {"abstained"},
    "present": {"was present and did not vote"},
    "paired": {"was paired"},
    "excused": {"was excused"},
    "teller": {"was a teller"},
    "absent": {"was absent"},
    "not-voting": {"did not vote"},
    "no-record": {"has no vote recorded in this source"},
    "not-eligible": {"could not vote"},
    "vacant": {"had no holder of its seat"},
}
DEEDS = frozenset(deed for ways in _DEEDS.values() for deed in ways)
"""What members are said to have done."""
UNSTATED = "Not in the stated totals"
OUTCOMES = {"adopted": "Adopted", "not-adopted": "Not adopted", "unknown": "Outcome unknown"}
"""What each outcome of the records is called."""
_NOBODY = {"no", "none", "nobody", "no one", "zero", "not one", "nil"}


def says(kind: str, value: int | str, text: str) -> bool:
    """Whether the visible text says the claim's value."""
    plain = " ".join(text.split())
    if kind == "ballot":
        option = str(value)
        return plain.casefold() == LABELS.get(option, "").casefold() or plain.casefold() in _DEEDS.get(option, set())
    if kind == "outcome":
        return plain.casefold() in {str(value), str(value).replace("-", " "), *({"carried"} if value == "adopted" else ())}
    if kind == "date":
        return plain in (day(str(value)), short_day(str(value)), month(str(value)))
    if kind == "text":
        return plain == " ".join(str(value).split())
    if kind == "finding":
        return plain == str(value).replace("-", " ").capitalize()
    if kind == "days" and isinstance(value, int):
        return plain == distance(value)
    if isinstance(value, int):
        return number(plain) == value
    return plain == percent(Fraction(value))


def number(text: str) -> int | None:
    """The whole number that the text is, in digits or in English words; None where it is none."""
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]+", text):
        return int(text.replace(",", ""))
    folded = text.casefold()
    if folded in _NOBODY:
        return 0
    words = [word for word in re.split(r"[ -]", folded) if word != "and"]
    total = 0
    for word in words:
        if word in _UNITS:
            total += _UNITS.index(word)
        elif word in _TENS[2:]:
            total += 10 * _TENS.index(word)
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word not in {"a", "single"}:
            return None
    return (total or 1) if words and folded != "and" else None


def distance(days: int) -> str:
    """From a vote to the day of a quote: `2 days before the vote`."""
    if days == 0:
        return "on the day of the vote"
    many = "the day" if abs(days) == 1 else f"{abs(days):,} days"
    return f"{many} {'before' if days < 0 else 'after'} the vote"


def percent(share: Fraction) -> str:
    """A share as a whole percentage, halves upwards; `<1 %` for what is smaller but happened, `>99 %` for almost all."""
    if 0 < share < Fraction(1, 100):
        return "<1 %"
    if Fraction(99, 100) < share < 1:
        return ">99 %"
    return f"{int(share * 100 + Fraction(1, 2))} %"


def without_accents(text: str) -> str:
    """The text with plain letters for those with an accent."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def in_alphabet(name: str) -> tuple[str, str]:
    """By what names are ordered: letters without accents, small and capital ones alike, then as they are written."""
    return without_accents(name).casefold(), name


def day(iso: str) -> str:
    """24 February 2025; of a month alone, October 1971."""
    year, month_, *days = iso.split("-")
    if not days:
        return f"{MONTHS[int(month_) - 1]} {int(year)}"
    day_ = days[0]
    return f"{int(day_)} {MONTHS[int(month_) - 1]} {int(year)}"


def short_day(iso: str) -> str:
    """24 Feb 2025; September is Sept in British English. Of a month alone, Oct 1971."""
    year, month_, *days = iso.split("-")
    if not days:
        return month(iso)
    day_ = days[0]
    return f"{int(day_)} {_short_month(int(month_))} {int(year)}"


def month(iso: str) -> str:
    """Feb 2025."""
    year, month_, *_ = iso.split("-")
    return f"{_short_month(int(month_))} {int(year)}"


def _short_month(number_: int) -> str:
    return "Sept" if number_ == 9 else MONTHS[number_ - 1][:3]


def ways_to_say(iso: str) -> set[str]:
    """Every way in which a day may be written in words of a figure."""
    return {day(iso), short_day(iso), month(iso)}
