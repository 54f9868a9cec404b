"""Every sabotage of pages and downloads is caught, at its place, with found and expected; the clean site raises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.problems import Problem
from tellers.verify import verify_site
from tests.sabotage.cases import CASES
from tests.sabotage.caught import missed
from tests.sabotage.rounds import quiet, said_to
from tests.sabotage.tools import Case

OWN = [case for case in CASES if not case.path.startswith(("figures/", "votes/"))]


@pytest.fixture(scope="module")
def said(starter_site: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What the reader says to each sabotage at its place."""
    return said_to(OWN, *starter_site, tmp_path_factory.mktemp("cases"))


def test_clean_site_raises_nothing(starter_site: tuple[Path, Path]) -> None:
    folder, built = starter_site
    report = verify_site(built, folder, quiet)
    assert [str(problem) for problem in report.problems] == []
    assert report.checked > 10_000


@pytest.mark.parametrize("case", OWN, ids=[f"{case.name} in {case.path}" for case in OWN])
def test_sabotage_is_caught(case: Case, said: dict[str, list[Problem]]) -> None:
    assert missed(case, said) == ""
