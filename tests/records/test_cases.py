"""What content is refused, and in which words.

A case is a folder with the files that differ from the starter's, at the same paths (`<name>.delete` takes a file away),
and, in `refuses_…`, all problems that reading must report in `expected.txt`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from tellers.model import Content
from tellers.records import read_content

CASES = Path(__file__).parent / "cases"
REFUSED = sorted(path.name for path in CASES.glob("refuses_*"))
ACCEPTED = sorted(path.name for path in CASES.glob("accepts_*"))
SAME = [name for name in ACCEPTED if name.startswith("accepts_same_")]

PROBLEM = re.compile(
    r"content/[^:]+?(?P<line>:[1-9][0-9]*(:[1-9][0-9]*)?)? (?P<field>[A-Za-z0-9_.-]+): (?P<wrong>.+?); (?P<do>\w.+)"
)


def overlaid(starter: Mapping[str, bytes], case: str) -> dict[str, bytes]:
    """The starter's files with those of the case in their place."""
    files = dict(starter)
    for path in sorted((CASES / case).rglob("*")):
        key = path.relative_to(CASES / case).as_posix()
        if path.is_file() and key.endswith(".delete"):
            del files[key.removesuffix(".delete")]
        elif path.is_file() and key != "expected.txt":
            files[key] = path.read_bytes()
    return files


def parts(content: Content) -> dict[str, object]:
    """The parts of a content by name: two contents are equal only as one object, but what they hold may be the same."""
    return {part.name: getattr(content, part.name) for part in fields(content)}


def expected(case: str) -> list[str]:
    return (CASES / case / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", REFUSED)
def test_says_exactly_what_is_wrong(case: str, tiny_files: dict[str, bytes]) -> None:
    reading = read_content(overlaid(tiny_files, case))
    assert [str(problem) for problem in reading.problems] == expected(case)
    assert reading.content is None


@pytest.mark.parametrize("case", ACCEPTED)
def test_finds_nothing_wrong(case: str, tiny_files: dict[str, bytes]) -> None:
    assert read_content(overlaid(tiny_files, case)).problems == []


@pytest.mark.parametrize("case", SAME)
def test_reads_the_same_whatever_the_bytes(case: str, tiny_files: dict[str, bytes], tiny: Content) -> None:
    changed = overlaid(tiny_files, case)
    assert changed != tiny_files, "the case changes nothing"
    again = read_content(changed).content
    assert again is not None
    assert parts(again) == parts(tiny)


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: unicodedata.normalize("NFD", text),
], ids=["byte order mark", "CRLF", "CR", "decomposed letters"])  # fmt: skip
def test_reads_the_same_with_every_file_changed(
    change: Callable[[str], str], tiny_files: dict[str, bytes], tiny: Content
) -> None:
    copies = {p: raw for p, raw in tiny_files.items() if p.startswith(("content/snapshots/", "content/pinned/"))}
    changed = copies | {p: change(raw.decode()).encode() for p, raw in tiny_files.items() if p not in copies}
    assert changed != tiny_files
    again = read_content(changed).content
    assert again is not None
    assert parts(again) == parts(tiny)


def test_the_starter_has_no_problem(tiny_files: dict[str, bytes]) -> None:
    assert read_content(tiny_files).problems == []


def test_order_of_files_does_not_matter(tiny_files: dict[str, bytes], tiny: Content) -> None:
    backwards = dict(reversed(tiny_files.items()))
    again = read_content(backwards).content
    assert again is not None
    assert parts(again) == parts(tiny)
    assert list(again.votes) == list(tiny.votes)


# About the cases themselves -------------------------------------------------------------------------------------------


def test_there_are_cases() -> None:
    assert len(REFUSED) >= 90
    assert len(ACCEPTED) >= 8
    assert sorted(path.name for path in CASES.iterdir()) == sorted(REFUSED + ACCEPTED)


@pytest.mark.parametrize("case", REFUSED)
def test_every_problem_says_where_what_and_what_to_do(case: str) -> None:
    lines = expected(case)
    assert lines
    for line in lines:
        found = PROBLEM.fullmatch(line)
        assert found is not None, line
        assert found["line"] or found["field"] in ("file", "id"), f"only a whole file has no line: {line}"


def test_no_case_has_a_file_that_only_repeats_the_starter(tiny_files: dict[str, bytes]) -> None:
    for case in REFUSED + ACCEPTED:
        for path in (CASES / case).rglob("*"):
            key = path.relative_to(CASES / case).as_posix()
            assert not path.is_file() or tiny_files.get(key) != path.read_bytes(), f"{case}/{key}"
