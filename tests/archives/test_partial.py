"""Of votes of which not every ballot is known nothing is counted over a decade: what is missing might turn it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tellers.build.framing import page_bytes
from tellers.build.generate import read
from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.model import Known
from tellers.pages import archive
from tellers.pages.archive import Shelf
from tellers.problems import Problems


def test_pages_without_a_whole_vote_count_nothing(built: tuple[Path, Path]) -> None:
    content, words = read(built[0]), Words()
    found = content.archived["unvotes"]
    part = {id: vote.model_copy(update={"known": Known.PART}) for id, vote in found.votes.items()}
    shelf = Shelf(replace(found, votes=part), words)
    desk = Desk(content.of_archive("unvotes"), words, {}, {}, Problems())
    assert shelf.decades == {}
    member = page_bytes(archive.member(desk, shelf, "FRA", 1970)).decode()
    assert "Every ballot" in member
    assert "majority" not in member
    assert "Decades" not in page_bytes(archive.index(desk, shelf)).decode()
    assert "1970s" not in page_bytes(archive.compare(desk, shelf)).decode()
