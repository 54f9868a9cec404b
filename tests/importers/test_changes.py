"""What an import says of votes that the site has already: the same, or changed, and never overwritten silently."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellers.cli import run
from tests.importers.importing import CASES, HERE, read_all

INPUT = CASES / "undl_general_assembly_2025-07" / "votes.csv"
ROLL = "content/votes/un-ga/es-11_90.csv"
VOTE = "content/votes/un-ga/es-11_90.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site with one imported vote, to which an editor added a line."""
    shutil.copytree(HERE / "site", tmp_path, dirs_exist_ok=True)
    assert imported(INPUT, tmp_path) == 0
    vote = tmp_path / VOTE
    vote.write_text(
        vote.read_text().replace("Peace in a small assembly", "Peace, as an editor calls it") + "checked: By eye.\n"
    )
    return tmp_path


def imported(file: Path, site: Path, *more: str) -> int:
    return run(["import", "undl", str(file), "-C", str(site), "--day", "2026-11-24", *more])


def edited(site: Path, *pairs: tuple[str, str]) -> Path:
    text = INPUT.read_text()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path = site / "later.csv"
    path.write_text(text)
    return path


CHANGED = (("FRA,FRANCE,Y", "FRA,FRANCE,A"), ("6.0,2.0,2.0,1.0", "5.0,2.0,3.0,1.0"))


def test_the_same_again_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_all(site)
    assert imported(INPUT, site) == 0
    assert "0 new, 1 same, 0 changed." in capsys.readouterr().out
    assert read_all(site) == before


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(HERE / "site", tmp_path, dirs_exist_ok=True)
    before = read_all(tmp_path)
    assert imported(INPUT, tmp_path, "--dry-run") == 0
    assert "3 files would be written" in capsys.readouterr().out
    assert read_all(tmp_path) == before


def test_a_changed_vote_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = edited(site, *CHANGED)
    before = read_all(site)
    assert imported(later, site) == 2
    said = capsys.readouterr().out
    assert (
        "later.csv:2 vote: un-ga/es-11_90 is otherwise on the site: stated.yes 6 → 5; stated.abstain 2 → 3; "
        "roll.FRA yes → abstain; compare both with the source; to take the file's word for it, add --replace\n"
    ) in said
    assert read_all(site) == before


def test_a_replaced_vote_keeps_the_editors_words_and_asks_for_a_correction(site: Path) -> None:
    later = edited(site, *CHANGED)
    assert imported(later, site, "--replace", "--day", "2026-11-25") == 0
    vote = (site / VOTE).read_text()
    assert "title: Peace, as an editor calls it\n" in vote
    assert "checked: By eye.\n" in vote
    assert "published: 2026-11-24\n" in vote
    assert "updated: 2026-11-25\n" in vote
    assert "  yes: 5\n" in vote
    assert "FRA,abstain\n" in (site / ROLL).read_text()
    proposed = (site / "corrections.proposed.yml").read_text()
    assert "- record: votes/un-ga/es-11_90\n  field: roll.FRA\n  was: yes\n  now: abstain\n  reason: FILL IN\n" in proposed
    assert run(["check", "-C", str(site)]) == 0


def test_a_signed_difference_is_imported(tmp_path: Path) -> None:
    shutil.copytree(HERE / "site", tmp_path, dirs_exist_ok=True)
    later = edited(tmp_path, ("6.0,2.0,2.0,1.0", "5.0,2.0,2.0,1.0"))
    assert imported(later, tmp_path) == 2
    proposed = (tmp_path / "discrepancies.proposed.yml").read_text()
    assert "vote: un-ga/es-11_90\n  field: yes\n  stated: 5\n  roll: 6\n  reason: FILL IN\n" in proposed
    assert not (tmp_path / VOTE).exists()
    signed = proposed.replace("reason: FILL IN", "reason: The record leaves out a vote.").replace("FILL IN", "2026-11-24")
    (tmp_path / "content" / "discrepancies.yml").write_text(signed)
    assert imported(later, tmp_path) == 0
    assert run(["check", "-C", str(tmp_path)]) == 0


def test_another_signature_does_not_excuse_it(tmp_path: Path) -> None:
    shutil.copytree(HERE / "site", tmp_path, dirs_exist_ok=True)
    entry = (
        "- {vote: un-ga/es-11_90, field: yes, stated: 8, roll: 6, reason: Another, sources: [charter], signed: 2026-01-01}\n"
    )
    (tmp_path / "content" / "discrepancies.yml").write_text(entry)
    assert imported(edited(tmp_path, ("6.0,2.0,2.0,1.0", "5.0,2.0,2.0,1.0")), tmp_path) == 2
    assert not (tmp_path / VOTE).exists()


def test_a_source_of_the_site_is_named_instead_of_a_new_one(tmp_path: Path) -> None:
    shutil.copytree(HERE / "site", tmp_path, dirs_exist_ok=True)
    assert imported(INPUT, tmp_path, "--source", "charter") == 0
    assert "sources:\n  - charter\n" in (tmp_path / VOTE).read_text()
    assert [path.name for path in (tmp_path / "content" / "sources").iterdir()] == ["charter.yml"]


def test_the_version_is_kept_beside_the_digest(tmp_path: Path) -> None:
    shutil.copytree(HERE / "site", tmp_path, dirs_exist_ok=True)
    assert imported(INPUT, tmp_path, "--version", "Version 5") == 0
    source = (tmp_path / "content" / "sources" / "undl-9000001.yml").read_text()
    assert (
        'read-through:\n  name: votes.csv\n  version: "Version 5; sha256:' in source
        or "version: Version 5; sha256:" in source
    )


def test_wrong_use_says_what_to_do(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in [
        (["undl", str(INPUT), "--body", "un-xx"], 'the site has no body "un-xx"; add --body un-ga or --body un-sc'),
        (["csv", str(INPUT)], "the site has several bodies; add --body un-ga or --body un-sc"),
        (["undl", str(INPUT), "--map", "member"], '--map "member" is no pair; write COLUMN=FIELD'),
        (["pasted", "-"], "what comes through a pipe has no day; add --day"),
        (["nothing", str(INPUT)], "is not one of"),
    ]:
        assert run(["import", *arguments, "-C", str(site)]) == 64
        assert said in capsys.readouterr().err
