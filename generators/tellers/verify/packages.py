"""Data packages: the files they name with bytes and digest, and every cell of every table in every format."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tellers.verify.columns import DAYS, NUMBERS, Cell, Rows, Tables, all_tables, tables_of
from tellers.verify.content import Content
from tellers.verify.feed_entries import day_of
from tellers.verify.report import Findings
from tellers.verify.terms import check_line, sources_behind, wanted


@dataclass(frozen=True, slots=True)
class Wanted:
    """A package that has to be there: its folder, title, the records it rests on, its tables and all its files."""

    folder: str
    title: str
    keys: tuple[str, ...]
    tables: Tables
    files: tuple[str, ...]


def check_packages(built: Path, content: Content, findings: Findings) -> None:
    """The package of every vote, series and body, and that of everything."""
    for package in _wanted(content):
        path = f"{package.folder}/datapackage.json"
        try:
            said = json.loads((built / path).read_text("utf-8"))
            _check_descriptor(said, package, path, built, content, findings)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            findings.differs(path, "file", f"{type(error).__name__}: {error}", f"the data package of {package.title}")
        for name in package.files:
            _check_file(built / package.folder / name, f"{package.folder}/{name}", package.tables, findings)


def _wanted(content: Content) -> Iterator[Wanted]:
    three = ("votes.csv", "totals.csv", "ballots.csv", "data.json")
    for id in content.votes:
        has = ("roll.csv", "vote.json") if id in content.rolls else ("vote.json",)
        yield Wanted(f"votes/{id}", content.name_of(content.votes[id]), (f"votes/{id}",), _roll(content, id), has)
    for id, series in content.series.items():
        key = f"series/{id}"
        yield Wanted(key, series["title"], (key,), tables_of(content, series["votes"]), three)
    for id, body in content.bodies.items():
        votes = sorted(vote for vote, record in content.votes.items() if record["body"] == id)
        yield Wanted(f"bodies/{id}", body["name"], (f"bodies/{id}",), tables_of(content, votes), three)
    tables = all_tables(content)
    keys = (*(f"bodies/{id}" for id in content.bodies), *(f"quotes/{id}" for id in content.quotes))
    files = (*(f"{name}.csv" for name in tables), *(f"{name}.parquet" for name in tables), "data.json")
    yield Wanted("data", content.site["name"], keys, tables, files)


def _roll(content: Content, vote: str) -> Tables:
    if vote not in content.rolls:
        return {}
    _, rows = tables_of(content, [vote])["ballots"]
    return {"roll": (("member", "name", "option"), [row[1:] for row in rows])}


def _check_descriptor(
    said: dict[str, Any], package: Wanted, path: str, built: Path, content: Content, findings: Findings
) -> None:
    site = str(content.site["address"]).rstrip("/")
    about: dict[str, Any] = {
        "name": package.folder.replace("/", "."),
        "title": package.title,
        "homepage": f"{site}/{package.folder}/",
        "version": max(day_of(content, key)[0] for key in package.keys),
        "noncommercial": wanted(content, package.keys)[1],
    }
    about |= {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json"}
    about |= {"contributors": [{"title": content.site["publisher"], "roles": ["publisher"]}]}
    behind = [content.sources[id] for id in sources_behind(content, package.keys)]
    cited = sorted(str(source["address"]) for source in behind)
    findings.compare("packages", path, "sources", sorted(row.get("path", "unknown") for row in said["sources"]), cited)
    for field, expected in about.items():
        findings.compare("packages", path, field, said[field], expected)
    check_line(said["licenceLine"], package.keys, path, "licence line", content, findings)
    credits = {credit.rpartition(" (")[2].removesuffix(")") for credit in wanted(content, package.keys)[0]}
    findings.compare("packages", path, "licenses", sorted(row["name"] for row in said["licenses"]), sorted(credits))
    findings.compare("packages", path, "resources", sorted(r["path"] for r in said["resources"]), sorted(package.files))
    for resource in said["resources"]:
        name = resource["path"]
        file = built / package.folder / name
        raw = file.read_bytes() if name in package.files and file.is_file() else b""
        findings.compare("packages", path, f"bytes of {name}", resource["bytes"], len(raw))
        findings.compare("packages", path, f"hash of {name}", resource["hash"], f"sha256:{hashlib.sha256(raw).hexdigest()}")
        table = package.tables.get(name.rpartition(".")[0])
        if table is not None and "schema" in resource:
            fields = resource["schema"]["fields"]
            findings.compare("packages", path, f"columns of {name}", [f["name"] for f in fields], list(table[0]))
            types = ["integer" if n in NUMBERS else "date" if n in DAYS else "string" for n in table[0]]
            findings.compare("packages", path, f"types of {name}", [f["type"] for f in fields], types)


def _check_file(file: Path, path: str, tables: Tables, findings: Findings) -> None:
    """Every cell of a file that holds tables; `vote.json` has a reader of its own."""
    stem, _, ending = file.name.rpartition(".")
    if not file.is_file():
        findings.differs(path, "file", "no file", "a file of the data package")
    elif ending == "csv":
        try:
            lines = list(csv.reader(io.StringIO(file.read_text("utf-8", "replace"), newline="")))
        except csv.Error as error:
            findings.differs(path, "file", str(error), "CSV")
            return
        header, rows = tables[stem]
        plain = [tuple(_in_csv(cell) for cell in row) for row in rows]
        _compare(tuple(lines[0]) if lines else (), [tuple(line) for line in lines[1:]], header, plain, path, findings)
    elif ending == "parquet":
        _check_parquet(file, path, *tables[stem], findings)
    elif file.name == "data.json":
        _check_json(file, path, tables, findings)


def _in_csv(cell: Cell) -> str:
    """A text that a spreadsheet would take for a formula begins with an apostrophe; what is not known is empty."""
    text = "" if cell is None else " ".join(str(cell).split())
    return f"'{text}" if isinstance(cell, str) and text[:1] in set("=+-@|%＝＋－＠") - {""} and text else text


def _check_parquet(file: Path, path: str, header: tuple[str, ...], rows: Rows, findings: Findings) -> None:
    import polars

    try:
        frame = polars.read_parquet(file)
    except (OSError, polars.exceptions.PolarsError) as error:
        findings.differs(path, "file", f"{type(error).__name__}", "a Parquet file")
        return
    found = [tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in row) for row in frame.rows()]
    _compare(tuple(frame.columns), found, header, rows, path, findings)


def _check_json(file: Path, path: str, tables: Tables, findings: Findings) -> None:
    try:
        said = json.loads(file.read_text("utf-8"))
        told = {name: [dict(row) for row in rows] for name, rows in said.items()}
    except (ValueError, TypeError, AttributeError) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", "JSON with rows of tables")
        return
    findings.compare("tables", path, "tables", sorted(told), sorted(tables))
    for name, (header, rows) in tables.items():
        found = told.get(name, [])
        _compare(tuple(found[0]) if found else header, [tuple(row.values()) for row in found], header, rows, path, findings)


def _compare(
    named: tuple[str, ...], found: list[tuple[Any, ...]], header: tuple[str, ...], rows: Rows | list[tuple[str, ...]],
    path: str, findings: Findings,
) -> None:  # fmt: skip
    """Header, number of rows, and each row; of a row that differs, the first cell that does."""
    findings.compare("tables", path, "header", named, header)
    findings.compare("tables", path, "number of rows", len(found), len(rows))
    for one, other in zip(found, rows, strict=False):
        findings.count("cells of tables", len(other))
        if tuple(one) != tuple(other):
            at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
            findings.differs(path, f"{header[at]} of {other[0]} {other[1]}", one[at] if at < len(one) else "", other[at])
