"""The starter, built once, and every sabotage tried on copies of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellers.build.generate import generate
from tellers.files.start import new_site
from tellers.problems import Place, Problem
from tellers.site.mkdocs import build_site
from tests.sabotage.again import Again
from tests.sabotage.cases import CASES
from tests.sabotage.copies import apply, linked_copy
from tests.sabotage.tools import Case


def quiet(step: str, done: int, of: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="session")
def starter_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of the starter and the site built from it, by the builder's own parts and without its verification."""
    folder = tmp_path_factory.mktemp("starter") / "site"
    new_site(folder)
    generate(folder, quiet)
    built = folder.parent / "built"
    build_site(folder, folder / "build" / "docs", built)
    return folder, built


@pytest.fixture(scope="session")
def said(starter_site: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What the reader says to each sabotage at its place, each on a copy of the site of its own."""
    folder, built = starter_site
    again = Again(folder, built)
    found: dict[str, list[Problem]] = {}
    for number, case in enumerate(CASES):
        copy = linked_copy(built, tmp_path_factory.mktemp(f"case-{number}") / "site")
        at = case.at or case.path
        problems = _spoil(case, built, copy) or again.problems(copy)
        found[case.name + case.path] = [problem for problem in problems if problem.place.path.startswith(at)]
        shutil.rmtree(copy)
    return found


def _spoil(case: Case, built: Path, copy: Path) -> tuple[Problem, ...]:
    """The case's changes, made on the copy, or what hinders them."""
    try:
        apply(case.changes, built, copy)
    except (AssertionError, FileNotFoundError) as error:
        return (Problem(Place(case.path), "sabotage", str(error), "mend the sabotage"),)
    return ()
