"""The starter, built once, and every sabotage tried on copies of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.problems import Problem
from tests.sabotage.cases import CASES
from tests.sabotage.rounds import build_starter, said_to


@pytest.fixture(scope="session")
def starter_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of the starter, and the site built from it."""
    return build_starter(tmp_path_factory.mktemp("starter"))


@pytest.fixture(scope="session")
def said(starter_site: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What the reader says to each sabotage at its place."""
    return said_to(CASES, *starter_site, tmp_path_factory.mktemp("cases"))
