"""Votes of which nothing but the outcome is known are read back too, one that was vetoed among them."""

from __future__ import annotations

from pathlib import Path

from tellers.build.generate import generate, quiet
from tellers.files.start import new_site
from tellers.site.mkdocs import build_site
from tellers.verify import verify_site

_NUMBERS = ("stated:\n", "roll:\n", "majority:\n", "  ")


def test_a_veto_without_numbers_is_no_difference(tmp_path: Path) -> None:
    site, built = tmp_path / "site", tmp_path / "built"
    new_site(site)
    vote = site / "content" / "votes" / "council" / "24_1.yml"
    kept = [line for line in vote.read_text().splitlines(keepends=True) if not line.startswith(_NUMBERS)]
    text = "".join(kept).replace("vetoed-by:\n", "known: outcome\nwhy: no list was kept\nvetoed-by: [NO]\n")
    vote.write_text(text.replace("sources:\n", "sources: [minutes-2024]\n"))
    generate(site, quiet)
    build_site(site, site / "build" / "docs", built)
    card = (built / "figures" / "council" / "24_1.card.svg").read_text()
    assert "not adopted: vetoed." in card
    assert [str(problem) for problem in verify_site(built, site, quiet, pixels=False).problems] == []
