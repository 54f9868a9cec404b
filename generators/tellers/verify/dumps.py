"""A dump of the General Assembly read row by row with the standard library: what each roll call is, and who chose what.

The table of country codes is data of the project, as registers are; how a row becomes a ballot is worked out here anew.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]
_COUNTRIES = Path(__file__).resolve().parents[1] / "importers" / "cow.csv"
_TOPICS = {"me": "Palestinian conflict", "nu": "Nuclear weapons and nuclear material", "di": "Arms control and disarmament",
           "hr": "Human rights", "co": "Colonialism", "ec": "Economic development"}  # fmt: skip
_LAST_OF_MONTHS = 57
"""The last session of which a day from 1 to 7 is known to be any day of its month."""


@dataclass(slots=True)
class Call:
    """One roll call as the dump describes it, with its ballots by voter: a country's code or number, else its name."""

    number: str
    symbol: str
    title: str
    date: str
    kind: str
    session: str
    topics: list[str]
    stated: dict[str, str]
    ballots: list[tuple[str, str]] = field(default_factory=list)


def read_calls(files: list[bytes]) -> list[Call]:
    """Every roll call in the order of its file."""
    tables = [_table(data) for data in files]
    calls, votes = _with(tables, "unres", "short"), _with(tables, "vote")
    issues = _with(tables, "issue", needed=False)
    named: dict[str, list[str]] = {}
    for row in issues.rows:
        named.setdefault(_plain(row["rcid"]), []).append(row["issue"])
    found = {_plain(row["rcid"]): _call(row, named) for row in calls.rows}
    numbers = votes.column("rcid")
    ballots = {written: found[_plain(written)].ballots for written in dict.fromkeys(numbers)}
    for written, voter, option in zip(numbers, _voters(votes), votes.column("vote"), strict=True):
        ballots[written].append((voter, option))
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Table:
    """The names of the columns, and the cells line by line."""

    head: list[str]
    lines: list[list[str]]

    @property
    def rows(self) -> Iterator[Row]:
        return (dict(zip(self.head, line, strict=False)) for line in self.lines)

    def column(self, name: str) -> list[str]:
        at = self.head.index(name)
        return [line[at] for line in self.lines]


def _table(data: bytes) -> _Table:
    if data.startswith(b"PAR1"):
        return _columns(data)
    raw = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    lines = [line for line in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")) if line]
    return _Table(lines[0] if lines else [], lines[1:])


def _columns(data: bytes) -> _Table:
    """The rows of a Parquet, every cell as text."""
    import polars

    table = polars.read_parquet(io.BytesIO(data))
    return _Table(table.columns, [["" if cell is None else str(cell) for cell in row] for row in table.iter_rows()])


def _with(tables: list[_Table], *columns: str, needed: bool = True) -> _Table:
    """The table that has these columns."""
    found = [table for table in tables if all(column in table.head for column in columns)]
    if needed and len(found) != 1:
        raise ValueError(f"{len(found)} tables with {', '.join(columns)}")
    return found[0] if found else _Table([], [])


def _plain(number: str) -> str:
    return number.partition(".")[0]


def _voters(votes: _Table) -> list[str]:
    """A country's number, else its code, else its name."""
    if "ccode" in votes.head:
        return votes.column("ccode")
    return [code or name for code, name in zip(votes.column("country_code"), votes.column("country"), strict=True)]


def _call(row: Row, named: dict[str, list[str]]) -> Call:
    number, session = _plain(row["rcid"]), _session(row.get("session", ""))
    symbol = re.sub(r"^R/(3[1-9]|[4-9]\d|\d{3})/(\d+[A-Z]*)$", r"A/RES/\1/\2", row["unres"].strip())
    flags = [name for flag, name in _TOPICS.items() if row.get(flag) == "1"]
    topics = sorted({*flags, *named.get(number, [])})
    stated = {option: str(int(float(row[option]))) for option in ("yes", "no", "abstain") if row.get(option, "").strip()}
    return Call(
        number, symbol, _title(row) or symbol or f"Roll call {number}", _date(row["date"].strip(), session),
        _kind(row, symbol), session, topics, stated,
    )  # fmt: skip


def _session(text: str) -> str:
    found = re.fullmatch(r"(ES-?)?(\d\d?)(emsp|sp)?(?:\.0)?", text.strip(), re.IGNORECASE)
    if found is None:
        return text.strip()
    return f"ES-{int(found[2])}" if found[1] or found[3] else str(int(found[2]))


def _date(text: str, session: str) -> str:
    """The day, or the month alone where the dump only looks as if it knew the day."""
    if "/" in text:
        month, day, year = (int(part) for part in text.split("/"))
        text = f"{year}-{month:02}-{day:02}"
    vague = session.isdigit() and int(session) <= _LAST_OF_MONTHS and int(text[8:10]) < 8
    return text[:7] if vague else text[:10]


def _kind(row: Row, symbol: str) -> str:
    if row.get("amend") == "1":
        return "amendment"
    if row.get("para") == "1":
        return "paragraph"
    return "resolution" if symbol else "motion"


def _title(row: Row) -> str:
    text = row.get("short", "").split("\t")[0].strip() or row.get("descr", "").strip()
    text = re.sub(r'\\+"*', '"', text).strip(' "') if "\\" in text else text
    line = re.sub(r"[\x00-\x1f\x7f]+|\s+", " ", text).strip()
    return line if len(line) <= 500 else line[:499].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Country:
    """A member that a code of the dump can stand for, from and to a day."""

    member: str
    first: str
    last: str


def countries() -> dict[str, list[Country]]:
    """The members behind each number, code, or name without a code."""
    found: dict[str, list[Country]] = {}
    with _COUNTRIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for key in {row["number"], row["code"], row["name"]} - {""}:
                found.setdefault(key, []).append(Country(row["member"], row["from"], row["to"] or "9999"))
    return found


def sitting(known: dict[str, list[Country]], voter: str, date: str, seated: Callable[[str], bool]) -> Iterator[str]:
    """Codes of the members with a seat that the voter can be on the date; of a month, from its first day."""
    day = date if len(date) == len("1971-10-25") else f"{date}-01"
    for country in known.get(voter, []):
        if country.first <= day <= country.last and seated(country.member):
            yield country.member
