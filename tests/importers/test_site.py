"""A site made of imported votes: built, counted again without a difference, and altered in ways that the reader must see."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellers.build.generate import generate
from tellers.files.start import new_site
from tellers.site.mkdocs import build_site
from tellers.verify import verify_site
from tests.importers.importing import CASES, HERE
from tests.sabotage.copies import linked_copy, replace

IMPORTED = (
    "unvotes_raw_a_month_without_days", "unvotes_strays_left_out", "undl_security_council",
    "undl_states_that_ended",
)  # fmt: skip
PAGE = "votes/un-ga/26_2990/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of a site with votes of several imports, and the site built from it."""
    folder = tmp_path_factory.mktemp("imported") / "site"
    new_site(folder)
    shutil.rmtree(folder / "content")
    shutil.copytree(HERE / "site" / "content", folder / "content")
    for case in IMPORTED:
        shutil.copytree(CASES / case / "expected" / "content", folder / "content", dirs_exist_ok=True)
    generate(folder, lambda step, done, of: None, workers=1)
    build_site(folder, folder / "build" / "docs", folder.parent / "built")
    return folder, folder.parent / "built"


def test_nothing_differs(built: tuple[Path, Path]) -> None:
    assert verify_site(built[1], built[0], lambda step, done, of: None).problems == ()


@pytest.mark.parametrize(("old", "new", "said"), [
    ("In October 1971 the", "In November 1971 the", "In October 1971"),
    ("In October 1971 the", "On 7 October 1971 the", "In October 1971"),
    (" voted on ", " adopted ", "voted on"),
    ("Voted 2–1", "Adopted 2–1", "voted"),
    ("4 of 8 members", "4 of 11 members", "8"),
])  # fmt: skip
def test_the_reader_sees_what_is_not_known_made_known(
    old: str, new: str, said: str, built: tuple[Path, Path], tmp_path: Path
) -> None:
    copy = linked_copy(built[1], tmp_path / "site")
    text = (copy / PAGE).read_text(encoding="utf-8")
    text = text.replace("&#58;", ":").replace("&#47;", "/")
    assert old in text
    replace(copy / PAGE, text.replace(old, new).encode())
    problems = [str(problem) for problem in verify_site(copy, built[0], lambda step, done, of: None).problems]
    assert any(said in problem for problem in problems), problems
