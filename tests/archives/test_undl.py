"""Archives of voting data of the UN Digital Library: real rows of both bodies, in each layout of columns."""

from __future__ import annotations

import csv
import gzip
import io
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tellers.model import Option
from tellers.verify import verify_site
from tests.archives.both import read_both
from tests.archives.sites import bare_site, built_from, describe
from tests.archives.spoiling import Hear, hearing
from tests.importers.importing import HERE
from tests.sabotage.tools import Edit, exchange, inside, resub, swap

RESOLUTION = "votes/un-ga/es-11_7/index.html"
COUNCIL = "votes/un-sc/2774/index.html"
FRANCE = "archives/assembly/members/FRA/2020s/index.html"
WORDS = {"Y": Option.YES, "N": Option.NO, "A": Option.ABSTAIN, "X": Option.NOT_VOTING}
SIGNED = """- vote: un-ga/es-11_7
  field: yes
  stated: 94
  roll: 93
  reason: The number was altered for this test.
  sources: [assembly]
  signed: 2026-11-29
"""
LAYOUTS = {
    "2024-09": "undl_id,ms_codes,ms_names,ms_votes,resolutions,title,modality,draft,committee_report,meeting,agenda_titles,"
    "subjects,date,yes,no,abstentions,non-voting,total-voting,undl_link",
    "2025-03": "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link",
}
RENAMED = {
    "ms_codes": "ms_code", "ms_names": "ms_name", "ms_votes": "ms_vote", "resolutions": "resolution", "yes": "total_yes",
    "no": "total_no", "abstentions": "total_abstentions", "non-voting": "total_non_voting", "agenda_titles": "agenda_title",
}  # fmt: skip


