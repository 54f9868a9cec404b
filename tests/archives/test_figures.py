"""Any vote of an archive can be drawn when somebody asks for it; to be taken away it needs files of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.build import one_figure, take
from tellers.problems import Refused
from tests.archives.sites import archive_site


def test_a_picture_of_any_vote(tmp_path: Path) -> None:
    site = archive_site(tmp_path / "site")
    svg = one_figure(site, "un-ga/26_2758a", "tally", 360, "dark", ".svg").decode()
    assert "R/26/2758A: voted 53–56, with 19" in svg.partition("</title>")[0]
    with pytest.raises(Refused, match="a vote of an archive, which has no kits; draw it with `tellers figure`"):
        take(site, "un-ga/26_2758a.tally")
    with pytest.raises(Refused, match='"un-ga/26_2758z" has no tally'):
        one_figure(site, "un-ga/26_2758z", "tally", 360, "dark", ".svg")
