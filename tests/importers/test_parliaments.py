"""Parliaments in full size: registers, parties and divisions from files, and half circles of hundreds of seats."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from tellers.build.generate import read
from tellers.claims.words import Words
from tellers.cli import run
from tellers.figures import hemicycle
from tellers.files.start import new_site
from tellers.model import Content, Option
from tellers.stats import result_of
from tests.importers import made
from tests.importers.importing import HERE


def empty_site(folder: Path) -> Path:
    """A site that has no body yet."""
    new_site(folder)
    shutil.rmtree(folder / "content")
    (folder / "content").mkdir()
    shutil.copy(HERE / "site" / "content" / "site.yml", folder / "content")
    return folder


def imported(folder: Path, form: str, files: Mapping[str, bytes], *options: str) -> None:
    saved = folder.parent / "saved"
    saved.mkdir(exist_ok=True)
    for name, raw in files.items():
        (saved / name).write_bytes(raw)
    paths = [str(saved / name) for name in files]
    assert run(["import", form, *paths, "-C", str(folder), "--day", "2026-11-28", *options]) == 0


# The European Parliament: the tables' columns are real, their rows made -----------------------------------------------


@pytest.fixture(scope="module")
def ep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = empty_site(tmp_path_factory.mktemp("ep") / "site")
    tables = made.tables()
    register = {name: tables[name] for name in ("members.csv", "groups.csv", "group_memberships.csv")}
    imported(folder, "howtheyvote", register, "--register", "ep")
    imported(folder, "howtheyvote", {name: tables[name] for name in ("votes.csv", "member_votes.csv")})
    return folder


def test_every_ballot_of_the_made_parliament_arrives(ep: Path) -> None:
    content = read(ep)
    assert len(content.registers["ep"]) == 705
    for vote in made.VOTES:
        cast = Counter(made.position(number, group, vote) for number, (_, group, _) in enumerate(made.members()))
        roll = content.rolls[f"ep/ep_vote_{vote}"]
        counted = [roll.count(option) for option in (Option.YES, Option.NO, Option.ABSTAIN, Option.NOT_VOTING)]
        assert counted == [cast[word] for word in made.POSITIONS]


def test_groups_are_counted(ep: Path) -> None:
    result = result_of(read(ep), "ep/ep_vote_9001")
    sizes = {group.id: len(members) for group, members in result.groups.items()}
    assert sizes == {code.lower(): size for code, size in made.GROUPS.items()}
    greens = next(group for group in result.groups if group.id == "green_efa")
    wanted = sum(made.position(n, group, "9001") == "FOR" for n, (_, group, _) in enumerate(made.members())
                 if group == "GREEN_EFA")  # fmt: skip
    assert result.tally_in(greens)[Option.YES] == wanted


@pytest.mark.parametrize("width", hemicycle.WIDTHS)
def test_a_seat_for_each_of_705_members(width: int, ep: Path) -> None:
    content = read(ep)
    chart = hemicycle.marks("ep/ep_vote_9001", content, Words())
    seats = chart.with_role("seat")
    assert len(seats) == len({mark.member for mark in seats}) == 705
    assert hemicycle.draw(chart, width).width == width


# The House of Commons: two real divisions of 28 October 2009 ----------------------------------------------------------


@pytest.fixture(scope="module")
def commons(tmp_path_factory: pytest.TempPathFactory, dumps: Path) -> Content:
    folder = empty_site(tmp_path_factory.mktemp("commons") / "site")
    file = dumps / "formats" / "publicwhip" / "parlparse_divisions2009-10-28c.xml"
    imported(folder, "publicwhip", {file.name: file.read_bytes()}, "--register", "commons")
    imported(folder, "publicwhip", {file.name: file.read_bytes()})
    return read(folder)


def test_tellers_vote_and_are_not_counted(commons: Content) -> None:
    first, second = commons.rolls["commons/2009-10-28-232"], commons.rolls["commons/2009-10-28-233"]
    assert [first.count(option) for option in (Option.YES, Option.NO, Option.TELLER)] == [234, 289, 4]
    assert [second.count(option) for option in (Option.YES, Option.NO, Option.TELLER)] == [214, 292, 4]
    ayes = [reason for roll in (first, second) for reason in roll.reasons.values() if reason == "for the ayes"]
    assert 234 + 214 + len(ayes) == 452


def test_who_is_in_no_list_has_no_record(commons: Content) -> None:
    seated = len(commons.registers["commons"])
    for roll in commons.rolls.values():
        assert len(roll) == seated
        assert roll.count(Option.NO_RECORD) == seated - sum(roll.count(o) for o in (Option.YES, Option.NO, Option.TELLER))


# The House of Representatives: a real roll call of 12 April 1989, put into the columns of Voteview's files -------------


def test_a_real_roll_call_of_the_house(tmp_path: Path, dumps: Path) -> None:
    call = _call(json.loads((dumps / "formats" / "voteview" / "webvoteview_vote101_1989.json").read_text()))
    assert call is not None
    casts = {str(int(key[1:8])): str(code) for key, code in call["votes"].items()}
    files = {
        "HSall_members.csv": _csv("congress,chamber,icpsr,party_code,bioname",
                                  (f"101,House,{code},100,Member {code}" for code in casts)),
        "H101_votes.csv": _csv("congress,chamber,rollnumber,icpsr,cast_code,prob",
                               (f"101,House,{call['rollnumber']},{code},{cast}," for code, cast in casts.items())),
        "H101_rollcalls.csv": _csv("congress,chamber,rollnumber,date,yea_count,nay_count,vote_result",
                                   [f"101,House,{call['rollnumber']},{call['date']},372,56,"]),
    }  # fmt: skip
    folder = empty_site(tmp_path / "site")
    imported(folder, "voteview", {"HSall_members.csv": files.pop("HSall_members.csv")}, "--register", "us-house")
    imported(folder, "voteview", files)
    roll = read(folder).rolls["us-house/rh1010020"]
    counted = {code: roll.count(option) for code, option in
               (("1", Option.YES), ("6", Option.NO), ("9", Option.NOT_VOTING))}  # fmt: skip
    assert counted == {code: call["result"][code] for code in counted}


def _call(document: object) -> dict | None:  # type: ignore[type-arg]
    """The part of the document that has the votes."""
    if isinstance(document, dict):
        if "votes" in document and "rollnumber" in document:
            return document
        found = (_call(part) for part in document.values())
        return next((part for part in found if part is not None), None)
    return None


def _csv(header: str, lines: object) -> bytes:
    return "".join(line + "\n" for line in [header, *lines]).encode()  # type: ignore[misc]
