"""What the project says about itself agrees with itself: lock, versions, documented commands, no trace of one machine."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev
import tellers

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
DOCUMENTED = [path for name in ("README.md", "CONTRIBUTING.md") if (path := ROOT / name).is_file()]

OF_ONE_MACHINE = [
    r"(?<![\w.-])/" + r"work/",
    r"(?<![\w.-])/" + r"(?:home|root)/\w",
    re.escape("../" + "shared"),
]
REGISTRY_HOSTS = ["pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs.org", "registry." + "yarnpkg.com"]


# The lock -------------------------------------------------------------------------------------------------------------


def locked() -> Iterator[tuple[Requirement, str]]:
    """Each requirement of the lock with the lines that follow it."""
    for entry in re.split(r"^(?=\w)", re.sub(r"^\s*#.*\n", "", LOCK, flags=re.MULTILINE), flags=re.MULTILINE):
        if entry.strip():
            head, _, rest = entry.partition("\\\n")
            yield Requirement(head.strip()), rest


def test_the_lock_names_no_host() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK


def test_every_locked_requirement_is_pinned_and_hashed() -> None:
    for requirement, rest in locked():
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], requirement
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", rest), requirement


def test_the_lock_covers_what_the_project_asks_for() -> None:
    pins: dict[str, list[str]] = {}
    for requirement, _ in locked():
        pins.setdefault(canonicalize_name(requirement.name), []).extend(s.version for s in requirement.specifier)
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    for requirement in map(Requirement, asked):
        versions = pins.get(canonicalize_name(requirement.name))
        assert versions, f"{requirement} is not in requirements.lock; run `python3.11 dev.py lock`"
        assert all(requirement.specifier.contains(version) for version in versions), requirement


# The repository -------------------------------------------------------------------------------------------------------


def repository_files() -> list[str]:
    """Files that git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    return sorted(name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file())


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of each text file of the repository."""
    for name in repository_files():
        raw = (ROOT / name).read_bytes()
        if b"\0" not in raw[:8000]:
            yield name, raw.decode("utf-8", errors="replace")


def test_the_lock_of_uv_is_not_tracked() -> None:
    assert "uv.lock" not in repository_files()


def test_no_text_names_a_path_of_one_machine() -> None:
    pattern = re.compile("|".join(OF_ONE_MACHINE))
    found = [f"{name}: {hit[0]}" for name, text in texts() if name != ".ci/run" and (hit := pattern.search(text))]
    assert found == []


def test_no_text_names_a_package_registry() -> None:
    found = [f"{name}: {host}" for name, text in texts() for host in REGISTRY_HOSTS if host in text]
    assert found == []


def test_the_package_is_not_ignored_by_git() -> None:
    """The `build` in .gitignore means the folder of outputs, not tellers.build."""
    packages = [f"generators/tellers/{part}/__init__.py" for part in ("build", "site")]
    ignored = subprocess.run(["git", "check-ignore", "--no-index", *packages], cwd=ROOT, capture_output=True, check=False)
    assert ignored.stdout == b""


def test_one_version_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert PROJECT["version"] == tellers.__version__ == str(citation["version"])
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# Documented commands --------------------------------------------------------------------------------------------------


def documented_commands(program: str) -> set[str]:
    """First words that README and CONTRIBUTING put after the program in their command blocks."""
    words = set()
    for path in DOCUMENTED:
        for block in re.findall(r"^```(?:\w*)\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
            words |= set(
                re.findall(rf"^\s*(?:\$ )?(?:\.venv/bin/)?{re.escape(program)} +([a-z][\w-]*)", block, re.MULTILINE)
            )
    return words


def test_documented_tasks_exist() -> None:
    documented = documented_commands("python3.11 dev.py")
    assert {"site", "test"} <= documented
    assert documented <= set(dev.TASKS)


@pytest.mark.parametrize("command", sorted(documented_commands("tellers")))
def test_documented_command_exists(command: str) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tellers", command, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
