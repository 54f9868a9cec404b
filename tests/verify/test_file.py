"""One figure found anywhere: which it is, whether it was altered, whether it is current."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellers.manifest import NotAManifest
from tellers.problems import EnvironmentFault
from tellers.verify import verify_file
from tellers.verify.svg import NotAFigure


@pytest.mark.parametrize(
    "ending", [".tally.svg", ".tally-dark.svg", ".tally-360.png", ".card.png", ".hemicycle.svg", ".blocks.png"]
)
def test_genuine(starter_site: tuple[Path, Path], tmp_path: Path, ending: str) -> None:
    folder, built = starter_site
    file = shutil.copy(built / f"figures/assembly/24_1{ending}", tmp_path / f"found{Path(ending).suffix}")
    report = verify_file(Path(file), folder)
    assert report.figure == f"assembly/24_1.{ending.split('.')[1].split('-', maxsplit=1)[0]}"
    assert (report.current, report.altered, report.outdated) == (True, (), ())
    assert report.site == "https://nine-towns.example/"
    assert len(report.digest) == 16


def test_altered(starter_site: tuple[Path, Path], tmp_path: Path) -> None:
    folder, built = starter_site
    file = tmp_path / "found.svg"
    text = (built / "figures/assembly/24_1.tally.svg").read_text("utf-8")
    file.write_text(text.replace('data-mark="label:bar:yes">5<', 'data-mark="label:bar:yes">8<'), "utf-8")
    report = verify_file(file, folder)
    assert not report.genuine
    assert report.current
    assert any("label of bar:yes" in str(problem) for problem in report.altered)


def test_superseded(starter_site: tuple[Path, Path], tmp_path: Path) -> None:
    """The records changed after the picture was drawn: it is superseded, not altered."""
    folder, built = starter_site
    later = tmp_path / "later"
    shutil.copytree(folder / "content", later / "content")
    record = later / "content/votes/assembly/24_1.yml"
    record.write_text(record.read_text("utf-8").replace("title: A bridge", "title: Another bridge"), "utf-8")
    report = verify_file(built / "figures/assembly/24_1.waffle.svg", later)
    assert not report.current
    assert report.genuine
    assert any("digest of votes/assembly/24_1" in str(problem) for problem in report.outdated)


def test_none_of_ours(starter_site: tuple[Path, Path], tmp_path: Path) -> None:
    folder, _ = starter_site
    file = tmp_path / "other.svg"
    with pytest.raises(EnvironmentFault):
        verify_file(file, folder)
    file.write_text("<html/>", "utf-8")
    with pytest.raises(NotAFigure):
        verify_file(file, folder)
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "utf-8")
    with pytest.raises(NotAManifest):
        verify_file(file, folder)
