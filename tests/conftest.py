"""What many tests start from: the starter, read; this repository's own content, read; the dumps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tellers.files.read import read_content_files
from tellers.model import Content
from tellers.records import read_content

# A crowded machine is no fault of the code: nothing here is timed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "generators/tellers/starter"


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def tiny_files() -> dict[str, bytes]:
    """The files of the starter by their paths below its folder: so small that a reader can count by hand."""
    return read_content_files(STARTER)


@pytest.fixture(scope="session")
def tiny(tiny_files: dict[str, bytes]) -> Content:
    """The starter, read."""
    return _read(tiny_files)


@pytest.fixture(scope="session")
def flagship(repository: Path) -> Content:
    """What this repository publishes, read."""
    return _read(read_content_files(repository))


@pytest.fixture(scope="session")
def dumps() -> Path:
    """The folder with the saved dumps; in CI a missing folder fails, so that nobody takes a skip for a pass."""
    named = os.environ.get("TELLERS_DUMPS")
    folder = Path(named) if named else None
    if folder is not None and folder.is_dir():
        return folder
    reason = f"TELLERS_DUMPS is {named!r}, which is no folder" if named else "TELLERS_DUMPS is not set"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; CI must have the dumps")
    pytest.skip(f"NOT TESTED against the real dumps: {reason}; set it to the folder that holds them")


def _read(files: dict[str, bytes]) -> Content:
    reading = read_content(files)
    if reading.content is None:
        pytest.fail("\n".join(map(str, reading.problems)))
    return reading.content
