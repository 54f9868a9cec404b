"""The starter, built once, and every sabotage tried on copies of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sabotage.rounds import build_starter


@pytest.fixture(scope="session")
def starter_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of the starter, and the site built from it."""
    return build_starter(tmp_path_factory.mktemp("starter"))
