"""Every command of the README is run: in a built copy of the flagship, or of the starter where it concerns whole sites."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tellers.pages.explainer.expressions import Expressions
from tests.built import REPOSITORY, flagship_folder, starter_folder

README = (REPOSITORY / "README.md").read_text()
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S) for line in block.splitlines() if line]
OURS = [line for line in COMMANDS if line.startswith("tellers ")]
SERVERS = [line for line in OURS if line.startswith("tellers serve")]
ONCE = [line for line in OURS if line not in SERVERS]
OF_ANY_SITE = [line for line in ONCE if " public" in line or line == "tellers verify"]
"""They name no record; the flagship is read back whole when it is built."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built copy of the flagship in which the README's commands are typed one after the other."""
    copy = tmp_path_factory.mktemp("readme") / "site"
    shutil.copytree(flagship_folder(tmp_path_factory), copy, symlinks=True)
    return copy


def test_the_readme_has_commands() -> None:
    assert len(ONCE) >= 8
    assert len(SERVERS) == 2
    others = [line for line in COMMANDS if line not in OURS]
    assert others == ["python3.11 dev.py site", "source .venv/bin/activate", "python3.11 dev.py test"]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built copy of the starter."""
    copy = tmp_path_factory.mktemp("starter") / "site"
    shutil.copytree(starter_folder(tmp_path_factory), copy, symlinks=True)
    return copy


@pytest.mark.parametrize("command", ONCE)
def test_a_command_of_the_readme_works(command: str, folder: Path, starter: Path) -> None:
    where = starter if command in OF_ANY_SITE else folder
    done = subprocess.run(_words(command), cwd=where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in re.findall(r"-o (\S+)", command):
        assert (where / name).stat().st_size > 1000


@pytest.mark.parametrize("command", SERVERS)
def test_a_server_of_the_readme_serves(command: str, folder: Path) -> None:
    if "my-site" in command and not (folder / "my-site").exists():
        subprocess.run(_words("tellers new my-site"), cwd=folder, check=True, capture_output=True)
    running = subprocess.Popen([*_words(command), "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        address = next(found.group() for line in running.stdout if (found := re.search(r"http://\S+/", line)))
        assert b"<main" in urllib.request.urlopen(address).read()
    finally:
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 0


def test_a_saved_file_shows_and_a_problem_keeps_the_last_good_site(folder: Path) -> None:
    running = subprocess.Popen(
        _words("tellers serve --port 0"),
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert running.stdout is not None
        address = next(found.group() for line in running.stdout if (found := re.search(r"http://\S+/", line)))
        page = address + "explainers/reading-a-roll-call/"
        explainer = folder / "content" / "explainers" / "reading-a-roll-call.md"
        good = explainer.read_text()
        explainer.write_text(good + "\nA sentence that was just saved.\n")
        assert _appears(page, "A sentence that was just saved.")
        explainer.write_text(good + "\nThere were 77 of them.\n")
        assert _appears(address + "__tellers/news", "typed by hand")
        assert "A sentence that was just saved." in _read(page), "the last good page stays"
        explainer.write_text(good)
        assert _appears(address + "__tellers/news", '"problems": []')
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(20)


def test_every_expression_is_in_the_readme() -> None:
    names = set(Expressions.names(object.__new__(Expressions)))
    assert [name for name in sorted(names) if f"`{name}(" not in README and f" `{name}(" not in README] == []


def _words(command: str) -> list[str]:
    return [sys.executable, "-m", "tellers", *shlex.split(command)[1:]]


def _read(address: str) -> str:
    return str(urllib.request.urlopen(address).read().decode())


def _appears(address: str, text: str, seconds: float = 40) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if text in _read(address):
            return True
        time.sleep(0.1)
    return False
