"""Building the starter and trying sabotages on copies of it, for the tests and for the proof that is published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tellers.build.generate import generate
from tellers.files.start import new_site
from tellers.problems import Place, Problem
from tellers.site.mkdocs import build_site
from tests.sabotage.again import Again
from tests.sabotage.caught import missed
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


def said_alone(cases: Sequence[Case], site: Path, built: Path, folder: Path) -> dict[str, list[Problem]]:
    """What the reader says to each sabotage at its place, each on a copy of the clean site."""
    return _Trial(site, built, folder).said([[case] for case in cases])


def said_to(cases: Sequence[Case], site: Path, built: Path, folder: Path) -> dict[str, list[Problem]]:
    """The same with many sabotages on one copy, at places that have nothing to do with one another.

    A sabotage that nothing is said about there is tried on a copy of its own, so that none hides another.
    """
    trial = _Trial(site, built, folder)
    found = trial.said(apart(cases))
    return found | trial.said([[case] for case in cases if missed(case, found)])


def apart(cases: Sequence[Case]) -> list[list[Case]]:
    """The cases in as few groups as there are of one place; what changes all pages is alone."""
    groups: list[tuple[list[Case], list[str]]] = []
    for case in cases:
        files = (file for change in case.changes for file in (change.path, change.copy_of) if file)
        places = [case.at or case.path, *files]
        free = (group for group in groups if not _shared(places) and not _meet(places, group[1]))
        into = next(free, None)
        if into is None:
            groups.append(([case], [*places, *([""] if _shared(places) else [])]))
        else:
            into[0].append(case)
            into[1].extend(places)
    return [group for group, _ in groups]


def _shared(places: Sequence[str]) -> bool:
    return any(place.startswith(_SHARED) for place in places)


def _meet(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(one.startswith(other) or other.startswith(one) for one in some for other in others)


_SHARED = ("assets/", "search/")
"""What is read with every page."""


class _Trial:
    """The clean site, read once, and the copy of it that is spoilt and made good again."""

    def __init__(self, site: Path, built: Path, folder: Path) -> None:
        self.again, self.built, self.copy = Again(site, built), built, linked_copy(built, folder / "copy")

    def said(self, groups: Sequence[Sequence[Case]]) -> dict[str, list[Problem]]:
        """What is said to each case at its place, those of a group being tried at once."""
        found: dict[str, list[Problem]] = {}
        for group in groups:
            hindered = {case: _spoil(case, self.built, self.copy) for case in group}
            said = self.again.problems(self.copy)
            for case, hindrance in hindered.items():
                at, problems = case.at or case.path, hindrance or said
                found[case.name + case.path] = [problem for problem in problems if problem.place.path.startswith(at)]
                undo(case.changes, self.built, self.copy)
        return found


def _spoil(case: Case, built: Path, copy: Path) -> tuple[Problem, ...]:
    """The case's changes, made on the copy, or what hinders them."""
    try:
        apply(case.changes, built, copy)
    except (AssertionError, FileNotFoundError) as error:
        return (Problem(Place(case.path), "sabotage", str(error), "mend the sabotage"),)
    return ()
