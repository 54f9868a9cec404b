"""A small round of every fault; `python -m tests.faults` makes large ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import files
from tests.faults.broken import BYTES, CSV, MARKDOWN, NAMES, SIGNS, YAML
from tests.faults.building import FAULTS, MANY_FIGURES
from tests.faults.sites import built_site, small_site

DEFECTS = len(BYTES) + len(CSV) + len(MARKDOWN) + len(NAMES) + len(SIGNS) + len(YAML)
SMALL = {
    "kills": 3, "disks": 3, "pairs": 1, "workers": 1, "interrupts": 1, "orphans": 1, "caches": 10, "environments": 1,
    "matrix": 3,
}  # fmt: skip


def test_every_broken_content_file_is_refused_with_its_line_or_read_as_whole() -> None:
    row = files.run(DEFECTS, seed=3)
    assert [wrong for wrong in row.wrong if " s, " not in wrong] == []


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory.mktemp("faults") / "starter")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("faults") / "small")


@pytest.mark.parametrize("fault", SMALL)  # tests/publish interrupts publications
def test_a_fault_leaves_a_whole_site_and_costs_one_line(starter: Path, small: Path, tmp_path: Path, fault: str) -> None:
    row = FAULTS[fault][0](SMALL[fault], 3, starter if fault in MANY_FIGURES else small, tmp_path)
    assert row.tried > 0
    assert row.wrong == []
