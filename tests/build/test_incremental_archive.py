"""A build after a change in the dump of an archive: what depends on it is made and read again, and nothing else."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tellers.build import Built, build
from tellers.build.publish import PLACED, VERIFIED
from tellers.build.standing import Standing
from tellers.files.cache import Cache
from tellers.problems import Refused
from tests.archives.sites import archive_site, change_dump

CHINA = "votes/un-ga/26_2758a"
PAGES = "pages of the archive unvotes"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive, built; no test writes into it."""
    site = archive_site(tmp_path_factory.mktemp("archive") / "site")
    build(site, workers=1)
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "site", symlinks=True))


def other_ballot(site: Path) -> None:
    """France says yes, and no longer no, when the Assembly votes on when to vote on China."""
    change_dump(site, "un_votes.csv.gz", "1184.0,France,FR,no", "1184.0,France,FR,yes")


def lines(built: Built, start: str) -> dict[str, str]:
    """Reasons by path, of the lines that begin so."""
    said = (line.removeprefix(start).partition(": ") for line in built.why.lines if line.startswith(start))
    return {path: because for path, _, because in said}


def same(one: Path, other: Path) -> None:
    """Both releases hold the same bytes, with what is written about them."""
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert [path for path in files if (one / path).read_bytes() != (other / path).read_bytes()] == []


@pytest.fixture(scope="module")
def fresh(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release with the other ballot, built from nothing."""
    site = tmp_path_factory.mktemp("other")
    shutil.copytree(built / "content", site / "before/content")
    shutil.copy(built / "mkdocs.yml", site / "before")
    other_ballot(site / "before")
    return from_nothing(site / "before", site / "after")


def from_nothing(site: Path, folder: Path) -> Path:
    """What is built from the same content without anything that is left of earlier builds."""
    shutil.copytree(site / "content", folder / "content")
    shutil.copy(site / "mkdocs.yml", folder)
    return build(folder, workers=1).release


def test_one_ballot_changed(site: Path, fresh: Path) -> None:
    before = (site / "build/site").resolve()
    other_ballot(site)
    changed = build(site, workers=1)
    made, read = lines(changed, "made again "), lines(changed, "read again ")
    assert f"changed {CHINA} (its text)" in changed.why.lines
    assert made[f"{CHINA}.md"] == CHINA
    assert {path for path in made if path.startswith("votes/")} == {f"{CHINA}.md"}
    about = {path.removeprefix("archives/unvotes").removesuffix(".md") for path in made if path.startswith("archives/")}
    lists = {"", "/members", "/compare", "/turns", "/decades/1970s", "/sessions/26"}
    assert {path for path in about if not path.startswith("/members/")} == lists
    assert {path for path in about if path.startswith("/members/")} >= {"/members/FRA/1970s", "/members/ALB/1970s"}
    assert all(path.endswith("/1970s") for path in about if path.startswith("/members/"))

    assert {path for path in read if path.startswith("votes/")} == {f"{CHINA}/index.html"}
    assert {f"archives/unvotes{name}/index.html" for name in ("", "/decades/1970s", "/sessions/26", "/members/FRA/1970s")} <= set(read)
    assert "archives/unvotes/sessions/34/index.html" not in read
    assert "rows FRA in a decade of archives/unvotes" in read["archives/unvotes/members/FRA/1970s/index.html"]
    assert len(read) < len(made) < 200
    assert changed.why.totals[1:] == (
        "wrote 0 of 19 pages; 19 were as before",
        f"made {len(made)} of 594 pages of archives; {594 - len(made)} were as before",
        f"read {len(read)} of 614 pages and pictures; {614 - len(read)} were as before",
    )
    after = changed.release
    other = [path for path in before.rglob("*.html") if not path.samefile(after / path.relative_to(before))]
    assert f"{CHINA}/index.html" in {path.relative_to(before).as_posix() for path in other}
    assert "votes/un-ga/34_52f/index.html" not in {path.relative_to(before).as_posix() for path in other}
    same(after, fresh)


def test_with_nothing_changed_nothing_is_made_or_read(site: Path) -> None:
    before = (site / "build/site").resolve()
    again = build(site, workers=1, force=True)
    assert again.release == before
    assert again.why.lines == ()
    assert [total.split(" of ")[0] for total in again.why.totals] == ["drew 0", "wrote 0", "made 0", "read 0"]


def test_without_its_cache_a_build_is_the_same(site: Path) -> None:
    before = (site / "build/site").resolve()
    verified = (before / "verification.json").read_bytes()
    shutil.rmtree(site / "build/cache")
    again = build(site, workers=1, force=True)
    assert again.release == before
    assert (again.release / "verification.json").read_bytes() == verified
    assert "made 594 of 594 pages of archives (none was known); 0 were as before" in again.why.totals


@pytest.mark.parametrize("key", [PAGES, PLACED, VERIFIED])
def test_a_damaged_entry_of_the_cache_is_not_there(key: str, site: Path, fresh: Path) -> None:
    store = Cache(site / "build/cache")
    assert store.get(key) is not None
    (entry,) = (path for path in store.folder.rglob("*") if path.is_file() and path.read_bytes()[32:] == store.get(key))
    raw = entry.read_bytes()
    entry.write_bytes(re.sub(rb"un-ga", rb"un-gb", raw, count=1))
    assert store.get(key) is None
    other_ballot(site)
    same(build(site, workers=1).release, fresh)


def test_a_page_that_somebody_wrote_into_is_made_again(site: Path) -> None:
    before = (site / "build/site").resolve()
    page, framed = site / f"build/docs/{CHINA}.md", before / f"{CHINA}/index.html"
    right = page.read_bytes(), framed.read_bytes()
    page.write_bytes(right[0].replace(b"China", b"Chile"))
    framed.write_bytes(right[1].replace(b"China", b"Chile"))
    again = build(site, workers=1)
    assert lines(again, "made again ") == {f"{CHINA}.md": "something stands beside it, or its bytes are others"}
    assert (page.read_bytes(), (again.release / f"{CHINA}/index.html").read_bytes()) == right
    assert again.release.name == f"{before.name}-2"


def test_a_vote_more_or_less_is_a_build_from_nothing(site: Path, tmp_path: Path) -> None:
    change_dump(site, "un_roll_calls.csv", "1970-09-01,R/25/2668A", "1970-09-01,R/25/2668Z")
    changed = build(site, workers=1)
    made = lines(changed, "made again ")
    assert made["votes/un-ga/25_2668z.md"] == "votes/un-ga/25_2668z"
    assert made[f"{CHINA}.md"] == "something stands beside it, or its bytes are others"
    assert "votes/un-ga/34_52f.md" not in made
    assert not (changed.release / "votes/un-ga/25_2668a").exists()
    same(changed.release, from_nothing(site, tmp_path / "nothing"))


def test_what_was_refused_is_made_again(site: Path) -> None:
    store = Cache(site / "build/cache")
    before = Standing.of(store, "unvotes")
    page = before.made[f"vote {CHINA.removeprefix('votes/')}"]
    path = site / "build/docs" / page.path
    path.write_bytes(path.read_bytes().replace(b"China", b"Chile"))
    wrong = replace(page, files={page.path: sha256(path.read_bytes()).hexdigest()})
    replace(before, made={**before.made, f"vote {CHINA.removeprefix('votes/')}": wrong}).remember(store, "unvotes")
    with pytest.raises(Refused, match="Chile"):
        build(site, workers=1, force=True)
    assert build(site, workers=1, force=True).release == (site / "build/site").resolve()
