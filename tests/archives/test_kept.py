"""What is kept of an earlier reading of an archive: every change of its dump or its pages is found as by a full reading."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tellers.verify import Kept, Report, verify_site
from tellers.verify.archive_noted import NotedArchive, NotedDecade
from tellers.verify.archive_reading import read_archives
from tellers.verify.archives import Archive
from tellers.verify.asked import noting
from tellers.verify.content import read_content
from tellers.verify.decade import Decade
from tests.archives.sites import change_dump
from tests.archives.test_sabotage import CASES, FILES
from tests.sabotage.copies import linked_copy
from tests.sabotage.copies import replace as put

Read = tuple[Path, Path, Report, bytes]
DECADE = "archives/unvotes/decades/1970s"


def _read(built: Path, site: Path, kept: Kept | None = None) -> Report:
    return verify_site(built, site, lambda *_: None, kept=kept)


@pytest.fixture(scope="module")
def read(built: tuple[Path, Path]) -> Read:
    """The small archive's folder, the site built from it, what was found in it, and what is kept of that."""
    kept = Kept()
    report = _read(built[1], built[0], kept)
    return *built, report, kept.dump()


@pytest.fixture(scope="module")
def plain(read: Read) -> Archive:
    return read_archives(read[0], read_content(read[0]))["unvotes"]


def test_noting_what_is_asked_changes_nothing_of_what_is_found(read: Read) -> None:
    site, built, report, _ = read
    assert report.problems == ()
    assert _read(built, site) == report


def test_a_second_reading_finds_the_same_without_reading(read: Read) -> None:
    site, built, report, before = read
    kept = Kept(before)
    assert _read(built, site, kept) == report
    assert (kept.again, kept.whole) == ([], "")
    assert kept.dump() == before


def _calls(was: str, now: str) -> Callable[[Path], None]:
    return lambda site: change_dump(site, "un_roll_calls.csv", was, now)


def _register(site: Path) -> None:
    register = site / "content/members/un.csv"
    register.write_text(register.read_text("utf-8").replace("Albania", "Albanien"), "utf-8")


DUMPS: Mapping[str, Callable[[Path], None]] = {
    "ballot": lambda site: change_dump(site, "un_votes.csv.gz", "1184.0,France,FR,no", "1184.0,France,FR,yes"),
    "stray": lambda site: change_dump(site, "un_votes.csv.gz", "1110.0,Fiji,FJ,no", "1110.0,Fiji,FJ,yes"),
    "title": _calls("SECURITY OF MISSIONS", "SAFETY OF MISSIONS"),
    "symbol": _calls("R/34/52F", "R/34/52G"),
    "decade": _calls("45.0,0,1990-11-05", "45.0,0,1980-11-05"),
    "session": _calls("2052,34.0", "2052,35.0"),
    "topic": lambda site: change_dump(site, "un_roll_call_issues.csv", "Human rights", "Colonialism"),
    "register": _register,
}


@pytest.mark.parametrize("name", DUMPS)
def test_a_dump_that_changed_is_as_seen_as_by_a_full_reading(name: str, read: Read, tmp_path: Path) -> None:
    site, built, _, before = read
    shutil.copytree(site / "content", tmp_path / "content")
    shutil.copy(site / "mkdocs.yml", tmp_path)
    DUMPS[name](tmp_path)
    kept = Kept(before)
    found = _read(built, tmp_path, kept)
    assert found.problems, "the change is none"
    assert found == _read(built, tmp_path)


def _sabotaged(read: Read, copy: Path, path: str, edit: Callable[[bytes], bytes]) -> tuple[str, ...]:
    """What a reading says to the page or file with other bytes, of which the rest is kept; the copy is clean again then."""
    site, built, _, before = read
    clean = (built / path).read_bytes()
    put(copy / path, edit(clean))
    try:
        return tuple(map(str, _read(copy, site, Kept(before)).problems))
    finally:
        put(copy / path, clean)


