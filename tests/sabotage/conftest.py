"""The starter, built once, and every sabotage tried on copies of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tellers.build.generate import generate
from tellers.files.start import new_site
from tellers.problems import Place, Problem
from tellers.site.mkdocs import build_site
from tellers.verify import verify_site
from tests.sabotage.cases import CASES
from tests.sabotage.copies import linked_copy, replace
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
    """What the reader says to each sabotage. Those of different files share a copy of the site, so that there are few."""
    folder, built = starter_site
    found: dict[str, list[Problem]] = {}
    rounds: list[dict[str, Case]] = []
    for case in CASES:
        alone = case.path.endswith((".css", ".json")) and not case.path.startswith("votes/")
        free = next((r for r in rounds if case.path not in r and not alone and "alone" not in r), None)
        if free is None:
            rounds.append(free := {})
        free[case.path] = case
        if alone:
            free["alone"] = case
    for number, cases in enumerate(rounds):
        copy = linked_copy(built, tmp_path_factory.mktemp(f"round-{number}") / "site")
        changed = {case.path: case for case in cases.values()}
        for path, case in list(changed.items()):
            try:
                replace(copy / path, case.edit((built / (case.copy_of or path)).read_bytes()))
            except (AssertionError, FileNotFoundError) as error:
                found[case.name + case.path] = [Problem(Place(path), "sabotage", str(error), "mend the sabotage")]
                del changed[path]
        by_path: dict[str, list[Problem]] = defaultdict(list)
        for problem in verify_site(copy, folder, quiet).problems:
            by_path[problem.place.path].append(problem)
        for case in changed.values():
            at = case.at or case.path
            found[case.name + case.path] = [p for path, ps in by_path.items() if path.startswith(at) for p in ps]
    return found
