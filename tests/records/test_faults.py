"""Faults made by rule instead of by hand: every count, every ballot, every member's days, and hostile bytes anywhere."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tellers.model import Content, Option
from tellers.records import read_content

HOSTILE = [
    b"&a [*a, *a]", b"!!python/object/apply:os.system [id]", b"<<: {a: b}", b"? [a]\n: b", b"\t", b"{", b"[", b'"', b"'",
    b"|", b"%YAML 9.9",
    b"---\n", b"...\n", b": ", b"- ", b"#", b"\x00", b"\xff", b"\r", b"\xe2\x80\xae", b"\xed\xa0\x80",
    b"=cmd|' /C calc'!A0", b"<script>",
    b"{{ 7 * 7 }}", b"../../etc/passwd", b"9" * 5000, b"[" * 200, b"a: " * 200, b"\n" * 3, b",", b";", b"null", b"~",
    b"NaN", b"-0",
]  # fmt: skip


def test_a_stated_total_that_is_one_off_is_refused(tiny_files: dict[str, bytes], tiny: Content) -> None:
    tried = 0
    for id in tiny.rolls:
        path = f"content/votes/{id}.yml"
        text = tiny_files[path].decode()
        for option, count in tiny.votes[id].totals.items():
            for wrong in (count - 1, count + 1):
                if wrong < 0 or (id == "assembly/25_3-amendment" and (option is not Option.YES or wrong > count)):
                    continue  # of the amendment only the yes votes are known, and perhaps not all
                changed = re.sub(rf"(?m)^  {option}: {count}$", f"  {option}: {wrong}", text)
                assert changed != text
                assert read_content({**tiny_files, path: changed.encode()}).content is None, f"{id}: {wrong} {option}"
                tried += 1
    assert tried >= 40


def test_two_ballots_exchanged_are_refused_although_the_totals_hold(tiny_files: dict[str, bytes], tiny: Content) -> None:
    tried = 0
    for id, roll in tiny.rolls.items():
        path = f"content/votes/{id}.csv"
        ballots = dict(roll)
        for one, first in ballots.items():
            for other, second in ballots.items():
                if one < other and first != second:
                    lines = {**ballots, one: second, other: first}
                    text = "member,option\n" + "".join(f"{code},{option}\n" for code, option in lines.items())
                    problems = read_content({**tiny_files, path: text.encode()}).problems
                    assert "roll.digest" in [problem.field for problem in problems], f"{id}: {one}, {other}"
                    tried += 1
    assert tried >= 80


def test_a_member_votes_on_its_first_and_last_day_and_not_beside_them(tiny: Content) -> None:
    body = tiny.bodies["assembly"]
    for code, member in tiny.registers["towns"].items():
        first, last = member.names[0].from_, member.names[-1].to
        assert code in tiny.seated(body, first)
        assert code not in tiny.seated(body, first - timedelta(1))
        if last is not None:
            assert code in tiny.seated(body, last)
            assert code not in tiny.seated(body, last + timedelta(1))
    assert all(len(tiny.seated(body, date(2024, 1, 1) + timedelta(n))) == 9 for n in range(731))
    assert all(len(tiny.seated(tiny.bodies["council"], date(2024, 1, 1) + timedelta(n))) == 5 for n in range(731))


def test_a_renamed_member_keeps_its_code(tiny: Content) -> None:
    renamed = tiny.registers["towns"]["OST"]
    shorts = [renamed.nearest(day).short for day in (date(2019, 1, 1), date(2024, 12, 31), date(2025, 1, 1))]
    assert shorts == ["Ostmill", "Ostmill", "Éastmoulin"]
    left = tiny.registers["towns"]["PEL"]
    assert left.on(date(2024, 7, 1)) is None
    assert left.nearest(date(2024, 7, 1)).short == "Pellmouth"


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_no_bytes_anywhere_end_in_a_traceback(tiny_files: dict[str, bytes], data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(tiny_files)))
    raw = tiny_files[path]
    at = data.draw(st.integers(0, len(raw)))
    cut = data.draw(st.integers(0, 40))
    put = data.draw(st.sampled_from(HOSTILE) | st.binary(max_size=20))
    reading = read_content({**tiny_files, path: raw[:at] + put + raw[at + cut :]})
    assert (reading.content is None) == bool(reading.problems)


@pytest.mark.parametrize(
    "path", ["content/site.yml", "content/bodies/council.yml", "content/members/towns.csv", "content/gaps.yml"]
)
@given(raw=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@example(raw=b"[]")
@example(raw=b"{}")
@example(raw=b"null")
@example(raw=b"- - - -")
@settings(max_examples=40, deadline=None)
def test_no_file_ends_in_a_traceback(path: str, raw: bytes, tiny_files: dict[str, bytes]) -> None:
    reading = read_content({**tiny_files, path: raw})
    assert (reading.content is None) == bool(reading.problems)


@pytest.mark.parametrize(
    "folder", ["bodies", "votes/assembly", "speakers", "quotes", "sources", "series", "members", "explainers"]
)
def test_any_file_may_be_missing(folder: str, tiny_files: dict[str, bytes]) -> None:
    """Taking a file away gives problems that name other files, or none, but never a traceback."""
    for path in [path for path in tiny_files if path.startswith(f"content/{folder}/")]:
        reading = read_content({key: raw for key, raw in tiny_files.items() if key != path})
        assert all(problem.place.path != path for problem in reading.problems)
        assert (reading.content is None) == bool(reading.problems)
