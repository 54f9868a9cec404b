"""A claim is one published statement with its value and the records that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

Value = int | Fraction | str | date


class Says(StrEnum):
    """What kind of statement; each is recomputed by the independent reader in its own way."""

    TALLY = "tally"
    SHARE = "share"
    BALLOT = "ballot"
    OUTCOME = "outcome"
    SHIFT = "shift"
    AGREEMENT = "agreement"
    THRESHOLD = "threshold"
    COUNT = "count"
    DATE = "date"
    TEXT = "text"
    FINDING = "finding"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, about what, with which value. `of` is in the order in which it is written."""

    says: Says
    of: tuple[tuple[str, str], ...]
    value: Value

    @classmethod
    def make(cls, says: Says, value: Value, /, **of: str) -> Claim:
        """A claim about the named records: `Claim.make(Says.TALLY, 93, vote="un-ga/es-11_7", option="yes")`."""
        return cls(says, tuple((key.rstrip("_").replace("_", "-"), str(text)) for key, text in of.items()), value)

    @property
    def spec(self) -> str:
        """How it is written on a page: `tally vote=un-ga/es-11_7 option=yes`."""
        return " ".join([self.says, *(f"{key}={text}" for key, text in self.of)])

    @property
    def written(self) -> int | str:
        """The value as a manifest writes it: fractions as `a/b`, days as ISO 8601."""
        if isinstance(self.value, Fraction):
            return f"{self.value.numerator}/{self.value.denominator}"
        return self.value.isoformat() if isinstance(self.value, date) else self.value
