"""What each format becomes, and what is refused in which words.

A case is a folder with the command line, the files to import, perhaps files of the site (`site/`), all lines that are said
(`expected.txt`), and all files that are written (`expected/`). In `refuses_…` nothing is written but proposals for the
ledger. The votes are invented for the tests; the members are some that there are.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.build.kinds import importers
from tellers.files.read import read_content_files
from tellers.records import read_content
from tests.importers.importing import CASES, HERE, import_case, read_all

NAMES = sorted(path.name for path in CASES.iterdir())
REFUSED = [name for name in NAMES if name.startswith("refuses_")]
PROPOSALS = {"discrepancies.proposed.yml", "corrections.proposed.yml"}


@pytest.mark.parametrize("name", NAMES)
def test_says_and_writes_exactly_this(name: str, tmp_path: Path) -> None:
    done = import_case(CASES / name, tmp_path)
    assert done.said == (CASES / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    wanted = read_all(CASES / name / "expected") if (CASES / name / "expected").is_dir() else {}
    assert done.files == wanted
    assert done.code == (2 if name in REFUSED else 0)
    if name in REFUSED:
        assert done.files.keys() <= PROPOSALS


@pytest.mark.parametrize("name", [name for name in NAMES if name not in REFUSED])
def test_what_is_written_is_read_without_a_problem(name: str, tmp_path: Path) -> None:
    import_case(CASES / name, tmp_path)
    assert read_content(read_content_files(tmp_path)).problems == []


def test_every_format_has_a_case_and_a_refusal() -> None:
    told = {(CASES / name / "command").read_text().split()[0] for name in NAMES}
    refused = {(CASES / name / "command").read_text().split()[0] for name in REFUSED}
    assert told == set(importers())
    assert refused == set(importers())


def test_every_format_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [name for name in importers() if f"| `{name}` |" not in readme] == []


def test_the_layouts_of_the_library_lead_to_the_same_files() -> None:
    layouts = [name for name in NAMES if name.startswith("undl_general_assembly_")]
    votes = [read_all(CASES / name / "expected" / "content" / "votes") for name in layouts]
    assert len(votes) == 3
    assert votes[0] == votes[1] == votes[2]
    assert votes[0] == read_all(CASES / "undl-marcxml_general_assembly" / "expected" / "content" / "votes")


def test_the_small_site_has_no_problem() -> None:
    assert read_content(read_content_files(HERE / "site")).problems == []
