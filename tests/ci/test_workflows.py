"""What hosts run for a site: pinned, with few rights, clean under zizmor, and every line of it run here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built import REPOSITORY, starter_folder
from tests.edits import change_ballot, sign

OURS = REPOSITORY / "generators" / "tellers" / "ci"
WORKFLOWS = sorted([*(OURS / "github").glob("*.yml"), *(REPOSITORY / ".github" / "workflows").glob("*.yml")])
INSTALL = "python -m venv .venv && .venv/bin/pip install --quiet --require-hashes --no-deps -r requirements.lock"
OF_THIS_REPOSITORY = "python dev.py setup"
named = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parent.name}/{path.name}")


def load(path: Path) -> dict[str, Any]:
    """The workflow; YAML reads the key `on` as true."""
    said: dict[Any, Any] = yaml.safe_load(path.read_text())
    return {("on" if key is True else key): value for key, value in said.items()}


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--quiet", "--persona=regular", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing_and_finds_what_is_planted(tmp_path: Path) -> None:
    done = zizmor(*WORKFLOWS)
    assert done.returncode == 0, done.stdout
    planted = tmp_path / "site.yml"
    text = (OURS / "github" / "site.yml").read_text()
    planted.write_text(re.sub(r"(actions/checkout)@\w+ # (v\d)\S*", r"\1@\2", text))
    assert zizmor(planted).returncode != 0


@named
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text())
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@named
def test_a_job_may_do_what_it_says_and_nothing_else(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        wanted = {"contents": "write"} if path.name == "site.yml" else {"contents": "read"}
        assert job["permissions"] == wanted
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert checkouts and all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert "pull_request_target" not in workflow["on"]


@pytest.mark.parametrize("name", ["site.yml", "review.yml", "recheck.yml"])
def test_this_repository_runs_what_every_site_runs(name: str) -> None:
    theirs = (OURS / "github" / name).read_text()
    assert INSTALL in theirs
    assert (REPOSITORY / ".github/workflows" / name).read_text() == theirs.replace(INSTALL, OF_THIS_REPOSITORY)


# Run ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built starter in a git repository with an origin; its `.venv` has our command."""
    folder, origin = tmp_path / "site", tmp_path / "origin.git"
    shutil.copytree(starter_folder(tmp_path_factory), folder, symlinks=True)
    git(tmp_path, "init", "--quiet", "--bare", str(origin))
    for command in (
        ["init", "-q", "-b", "main"],
        ["add", "-A"],
        ["commit", "-qm", "Start"],
        ["remote", "add", "origin", str(origin)],
    ):
        git(folder, *command)
    git(folder, "push", "-q", "origin", "main")
    with_command(folder)
    return folder


def with_command(folder: Path) -> None:
    """What the step Install would have made."""
    command = folder / ".venv" / "bin" / "tellers"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tellers "$@"\n')
    command.chmod(0o755)


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def steps(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(OURS / "github" / name)["jobs"][job]["steps"]
    return [step for step in found if "run" in step and not step["name"].startswith("Install")]


def run_step(step: dict[str, Any], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a step's lines as a host does."""
    where = folder / step.get("working-directory", ".")
    own = {key: str(value) for key, value in step.get("env", {}).items()}
    environment = {**os.environ, **own, "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), **more}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)


def test_the_site_is_published_on_a_branch(site: Path) -> None:
    for step in steps("site.yml", "publish"):
        done = run_step(step, site)
        assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"
    git(site, "fetch", "-q", "origin", "gh-pages")
    assert git(site, "show", "FETCH_HEAD:index.html") == (site / "build/site/index.html").read_text()


def test_a_proposed_change_is_reviewed_and_its_corrections_are_asked_for(site: Path, tmp_path: Path) -> None:
    for name in ("before", "after"):
        shutil.copytree(site, tmp_path / name, symlinks=True)
    change_ballot(tmp_path / "after", "assembly/24_2", "ALU", "yes", "no")
    change_ballot(tmp_path / "after", "assembly/24_2", "BRU", "no", "yes")
    done = {step["name"]: run_step(step, tmp_path) for step in steps("review.yml", "review")}
    failed = {name: one.stdout + one.stderr for name, one in done.items() if one.returncode}
    assert failed.keys() == {"Ask for corrections"}, failed
    assert "::error file=content/votes/assembly/24_2.csv::roll.ALU" in failed["Ask for corrections"]
    assert "### Corrections missing (2)" in (tmp_path / "summary.md").read_text()
    assert (tmp_path / "report/pictures/assembly/24_2.tally.old.png").is_file()
    sign(tmp_path / "after", "votes/assembly/24_2", "roll", "as copied", "as printed")
    assert run_step(steps("review.yml", "review")[-1], tmp_path).returncode == 0


def test_gitlab_runs_the_same(site: Path, tmp_path: Path) -> None:
    said = yaml.safe_load((OURS / "gitlab.yml").read_text())
    assert said["default"]["before_script"] == [INSTALL]
    base = git(site, "rev-parse", "HEAD").strip()
    origin = (tmp_path / "origin").as_uri()
    known = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_PROJECT_URL": origin}
    for line in said["review"]["script"]:
        if INSTALL in line:
            with_command(site / "before")
            continue
        done = run_step({"run": line}, site, **known, code="0")
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"
    assert (site / "report/report.md").is_file()
    for line in said["pages"]["script"]:
        done = run_step({"run": line}, site, **known)
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"
    assert (site / "public/index.html").read_text() == (site / "build/site/index.html").read_text()


def test_every_command_of_a_workflow_exists() -> None:
    texts = [path.read_text() for path in (*WORKFLOWS, OURS / "gitlab.yml")]
    commands = {command for text in texts for command in re.findall(r"\.venv/bin/tellers ([a-z]+(?: recheck)?)", text)}
    assert len(commands) > 5
    for command in sorted(commands):
        asked = [sys.executable, "-m", "tellers", *command.split(), "--help"]
        assert subprocess.run(asked, capture_output=True, check=False).returncode == 0, command
