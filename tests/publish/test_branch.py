"""Publishing to a branch of a real repository: a commit a release, pushed whole, with a way back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tellers.build.generate import quiet
from tellers.problems import EnvironmentFault
from tellers.publish import target_of
from tellers.publish.branch import Branch
from tests.publish.conftest import release_of

FIRST = {"index.html": "one", "old.css": "o", "f/0000000000000001.png": "pinned", "published.json": "first"}
SECOND = {"index.html": "two", "new.css": "n", "published.json": "second"}


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository, as on a host."""
    folder = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)
    return folder


def branch(remote: Path, tmp_path: Path, cache: str = "cache.git") -> Branch:
    return Branch(f"file://{remote}", "pages", tmp_path / cache)


def shown(remote: Path) -> dict[str, str]:
    """What the host serves."""
    listed = git(remote, "ls-tree", "-r", "--name-only", "pages").split()
    return {path: git(remote, "show", f"pages:{path}") for path in listed}


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_each_release_is_one_commit_and_pinned_pictures_stay(remote: Path, tmp_path: Path) -> None:
    for number, files in enumerate((FIRST, SECOND)):
        target = branch(remote, tmp_path, f"cache-{number}.git")
        release = release_of(tmp_path / str(number), files)
        assert target.publish(release, quiet) > 0
        assert target.publish(release, quiet) == 0
    there = shown(remote)
    there.pop("site-manifest.json")
    assert there == {**SECOND, "f/0000000000000001.png": "pinned", ".nojekyll": ""}
    assert git(remote, "rev-list", "--count", "pages").strip() == "2"


def test_files_of_the_host_stay(remote: Path, tmp_path: Path) -> None:
    branch(remote, tmp_path).publish(release_of(tmp_path / "0", {**FIRST, "CNAME": "votes.example"}), quiet)
    branch(remote, tmp_path).publish(release_of(tmp_path / "1", SECOND), quiet)
    assert shown(remote)["CNAME"] == "votes.example"


def test_a_release_can_be_gone_back_to_from_any_desk(remote: Path, tmp_path: Path) -> None:
    first, second = release_of(tmp_path / "0", FIRST), release_of(tmp_path / "1", SECOND)
    for release in (first, second):
        branch(remote, tmp_path).publish(release, quiet)
    elsewhere = branch(remote, tmp_path, "elsewhere.git")
    assert elsewhere.kept() == [first.digest, second.digest]
    assert elsewhere.past("published.json") == b"second"
    elsewhere.rollback(first.digest, quiet)
    assert shown(remote)["index.html"] == "one"
    assert branch(remote, tmp_path).kept() == [second.digest, first.digest]
    with pytest.raises(EnvironmentFault, match="no release 0000"):
        elsewhere.rollback("0000", quiet)


def test_two_who_publish_at_once_do_not_overwrite_one_another(remote: Path, tmp_path: Path) -> None:
    slow, fast = branch(remote, tmp_path, "slow.git"), branch(remote, tmp_path, "fast.git")
    fast.publish(release_of(tmp_path / "0", FIRST), quiet)
    with pytest.raises(EnvironmentFault, match="changed by somebody else meanwhile; publish again"):
        slow.publish(release_of(tmp_path / "1", SECOND), quiet)
    assert shown(remote)["index.html"] == "one"


def test_what_would_be_done_is_told_and_not_done(remote: Path, tmp_path: Path) -> None:
    branch(remote, tmp_path).publish(release_of(tmp_path / "0", FIRST), quiet)
    before = git(remote, "rev-parse", "pages")
    planned = {step.name: step.paths for step in branch(remote, tmp_path).plan(release_of(tmp_path / "1", SECOND))}
    assert planned["Removing old files"] == ("old.css",)
    assert planned["Putting files"] == ("index.html", "new.css", "published.json", "site-manifest.json")
    assert git(remote, "rev-parse", "pages") == before


def test_a_repository_that_is_not_there_is_the_environment(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="git ls-remote"):
        branch(tmp_path / "nowhere.git", tmp_path)


def test_a_branch_of_the_repository_that_the_site_lies_in(remote: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    git(site, "init", "--quiet")
    own = target_of("git:pages", site)
    assert isinstance(own, Branch)
    assert own.address == str(site)
    git(site, "remote", "add", "origin", f"file://{remote}")
    theirs = target_of("git:pages", site)
    assert isinstance(theirs, Branch)
    assert theirs.address == f"file://{remote}"
    named = target_of(f"git+file://{remote}#live", site)
    assert isinstance(named, Branch)
    assert (named.address, named.branch) == (f"file://{remote}", "live")


def test_a_branch_of_something_else_is_left_alone(remote: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", str(remote), str(work))
    (work / "thesis.tex").write_text("mine")
    git(work, "add", ".")
    git(work, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "-m", "Begin")
    git(work, "push", "--quiet", "origin", "HEAD:pages")
    with pytest.raises(EnvironmentFault, match=r"no release, such as thesis\.tex"):
        branch(remote, tmp_path).publish(release_of(tmp_path / "0", FIRST), quiet)
    assert shown(remote) == {"thesis.tex": "mine"}
