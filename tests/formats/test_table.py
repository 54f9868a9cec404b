"""Large tables: columns by name, rows with their lines, nothing shifted."""

from __future__ import annotations

from tellers.formats.table import PART, read_table
from tellers.problems import Problems


def refused(text: str, *needed: str) -> list[str]:
    problems = Problems()
    assert read_table(text, "a.csv", needed, problems) is None
    return [str(problem) for problem in problems.in_order()]


def test_columns_are_found_by_name() -> None:
    table = read_table("b,a\n1,NA\n2,\n", "a.csv", ("a",), Problems())
    assert table is not None
    assert (list(table["a"]), list(table["b"])) == (["NA", ""], ["1", "2"])
    assert [table.place(row).line for row in range(2)] == [2, 3]


def test_lines_count_on_where_cells_hold_line_breaks() -> None:
    table = read_table('a,b\n"x\ny",1\nz,2\n', "a.csv", ("a",), Problems())
    assert table is not None
    assert list(table.lines) == [2, 4]


def test_only_the_columns_of_a_large_file() -> None:
    table = read_table("a,b,c\n1,2,3\n", "a.csv", ("c", "a"), Problems(), only=True)
    assert table is not None
    assert table.columns == {"c": ["3"], "a": ["1"]}


def test_more_rows_than_are_read_at_once() -> None:
    table = read_table("a,b\n" + "".join(f"{n},x\n" for n in range(PART * 2 + 1)), "a.csv", ("a",), Problems())
    assert table is not None
    assert (len(table), table["a"][-1], table.place(PART * 2).line) == (PART * 2 + 1, str(PART * 2), PART * 2 + 2)


def test_a_row_is_never_shifted() -> None:
    assert refused("a,b\n1,2,3\n4\n", "a") == [
        "a.csv:2 row: 3 cells where the header has 2; give each column one cell, and put words with a comma in quotes",
        "a.csv:3 row: 1 cells where the header has 2; give each column one cell, and put words with a comma in quotes",
    ]


def test_headers_that_are_none() -> None:
    assert refused("", "a") == ["a.csv:1 header: the file is empty; give a file whose first line has a"]
    assert refused("a,a\n1,2\n", "a") == ['a.csv:1 header: column "a" a second time; keep one of the two']
    assert refused("b\n1\n", "a", "b") == ["a.csv:1 header: no column a; give a file whose first line has a, b"]


def test_quotes_that_never_end() -> None:
    assert refused('a,b\n"1,2\n', "a")[0].startswith("a.csv:2 file: not CSV: ")
