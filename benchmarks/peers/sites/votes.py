"""What every peer makes its pages from: the votes of the tables in a folder, and where a page's dots are."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COLOURS = {"yes": "#24508a", "abstain": "#f3dc6b", "no": "#c4501b"}
COLUMNS = 20


@dataclass(frozen=True)
class Vote:
    """A vote with its ballots, as rows of code, name and option, sorted by option."""

    id: str
    title: str
    ballots: tuple[tuple[str, str, str], ...]

    @property
    def counts(self) -> str:
        """The tally in words."""
        chosen = [option for *_, option in self.ballots]
        return ", ".join(f"{chosen.count(option)} {option}" for option in COLOURS)


def votes(folder: Path) -> list[Vote]:
    """Every vote of `votes.csv`, each with the rows of its own file."""
    return [vote(folder, row) for row in _rows(folder / "votes.csv")]


def vote(folder: Path, row: dict[str, str]) -> Vote:
    """The vote of this row, with its ballots."""
    order = list(COLOURS)
    ballots = [(found["code"], found["name"], found["option"]) for found in _rows(folder / f"{row['id']}.csv")]
    ballots.sort(key=lambda ballot: (order.index(ballot[2]), ballot[1]))
    return Vote(row["id"], f"{row['symbol']}, {row['date']}: {row['title']}", tuple(ballots))


def vote_of(folder: Path, id: str) -> Vote:
    """The vote with this id."""
    return vote(folder, next(row for row in _rows(folder / "votes.csv") if row["id"] == id))


def dots(vote: Vote) -> list[tuple[int, int, str, str]]:
    """A dot a ballot, in rows: across, down, colour, name."""
    return [(i % COLUMNS, i // COLUMNS, COLOURS[option], name) for i, (_, name, option) in enumerate(vote.ballots)]


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
