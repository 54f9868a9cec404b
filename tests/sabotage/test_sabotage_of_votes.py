"""Every sabotage of pictures and of votes' pages is caught, at its place, with what was found and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.problems import Problem
from tests.sabotage.cases import CASES
from tests.sabotage.caught import missed
from tests.sabotage.rounds import said_to
from tests.sabotage.tools import Case

OWN = [case for case in CASES if case.path.startswith(("figures/", "votes/"))]


@pytest.fixture(scope="module")
def said(starter_site: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What the reader says to each sabotage at its place."""
    return said_to(OWN, *starter_site, tmp_path_factory.mktemp("cases"))


@pytest.mark.parametrize("case", OWN, ids=[f"{case.name} in {case.path}" for case in OWN])
def test_sabotage_is_caught(case: Case, said: dict[str, list[Problem]]) -> None:
    assert missed(case, said) == ""
