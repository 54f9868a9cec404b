"""The model describes itself, cannot be changed, and takes no value for another."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from enum import StrEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tellers import model
from tellers.model import ORDER, Content, Member, NamePeriod, Option, Record, Roll
from tellers.model.record import Address, Code, Count, Day, Digest, Flag, Id, Position, Reference, Share, Text, key

RECORDS = sorted(
    (kind for name in model.__all__ if isinstance(kind := getattr(model, name), type) and issubclass(kind, Record)), key=str
)
FILES = [
    model.Body,
    model.Vote,
    model.Speaker,
    model.Quote,
    model.Source,
    model.Series,
    model.Discrepancy,
    model.Correction,
    model.Gap,
    model.Site,
]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_field_is_described(kind: type[Record]) -> None:
    assert kind.__doc__
    for name, field in kind.model_fields.items():
        assert field.description, f"{kind.__name__}.{name}"
        assert field.description[0].isupper()
        assert field.description.endswith(".")


@pytest.mark.parametrize("name", [name for name in model.__all__ if isinstance(getattr(model, name), type)])
def test_every_type_says_what_it_means(name: str) -> None:
    kind = getattr(model, name)
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{name}("), "the docstring that dataclasses write says nothing"


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.__name__)
def test_a_schema_can_be_exported(kind: type[Record]) -> None:
    schema = kind.model_json_schema(by_alias=True)
    json.dumps(schema)
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {key(name) for name in kind.model_fields}
    assert all("_" not in name for name in schema["properties"])


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_records_are_frozen_and_closed(kind: type[Record]) -> None:
    assert kind.model_config["frozen"] is True
    assert kind.model_config["extra"] == "forbid"


def test_lists_of_words_are_closed_and_spelt_as_in_files() -> None:
    for name in model.__all__:
        kind = getattr(model, name)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            assert all(word.value == word.value.lower() and "_" not in word.value for word in kind)
    assert len(set(ORDER)) == len(Option)
    assert ORDER[:3] == (Option.YES, Option.NO, Option.ABSTAIN)


GOOD = {
    Count: [("0", 0), ("0193", 193), (7, 7)],
    Position: [("0", 0), ("1234567", 1234567)],
    Day: [("2024-02-29", date(2024, 2, 29)), ("1945-10-24", date(1945, 10, 24))],
    Flag: [("true", True), ("false", False), (True, True)],
    Share: [("2/3", Fraction(2, 3)), ("1", Fraction(1))],
    Id: [("un-ga/es-11_7", "un-ga/es-11_7")],
    Reference: [("votes/un-ga/es-11_7", "votes/un-ga/es-11_7"), ("members/NO", "members/NO")],
    Code: [("NO", "NO"), ("NA", "NA"), ("NOR", "NOR"), ("ON", "ON"), ("250", "250")],
    Address: [("https://example.org/a?b=c#d", "https://example.org/a?b=c#d")],
    Digest: [("sha256:" + "0f" * 32, "sha256:" + "0f" * 32)],
    Text: [("Haye's “Landing” <b>", "Haye's “Landing” <b>")],
}
BAD = {
    Count: ["1_41", "１４１", "-1", "14.0", "+1", " 1", "1 ", "10000", "", "0x1", "1e1", "٣", "²", None, True, 1.0, "one"],
    Position: ["12345678", "-1", "1.0", "", "１"],
    Day: [
        "2025-02-30", "24.02.2025", "2025-2-4", "20250224", "2025-W09-1", "２０２５-02-24", "2025-02-24T00:00", "1699-12-31",
        "2100-01-01",
        "", " 2025-02-24", "2025-02-24\n", None, 20250224, "0000-00-00", "2023-02-29",
    ],
    Flag: ["yes", "no", "NO", "on", "1", "True", "TRUE", "", None, 1, 0],
    Share: ["66%", "0.5", "2/0", "-1/2", "2/3/4", "", "１/2", None, 0.5],
    Id: ["", "/", "a/", "/a", "a//b", "../a", "a.b", "A", "ä", "a b", "a\n", "un-ga/es-11/7/", "x" * 121, "a\\b", "a%2fb"],
    Reference: ["", "members/", "/a", "NO", "votes/../x", "votes/a b", "https://x", "Votes/a"],
    Code: ["", "no", "N O", "N/O", "É", "NO\n", "X" * 17, "-A", "../A"],
    Address: [
        "http://example.org", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//example.org",
        "https://", "https:// x",
        "https://x\"onload=", "https://x'", "https://x<y", "https://x`", "https://x\\y", " https://x",
        "https://x\nhttps://y", "ftp://x",
    ],
    Digest: ["sha256:" + "0F" * 32, "0f" * 32, "sha256:" + "0f" * 31, "md5:" + "0f" * 16],
    Text: ["", "a\x00", "a\x1b", "\x7f", None, 1, "x" * 4001],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "raw", "value"), [(kind, raw, value) for kind, pairs in GOOD.items() for raw, value in pairs]
)
def test_a_value_is_read(kind: object, raw: object, value: object) -> None:
    found = TypeAdapter(kind).validate_python(raw)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(("kind", "raw"), [(kind, raw) for kind, values in BAD.items() for raw in values])
def test_anything_else_is_refused(kind: object, raw: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(raw)


# Rolls ----------------------------------------------------------------------------------------------------------------

BALLOTS = st.dictionaries(st.from_regex(r"[A-Z]{2,3}", fullmatch=True), st.sampled_from(ORDER))


@given(BALLOTS)
def test_a_roll_gives_back_its_ballots(ballots: dict[str, Option]) -> None:
    roll = Roll.of(ballots.items())
    assert dict(roll) == ballots
    assert list(roll.members) == sorted(ballots)
    assert len(roll.options) == len(roll) == len(ballots)
    assert all(roll.option_of(code) is option for code, option in ballots.items())
    assert sorted(code for option in ORDER for code in roll.members_of(option)) == sorted(ballots)
    assert all(roll.count(option) == len(roll.members_of(option)) for option in ORDER)


@given(BALLOTS, st.from_regex(r"[A-Z]{2,4}", fullmatch=True))
def test_who_is_not_in_a_roll_has_no_option(ballots: dict[str, Option], code: str) -> None:
    assert Roll.of(ballots.items()).option_of(code) == ballots.get(code)


@given(BALLOTS.filter(bool), st.data())
def test_any_change_of_a_ballot_changes_the_digest(ballots: dict[str, Option], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(sorted(ballots)))
    other = data.draw(st.sampled_from([option for option in ORDER if option is not ballots[code]]))
    assert Roll.of({**ballots, code: other}.items()).digest() != Roll.of(ballots.items()).digest()


def test_a_reason_is_part_of_the_roll() -> None:
    ballots = [("NO", Option.ABSENT), ("NA", Option.YES)]
    assert Roll.of(ballots, {"NO": "ill"}).lines() == ["NA,yes", "NO,absent,ill"]
    assert Roll.of(ballots, {"NO": "ill"}).digest() != Roll.of(ballots).digest()


def test_norway_votes(tiny: Content) -> None:
    """The codes NO, NA and ON are members like any other, and `no` is a ballot."""
    roll = tiny.rolls["assembly/24_1"]
    assert [roll.option_of(code) for code in ("NO", "NA", "ON")] == [Option.NO, Option.NO, Option.YES]
    assert tiny.votes["council/24_1"].vetoed_by == ("NO",)
    assert Roll.of([("NOR", Option.NO)]).lines() == ["NOR,no"]


# Members --------------------------------------------------------------------------------------------------------------


def test_a_name_is_that_of_the_day_or_the_nearest_before() -> None:
    periods = [("Old", date(1990, 1, 1), date(1999, 12, 31)), ("New", date(2001, 1, 1), None)]
    names = tuple(NamePeriod(member="X", name=name, short=name, from_=start, to=end) for name, start, end in periods)
    member = Member("X", names)
    asked = {date(1989, 12, 31): "Old", date(1999, 12, 31): "Old", date(2000, 6, 1): "Old", date(2001, 1, 1): "New"}
    assert {day: member.nearest(day).name for day in asked} == asked
    assert [member.on(day) is None for day in asked] == [True, False, True, False]
    assert member.latest.name == "New"


def test_dataclasses_are_frozen(tiny: Content) -> None:
    for value in (
        tiny,
        tiny.rolls["assembly/24_1"],
        tiny.registers["towns"]["NO"],
        tiny.explainers["how-to-read-this-site"],
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, dataclasses.fields(value)[0].name, None)
