"""CSV as strings with lines: an exact header, an exact number of cells, nothing converted."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from tellers.formats.csv import Row, read_csv
from tellers.problems import Place, Problems

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=8)


def read(
    text: str, header: tuple[str, ...] = ("member", "option"), optional: tuple[str, ...] = ()
) -> tuple[list[Row], list[str]]:
    problems = Problems()
    rows = read_csv(text, "a.csv", header, problems, optional)
    return rows, [str(problem) for problem in problems.found]


def test_nothing_is_converted() -> None:
    rows, problems = read("member,option\nNA,\nNO,1e3\n007,NaN\n")
    assert [row.cells for row in rows] == [
        {"member": "NA", "option": ""},
        {"member": "NO", "option": "1e3"},
        {"member": "007", "option": "NaN"},
    ]
    assert problems == []


@given(st.lists(st.tuples(CELL, CELL), max_size=6))
def test_what_was_written_comes_back(cells: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([("member", "option"), *cells])
    rows, problems = read(out.getvalue())
    assert [(row.cells["member"], row.cells["option"]) for row in rows] == cells
    assert problems == []


def test_a_cell_too_many_never_shifts_a_column() -> None:
    rows, problems = read("member,option\nA,yes,\nB,no,\n")
    assert rows == []
    assert len(problems) == 2


def test_the_header_is_exact_and_optional_columns_follow() -> None:
    assert read("member,option,reason\nA,yes,ill\n", optional=("reason",))[1] == []
    for header in (
        "option,member",
        "member",
        "member,option,reason",
        "Member,Option",
        "member, option",
        "",
        "member;option",
    ):
        rows, problems = read(header + "\nA,yes\n")
        assert rows == []
        assert len(problems) == 1, header


def test_places_are_those_of_cells() -> None:
    rows, _ = read("member,option\nA,yes\nFRA,no\n")
    assert rows[1].place("member") == Place("a.csv", 3, 1)
    assert rows[1].place("option") == Place("a.csv", 3, 5)


def test_a_quoted_cell_may_hold_lines_and_the_row_stands_where_it_begins() -> None:
    rows, problems = read('member,option\n"A\nB",yes\nC\nD,no\n')
    assert [(row.line, row.cells["member"]) for row in rows] == [(2, "A\nB"), (5, "D")]
    assert problems == [
        "a.csv:4:1 row: 1 cell where the header has 2; give each column one cell, and put words with a comma in quotes"
    ]


def test_an_open_quotation_mark_is_told_where_it_opens() -> None:
    _, problems = read('member,option\nA,yes\nB,"no\nC,yes\n')
    assert problems == ["a.csv:3:1 file: not CSV: unexpected end of data; mend the quotation marks in this line"]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    rows, _ = read("member,option\n" + text)
    assert all(len(row.cells) == 2 for row in rows)
