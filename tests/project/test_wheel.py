"""What is installed from the wheel works on its own, far from this folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    [wheel] = folder.glob("tellers-*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the commands of a fresh environment: the wheel is in it, what it needs is borrowed from ours."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    run(
        [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "-q", "--no-index", "--no-deps", wheel]
    )
    variables = {"base": str(folder), "platbase": str(folder)}
    (Path(sysconfig.get_path("purelib", "venv", variables)) / "borrowed.pth").write_text(
        sysconfig.get_path("purelib"), encoding="utf-8"
    )
    return scripts


def run(command: list[str | Path], cwd: Path | None = None) -> str:
    """Run a command that must succeed, without any import path of ours; what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    said = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    return said.stdout


def test_the_wheel_carries_what_a_site_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "tellers/py.typed" in names
    for folder, inside in (
        (ROOT / "generators" / "tellers", "tellers"),
        (ROOT / "site_overrides", "tellers/site_overrides"),
    ):
        ours = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        assert {f"{inside}/{path.relative_to(folder).as_posix()}" for path in ours} <= names
    assert "tellers/requirements.lock" in names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].removesuffix(".dist-info").split("-")[0] for name in names} == {"tellers"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/LICENSE-DATA.md") for name in names)


def test_the_installed_package_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    said = run([installed / "python", "-c", "import tellers; print(tellers.__file__)"], cwd=tmp_path)
    assert Path(said.strip()).is_relative_to(installed.parent)


def test_the_installed_command_says_what_it_can_do(installed: Path, tmp_path: Path) -> None:
    said = run([installed / "tellers", "--help"], cwd=tmp_path)
    for command in ("build", "check", "new", "serve", "verify"):
        assert command in said


@pytest.mark.slow
def test_a_new_site_builds_at_once(installed: Path, tmp_path: Path) -> None:
    run([installed / "tellers", "new", "ours"], cwd=tmp_path)
    run([installed / "tellers", "build"], cwd=tmp_path / "ours")
    page = tmp_path / "ours" / "build" / "site" / "index.html"
    assert "<html" in page.read_text(encoding="utf-8")
