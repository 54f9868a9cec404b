"""An archive of a parliament: columns as HowTheyVote exports them, rows and members made, of whom nobody sits anywhere."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tellers.cli import run
from tellers.model import Option
from tellers.verify import verify_site
from tests.archives.both import read_both
from tests.archives.sites import bare_site, built_from, describe
from tests.archives.spoiling import Hear, hearing
from tests.sabotage.tools import Edit, exchange, inside, resub, swap

BRIDGES = "votes/ep/b9-0001_2023-1/index.html"
WHOLE = "votes/ep/b9-0001_2023-2/index.html"
LAPSED = "votes/ep/ep_vote_3/index.html"
ADA = "archives/parliament/members/EP11/2020s/index.html"
WORDS = {"FOR": Option.YES, "AGAINST": Option.NO, "ABSTENTION": Option.ABSTAIN, "DID_NOT_VOTE": Option.NOT_VOTING}
MEMBERS = """id,first_name,last_name,country_code,date_of_birth,email,facebook,twitter
11,Ada,Albe,FRA,,,,
12,Bela,Bosk,FRA,,,,
13,Carl,Cern 3,DEU,,,,
14,Dora,Dahl,DEU,,,,
15,Ede,Albe,ITA,,,,
16,Frida,Foss,ITA,,,,
"""
GROUPS = """code,official_label,label,short_label
LEFT,Group of the Left,The Left,Left
RIGHT,Group of the Right,The Right,Right
OLD,Group that ended,The Old,Old
"""
TIMES = """member_id,group_code,term,start_date,end_date
11,LEFT,9,2019-07-02,
12,LEFT,9,2019-07-02,
13,RIGHT,9,2019-07-02,
14,OLD,9,2019-07-02,2023-05-31
14,RIGHT,9,2023-06-01,
15,RIGHT,9,2019-07-02,
16,LEFT,9,2023-06-01,
"""
VOTES = """id,timestamp,display_title,reference,description,amendment_subject,amendment_number,is_main,procedure_reference,\
procedure_title,procedure_type,procedure_stage,count_for,count_against,count_abstention,count_did_not_vote,result,\
texts_adopted_reference
1,2023-05-09T12:00:00,Made bridges,B9-0001/2023,Article 1 - Am 1,,1,False,,,,,3,1,0,1,ADOPTED,
2,2023-06-13T12:30:00,Made bridges,B9-0001/2023,"Vote, as a whole",,,True,,,,,3,3,1,0,REJECTED,
3,2023-06-14T09:00:00,,,,,,False,,Made ferries – première,,,1,2,1,2,LAPSED,
""".replace("\\\n", "")
SIGNED = """- vote: ep/b9-0001_2023-2
  field: yes
  stated: 3
  roll: 2
  reason: The number was made so for this test.
  sources: [parliament]
  signed: 2026-11-29
