"""The starter twice: as it was, and as it is now."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import STARTER


@dataclass(frozen=True)
class Pair:
    """Two folders of the same site."""

    old: Path
    new: Path


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Two copies that a test may change."""
    for name in ("old", "new"):
        shutil.copytree(STARTER, tmp_path / name)
    return Pair(tmp_path / "old", tmp_path / "new")
