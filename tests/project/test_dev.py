"""The task runner says what it does, does not install twice, and names in one line what a machine lacks."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder that the task runner takes for its own."""
    (tmp_path / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    for name, path in {
        "ROOT": tmp_path,
        "LOCK": tmp_path / "requirements.lock",
        "PROJECT": tmp_path / "pyproject.toml",
        "VENV": tmp_path / ".venv",
        "BIN": tmp_path / ".venv" / "bin",
        "PYTHON": tmp_path / ".venv" / "bin" / "python",
        "STAMP": tmp_path / ".venv" / "stamp",
    }.items():
        monkeypatch.setattr(dev, name, path)
    return tmp_path


def program(path: Path, does: str = "") -> Path:
    """An executable file that does nothing, or what is said."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("given", [[], ["--help"]])
def test_help_names_every_task(given: list[str]) -> None:
    said = subprocess.run([sys.executable, dev.__file__, *given], capture_output=True, text=True, check=True)
    for name, task in dev.TASKS.items():
        assert f"  {name}" in said.stdout
        assert str(task.__doc__) in said.stdout


def test_what_follows_two_dashes_is_passed_on() -> None:
    assert dev.arguments(["test", "--", "-k", "tally"]) == ("test", ["-k", "tally"])
    assert dev.arguments(["site"]) == ("site", [])


@pytest.mark.parametrize("task", ["lint", "setup"])
def test_arguments_without_a_use_are_refused(task: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.main([task, "--", "-k", "tally"])
    assert stopped.value.code == dev.USAGE


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_change_asks_for_a_new_installation(folder: Path, changed: str) -> None:
    before = dev.fingerprint()
    assert dev.fingerprint() == before
    (folder / changed).write_text("b==2\n", encoding="utf-8")
    assert dev.fingerprint() != before


def test_an_interrupted_installation_leaves_no_stamp(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.STAMP.parent.mkdir()
    dev.STAMP.write_text("of an older lock", encoding="ascii")

    def no_network(*_: str) -> None:
        raise dev.Unable("no network")

    monkeypatch.setattr(dev, "make_venv", lambda: None)
    monkeypatch.setattr(dev, "pip", no_network)
    assert dev.main(["setup"]) == dev.ENVIRONMENT
    assert not dev.STAMP.exists()


def test_a_stamp_that_agrees_saves_the_installation(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[tuple[str, ...]] = []
    dev.STAMP.parent.mkdir()
    monkeypatch.setattr(dev, "make_venv", lambda: None)
    monkeypatch.setattr(dev, "works", lambda _: True)
    monkeypatch.setattr(dev, "pip", lambda *arguments: installed.append(arguments))
    dev.set_up()
    assert [("--require-hashes" in arguments, "--no-deps" in arguments) for arguments in installed] == [
        (True, True),
        (False, True),
    ]
    dev.set_up()
    assert len(installed) == 2


def test_a_python_without_venv_is_told_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert dev.main(["setup"]) == dev.ENVIRONMENT
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert f"apt-get install python3.{sys.version_info.minor}-venv" in complaint


def test_the_browser_of_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLERS_CHROMIUM", "/opt/chosen")
    assert dev.chromium() == "/opt/chosen"


def test_a_browser_on_the_path_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELLERS_CHROMIUM", raising=False)
    browser = program(tmp_path / "google-chrome")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.chromium() == str(browser)


def test_where_we_may_a_missing_browser_is_installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELLERS_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(dev.PYTHON, "exit 1")
    program(folder / "env", 'shift\nexec "$@"')
    log, browser = folder / "log", folder / "chromium"
    program(folder / "apt-get", f'echo "$*" >> {log}\n: > {browser}\n/bin/chmod +x {browser}')
    assert dev.chromium() == str(browser)
    assert log.read_text(encoding="utf-8").splitlines() == ["-qq update", "-qq install -y chromium"]


def test_without_any_browser_the_complaint_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TELLERS_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(dev, "set_up", lambda: None)
    program(dev.PYTHON, "exit 1")
    assert dev.main(["test"]) == dev.ENVIRONMENT
    assert capsys.readouterr().err.count("\n") == 1


def test_a_failing_linter_fails_the_task_after_all_have_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def run(*command: str | Path, **_: object) -> int:
        ran.append(Path(command[0]).name)
        return int("check" in command)

    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "run", run)
    assert dev.main(["lint"]) == 1
    assert ran == [tool for tool, *_ in dev.LINTERS.values()]
    assert "ruff check" in capsys.readouterr().err


@pytest.mark.parametrize(("linters", "tests", "expected"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 5, 5)])
def test_checks_and_tests_both_count(monkeypatch: pytest.MonkeyPatch, linters: int, tests: int, expected: int) -> None:
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "chromium", lambda: "")
    monkeypatch.setattr(dev, "run", lambda *command, **_: tests if "pytest" in command else linters)
    assert dev.main(["test"]) == expected
