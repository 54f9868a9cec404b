"""A build after a change: exactly what depends on the change is made and read again, and the site is that of a build from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellers.build import build
from tellers.cli import run
from tests.built import starter_folder
from tests.edits import change_ballot


@pytest.fixture
def site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built starter that a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(starter_folder(tmp_path_factory), folder, symlinks=True)
    return folder


def test_one_ballot_changed(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_ballot(site, "assembly/25_1", "QUI", "yes", "no")
    assert run(["build", "-C", str(site), "--why"]) == 0
    said = capsys.readouterr().out.splitlines()
    drawn = {line.split()[1].rstrip(":") for line in said if line.startswith("redrawn ")}
    assert "changed votes/assembly/25_1 (roll, stated)" in said
    assert "redrawn assembly/25_1.blocks: votes/assembly/25_1 changed (roll, stated)" in said
    assert {"assembly/25_1.tally", "assembly/25_1.card"} <= drawn
    assert {figure for figure in drawn if figure.endswith(".agreement")} == {"QUI.agreement"}
    assert not {figure for figure in drawn if figure.startswith(("assembly/24_", "council/"))}
    assert "written again votes/assembly/25_1.md" in said
    assert any(line.startswith("read again votes/assembly/25_1/index.html: it has other bytes") for line in said)
    assert not any(line.startswith("read again figures/assembly/24_1.blocks") for line in said)

    nothing = tmp_path / "nothing"
    shutil.copytree(site / "content", nothing / "content")
    shutil.copy(site / "mkdocs.yml", nothing)
    fresh = build(nothing, workers=1).release
    changed = (site / "build" / "site").resolve()
    assert fresh.name == changed.name
    assert (fresh / "verification.json").read_bytes() == (changed / "verification.json").read_bytes()


def test_without_its_cache_a_build_is_the_same(site: Path) -> None:
    before = (site / "build" / "site").resolve()
    verified = (before / "verification.json").read_bytes()
    shutil.rmtree(site / "build" / "cache")
    built = build(site, force=True)
    assert built.release.name == before.name
    assert (built.release / "verification.json").read_bytes() == verified
    again = build(site, force=True)
    assert again.why.totals[0].startswith("drew 0 of ")
    assert "read 0 of " in again.why.totals[2]
