"""The real dumps, read whole: tallies equal an independent count, and the archive's known cases come out by name."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tellers.build.kinds import importers
from tellers.importers.asked import Asked
from tellers.importers.changes import changes
from tellers.importers.imported import Imported, imported_from
from tellers.importers.ledger import differences
from tellers.importers.saved import Saved
from tellers.model import Content, Month, Option
from tellers.problems import Problem, Problems

DIFFERENT = {
    "R/21/2200A", "R/21/2200B", "R/22/2271D", "R/22/2288A", "R/22/2289", "R/22/2311A", "R/22/2311B", "R/22/2311C",
    "R/22/2324", "R/22/2325", "R/22/2328B", "R/22/2338A", "R/22/2357B", "R/25/2621",
}  # fmt: skip
NAMELESS = {"un-ga/record-941", "un-ga/record-942", "un-ga/record-965", "un-ga/record-1180"}


def taken(
    form: str, files: Sequence[Path], content: Content, body: str = "un-ga", strays: bool = False
) -> tuple[Imported, list[Problem]]:
    saved = [Saved(path.name, path.read_bytes()) for path in files]
    asked = Asked(content, content.bodies[body], date(2026, 11, 28), leave_out_strays=strays)
    problems = Problems()
    records = imported_from(importers()[form].read(saved, asked, problems), saved, asked, problems)
    return records, problems.in_order()


@pytest.fixture(scope="module")
def package(dumps: Path, flagship: Content) -> tuple[Imported, list[Problem]]:
    names = ("un_votes", "un_roll_calls", "un_roll_call_issues")
    return taken("unvotes", [dumps / "big" / f"unvotes_2021_{name}.csv.gz" for name in names], flagship, strays=True)


@pytest.fixture(scope="module")
def raw(dumps: Path, flagship: Content) -> tuple[Imported, list[Problem]]:
    return taken("unvotes", _raw_files(dumps), flagship)


def _raw_files(dumps: Path) -> list[Path]:
    return [dumps / "big" / "voeten_votes_raw.csv.gz", dumps / "big" / "voeten_descriptions_1-70.csv.gz"]


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path) as file:
        return list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")))


def test_every_ballot_of_the_package_is_counted(package: tuple[Imported, list[Problem]], dumps: Path) -> None:
    records, problems = package
    assert problems == []
    assert len(records.votes) == 6203
    wanted = Counter((row["rcid"].removesuffix(".0"), row["vote"]) for row in _rows(_package(dumps, "un_votes")))
    assert wanted.total() == 870_109
    ids = dict(zip((row["rcid"] for row in _rows(_package(dumps, "un_roll_calls"))), records.places, strict=True))
    left_out = Counter({("1110", "no"): 1, ("1111", "no"): 1})
    for number, id in ids.items():
        for word in ("yes", "no", "abstain"):
            expected = wanted[number, word] - left_out[number, word]
            assert records.rolls[id].count(Option(word)) == expected, f"{id} {word}"


def _package(dumps: Path, name: str) -> Path:
    return dumps / "big" / f"unvotes_2021_{name}.csv.gz"


def test_votes_that_the_site_has_are_the_same_in_the_package(
    package: tuple[Imported, list[Problem]], flagship: Content
) -> None:
    found = changes(package[0], flagship)
    assert set(found.same) >= {"un-ga/68_262", "un-ga/71_205", "un-ga/72_190", "un-ga/73_194", "un-ga/73_263", "un-ga/74_17"}
    assert found.changed == {}


def test_namibia_votes(package: tuple[Imported, list[Problem]]) -> None:
    cast = sum(roll.option_of("NAM") in (Option.YES, Option.NO, Option.ABSTAIN) for roll in package[0].rolls.values())
    assert cast > 1900


def test_states_without_a_code_vote_under_their_name(package: tuple[Imported, list[Problem]]) -> None:
    rolls = package[0].rolls.values()
    cast = {code: sum(roll.option_of(code) in (Option.YES, Option.NO, Option.ABSTAIN) for roll in rolls)
            for code in ("EAZ", "GER", "YEM")}  # fmt: skip
    assert cast["EAZ"] == 2
    assert cast["GER"] > 2000
    assert cast["YEM"] > 3291


def test_days_that_are_none_are_months(package: tuple[Imported, list[Problem]]) -> None:
    votes = package[0].votes
    assert str(votes["un-ga/30_3379"].date) == "1975-11"
    assert str(votes["un-ga/71_205"].date) == "2016-12-19"
    assert not any(isinstance(vote.date, Month) and vote.date.year > 2003 for vote in votes.values())


def test_paragraphs_have_ids_of_their_own(package: tuple[Imported, list[Problem]]) -> None:
    ids = [id for id in package[0].votes if id.startswith("un-ga/72_50-")]
    assert len(ids) == 9


def test_the_known_differences_come_out_by_name(raw: tuple[Imported, list[Problem]], flagship: Content) -> None:
    records, problems = raw
    assert len(records.votes) == 5429
    found = differences(records, flagship)
    named = {records.votes[d.vote].symbol or d.vote for d in found}
    assert named == DIFFERENT | NAMELESS
    assert all(1966 <= records.votes[d.vote].date.year <= 1971 for d in found)
    strays = sorted(problem.wrong for problem in problems)
    assert strays == [
        "950 (FJI) had no seat in un-ga on 1970-09: R/25/2668A",
        "950 (FJI) had no seat in un-ga on 1970-09: R/25/2668B",
    ]
    assert len(named) + len(strays) == 20


def test_every_raw_ballot_is_counted(raw: tuple[Imported, list[Problem]], dumps: Path) -> None:
    records, _ = raw
    words = {"1": Option.YES, "2": Option.ABSTAIN, "3": Option.NO}
    wanted = Counter((row["rcid"], words.get(row["vote"])) for row in _rows(_raw_files(dumps)[0]))
    ids = dict(zip((row["rcid"] for row in _rows(_raw_files(dumps)[1])), records.places, strict=True))
    for number, id in ids.items():
        if id in records.rolls:
            counted = [records.rolls[id].count(option) for option in words.values()]
            assert counted == [wanted[number, option] for option in words.values()], id
    assert sorted(set(ids.values()) - set(records.rolls)) == ["un-ga/25_2668a", "un-ga/25_2668b"]


def test_the_library_has_the_votes_of_the_site_as_they_are(dumps: Path, flagship: Content) -> None:
    records, problems = taken("undl", [dumps / "undl" / "reshaped_2026-02_layout.csv"], flagship)
    assert problems == []
    found = changes(records, flagship)
    assert len(found.same) == 11
    assert (found.new, found.changed) == ((), {})
    council, problems = taken("undl", [dumps / "undl" / "reshaped_sc_2025-07_layout.csv"], flagship, "un-sc")
    assert problems == []
    assert changes(council, flagship).same == ("un-sc/2623", "un-sc/2774")


def test_a_record_of_the_library(dumps: Path, flagship: Content) -> None:
    folder = dumps / "formats" / "undl_marcxml"
    records, problems = taken("undl-marcxml", [folder / "A_RES_78_264_record_4040686.xml"], flagship)
    assert problems == []
    roll = records.rolls["un-ga/78_264"]
    counts = [roll.count(option) for option in (Option.YES, Option.NO, Option.ABSTAIN, Option.NOT_VOTING)]
    assert counts == [115, 0, 44, 34]
    assert differences(records, flagship) == ()
