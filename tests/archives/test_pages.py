"""The pages of an archive: each vote, session, topic, member and decade has its own, small, and true."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tellers.build import generate
from tellers.verify import Report, verify_site
from tests.archives.sites import archive_site

CHINA = "votes/un-ga/26_2758a/index.html"
FRANCE = "archives/unvotes/members/FRA/1970s/index.html"


def quiet(step: str, done: int, of: int) -> None:
    """Progress that nobody looks at."""


def page(built: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((built / path).read_text("utf-8"))


def said(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


@pytest.fixture(scope="module")
def report(built: tuple[Path, Path]) -> Report:
    site, out = built
    return verify_site(out, site, quiet)


def test_the_reader_finds_nothing_wrong(report: Report) -> None:
    assert [str(problem) for problem in report.problems] == []
    assert report.counts["words of archives"] > 3000


def test_a_vote_has_its_result_and_two_figures(built: tuple[Path, Path]) -> None:
    found = page(built[1], CHINA)
    assert said(found, "h1") == "R/26/2758A: Voted 53–56, with 19 abstentions"
    start = "In October 1971 the General Assembly voted on R/26/2758A: 53 votes in favour, 56 against"
    assert said(found, ".tl-lead").startswith(start)
    assert [(svg.attributes["data-kind"], svg.attributes["data-width"]) for svg in found.css("article svg")] == [
        ("tally", "700"), ("tally", "360"), ("blocks", "360"),
    ]  # fmt: skip


def test_every_ballot_stands_on_the_page_of_its_vote(built: tuple[Path, Path]) -> None:
    found = page(built[1], CHINA)
    sections = {section.attributes["data-option"]: section.css("a") for section in found.css(".tl-ballots")}
    assert {option: len(links) for option, links in sections.items()} == {"yes": 53, "no": 56, "abstain": 19, "no-record": 0}
    assert "../../../archives/unvotes/members/ALB/1970s/" in [link.attributes["href"] for link in sections["no"]]


def test_a_member_has_a_page_for_each_decade(built: tuple[Path, Path]) -> None:
    found = page(built[1], FRANCE)
    assert said(found, "h1") == "France, 1970s"
    rows = [" ".join(row.text(separator=" ").split()) for row in found.css(".tl-record tbody tr")]
    assert len(rows) == 16
    assert said(found, ".tl-lead").startswith("France (FRA), ballots of the 1970s in this archive: ")
    assert [link.attributes["href"] for link in found.css(".tl-topics a")] == [
        f"../../../../../archives/unvotes/members/FRA/{decade}s/" for decade in (1940, 1990, 2010)
    ]


def test_a_member_stood_somewhere_in_each_vote_of_a_decade(built: tuple[Path, Path]) -> None:
    found = page(built[1], FRANCE)
    rows = [" ".join(row.text(separator=" ").split()) for row in found.css(".tl-standing tbody tr")]
    assert rows == [
        "With the majority 10", "With the minority 1", "Abstained 5", "Cast no ballot 0", "Alone with that ballot 0",
    ]  # fmt: skip
    most, least = ([row.text(separator=" ") for row in table.css("tbody tr")] for table in found.css(".tl-agreement"))
    assert most[0].split() == ["United", "Kingdom", "16", "of", "16", "100", "%"]
    assert least[0].split() == ["Saudi", "Arabia", "1", "of", "15", "7", "%"]


def test_a_decade_has_all_its_members_and_files(built: tuple[Path, Path]) -> None:
    found = page(built[1], "archives/unvotes/decades/1970s/index.html")
    assert said(found, ".tl-lead") == "In the 16 votes of the 1970s of which every ballot is known."
    assert len(found.css(".tl-counts tbody tr")) == 152
    with (built[1] / "archives/unvotes/decades/1970s/members.csv").open(newline="") as file:
        france = next(row for row in csv.DictReader(file) if row["member"] == "FRA")
    assert (france["majority"], france["minority"], france["seatless"]) == ("10", "1", "0")


def test_pages_stay_out_of_the_navigation_and_in_the_map(built: tuple[Path, Path]) -> None:
    text = (built[1] / "sitemap.xml").read_text("utf-8")
    assert "https://tellers.example/votes/un-ga/26_2758a/" in text
    assert "tellers-frame" not in text
    menu = page(built[1], CHINA).css(".md-sidebar--primary a")
    assert not any("un-ga" in (link.attributes["href"] or "") for link in menu)


def test_only_figures_of_editors_have_files(built: tuple[Path, Path]) -> None:
    assert not (built[1] / "figures").exists()
    assert not list(built[1].glob("use/un-ga/*"))


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    site = archive_site(tmp_path / "site")
    first = {path: path.stat().st_mtime_ns for path in generate(site, workers=2).docs.rglob("*.md")}
    again = generate(site, workers=1)
    assert again.changed == ()
    assert {path: path.stat().st_mtime_ns for path in again.docs.rglob("*.md")} == first