@pytest.fixture(scope="module")
def copy(read: Read, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site."""
    return linked_copy(read[1], tmp_path_factory.mktemp("spoilt") / "site")


@pytest.mark.parametrize(("path", "edit", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sabotage_is_caught_though_the_rest_is_kept(
    path: str, edit: Callable[[bytes], bytes], words: tuple[str, ...], read: Read, copy: Path
) -> None:
    problems = _sabotaged(read, copy, path, edit)
    assert any(all(word in problem for word in words) for problem in problems), problems


@pytest.mark.parametrize(
    ("name", "edit", "word"), FILES, ids=[f"{at} {name} {word}" for at, (name, _, word) in enumerate(FILES)]
)
def test_a_file_of_a_decade_is_read_though_the_rest_is_kept(
    name: str, edit: Callable[[bytes], bytes], word: str, read: Read, copy: Path
) -> None:
    problems = _sabotaged(read, copy, f"{DECADE}/{name}", edit)
    assert any(word in problem and problem.startswith(f"{DECADE}/{name}") for problem in problems), problems


def test_a_page_to_which_a_link_led_is_missed(read: Read, tmp_path: Path) -> None:
    site, built, _, before = read
    spoilt = linked_copy(built, tmp_path / "site")
    (spoilt / "404.html").unlink()
    kept = Kept(before)
    _read(spoilt, site, kept)
    assert not [path for path in kept.again if path.startswith("archives/")]
    shutil.rmtree(spoilt / "votes/un-ga/34_52f")
    kept = Kept(before)
    found = _read(spoilt, site, kept)
    assert found == _read(spoilt, site)
    assert any(problem.place.path == "archives/unvotes/sessions/34/index.html" for problem in found.problems)
    assert "files of votes/ that have gone" in kept.reason("archives/unvotes/members/FRA/1970s/index.html")


def _public(kind: type) -> Iterator[str]:
    fields = (name for one in kind.__mro__ for name in getattr(one, "__annotations__", {}))
    return (name for name in dict.fromkeys([*dir(kind), *fields]) if not name.startswith("__"))


FREE = frozenset(
    ["about", "id", "path", "name", "texts", "stored", "inside", "seats", "behind", "bodies", "quotes", "speakers", "series",
     "sources", "site", "archives", "discrepancies", "corrections", "redirects", "registers", "memberships", "seat_lines",
     "groups", "_names", "_lines", "first", "languages", "is_elsewhere", "signed", "called"]
)  # fmt: skip
"""What holds nothing of the dump."""
THROUGH = frozenset(
    ["register_of", "seated", "seated_on", "_seated_in_month", "in_group", "_in_group", "_members", "names_of", "name_of",
     "complete", "stated", "tally", "_tallies", "is_dated", "said", "named", "people", "pair"]
)  # fmt: skip
"""Methods that see the dump through what notes."""
ASKED = frozenset(["near", "rows", "chosen", "recorded", "_recorded", "_folder", "trees", "spans", "whole"])
"""What has to be asked about something."""


def test_whatever_holds_something_of_the_dump_notes_that_it_is_asked(plain: Archive) -> None:
    noted = NotedArchive.of(plain)
    handed = noted.__dict__.keys() | NotedArchive.__dict__.keys()
    assert [name for name in _public(Archive) if name not in FREE | THROUGH | handed] == []
    for name in sorted(set(_public(Archive)) - FREE - THROUGH - ASKED):
        with noting() as asked:
            value = getattr(noted, name)
            list(value() if callable(value) else value)
        assert asked, name
    own = NotedDecade.__dict__.keys()
    assert [name for name in _public(Decade) if name not in FREE | THROUGH | own] == []
    assert not THROUGH & {name for name, value in vars(Decade).items() if not callable(value)}


def test_questions_about_one_member_and_one_vote_are_told_apart(plain: Archive) -> None:
    noted = NotedArchive.of(plain)
    with noting() as asked:
        noted.rows("FRA", 1970)
        noted.spans[1970].shared("GBR", "FRA")
        assert "ALB" in noted.spans[1970].stood
        assert noted.votes["un-ga/26_2758a"]["title"]
        noted.near("un-ga/26_2758a")
    assert asked == {
        ("decade unvotes 1970", "rows FRA"), ("spans unvotes", "1970"), ("decade unvotes 1970", "shared FRA GBR"),
        ("decade unvotes 1970", "in ALB"), ("dump unvotes", "un-ga/26_2758a"), ("near unvotes", "un-ga/26_2758a"),
    }  # fmt: skip
