"""A whole build: the same bytes twice, nothing to do twice, the old site kept when the new one is wrong or killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tellers.build import build
from tellers.files import releases
from tellers.problems import EnvironmentFault, Refused
from tellers.verify import verify_site
from tests.built import starter_folder


@pytest.fixture
def site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built starter that a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(starter_folder(tmp_path_factory), folder, symlinks=True)
    return folder


def retitled(site: Path) -> None:
    """Change a title, so that a new site differs from the old one."""
    settings = site / "content" / "site.yml"
    settings.write_text(settings.read_text().replace("name: ", "name: New ", 1))


def test_the_same_input_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere" / "other-name"
    shutil.copytree(site / "content", again / "content")
    shutil.copy(site / "mkdocs.yml", again)
    environment = {**os.environ, "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "77"}
    subprocess.run([sys.executable, "-m", "tellers", "build", "-q", "--workers", "2"], cwd=again, env=environment, check=True)
    assert (again / "build" / "site").resolve().name == (site / "build" / "site").resolve().name


def test_nothing_changed_is_nothing_to_do(site: Path) -> None:
    first = build(site)
    assert not first.new
    retitled(site)
    assert build(site).new


def test_a_member_in_no_group_is_published_as_such(site: Path) -> None:
    groups = site / "content/members/towns.groups.csv"
    groups.write_text(groups.read_text().replace("coast,ALU,2020-01-01,\n", ""))
    page = build(site).release / "votes/assembly/24_1/index.html"
    assert "In no group" in page.read_text()
    page.write_text(page.read_text().replace("<td>In no group", "<td>Coast", 1))
    said = verify_site(page.parents[3], site, lambda *_: None).problems
    assert any(problem.field == "group of ALU" for problem in said)


def test_a_damaged_release_is_made_again(site: Path) -> None:
    page = (site / "build" / "site").resolve() / "index.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:100])
    build(site)
    assert ((site / "build" / "site") / "index.html").read_bytes() == whole


def test_a_damaged_cache_changes_nothing(site: Path) -> None:
    before = (site / "build" / "site").resolve().name
    for entry in (site / "build" / "cache").rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:50])
    assert build(site, force=True).release.name == before


def test_wrong_content_leaves_the_old_site(site: Path) -> None:
    before = (site / "build" / "site").resolve()
    retitled(site)
    vote = sorted((site / "content" / "votes").rglob("*.yml"))[0]
    vote.write_text(vote.read_text() + "colour: red\n")
    with pytest.raises(Refused, match="unknown field"):
        build(site)
    assert (site / "build" / "site").resolve() == before
    assert (before / "index.html").is_file()


def test_a_second_build_at_once_is_told_so(site: Path) -> None:
    with releases.locked(site / "build"), pytest.raises(EnvironmentFault, match="another build is running"):
        build(site)


@pytest.mark.parametrize("after", [0.3, 1.0, 2.0, 3.0])
def test_a_killed_build_leaves_the_old_site_whole(site: Path, after: float) -> None:
    before = (site / "build" / "site").resolve()
    digest = releases.digest_of(before)
    retitled(site)
    running = subprocess.Popen(
        [sys.executable, "-m", "tellers", "build", "-q"], cwd=site, start_new_session=True, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    shown = (site / "build" / "site").resolve()
    assert releases.digest_of(shown)[:16] == shown.name
    if shown == before:
        assert releases.digest_of(before) == digest
    assert build(site).release.is_dir()
    assert not list((site / "build" / "releases").glob("*.part"))


def test_mkdocs_by_hand_builds_the_same_pages(site: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    by_hand = {p.relative_to(site / "build" / "mkdocs") for p in (site / "build" / "mkdocs").rglob("index.html")}
    published = (site / "build" / "site").resolve()
    assert by_hand == {p.relative_to(published) for p in published.rglob("index.html")}
