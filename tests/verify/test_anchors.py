"""The reader's own comparison of words with stored copies agrees with the writer's, and sees what is changed in either."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellers.anchors import fold, standing
from tellers.files.read import read_content_files
from tellers.records import read_content as build_reads
from tellers.verify.anchors import CANNOT_CHECK, CHANGED, FOUND, finding, pattern
from tellers.verify.content import read_content

ANSWER, STONE, WOOD = "odell-2025-05-06-answer", "odell-2025-05-04-stone", "odland-2025-05-06-wood"
COPY = "snapshots/evening-post-2025-05-07.txt"
SOURCE = "sources/evening-post-2025-05-07.yml"


@pytest.fixture
def site(tmp_path: Path, repository: Path) -> Path:
    """A copy of the starter's records."""
    shutil.copytree(repository / "generators/tellers/starter/content", tmp_path / "content")
    return tmp_path


def _found(site: Path, id: str) -> str:
    content = read_content(site)
    return finding(content, content.quotes[id])


@pytest.mark.parametrize(
    ("file", "old", "new", "id", "wanted"),
    [
        (f"quotes/{ANSWER}.yml", "six towns", "six town", ANSWER, CHANGED),
        (f"quotes/{ANSWER}.yml", "gave it,", "gave it", ANSWER, CHANGED),
        (f"quotes/{ANSWER}.yml", "answer … and", "answer ... and", ANSWER, FOUND),
        (f"quotes/{WOOD}.yml", "Wood", "Mood", WOOD, CHANGED),
        (f"quotes/{WOOD}.yml", "start: 228", "start: 227", WOOD, CHANGED),
        (f"quotes/{WOOD}.yml", "end: 249", "end: 248", WOOD, CHANGED),
        (f"quotes/{WOOD}.yml", "voted no", "voted yes", WOOD, CHANGED),
        (f"quotes/{WOOD}.yml", "its envoy", "his envoy", WOOD, CHANGED),
        (f"quotes/{STONE}.yml", "– the bridge,", "- the bridge,", STONE, FOUND),
        (f"quotes/{STONE}.yml", "she – the bridge, I mean –", "she", STONE, CHANGED),
        (COPY, "Wood would", "Wood could", WOOD, CANNOT_CHECK),
        (SOURCE, "digest: sha256:", "digest: sha256:0", WOOD, CANNOT_CHECK),
    ],
)
def test_each_change_has_its_outcome(site: Path, file: str, old: str, new: str, id: str, wanted: str) -> None:
    path = site / "content" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert _found(site, id) == wanted


def test_reader_and_writer_agree_on_every_quote(repository: Path) -> None:
    for folder in (repository, repository / "generators/tellers/starter"):
        written = build_reads(read_content_files(folder)).content
        assert written is not None
        read = read_content(folder)
        for id, quote in written.quotes.items():
            assert finding(read, read.quotes[id]) == standing(written, quote).finding, id


@settings(deadline=None)
@given(st.text(alphabet="ab fi'’\"“-–é\u00a0\n…", min_size=1), st.text(alphabet="ab fi'’\"“-–é\u00a0\n…", min_size=1))
def test_reader_and_writer_fold_alike(one: str, other: str) -> None:
    """Two ways to say when words are the same: one pattern, two folded texts."""

    one, other = one.strip(), other.strip()
    assert bool(re.fullmatch(pattern(one), other)) == (fold(one).text == fold(other).text)
