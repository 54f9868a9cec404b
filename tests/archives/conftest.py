"""The site of the small archive, generated, framed and not verified, once for all tests of a worker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.build import generate
from tellers.site.mkdocs import build_site
from tests.archives.sites import archive_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of the site, and what was built from it."""
    site = archive_site(tmp_path_factory.mktemp("archive") / "site")
    generated = generate(site, workers=1)
    out = site.parent / "built"
    build_site(site, generated.docs, out, generated.framed)
    return site, out
