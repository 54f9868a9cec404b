"""What lies on a disk that is not as it should be: names that are no text, links, folders of somebody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tellers.files.read import read_content_files
from tellers.files.write import remove_tree, write_tree
from tellers.problems import Refused


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text("name: a\n")
    return tmp_path / "content"


def test_what_is_no_plain_file_with_a_name_is_refused(content: Path) -> None:
    (content / "loop").symlink_to(".")
    os.mkfifo(content / "pipe.yml")
    Path(os.fsdecode(os.fsencode(content) + b"/\xff.yml")).write_text("")
    with pytest.raises(Refused) as refused:
        read_content_files(content.parent)
    assert [str(problem) for problem in refused.value.problems] == [
        "content/loop file: is a symbolic link; put the file itself here",
        "content/pipe.yml file: is neither a file nor a folder; remove it",
        "content/\\udcff.yml file: has a name that is no text; rename it",
    ]


def test_content_elsewhere_is_refused(content: Path) -> None:
    content.rename(content.parent / "elsewhere")
    content.symlink_to("elsewhere")
    with pytest.raises(Refused, match="content file: is a symbolic link"):
        read_content_files(content.parent)


def test_a_link_in_place_of_our_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.odt").write_text("mine")
    (tmp_path / "docs").symlink_to("mine")
    write_tree(tmp_path / "docs", {"index.md": b"ours"})
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.odt"]
    assert (tmp_path / "docs" / "index.md").read_bytes() == b"ours"


def test_a_folder_goes_with_all_below_it_and_nothing_to_which_its_links_lead(tmp_path: Path) -> None:
    away, folder = tmp_path / "away", tmp_path / "site"
    for path in (away / "kept.html", folder / "a/b/c/index.html", folder / "a/.hidden", folder / "index.html"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (folder / "a/linked").symlink_to(away)
    (folder / "shared.html").hardlink_to(away / "kept.html")
    (tmp_path / "link").symlink_to(away)
    remove_tree(tmp_path / "link")
    remove_tree(tmp_path / "nothing")
    remove_tree(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["away", "link"]
    assert (away / "kept.html").is_file()
