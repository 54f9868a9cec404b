"""CSV as rows of strings with their lines: exact header, exact number of cells, nothing converted.

The code `NA` is Namibia and an empty cell is an empty string.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from tellers.problems import Place, Problems

MAX_ROWS = 200_000
MAX_STRANGE = 100
"""After so many lines of another shape the rest of the file is not read."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line by column name."""

    path: str
    line: int
    cells: dict[str, str]

    def place(self, column: str) -> Place:
        """The line, and the position at which the cell begins when no cell before it is quoted."""
        before = list(self.cells)[: list(self.cells).index(column)] if column in self.cells else []
        return Place(self.path, self.line, 1 + sum(len(self.cells[name]) + 1 for name in before))


def read_csv(text: str, path: str, header: Sequence[str], problems: Problems, optional: Sequence[str] = ()) -> list[Row]:
    """All rows that have as many cells as the header; every other line is a problem.

    `header` must stand in the first line in this order; columns of `optional` may follow.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    line, strange = 1, 0
    try:
        found = next(reader, [])
        wanted = list(header)
        if found[: len(wanted)] != wanted or any(name not in optional for name in found[len(wanted) :]):
            wrong = f'the first line is "{",".join(found)}"' if found else "the first line is empty"
            problems.add(Place(path, 1, 1), "header", wrong, f'write "{",".join(wanted)}" as the first line')
            return []
        while True:
            line = reader.line_num + 1  # where the row begins: a quoted cell may hold more lines
            cells = next(reader, None)
            if cells is None:
                return rows
            if len(cells) != len(found):
                cell = "cell" if len(cells) == 1 else "cells"
                wrong = f"{len(cells)} {cell} where the header has {len(found)}" if cells else "an empty line"
                do = "give each column one cell, and put words with a comma in quotes" if cells else "remove it"
                problems.add(Place(path, line, 1), "row", wrong, do)
                strange += 1
                if strange == MAX_STRANGE:
                    break
                continue
            if len(rows) == MAX_ROWS:
                problems.add(Place(path, line, 1), "file", f"more than {MAX_ROWS} rows", "split the file")
                break
            rows.append(Row(path, line, dict(zip(found, cells, strict=True))))
    except csv.Error as error:
        problems.add(Place(path, line, 1), "file", f"not CSV: {error}", "mend the quotation marks in this line")
    return rows
