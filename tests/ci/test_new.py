"""`tellers new --ci`: what it writes, what it leaves alone, and the lock that a site is installed from."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tellers.cli import run
from tellers.files import resources
from tellers.files.lock import entries_of, lock_of_a_site

GITHUB = [".github/workflows/recheck.yml", ".github/workflows/review.yml", ".github/workflows/site.yml"]


@pytest.mark.parametrize(("host", "files"), [("github", GITHUB), ("gitlab", [".gitlab-ci.yml"])])
def test_a_new_site_and_one_that_is_there_get_the_same(tmp_path: Path, host: str, files: list[str]) -> None:
    fresh, there = tmp_path / "fresh", tmp_path / "there"
    assert run(["new", str(fresh), "--ci", host]) == 0
    assert run(["new", str(there)]) == 0
    (there / "content" / "site.yml").write_text("mine")
    assert run(["new", str(there), "--ci", host]) == 0
    for name in [*files, "requirements.lock"]:
        assert (fresh / name).read_bytes() == (there / name).read_bytes()
    assert (there / "content" / "site.yml").read_text() == "mine"


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", str(tmp_path / "site")]) == 0
    (tmp_path / "site" / "requirements.lock").write_text("mine")
    assert run(["new", str(tmp_path / "site"), "--ci", "github"]) == 3
    assert "requirements.lock exists" in capsys.readouterr().err
    assert not (tmp_path / "site" / ".github").exists()
    assert (tmp_path / "site" / "requirements.lock").read_text() == "mine"


def test_the_lock_of_a_site_holds_all_that_runs_and_no_more() -> None:
    lock = lock_of_a_site(resources.lock().read_text())
    names = {entry.name for entry in entries_of(lock)}
    assert names >= {canonicalize_name(name) for name in needed("tellers", set())}
    assert not names & {"pytest", "moto", "mypy", "playwright", "zizmor"}
    assert "://" not in lock
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry.text) for entry in entries_of(lock))
    assert "# tellers==" in lock


def needed(name: str, seen: set[str]) -> set[str]:
    """What is installed here that a distribution needs to run, all the way down."""
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in seen:
            seen.add(requirement.name)
            needed(requirement.name, seen)
    return seen


def test_a_lock_by_hand() -> None:
    pin = "\\\n    --hash=sha256:0\n    # via"
    ours = "tellers (pyproject.toml)"
    text = f"# head\na==1 {pin} {ours}\nb==2 {pin}\n    #   a\n    #   other\nother==3 {pin} {ours}\n"
    assert [(entry.name, entry.asked_by) for entry in entries_of(text)] == [
        ("a", {"tellers"}),
        ("b", {"a", "other"}),
        ("other", {"tellers"}),
    ]
