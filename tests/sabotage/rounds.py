"""Building the starter and trying sabotages on copies of it, for the tests and for the proof that is published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tellers.build.generate import generate
from tellers.files.start import new_site
from tellers.problems import Place, Problem
from tellers.site.mkdocs import build_site
from tests.sabotage.again import Again
from tests.sabotage.copies import apply, linked_copy, undo
from tests.sabotage.tools import Case


def quiet(step: str, done: int, of: int) -> None:
    """Progress that nobody looks at."""


def build_starter(folder: Path) -> tuple[Path, Path]:
    """The folder of the starter and the site built from it, by the builder's own parts and without its verification."""
    site = folder / "site"
    new_site(site)
    generate(site, quiet)
    built = folder / "built"
    build_site(site, site / "build" / "docs", built)
    return site, built


def said_to(cases: Sequence[Case], site: Path, built: Path, folder: Path) -> dict[str, list[Problem]]:
    """What the reader says to each sabotage at its place, each on a copy of the clean site."""
    again = Again(site, built)
    copy = linked_copy(built, folder / "copy")
    found: dict[str, list[Problem]] = {}
    for case in cases:
        at = case.at or case.path
        problems = _spoil(case, built, copy) or again.problems(copy)
        found[case.name + case.path] = [problem for problem in problems if problem.place.path.startswith(at)]
        undo(case.changes, built, copy)
    return found


def _spoil(case: Case, built: Path, copy: Path) -> tuple[Problem, ...]:
    """The case's changes, made on the copy, or what hinders them."""
    try:
        apply(case.changes, built, copy)
    except (AssertionError, FileNotFoundError) as error:
        return (Problem(Place(case.path), "sabotage", str(error), "mend the sabotage"),)
    return ()
