"""A dump becomes votes without a file for each; whatever is wrong with it is said like anything else."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import polars
import pytest

from tellers.build.archives import with_archives
from tellers.files.read import read_content_files
from tellers.importers.files import roll_csv
from tellers.model import Archived, Content, Option, Roll
from tellers.records import Reading, read_content
from tellers.verify.archive_reading import read_archives
from tellers.verify.content import read_content as read_records
from tests.archives.sites import CUT, archive_site

ABOUT = "content/archives/unvotes.yml"
CALLS = "content/archives/un_roll_calls.csv"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return read_content_files(archive_site(tmp_path_factory.mktemp("archive") / "site"))


def reading(files: Mapping[str, bytes]) -> Reading:
    return with_archives(read_content(files), files)


@pytest.fixture(scope="module")
def content(files: dict[str, bytes]) -> Content:
    read = reading(files)
    assert read.problems == []
    assert read.content is not None
    return read.content


@pytest.fixture(scope="module")
def archived(content: Content) -> Archived:
    return content.archived["unvotes"]


def said(files: Mapping[str, bytes]) -> list[str]:
    read = reading(files)
    assert read.content is None
    return list(map(str, read.problems))


def rows(name: str) -> list[dict[str, str]]:
    path = CUT / "archives" / name
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_every_ballot_of_the_dump_is_in_a_roll(archived: Archived) -> None:
    wanted = Counter((row["rcid"].removesuffix(".0"), row["vote"]) for row in rows("un_votes.csv.gz"))
    wanted["1110", "no"] -= 1  # Fiji, which was no member yet
    symbols = {
        row["rcid"]: f"un-ga/{row['unres'].lower().removeprefix('r/').replace('/', '_')}"
        for row in rows("un_roll_calls.csv")
    }
    assert set(symbols.values()) == set(archived.votes)
    for number, id in symbols.items():
        for word in ("yes", "no", "abstain"):
            assert archived.rolls[id].count(Option(word)) == wanted[number, word], f"{id} {word}"


def test_sessions_and_topics_are_those_of_the_dump(archived: Archived) -> None:
    assert Counter(archived.sessions.values()) == Counter(
        row["session"].removesuffix(".0") for row in rows("un_roll_calls.csv")
    )
    named = Counter(topic for topics in archived.topics.values() for topic in topics)
    assert named == Counter(row["issue"] for row in rows("un_roll_call_issues.csv"))


def test_votes_of_an_archive_stand_apart_from_those_of_editors(content: Content, archived: Archived) -> None:
    assert content.votes == {}
    alone = content.of_archive("unvotes")
    assert alone.votes.keys() == archived.votes.keys()
    assert content.digests.keys() < alone.digests.keys()


def test_the_digest_of_a_vote_is_of_its_own_facts(files: dict[str, bytes], archived: Archived) -> None:
    changed = with_calls(files, "GENERAL ASSEMBLY ELECTIONS", "ELECTIONS")
    now = reading(changed).content
    assert now is not None
    differing = {key for key, digest in now.archived["unvotes"].digests.items() if digest != archived.digests[key]}
    assert differing == {"votes/un-ga/1_295"}


def with_calls(files: Mapping[str, bytes], was: str, now: str) -> dict[str, bytes]:
    """The files with a change in the table of roll calls, and its new digest pinned."""
    assert was in files[CALLS].decode()
    changed = files[CALLS].replace(was.encode(), now.encode())
    old, new = (hashlib.sha256(data).hexdigest().encode() for data in (files[CALLS], changed))
    return {**files, CALLS: changed, ABOUT: files[ABOUT].replace(old, new)}


def test_a_dump_with_another_digest_is_refused(files: dict[str, bytes]) -> None:
    (problem,) = said({**files, CALLS: files[CALLS].replace(b"ELECTIONS", b"elections")})
    assert problem.startswith(
        f"{ABOUT}:9:13 files.digest: un_roll_calls.csv has another digest; compare the file with its source"
    )


def test_a_dump_that_is_missing_is_looked_for_in_the_folder_of_dumps(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = {path: data for path, data in files.items() if path != CALLS}
    monkeypatch.delenv("TELLERS_ARCHIVES", raising=False)
    (problem,) = said(without)
    assert problem.startswith(f"{ABOUT}:8:11 files.file: no file un_roll_calls.csv; put un_roll_calls.csv beside this file")
    monkeypatch.setenv("TELLERS_ARCHIVES", str(tmp_path))
    (tmp_path / "un_roll_calls.csv").write_bytes(files[CALLS])
    assert reading(without).problems == []
    (tmp_path / "un_roll_calls.csv").write_bytes(files[CALLS] + b"\n")
    assert "has another digest" in said(without)[0]


def test_a_dump_may_be_parquet(files: dict[str, bytes], archived: Archived, tmp_path: Path) -> None:
    out = io.BytesIO()
    polars.read_csv(files[CALLS]).write_parquet(out)
    name, was = CALLS.replace(".csv", ".parquet"), hashlib.sha256(files[CALLS]).hexdigest()
    about = files[ABOUT].replace(was.encode(), hashlib.sha256(out.getvalue()).hexdigest().encode())
    others = {path: data for path, data in files.items() if path != CALLS}
    both = {**others, name: out.getvalue(), ABOUT: about.replace(b"un_roll_calls.csv", b"un_roll_calls.parquet")}
    read = reading(both)
    assert read.problems == []
    assert read.content is not None
    assert read.content.archived["unvotes"].digests == archived.digests
    for path, data in both.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    counted = read_archives(tmp_path, read_records(tmp_path))["unvotes"]
    assert {f"votes/{id}": digest for id, digest in counted.own.items()} == archived.digests
    broken = both[name][:100]
    about = both[ABOUT].replace(hashlib.sha256(both[name]).hexdigest().encode(), hashlib.sha256(broken).hexdigest().encode())
    assert said({**both, name: broken, ABOUT: about}) == [f"{name} file: is no Parquet; save the file again"]


@pytest.mark.parametrize(
    ("format", "wrong"),
    [("voteview", "an archive of voteview cannot be read back"), ("unvote", "no such format")],
)
def test_a_format_that_nothing_reads_back_is_refused(files: dict[str, bytes], format: str, wrong: str) -> None:
    about = files[ABOUT].replace(b"format: unvotes", f"format: {format}".encode())
    do = "use one of howtheyvote, undl, unvotes, or import its votes into files of their own with `tellers import`"
    assert said({**files, ABOUT: about}) == [f"{ABOUT}:4:9 format: {wrong}; {do}"]


def test_a_dump_that_no_archive_names_is_refused(files: dict[str, bytes]) -> None:
    assert said({**files, "content/archives/other.csv": b"rcid\n"}) == [
        "content/archives/other.csv file: no archive names this dump; name it in the `files` of an archive, or remove it"
    ]


def test_what_is_wrong_inside_a_dump_has_its_line(files: dict[str, bytes]) -> None:
    problems = said(with_calls(files, "1946-01-04", "1946-02-30"))
    assert [problem.partition(" ")[0] for problem in problems] == [f"{CALLS}:4", f"{CALLS}:5"]


def test_problems_of_a_dump_come_with_those_of_other_content(files: dict[str, bytes]) -> None:
    wrong = with_calls(files, "1946-01-04", "1946-02-30") | {"content/gaps.yml": b"- about: [votes/un-ga/nothing]\n"}
    assert {problem.split(":")[0] for problem in said(wrong)} >= {"content/archives/un_roll_calls.csv", "content/gaps.yml"}


def test_no_dump_is_blamed_for_a_broken_register(files: dict[str, bytes]) -> None:
    register = files["content/members/un.csv"].replace(b"France", b"France,", 1)
    assert all(problem.startswith("content/members/") for problem in said({**files, "content/members/un.csv": register}))


def test_unknown_body_and_source_are_refused(files: dict[str, bytes]) -> None:
    about = files[ABOUT].replace(b"body: un-ga", b"body: un-gb").replace(b"source: unvotes", b"source: unvote")
    assert [problem.partition(": ")[2].partition(";")[0] for problem in said({**files, ABOUT: about})] == [
        'unknown body "un-gb"', 'unknown source "unvote"',
    ]  # fmt: skip


def test_an_entry_of_the_ledger_about_another_vote_is_refused(files: dict[str, bytes]) -> None:
    entry = "- {vote: un-ga/%s, field: yes, stated: 1, roll: 2, reason: Invented., sources: [unvotes], signed: 2026-11-28}\n"
    ledger = "content/discrepancies.yml"
    do = "write the id as the archive's pages have it, or remove the entry"
    unknown = said({**files, ledger: (entry % "1_296").encode()})
    assert unknown == [f'{ledger}:1:10 0.vote: unknown vote "un-ga/1_296"; {do}']
    assert "signs 1 and 2, but un-ga/1_295 has None stated and" in said({**files, ledger: (entry % "1_295").encode()})[0]


def test_a_vote_with_a_file_of_its_own_says_the_same(files: dict[str, bytes], archived: Archived) -> None:
    id = "un-ga/1_295"
    vote, roll = archived.votes[id], archived.rolls[id]
    own = f"""body: un-ga
symbol: {vote.symbol}
title: {vote.title}
date: {vote.date.isoformat()}
outcome: unknown
why: Nobody knows.
roll: {{file: 1_295.csv, digest: "%s", source: unvotes}}
sources: [unvotes]
published: 2026-11-28
"""
    path = f"content/votes/{id}"
    same = {**files, f"{path}.yml": (own % roll.digest()).encode(), f"{path}.csv": roll_csv(roll)}
    assert reading(same).problems == []
    one = roll.members_of(Option.YES)[0]
    other = Roll.of((code, Option.NO if code == one else option) for code, option in roll)
    (problem,) = said({**same, f"{path}.yml": (own % other.digest()).encode(), f"{path}.csv": roll_csv(other)})
    assert f"un-ga/1_295 is otherwise in content/votes/un-ga/1_295.yml: roll.{one} no → yes" in problem
