"""Everything that a change does to a site: told from content, from built sites, and from one of each."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tellers.build import build
from tellers.cli import run
from tellers.diff import diff, sides
from tellers.diff.figures import Why, difference
from tellers.diff.say import as_json, as_markdown, as_text
from tests.built import starter_folder
from tests.diff.conftest import Pair
from tests.edits import change_ballot, replace


def test_the_same_is_0_and_says_so(pair: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(pair.old), str(pair.new / "content")]) == 0
    assert capsys.readouterr().out == "No difference.\n"


def test_a_ballot_changes_tallies_numbers_and_figures(pair: Pair) -> None:
    change_ballot(pair.new, "assembly/24_1", "BRU", "no", "yes")
    found = diff(*sides(pair.old, pair.new))
    assert found.tallies == {"votes/assembly/24_1": ("yes 5, no 3, abstain 1", "yes 6, no 2, abstain 1")}
    stated = [(change.field, change.before, change.after) for change in found.changes if not change.counted]
    assert stated == [("roll.BRU", "no", "yes"), ("stated.no", "3", "2"), ("stated.yes", "5", "6")]
    assert ("tally.no.hills", "1", "0") in [(c.field, c.before, c.after) for c in found.changes]
    why = {one.figure: one.why for one in found.redrawn}
    assert why["assembly/24_1.tally"] is why["bridge.timeline"] is Why.DATA
    assert "assembly/25_1.tally" not in why
    assert len(found.missing) == 3


def test_a_new_title_of_the_site_changes_style_alone(pair: Pair) -> None:
    replace(pair.new, "content/site.yml", "name: ", "name: New ")
    found = diff(*sides(pair.old, pair.new))
    assert found.changes == found.missing == ()
    assert {one.why for one in found.redrawn} == {Why.STYLE}


def test_a_vote_that_is_new_needs_no_correction(pair: Pair) -> None:
    votes = pair.new / "content/votes/assembly"
    (votes / "25_9.yml").write_text((votes / "25_4.yml").read_text().replace("N/25/4", "N/25/9"))
    found = diff(*sides(pair.old, pair.new))
    assert "votes/assembly/25_9 (N/25/9): new" in as_text(found)
    assert found.missing == ()


def test_a_claim_that_no_longer_holds_is_named_with_both_values(pair: Pair) -> None:
    for site in (pair.old, pair.new):
        explainer = site / "content/explainers/how-to-read-this-site.md"
        said = (
            '\nSo many: {{ claim(5, tally="assembly/24_1", option="yes") }}, {{ tally("assembly/24_1", "no") }} against.\n'
        )
        explainer.write_text(explainer.read_text() + said)
    change_ballot(pair.new, "assembly/24_1", "BRU", "no", "yes")
    found = diff(*sides(pair.old, pair.new))
    assert [(b.explainer, b.spec, b.before, b.after) for b in found.broken] == [
        ("how-to-read-this-site", "tally vote=assembly/24_1 option=yes", "5", "6"),
        ("how-to-read-this-site", "tally vote=assembly/24_1 option=no", "3", "2"),
    ]
    assert ["states 5, but tally vote=assembly/24_1 option=yes is 6" in str(problem) for problem in found.untrue] == [True]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The starter, and a copy of it with one ballot changed; both built."""
    new = tmp_path_factory.mktemp("new") / "site"
    shutil.copytree(starter_folder(tmp_path_factory), new, symlinks=True)
    change_ballot(new, "assembly/24_1", "BRU", "no", "yes")
    build(new, workers=1)
    return starter_folder(tmp_path_factory), new


@pytest.mark.parametrize("parts", [("build/site", "build/site"), ("build/site", "."), (".", "build/site")])
def test_built_and_written_sides_tell_the_same(rebuilt: tuple[Path, Path], parts: tuple[str, str]) -> None:
    old, new = rebuilt
    found = diff(*sides(old / parts[0], new / parts[1]))
    written = diff(*sides(old, new))
    assert (found.changes, found.tallies, found.redrawn) == (written.changes, written.tallies, written.redrawn)
    assert len(found.missing) == 3


def test_a_built_site_is_its_content(rebuilt: tuple[Path, Path]) -> None:
    old, _ = rebuilt
    assert as_text(diff(*sides(old / "build/site", old))) == "No difference.\n"


def test_a_pinned_picture_that_shows_what_was_before(rebuilt: tuple[Path, Path], tmp_path: Path) -> None:
    old, _ = rebuilt
    sites = [tmp_path / "old", tmp_path / "new"]
    for site, target in zip(rebuilt, sites, strict=True):
        shutil.copytree(site / "build/site", target)
        shutil.rmtree(target / "f")  # the pictures that the starter pins
        (target / "f").mkdir()
        for name, figure in (("1" * 16, "assembly/24_1.tally"), ("2" * 16, "assembly/25_1.tally")):
            shutil.copy(old / "build/site/figures" / f"{figure}.png", target / "f" / f"{name}.png")
    found = diff(*sides(*sites))
    assert [(pin.name, pin.figure) for pin in found.pins] == [("1" * 16 + ".png", "assembly/24_1.tally")]


def test_the_report_shows_old_beside_new(pair: Pair, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_ballot(pair.new, "assembly/24_1", "BRU", "no", "yes")
    folder = tmp_path / "report"
    assert run(["diff", str(pair.old), str(pair.new), "--output", str(folder), "--format", "json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert said == json.loads((folder / "report.json").read_text())
    assert not said["same"]
    page = (folder / "index.html").read_text()
    for label in ("old", "new", "difference"):
        picture = f"pictures/assembly/24_1.tally.{label}.png"
        assert (
            f'src="{picture}"'.replace("/", "&#47;").replace(".", "&#46;").replace("_", "&#95;") in page or picture in page
        )
        assert (folder / picture).read_bytes().startswith(b"\x89PNG")
    assert "## What this change does to the site" in (folder / "report.md").read_text()


def test_hostile_words_stay_words_in_every_report(pair: Pair) -> None:
    replace(pair.new, "content/votes/assembly/24_1.yml", "symbol: N/24/1", 'symbol: "<script>x</script>[a](b)"')
    found = diff(*sides(pair.old, pair.new))
    assert "<script>" in as_text(found)
    assert "<script>" not in as_markdown(found)
    assert "[a](b)" not in as_markdown(found)
    assert json.loads(as_json(found))["changes"][0]["after"] == "<script>x</script>[a](b)"


def test_the_difference_marks_the_pixels_that_differ() -> None:
    then, now = (Image.new("RGB", size, "white") for size in ((4, 2), (4, 3)))
    now.putpixel((1, 1), (0, 0, 0))
    raw = [io.BytesIO(), io.BytesIO()]
    for image, out in zip((then, now), raw, strict=True):
        image.save(out, "PNG")
    shown = np.asarray(Image.open(io.BytesIO(difference(raw[0].getvalue(), raw[1].getvalue()))))
    assert shown.shape == (3, 4, 3)
    assert [(int(y), int(x)) for y, x in np.argwhere((shown == (208, 0, 144)).all(axis=2))] == [(1, 1)]
