"""The site of the small archive, generated, framed and not verified, once for all tests of a worker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archives.sites import archive_site, built_from


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of the site, and what was built from it."""
    site = archive_site(tmp_path_factory.mktemp("archive") / "site")
    return site, built_from(site)
