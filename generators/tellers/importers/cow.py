"""Countries by Correlates of War number and by the codes of the package unvotes, each with the member it was, day by day.

`cow.csv` has a line a number and member. 713 is the Republic of China, which held the seat of China until October 1971.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from tellers.importers.found import Candidate

Members = Mapping[str, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Countries:
    """Members by number, by two-letter code, and by name where a country has no code."""

    by_number: Members
    by_code: Members
    by_name: Members


@cache
def countries() -> Countries:
    """The table, read once."""
    text = files("tellers.importers").joinpath("cow.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    return Countries(_by("number", rows), _by("code", rows), _by("name", rows))


def _by(column: str, rows: list[dict[str, str]]) -> Members:
    found: dict[str, tuple[Candidate, ...]] = {}
    for row in rows:
        if row[column]:
            found[row[column]] = (*found.get(row[column], ()), Candidate(row["member"], _day(row["from"]), _day(row["to"])))
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
