"""Pages that stand alone have the dark colours of the table, though their style sheet is a file."""

from __future__ import annotations

from tellers.files.resources import overrides
from tellers.look.css import alone_css


def test_the_style_sheet_has_the_dark_colours_of_the_table() -> None:
    assert alone_css() in (overrides() / "assets/stylesheets/alone.css").read_text().splitlines()


def test_the_script_that_copies_stays_small() -> None:
    assert (overrides() / "assets/javascripts/copy.js").stat().st_size < 1024
