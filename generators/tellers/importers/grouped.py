"""Rows of a table that belong to one vote, where each row repeats the facts of the vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellers.formats.table import Table
from tellers.problems import Problems


@dataclass(frozen=True, slots=True)
class Groups:
    """For each row the number of its group, and for each group its first row, in the order of the file."""

    of_row: Sequence[int]
    first: Sequence[int]


def group_rows(keys: Sequence[object]) -> Groups:
    """Rows with an equal key are one group."""
    numbers: dict[object, int] = {}
    of_row = [numbers.setdefault(key, len(numbers)) for key in keys]
    first: dict[int, int] = {}
    for row, number in enumerate(of_row):
        first.setdefault(number, row)
    return Groups(of_row, list(first.values()))


def check_constant(table: Table, groups: Groups, columns: Sequence[str], problems: Problems) -> None:
    """A fact of a vote that is not the same in all of its rows is a problem, one for each vote and column."""
    for column in columns:
        if column not in table:
            continue
        cells = table[column]
        expected = [cells[row] for row in groups.first]
        seen: set[int] = set()
        for row, (cell, number) in enumerate(zip(cells, groups.of_row, strict=True)):
            if cell != expected[number] and number not in seen:
                seen.add(number)
                line = table.lines[groups.first[number]]
                wrong = f'"{cell}", but "{expected[number]}" in line {line}, a row of the same vote'
                problems.add(table.place(row), column, wrong, "compare the file with its source")
