"""Erik Voeten's data: the tables of the R package unvotes, or his raw rolls beside descriptions."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tellers.verify.dumps.call import Call, People, Period, Voter
from tellers.verify.dumps.cells import iso_day, numbers, session_of
from tellers.verify.dumps.table import Table, table_with, tables_of

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "yes": ("yes",), "no": ("no",), "abstain": ("abstain",), "1": ("yes",), "2": ("abstain",), "3": ("no",),
    "8": ("absent", "not-voting"), "9": (),
}  # fmt: skip
SILENT = True
_COUNTRIES = Path(__file__).resolve().parents[2] / "importers" / "cow.csv"
_TOPICS = {"me": "Palestinian conflict", "nu": "Nuclear weapons and nuclear material", "di": "Arms control and disarmament",
           "hr": "Human rights", "co": "Colonialism", "ec": "Economic development"}  # fmt: skip
_FACTS = ("rcid", "session", "date", "unres", "short", "descr", "amend", "para", "yes", "no", "abstain", *_TOPICS)
_LAST_OF_MONTHS = 57
"""The last session of which a day from 1 to 7 is known to be any day of its month."""


def read_calls(files: list[bytes]) -> list[Call]:
    """Every roll call in the order of its file."""
    tables = tables_of(files)
    calls, votes = table_with(tables, "unres", "short"), table_with(tables, "vote")
    named: dict[str, list[str]] = {}
    for issues in (table for table in tables if "issue" in table.head):
        for number, issue in issues.rows("rcid", "issue"):
            named.setdefault(_plain(number), []).append(issue)
    rows = [dict(zip(_FACTS, cells, strict=True)) for cells in calls.rows(*_FACTS)]
    found = {_plain(row["rcid"]): _call(row, named) for row in rows}
    ballots: dict[str, list[tuple[str, str]]] = {}
    for number, voter, word in _ballots(votes):
        if number not in ballots:
            ballots[number] = found[_plain(number)].ballots
        ballots[number].append((voter, word))
    return list(found.values())


def _ballots(votes: Table) -> Iterator[tuple[str, str, str]]:
    """Roll call, voter, word; the voter is a country's number, else its code, else its name. Equal cells are one text."""
    same: dict[str, str] = {}
    for number, ccode, code, name, word in votes.rows("rcid", "ccode", "country_code", "country", "vote"):
        voter = ccode or code or name
        yield number, same.setdefault(voter, voter), same.setdefault(word, word)


def _plain(number: str) -> str:
    return number.partition(".")[0]


def _call(row: dict[str, str], named: dict[str, list[str]]) -> Call:
    number, session = _plain(row["rcid"]), session_of(row["session"])
    symbol = re.sub(r"^R/(3[1-9]|[4-9]\d|\d{3})/(\d+[A-Z]*)$", r"A/RES/\1/\2", row["unres"].strip())
    flags = [name for flag, name in _TOPICS.items() if row[flag] == "1"]
    return Call(
        number, symbol, _title(row) or symbol or f"Roll call {number}", _date(row["date"], session), _kind(row, symbol),
        session, sorted({*flags, *named.get(number, [])}),
        numbers({option: row[option] for option in ("yes", "no", "abstain")}),
    )  # fmt: skip


def _date(text: str, session: str) -> str:
    """The day, or the month alone where the dump only looks as if it knew the day."""
    day = iso_day(text)
    vague = session.isdigit() and int(session) <= _LAST_OF_MONTHS and int(day[8:]) < 8
    return day[:7] if vague else day


def _kind(row: dict[str, str], symbol: str) -> str:
    if row["amend"] == "1":
        return "amendment"
    if row["para"] == "1":
        return "paragraph"
    return "resolution" if symbol else "motion"


def _title(row: dict[str, str]) -> str:
    text = row["short"].split("\t")[0].strip() or row["descr"].strip()
    return re.sub(r'\\+"*', '"', text).strip(' "') if "\\" in text else text


def voter(written: str, people: People) -> Voter:
    """The country of a number, code, or name without a code."""
    return Voter(written, tuple(period for period in _countries().get(written, ()) if period.member in people))


@cache
def _countries() -> dict[str, list[Period]]:
    """The members behind each number, code, or name without a code."""
    found: dict[str, list[Period]] = {}
    with _COUNTRIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for key in {row["number"], row["code"], row["name"]} - {""}:
                found.setdefault(key, []).append(Period(row["member"], row["from"], row["to"] or "9999"))
    return found
