"""Each rule about who may import whom is broken once on purpose: a rule that cannot fail does not count."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generators" / "tellers"
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
}


class Sabotage(NamedTuple):
    """An import added to a part of the package, and the contract that forbids it."""

    contract: str
    importer: str
    imported: str


SABOTAGES = [
    Sabotage("floors", "problems", "tellers.model"),
    Sabotage("floors", "model", "tellers.stats"),
    Sabotage("floors", "claims", "tellers.records"),
    Sabotage("floors", "stats", "tellers.records"),
    Sabotage("floors", "pages", "tellers.figures"),
    Sabotage("floors", "figures", "tellers.render"),
    Sabotage("floors", "files", "tellers.verify"),
    Sabotage("floors", "build", "tellers.cli"),
    Sabotage("floors", "basement", "tellers.model"),  # a part that has no floor
    Sabotage("verify", "verify", "tellers.stats"),
    Sabotage("verify", "verify", "tellers.model"),
    Sabotage("verify", "manifest", "tellers.model"),  # through another
    Sabotage("plugin", "plugin", "tellers.site"),
    Sabotage("plugin", "plugin", "tellers.files"),
    Sabotage("mkdocs", "build", "mkdocs.config"),
    Sabotage("mkdocs", "pages", "mkdocs"),
    Sabotage("matplotlib", "figures", "matplotlib.figure"),
    Sabotage("matplotlib", "verify", "matplotlib"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package's modules and of the contracts, free to be spoilt."""
    shutil.copytree(PACKAGE, tmp_path / "generators" / "tellers", ignore=ignore_all_but_modules)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def ignore_all_but_modules(folder: str, names: list[str]) -> set[str]:
    """What import-linter does not read."""
    return {name for name in names if not (name.endswith(".py") or (Path(folder, name).is_dir() and name != "__pycache__"))}


def plant(root: Path, importer: str, imported: str) -> None:
    """Add the import to a part of the package, which is made if it does not exist."""
    package = root / "generators" / "tellers"
    module = package / f"{importer}.py"
    if not module.is_file():
        (package / importer).mkdir(exist_ok=True)
        (package / importer / "__init__.py").touch()
        module = package / importer / "planted.py"
    with module.open("a", encoding="utf-8") as file:
        file.write(f"\nimport {imported}\n")


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package below the folder; wide, so that no name of a contract is broken over two lines."""
    environment = {**os.environ, "PYTHONPATH": str(root / "generators"), "COLUMNS": "200", "NO_COLOR": "1"}
    command = [str(LINT_IMPORTS), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_the_package_keeps_every_contract(copy: Path) -> None:
    said = lint(copy)
    assert said.returncode == 0, said.stdout + said.stderr
    for name in CONTRACTS.values():
        assert f"{name} KEPT" in said.stdout


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda s: f"{s.contract}: {s.importer} -> {s.imported}")
def test_a_forbidden_import_is_refused(copy: Path, sabotage: Sabotage) -> None:
    if sabotage.imported.startswith("tellers."):
        plant(copy, sabotage.imported.removeprefix("tellers."), "tellers.problems")
    plant(copy, sabotage.importer, sabotage.imported)
    said = lint(copy)
    assert said.returncode == 1, said.stdout + said.stderr
    assert f"{CONTRACTS[sabotage.contract]} BROKEN" in said.stdout


def test_every_contract_has_a_sabotage() -> None:
    assert {sabotage.contract for sabotage in SABOTAGES} == set(CONTRACTS)


@pytest.mark.parametrize(
    ("importer", "imported"),
    [("plugin", "tellers.build"), ("plugin", "mkdocs.plugins"), ("site", "mkdocs.config"), ("render", "matplotlib.figure")],
)
def test_what_a_contract_allows_passes(copy: Path, importer: str, imported: str) -> None:
    if imported.startswith("tellers."):
        plant(copy, imported.removeprefix("tellers."), "tellers.problems")
    plant(copy, importer, imported)
    said = lint(copy)
    assert said.returncode == 0, said.stdout + said.stderr
