"""The roll calls of the General Assembly by decade, for comparison with what others have published."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellers import importers
from tellers.model import Option, Roll
from tellers.stats.ballots import Ballots


@pytest.fixture(scope="session")
def decades(dumps: Path) -> dict[int, Ballots]:
    """Decades of the General Assembly by their first years, with codes of three letters."""
    big = dumps / "big"
    with (Path(importers.__file__).with_name("cow.csv")).open(encoding="utf-8", newline="") as file:
        codes = {row["code"]: row["member"] for row in csv.DictReader(file) if row["code"]}
    days = dict(read(big / "unvotes_2021_un_roll_calls.csv.gz", "rcid", "date"))
    found: dict[int, dict[str, dict[str, Option]]] = {}
    for vote, code, word in read(big / "unvotes_2021_un_votes.csv.gz", "rcid", "country_code", "vote"):
        day = days[vote.removesuffix(".0")]
        if code in codes:
            found.setdefault(int(day[:4]) // 10 * 10, {}).setdefault(f"{day} {vote}", {})[codes[code]] = Option(word)
    return {first: Ballots.of([(id, Roll.of(votes[id].items())) for id in sorted(votes)]) for first, votes in found.items()}


def read(file: Path, *columns: str) -> Iterator[tuple[str, ...]]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        yield from (tuple(row[column] for column in columns) for row in csv.DictReader(lines))