def assembly(dumps: Path) -> str:
    """Eleven resolutions, real rows."""
    return (dumps / "undl" / "reshaped_2026-02_layout.csv").read_text("utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def site(dumps: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both bodies; in one resolution a stated total is altered, and the ledger signs that it is another than the roll's."""
    folder = bare_site(tmp_path_factory.mktemp("undl") / "site")
    text = assembly(dumps)
    assert text.count(",ES-11,A/RES/ES-11/7,") == text.count(",93.0,18.0,65.0,17.0,193.0,") == 193
    altered = text.replace(",93.0,18.0,65.0,17.0,193.0,", ",94.0,18.0,65.0,17.0,193.0,").encode()
    describe(folder, "assembly", "undl", "un-ga", {"ga.csv.gz": gzip.compress(altered, mtime=0)}, "anchor: USA")
    council = (dumps / "undl" / "reshaped_sc_2025-07_layout.csv").read_bytes()
    describe(folder, "council", "undl", "un-sc", {"sc.csv": council})
    (folder / "content" / "discrepancies.yml").write_text(SIGNED, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(site: Path) -> Path:
    return built_from(site)


def test_the_reader_finds_nothing_wrong(site: Path, built: Path) -> None:
    report = verify_site(built, site, lambda *_: None)
    assert [str(problem) for problem in report.problems] == []
    assert {RESOLUTION, COUNCIL, FRANCE} <= {path.relative_to(built).as_posix() for path in built.rglob("*.html")}


@pytest.mark.parametrize(
    ("id", "file"), [("assembly", "reshaped_2026-02_layout"), ("council", "reshaped_sc_2025-07_layout")]
)
def test_every_row_of_the_file_is_a_ballot_in_a_roll(id: str, file: str, site: Path, dumps: Path) -> None:
    made, _ = read_both(site, id)
    found = rows((dumps / "undl" / f"{file}.csv").read_text("utf-8"))
    wanted = Counter((row["resolution"], WORDS[row["ms_vote"]]) for row in found)
    counted = Counter((vote.symbol, option) for vote_id, vote in made.votes.items() for _, option in made.rolls[vote_id])
    assert counted == wanted
    stated = {row["resolution"]: int(float(row["total_no"])) for row in found}
    assert {vote.symbol: vote.totals[Option.NO] for vote in made.votes.values()} == stated


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_of_columns_has_the_same_votes(layout: str, site: Path, dumps: Path, tmp_path: Path) -> None:
    columns = LAYOUTS[layout].split(",")
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([row.get(RENAMED.get(name, name), "") for name in columns] for row in rows(assembly(dumps)))
    folder = bare_site(tmp_path / "site")
    describe(folder, "assembly", "undl", "un-ga", {"ga.csv": out.getvalue().encode()})
    made, _ = read_both(folder, "assembly")
    (folder / "content" / "archives" / "ga.csv").unlink()
    describe(folder, "assembly", "undl", "un-ga", {"ga.csv": assembly(dumps).encode()})
    assert made.digests == read_both(folder, "assembly")[0].digests


def test_codes_that_stand_for_states_that_ended(tmp_path: Path) -> None:
    """The made rows of a case of the importer: DEU is West Germany in 1985, a blank is no ballot, some have a note."""
    folder = shutil.copytree(HERE / "site", tmp_path / "site")
    case = (HERE / "cases" / "undl_states_that_ended" / "votes.csv").read_text("utf-8")
    described = case.replace("ended,,,,7.0", 'ended,,,"One vote,\nchanged later",7.0')
    describe(folder, "old", "undl", "un-ga", {"old.csv": described.encode()})
    made, _ = read_both(folder, "old")
    roll = dict(made.rolls["un-ga/40_90"])
    assert (roll["GER"], roll["SUN"], roll["YEM"]) == (Option.YES, Option.NO, Option.NOT_VOTING)
    assert "DEU" not in roll
    assert made.votes["un-ga/40_90"].note == "Note in the source: One vote,\nchanged later"


def test_sessions_are_told_apart_in_whichever_way_they_are_written(dumps: Path, tmp_path: Path) -> None:
    folder = bare_site(tmp_path / "site")
    text = (
        assembly(dumps).replace(",ES-11,A/RES/ES-11/1,", ",11emsp,A/RES/ES-11/1,").replace(",80,A/RES/80", ",8sp,A/RES/80")
    )
    describe(folder, "assembly", "undl", "un-ga", {"ga.csv": text.encode()})
    made, counted = read_both(folder, "assembly")
    assert set(made.sessions.values()) == {"68", "ES-11", "S-8"}
    assert made.sessions == counted.sessions


CASES: dict[str, tuple[str, Edit, str]] = {
    "a ballot": (RESOLUTION, exchange(">Hungary</a>", ">France</a>"), "section tl-ballots"),
    "a ballot of a member": (FRANCE, resub('<td class="tl-yes">Yes', '<td class="tl-no">No'), "div tl-scroll"),
    "a tile": (RESOLUTION, resub(r'class="yes"( data-mark="tile:FRA")', r'class="no"\1'), "FRA"),
    "a stated total": (RESOLUTION, inside('<div class="tl-notes">.*?</div>', swap("94", "95")), "tl-notes"),
    "a day": (RESOLUTION, inside('<p class="tl-lead">.*?</p>', swap(">24 Feb", ">25 Feb", 1)), "lead"),
    "a member's code": (RESOLUTION, exchange(">FRA</text>", ">HUN</text>"), "HUN"),
    "a member's address": (RESOLUTION, exchange("/FRA/2020s/", "/HUN/2020s/"), "/HUN/2020s/"),
    "a ballot of the council": (COUNCIL, exchange(">France</a>", ">Russia</a>"), "section tl-ballots"),
    "an outcome": (COUNCIL, inside('<p class="tl-lead">.*?</p>', swap("adopted", "did not adopt")), "lead"),
}


@pytest.fixture(scope="module")
def heard(site: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Hear]:
    archives = {id: read_both(site, id)[1] for id in ("assembly", "council")}
    return {id: hearing(built, archive, tmp_path_factory.mktemp("spoilt")) for id, archive in archives.items()}


@pytest.mark.parametrize("name", CASES)
def test_sabotage_is_caught(name: str, heard: dict[str, Hear]) -> None:
    path, edit, words = CASES[name]
    problems = heard["council" if path == COUNCIL else "assembly"](path, edit)
    assert any(words in problem for problem in problems), problems
