"""What is kept of an earlier reading: taken over where it would be found again, and never in the place of a difference."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tellers.verify import Kept, Report, verify_site
from tests.edits import change_ballot, replace
from tests.sabotage.copies import linked_copy
from tests.sabotage.copies import replace as put

Read = tuple[Path, Path, Report, bytes]


def _read(built: Path, site: Path, kept: Kept | None = None) -> Report:
    return verify_site(built, site, lambda *_: None, pixels=False, kept=kept)


@pytest.fixture(scope="session")
def read(starter_site: tuple[Path, Path]) -> Read:
    """The starter's folder, the site built from it, what was found in it, and what is kept of that."""
    site, built = starter_site
    kept = Kept()
    report = _read(built, site, kept)
    assert kept.whole
    return site, built, report, kept.dump()


@pytest.fixture
def changing(read: Read, tmp_path: Path) -> Path:
    """A copy of the starter's records that a test may change; the site is not built from it anew."""
    shutil.copytree(read[0] / "content", tmp_path / "content")
    shutil.copy(read[0] / "mkdocs.yml", tmp_path)
    return tmp_path


def test_noting_what_is_asked_changes_nothing_of_what_is_found(read: Read) -> None:
    site, built, report, _ = read
    assert _read(built, site) == report


def test_a_second_reading_finds_the_same_without_reading(read: Read) -> None:
    site, built, report, before = read
    kept = Kept(before)
    assert _read(built, site, kept) == report
    assert (kept.again, kept.whole) == ([], "")
    assert kept.dump() == before


def _ballot(site: Path) -> None:
    change_ballot(site, "assembly/25_1", "QUI", "yes", "no")


def _in(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda site: replace(site, f"content/{path}", old, new)


@pytest.mark.parametrize(
    "change",
    [
        _ballot,
        lambda site: change_ballot(site, "council/24_1", "BRU", "yes", "no"),
        _in("votes/assembly/24_2.yml", "title: ", "title: New "),
        _in("votes/assembly/24_1.yml", "date: 2024", "date: 2023"),
        _in("members/towns.csv", "Nordby", "Norby"),
    ],
    ids=["ballot", "council", "title", "date", "register"],
)
def test_records_that_changed_are_as_seen_as_by_a_full_reading(
    change: Callable[[Path], None], changing: Path, read: Read
) -> None:
    _, built, report, before = read
    change(changing)
    kept = Kept(before)
    found = _read(built, changing, kept)
    assert found == _read(built, changing)
    assert set(found.problems) - set(report.problems), "the change is none"


def test_a_changed_ballot_is_looked_for_where_it_was_asked_for(changing: Path, read: Read) -> None:
    _, built, _, before = read
    _ballot(changing)
    kept = Kept(before)
    _read(built, changing, kept)
    again = set(kept.again)
    assert {"votes/assembly/25_1/index.html", "members/QUI/index.html", "figures/assembly/25_1.blocks.svg"} <= again
    assert not {"figures/assembly/24_1.blocks.svg", "figures/NO.agreement.svg", "gaps/index.html"} & again
    assert "assembly/25_1" in kept.reason("figures/assembly/25_1.blocks.svg")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("votes/assembly/25_1/index.html", "Adopted", "Not adopted"),
        ("figures/assembly/25_1.tally.svg", "</title>", " not</title>"),
        ("search/search_index.json", "Adopted", "Rejected"),
    ],
)
def test_other_bytes_are_read(path: str, old: str, new: str, read: Read, tmp_path: Path) -> None:
    site, built, _, before = read
    copy = linked_copy(built, tmp_path / "site")
    text = (copy / path).read_text()
    assert old in text
    put(copy / path, text.replace(old, new, 1).encode())
    found = _read(copy, site, Kept(before))
    assert found == _read(copy, site)
    assert found.problems


def test_what_another_reader_found_is_not_taken_over(read: Read) -> None:
    site, built, report, before = read
    said = json.loads(before)
    said["bases"][""] = "0" * 64
    kept = Kept(json.dumps(said).encode())
    assert _read(built, site, kept) == report
    assert kept.taken == 0
    assert "the reader" in kept.whole


def test_a_page_with_a_difference_is_not_kept(read: Read, tmp_path: Path) -> None:
    site, built, _, _ = read
    copy = linked_copy(built, tmp_path / "site")
    page = copy / "gaps/index.html"
    put(page, page.read_bytes().replace(b"</h1>", b" 12</h1>", 1))
    kept = Kept()
    first = _read(copy, site, kept)
    assert first.problems
    again = Kept(kept.dump())
    assert _read(copy, site, again) == first
    assert "gaps/index.html" in again.again
