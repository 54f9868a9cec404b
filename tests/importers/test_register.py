"""The register of the United Nations: every member on the days before, at and after each of its dates."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from tellers.model import Content

DAY = timedelta(days=1)
FOLLOWED = [
    ("SUN", "RUS", "1991-12-24"), ("YUG", "SCG", "2003-02-04"), ("SCG", "SRB", "2006-06-03"), ("CSK", "CZE", "1993-01-01"),
    ("GER", "DEU", "1990-10-03"), ("DDR", "DEU", "1990-10-03"), ("YMD", "YEM", "1990-05-22"), ("EAZ", "TZA", "1964-04-27"),
]  # fmt: skip
"""Members that ended, the member that was there from that day, and the day."""
NAMES = [
    ("BFA", "1984-08-03", "Upper Volta", "Burkina Faso"), ("COD", "1971-10-26", "Democratic Republic of the Congo", "Zaïre"),
    ("COD", "1997-05-16", "Zaïre", "Democratic Republic of the Congo"),
    ("EGY", "1958-02-21", "Egypt", "United Arab Republic"),
    ("EGY", "1971-09-01", "United Arab Republic", "Egypt"),
    ("TZA", "1964-04-26", "Tanganyika", "United Republic of Tanganyika and Zanzibar"),
    ("TZA", "1964-11-01", "United Republic of Tanganyika and Zanzibar", "United Republic of Tanzania"),
    ("YEM", "1990-05-21", "Yemen Arab Republic", "Yemen"), ("YMD", "1970-11-29", "Southern Yemen", "Democratic Yemen"),
]  # fmt: skip
EXCHANGED = {
    "BRB": "1966-12-09", "COM": "1975-11-12", "DZA": "1962-10-08", "GNQ": "1968-11-12", "MAR": "1956-11-12",
    "MDA": "1992-03-02", "TUN": "1956-11-12",
}  # fmt: skip
"""First days of members whose day and month are exchanged in the Library's list."""

OTHERWISE = {
    "Afghanistan", "Algeria", "Barbados", "Cambodia", "Comoros", "Equatorial Guinea", "Germany, Federal Republic of",
    "Israel", "Malta", "Morocco", "Republic of Moldova", "Sweden", "Tunisia", "Tuvalu", "United Republic of Cameroon",
    "United Republic of Tanzania",
}  # fmt: skip
"""Periods of that list whose dates the register has otherwise; its source says why."""


def seated(content: Content, day: str | date) -> set[str]:
    return set(content.seated(content.bodies["un-ga"], date.fromisoformat(str(day))))


@pytest.mark.parametrize(("ended", "then", "day"), FOLLOWED)
def test_a_state_ends_the_day_before_the_next_begins(ended: str, then: str, day: str, flagship: Content) -> None:
    before, after = seated(flagship, date.fromisoformat(day) - DAY), seated(flagship, day)
    assert ended in before
    assert ended not in after
    assert then in after


@pytest.mark.parametrize(("code", "last", "was", "then"), NAMES)
def test_a_name_changes_on_its_day(code: str, last: str, was: str, then: str, flagship: Content) -> None:
    member, day = flagship.registers["un"][code], date.fromisoformat(last)
    before, after = member.on(day), member.on(day + DAY)
    assert before is not None and after is not None
    assert (before.name, after.name) == (was, then)


def test_syria_had_no_seat_of_its_own_in_the_united_arab_republic(flagship: Content) -> None:
    assert "SYR" in seated(flagship, "1958-02-21")
    assert "SYR" not in seated(flagship, "1958-02-22")
    assert "SYR" not in seated(flagship, "1961-09-27")
    assert "SYR" in seated(flagship, "1961-09-28")


@pytest.mark.parametrize(("code", "day"), EXCHANGED.items())
def test_admission_is_where_the_assembly_has_their_first_votes(code: str, day: str, flagship: Content) -> None:
    assert code in seated(flagship, day)
    assert code not in seated(flagship, date.fromisoformat(day) - DAY)


@pytest.mark.parametrize(("day", "members"), [
    ("1945-10-24", 51), ("1950-12-31", 60), ("1955-12-31", 76), ("1960-12-31", 99), ("1973-12-31", 135), ("1984-12-31", 159),
    ("1993-12-31", 184), ("2002-12-31", 191), ("2006-12-31", 192), ("2011-12-31", 193), ("2026-01-01", 193),
])  # fmt: skip
def test_there_were_as_many_as_the_united_nations_say(day: str, members: int, flagship: Content) -> None:
    assert len(seated(flagship, day)) == members


def test_every_period_of_the_librarys_list_is_in_the_register(dumps: Path, flagship: Content) -> None:
    register = flagship.registers["un"]
    names = {
        (period.name, str(period.from_), str(period.to or "")) for member in register.values() for period in member.names
    }
    with (dumps / "member_names_by_date.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    missing = {row["undl_name"] for row in rows if (row["undl_name"], row["start_date"], row["end_date"]) not in names}
    assert missing == OTHERWISE


def test_every_member_is_there_from_its_first_day_to_its_last(flagship: Content) -> None:
    for code, member in flagship.registers["un"].items():
        for period in member.names:
            assert code in seated(flagship, period.from_)
            if period.to is not None:
                assert code in seated(flagship, period.to)
        first = member.names[0].from_
        assert code not in seated(flagship, first - DAY)
