"""Region blocks, read back: the code in each tile against its fill."""

from __future__ import annotations

import pytest

from tellers.claims.words import Words
from tellers.figures import blocks
from tellers.model import Content
from tellers.stats import result_of
from tests.figures.reading import Read, Shape, assert_marks_apart, assert_nothing_leaves, read, read_file

WIDTHS = (360, 700)
PARTIAL = "un-ga/2026-02-24-support-for-lasting-peace"


def _codes(found: Read) -> dict[str, Shape]:
    """Each tile by the code that is written in it, without its tags."""
    written = {text.text: text for text in found.texts() if text.role.startswith("on-")}
    inside = {}
    for code, text in written.items():
        (tile,) = [
            s for s in found.marks("tile") if s.left <= text.middle[0] <= s.right and s.top <= text.middle[1] <= s.bottom
        ]
        assert tile.left < text.left, code
        assert text.right < tile.right, code
        inside[code] = tile
    return inside


def _check(content: Content, vote: str, width: int) -> None:
    found, result = read(blocks, vote, content, width), result_of(content, vote)
    tiles = _codes(found)
    assert sorted(tiles) == sorted(result.seated)
    for code, tile in tiles.items():
        assert tile.member == code
        assert tile.role == tile.option == (result.option_of(code) or "no-record")
    assert_marks_apart(found.marks("tile"))
    assert_nothing_leaves(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_starter_tiles_are_the_ballots(tiny: Content, width: int) -> None:
    for vote in blocks.subjects(tiny):
        _check(tiny, vote, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_published_tiles_are_the_ballots(flagship: Content, width: int) -> None:
    for vote in ("un-ga/es-11_7", PARTIAL):
        _check(flagship, vote, width)


@pytest.mark.parametrize("width", (360, 600))
def test_a_picture_that_travels_names_the_members_of_the_smaller_options(flagship: Content, width: int) -> None:
    tiles = _codes(read_file(blocks, "un-ga/es-11_7", flagship, width))
    assert {tile.role for tile in tiles.values()} == {"no", "not-voting"}
    assert len(tiles) == 18 + 17


def test_counts_of_groups_add_up_to_the_tally(flagship: Content) -> None:
    result = result_of(flagship, "un-ga/es-11_7")
    counts = [mark for mark in blocks.marks("un-ga/es-11_7", flagship, Words()).with_role("count") if mark.group]
    for option, claim in result.counts.items():
        assert sum(int(str(mark.claim.value)) for mark in counts if mark.option == option) == claim.value


def test_codes_are_in_order_within_an_option(flagship: Content) -> None:
    tiles = [tile for tile in read(blocks, "un-ga/es-11_7", flagship, 700).marks("tile") if tile.role == "yes"]
    rows = [tile.member for tile in tiles]
    assert rows[:4] == sorted(rows[:4])


def test_members_without_a_known_ballot_are_not_filled_in(flagship: Content) -> None:
    found = read(blocks, PARTIAL, flagship, 700)
    assert found.count("yes", "tile") == 0
    assert found.count("no-record", "tile") == 193 - 30
    words = " ".join(text.text for text in found.texts())
    assert "Known by name: 30 of 193 members" in words.replace("\u00a0", " ")
    assert "Not known by name" in words
