"""A table of a dump, as CSV, packed or not, or as Parquet: a row at a time, so that a large one is never held as text."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and the file that has them."""

    head: list[str]
    data: bytes

    def rows(self, *columns: str) -> Iterator[tuple[str, ...]]:
        """The cells of these columns, row by row; empty ones of a column that the table does not have."""
        places = [self.head.index(column) if column in self.head else -1 for column in columns]
        lines = _lines(self.data)
        next(lines, None)
        for line in lines:
            yield tuple(["" if at < 0 else line[at] for at in places])


def tables_of(files: Sequence[bytes]) -> list[Table]:
    """Each file with the names of its columns."""
    return [Table(next(_lines(data), []), data) for data in files]


def table_with(tables: Sequence[Table], *columns: str) -> Table:
    """The one table that has these columns; raises ValueError where none or several do."""
    found = [table for table in tables if all(column in table.head for column in columns)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} tables with {', '.join(columns)}")
    return found[0]


def _lines(data: bytes) -> Iterator[list[str]]:
    if data.startswith(b"PAR1"):
        yield from _lines_of_parquet(data)
        return
    csv.field_size_limit(_LONGEST)
    packed = data.startswith(b"\x1f\x8b")
    raw: io.BytesIO | gzip.GzipFile = gzip.GzipFile(fileobj=io.BytesIO(data)) if packed else io.BytesIO(data)
    yield from (line for line in csv.reader(io.TextIOWrapper(raw, "utf-8-sig", newline="")) if line)


def _lines_of_parquet(data: bytes) -> Iterator[list[str]]:
    """The names of the columns, then the rows, every cell as text."""
    import polars

    table = polars.read_parquet(io.BytesIO(data))
    yield table.columns
    for row in table.iter_rows():
        yield ["" if cell is None else str(cell) for cell in row]
