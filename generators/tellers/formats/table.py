"""A large CSV as columns of strings, each row with its line: columns found by name, nothing converted.

For dumps of a million rows, where an object a row would cost minutes and gigabytes. The code `NA` is Namibia and an empty
cell is an empty string.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tellers.problems import Place, Problems

MAX_FIELD = 1 << 20
RAGGED_SHOWN = 20
PART = 256
"""So many rows are read at a time: more would leave the cache of the processor, and cost the collector seconds."""
BLOCK = 1 << 22
"""So many letters of a text are a stream at a time."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells by column; a column that the file does not have is not in it."""

    path: str
    columns: dict[str, Sequence[str]]
    lines: Sequence[int]

    def __len__(self) -> int:
        return len(self.lines)

    def __contains__(self, column: str) -> bool:
        return column in self.columns

    def __getitem__(self, column: str) -> Sequence[str]:
        return self.columns[column]

    def cell(self, column: str, row: int) -> str:
        """The cell, or nothing where there is no such column."""
        return self.columns[column][row] if column in self.columns else ""

    def place(self, row: int) -> Place:
        return Place(self.path, self.lines[row])


def read_table(text: str, path: str, needed: Sequence[str], problems: Problems, only: bool = False) -> Table | None:
    """The columns of the file, in whatever order they stand; None, with problems added, when it cannot be read.

    Columns beyond the `needed` ones are kept, unless `only` those of a large file are wanted. A row with too few or
    too many cells is a problem, never shifted.
    """
    csv.field_size_limit(MAX_FIELD)
    before = len(problems.found)
    reader = csv.reader(_split(text), strict=True)
    try:
        header = next(reader, [])
        if not _fits(header, needed, path, problems):
            return None
        start = reader.line_num
        columns, number = _columns(reader, header, needed if only else header, path, problems)
    except csv.Error as error:
        line = max(reader.line_num, 1)
        problems.add(Place(path, line), "file", f"not CSV: {error}", "mend the quotation marks in this line")
        return None
    if problems.found[before:]:
        return None
    plain = reader.line_num - start == number
    return Table(path, columns, range(start + 1, start + 1 + number) if plain else _lines(text))


def _split(text: str) -> Iterator[str]:
    """Line by line, of a part at a time: a stream of a whole large text would take four bytes a letter."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + BLOCK) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end


def _fits(header: list[str], needed: Sequence[str], path: str, problems: Problems) -> bool:
    """Whether the first line has each needed column, and none twice."""
    twice = sorted({name for name in header if header.count(name) > 1})
    missing = [name for name in needed if name not in header]
    for name in twice:
        problems.add(Place(path, 1), "header", f'column "{name}" a second time', "keep one of the two")
    if missing:
        wrong = f"no column {', '.join(missing)}" if header else "the file is empty"
        problems.add(Place(path, 1), "header", wrong, f"give a file whose first line has {', '.join(needed)}")
    return not twice and not missing


def _lines(text: str) -> list[int]:
    """The line on which each row begins, where quoted cells hold line breaks."""
    reader = csv.reader(_split(text), strict=True)
    ends = [0] + [reader.line_num for _ in reader]
    return [end + 1 for end in ends[1:-1]]


def _columns(
    reader: Any, header: list[str], wanted: Sequence[str], path: str, problems: Problems
) -> tuple[dict[str, Sequence[str]], int]:
    """The cells by column and the number of rows, a part at a time."""
    columns: list[list[str]] = [[] for _ in wanted]
    chosen = [header.index(name) for name in wanted]
    known: list[dict[str, str]] = [{} for _ in wanted]  # equal cells are one string: a long column has few words
    number, ragged = 0, 0
    while True:
        line = reader.line_num
        rows = list(islice(reader, PART))
        if not rows:
            break
        for at, row in enumerate(rows if set(map(len, rows)) != {len(header)} else ()):
            if len(row) != len(header):
                ragged += 1
                _say_ragged(row, line + at + 1, ragged, len(header), path, problems)
        if not ragged:
            cells = list(zip(*rows, strict=True))
            for column, at, same in zip(columns, chosen, known, strict=True):
                column.extend(map(same.setdefault, cells[at], cells[at]))
        number += len(rows)
    return dict(zip(wanted, columns, strict=True)), number


def _say_ragged(row: list[str], line: int, times: int, width: int, path: str, problems: Problems) -> None:
    """The first rows that are no rows; the line is a little off where quoted cells hold line breaks."""
    if times > RAGGED_SHOWN:
        return
    wrong = f"{len(row)} cells where the header has {width}" if row else "an empty line"
    do = "give each column one cell, and put words with a comma in quotes" if row else "remove it"
    problems.add(Place(path, line), "row", wrong, do)
