"""What was pinned stays as it is, byte for byte, and says what has become of its data."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tellers.build import build, check, pin
from tellers.cli import run
from tellers.problems import Refused
from tests.conftest import STARTER
from tests.edits import change_ballot, replace, sign

LIGHT = "cfbe666ddb7833d0"
FIGURE = "assembly/24_1.tally"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the starter, which has two pinned pictures."""
    shutil.copytree(STARTER, tmp_path / "site")
    return tmp_path / "site"


def _refusal(site: Path) -> str:
    with pytest.raises(Refused) as refused:
        check(site)
    return str(refused.value)


def test_a_changed_byte_is_refused(site: Path) -> None:
    picture = site / f"content/pinned/{LIGHT}.png"
    picture.write_bytes(picture.read_bytes()[:-1] + b"\x00")
    assert f"content/pinned/{LIGHT}.png file: its bytes have the digest" in _refusal(site)


def test_a_missing_picture_is_refused(site: Path) -> None:
    (site / f"content/pinned/{LIGHT}.png").unlink()
    assert f"content/pinned/{LIGHT}.png is missing; restore the file" in _refusal(site)


def test_a_picture_without_an_entry_is_refused(site: Path) -> None:
    shutil.copy(site / f"content/pinned/{LIGHT}.png", site / "content/pinned/0123456789abcdef.png")
    assert "0123456789abcdef.png file: no entry of the ledger names it" in _refusal(site)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('day: "2025-09-01"', 'day: "2025-09-02"', "the seal does not fit"),
        ('figure: "assembly/24_1.tally"', 'figure: "assembly/24_2.tally"', "the picture assembly/24_1.tally"),
        ('theme: "dark"', 'theme: "light"', "the picture dark"),
    ],
)
def test_a_changed_entry_is_refused(site: Path, old: str, new: str, said: str) -> None:
    replace(site, "content/pinned.yml", old, new)
    assert said in _refusal(site)


def test_a_removed_entry_is_refused(site: Path) -> None:
    ledger = site / "content/pinned.yml"
    head, _, rest = ledger.read_text().partition("- picture")
    ledger.write_text(head + "- picture" + rest.partition("- picture")[2])
    assert "the seal does not fit" in _refusal(site)


def test_pinning_adds_and_never_changes(site: Path) -> None:
    before = (site / "content/pinned.yml").read_text()
    made = pin(site, FIGURE, 360, "dark", date(2025, 10, 1))
    assert pin(site, FIGURE, 360, "dark", None).known, "the same picture is pinned once"
    assert (site / "content/pinned.yml").read_text().startswith(before)
    assert (site / f"content/pinned/{made.pin.picture}.png").is_file()
    check(site)


def test_a_figure_of_a_member_needs_a_day(site: Path) -> None:
    with pytest.raises(Refused, match="say for which day"):
        pin(site, "ALU.agreement", 600, "light", None)


def test_a_correction_shows_everywhere_but_in_the_picture(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(site, workers=1)
    built = site / "build/site"
    pinned, latest = (built / f"f/{LIGHT}.png").read_bytes(), (built / f"figures/{FIGURE}.png").read_bytes()
    change_ballot(site, "assembly/24_1", "LOW", "yes", "no")
    sign(site, "votes/assembly/24_1", "roll.LOW", "yes", "no")
    sign(site, "votes/assembly/24_1", "stated.yes", "5", "4")
    sign(site, "votes/assembly/24_1", "stated.no", "3", "4")
    replace(site, "content/votes/assembly/24_1.yml", "outcome: adopted", "outcome: not-adopted")
    sign(site, "votes/assembly/24_1", "outcome", "adopted", "not-adopted")
    build(site, workers=1)
    assert (built / f"f/{LIGHT}.png").read_bytes() == pinned
    assert (built / f"figures/{FIGURE}.png").read_bytes() != latest
    page = (built / f"f/{LIGHT}/index.html").read_text()
    assert "Corrected: something that it shows was wrong" in page.replace("&#58;", ":").replace("&#46;", ".")
    assert "misread a line" in page
    assert "Corrected: something" in (built / f"use/{FIGURE}/index.html").read_text()
    capsys.readouterr()
    assert run(["verify", "-C", str(site), str(site / f"content/pinned/{LIGHT}.png")]) == 2
    said = capsys.readouterr().out
    assert "pinned: on 2025-09-01" in said
    assert "the vote of Lower Weir was “Yes”, is “No”, since 2025-11-01: The clerk misread a line" in said
    assert run(["kit", FIGURE, "-C", str(site), "--pinned"]) == 2, "no pinned picture has the data of today"
