"""The reader reads the records by itself, and does not trust them either."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellers.files.read import read_content_files
from tellers.problems import EnvironmentFault
from tellers.records import read_content as build_reads
from tellers.verify import verify_site
from tellers.verify.claims import Claims, Unsound, parse_spec
from tellers.verify.content import read_content
from tellers.verify.quotes import check_quote_records
from tellers.verify.records import check_records
from tellers.verify.report import Findings
from tests.sabotage.rounds import quiet


@pytest.fixture
def site(tmp_path: Path, repository: Path) -> Path:
    """A copy of the starter's records."""
    shutil.copytree(repository / "generators/tellers/starter/content", tmp_path / "content")
    return tmp_path


def _said(site: Path) -> list[str]:
    findings = Findings()
    content = read_content(site)
    check_records(content, findings)
    check_quote_records(content, findings)
    return [str(problem) for problem in findings.report().problems]


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_true_records_raise_nothing(site: Path) -> None:
    assert _said(site) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("24_1.csv", "BRU,no", "BRU,yes", ("roll.digest",)),
        ("24_1.csv", "BRU,no", "BRU,yes", ("stated.yes", "found 5", "expected 6")),
        ("24_1.csv", "PEL,yes", "QUI,yes", ("without a seat", "QUI")),
        ("24_1.csv", "PEL,yes\n", "", ("without a line", "PEL")),
        ("24_1.yml", "yes: 5", "yes: 4", ("stated.yes", "found 4", "expected 5")),
        ("24_1.yml", "outcome: adopted", "outcome: not-adopted", ("outcome", "not-adopted", "adopted")),
    ],
)
def test_false_record_is_said(site: Path, file: str, old: str, new: str, words: tuple[str, ...]) -> None:
    _change(site / "content/votes/assembly" / file, old, new)
    assert any(all(word in text for word in words) for text in _said(site)), _said(site)


def test_digests_are_those_of_the_writer(site: Path) -> None:
    content = build_reads(read_content_files(site)).content
    assert content is not None
    assert {key: digest for key, digest in read_content(site).digests.items() if key in content.digests} == content.digests


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        ("tally vote=assembly/24_1 option=yes", 5),
        ("tally vote=assembly/24_1 option=yes group=coast", 2),
        ("share vote=assembly/24_1 option=yes base=yes+no", "5/8"),
        ("share vote=assembly/24_1 option=yes base=members", "5/9"),
        ("ballot vote=assembly/24_1 member=OST", "abstain"),
        ("outcome vote=assembly/24_2", "not-adopted"),
        ("shift before=assembly/24_1 after=assembly/24_3 from=yes to=yes", 3),
        ("threshold vote=assembly/24_2", 6),
        ("count of=members vote=assembly/24_1", 9),
        ("count of=votes series=bridge", 3),
        ("date record=votes/assembly/24_1 field=date", "2024-03-12"),
    ],
)
def test_claims(site: Path, spec: str, value: int | str) -> None:
    assert Claims(read_content(site)).value(*parse_spec(spec)) == value


@pytest.mark.parametrize(
    "spec",
    [
        "guess vote=assembly/24_1",
        "tally vote=assembly/24_1",
        "tally vote=assembly/99_1 option=yes",
        "tally vote=assembly/24_1 option=yes group=nowhere",
        "share vote=assembly/24_1 option=yes base=everybody",
        "tally vote option=yes",
        "date record=votes/assembly/24_1 field=nothing",
    ],
)
def test_unsound_claims(site: Path, spec: str) -> None:
    with pytest.raises(Unsound):
        Claims(read_content(site)).value(*parse_spec(spec))


def test_what_cannot_be_read_is_a_fault_of_the_environment(site: Path, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        verify_site(tmp_path / "nothing", site, quiet)
    with pytest.raises(EnvironmentFault):
        read_content(tmp_path / "nothing")
    (site / "content/votes/assembly/24_1.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(EnvironmentFault):
        read_content(site)