"""
CAST = {1: "FFAFD-", 2: "FFAABA", 3: "FABADD"}
"""By vote a letter a member, in the order of the members; a dash for who had no seat."""
POSITIONS = {"F": "FOR", "A": "AGAINST", "B": "ABSTENTION", "D": "DID_NOT_VOTE"}


def ballots() -> str:
    cells = [
        (vote, member, POSITIONS[letter])
        for vote, letters in CAST.items()
        for member, letter in zip(range(11, 17), letters, strict=True)
        if letter != "-"
    ]
    return "vote_id,member_id,position,country_code,group_code\n" + "".join(f"{v},{m},{p},FRA,\n" for v, m, p in cells)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = bare_site(tmp_path_factory.mktemp("ep") / "site")
    saved = folder.parent
    files = {"members.csv": MEMBERS, "groups.csv": GROUPS, "group_memberships.csv": TIMES}
    for name, text in files.items():
        (saved / name).write_text(text, "utf-8")
    paths = [str(saved / name) for name in files]
    assert run(["import", "howtheyvote", *paths, "--register", "ep", "-C", str(folder), "--day", "2026-11-28"]) == 0
    tables = {"votes.csv": VOTES.encode(), "member_votes.csv": ballots().encode()}
    describe(folder, "parliament", "howtheyvote", "ep", tables, "anchor: EP11")
    (folder / "content" / "discrepancies.yml").write_text(SIGNED, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(site: Path) -> Path:
    return built_from(site)


def page(built: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((built / path).read_text("utf-8"))


def test_the_reader_finds_nothing_wrong(site: Path, built: Path) -> None:
    report = verify_site(built, site, lambda *_: None)
    assert [str(problem) for problem in report.problems] == []


def test_every_row_is_a_ballot_in_a_roll(site: Path) -> None:
    made, counted = read_both(site, "parliament")
    rows = csv.DictReader(io.StringIO(ballots(), newline=""))
    wanted = Counter((row["vote_id"], WORDS[row["position"]]) for row in rows)
    ids = {"1": "ep/b9-0001_2023-1", "2": "ep/b9-0001_2023-2", "3": "ep/ep_vote_3"}
    assert set(made.votes) == set(ids.values()) == set(counted.votes)
    assert wanted == Counter((number, option) for number, id in ids.items() for _, option in made.rolls[id])


def test_a_vote_has_a_half_circle_and_its_groups(built: Path) -> None:
    found = page(built, BRIDGES)
    assert [svg.attributes["data-kind"] for svg in found.css("article svg")] == ["tally", "tally", "hemicycle"]
    assert len(found.css("article svg [data-mark^='seat:']")) == 5
    rows = [" ".join(row.text(separator=" ").split()) for row in found.css(".tl-groups tbody tr")]
    assert rows == ["Group of the Left 2 0 0 0", "Group that ended 1 0 0 0", "Group of the Right 0 1 0 1"]
    later = page(built, WHOLE).css(".tl-groups tbody tr th")
    assert [head.text() for head in later] == ["Group of the Left", "Group of the Right"]


def test_members_of_one_last_name_are_told_apart(built: Path) -> None:
    named = {link.text() for link in page(built, BRIDGES).css(".tl-ballots a")}
    assert named == {"Ada Albe", "Bosk", "Cern 3", "Dahl", "Ede Albe"}


def test_what_lapsed_was_neither_adopted_nor_rejected(built: Path) -> None:
    found = page(built, LAPSED)
    assert "voted on EP vote 3" in found.css_first(".tl-lead").text()
    assert "The source says that the motion lapsed." in found.css_first(".tl-notes").text()


CASES: dict[str, tuple[str, Edit, str]] = {
    "a ballot": (BRIDGES, exchange(">Cern 3</a>", ">Dahl</a>"), "section tl-ballots"),
    "a ballot of a member": (ADA, resub('<td class="tl-yes">Yes', '<td class="tl-no">No'), "div tl-scroll"),
    "a seat": (BRIDGES, resub(r'class="yes"([^>]*data-mark="seat:EP11")', r'class="no"\1'), "EP11"),
    "a number of a group": (
        BRIDGES,
        inside('<table class="tl-groups">.*?</table>', resub(r'value="2"([^>]*)>2<', r'value="1"\1>1<')),
        "left",
    ),
    "a name of a group": (BRIDGES, swap(">Group of the Left<", ">Group of the Right<"), "div tl-scroll"),
    "a stated total": (WHOLE, inside('<div class="tl-notes">.*?</div>', swap(">3<", ">4<")), "tl-notes"),
    "an outcome": (BRIDGES, inside('<p class="tl-lead">.*?</p>', swap("adopted", "did not adopt")), "lead"),
    "a day": (BRIDGES, inside('<p class="tl-lead">.*?</p>', swap(">9 May", ">8 May", 1)), "lead"),
    "a member's code": (BRIDGES, exchange("/EP13/2020s/", "/EP14/2020s/"), "/EP14/2020s/"),
}


@pytest.fixture(scope="module")
def heard(site: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Hear:
    return hearing(built, read_both(site, "parliament")[1], tmp_path_factory.mktemp("spoilt"))


@pytest.mark.parametrize("name", CASES)
def test_sabotage_is_caught(name: str, heard: Hear) -> None:
    path, edit, words = CASES[name]
    problems = heard(path, edit)
    assert any(words in problem for problem in problems), problems
