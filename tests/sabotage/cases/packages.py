"""Data packages: other bytes, digests, columns and cells in every format; a file left out, other terms."""

from __future__ import annotations

import io

import polars

from tests.sabotage.tools import Case, Edit, exchange, in_json, resub, same, swap


def _in_parquet(column: str, row: int, value: object) -> Edit:
    """Another value in one cell of a Parquet file."""

    def edit(raw: bytes) -> bytes:
        frame = polars.read_parquet(io.BytesIO(raw))
        cells = frame[column].to_list()
        cells[row] = value
        out = io.BytesIO()
        frame.with_columns(polars.Series(column, cells, dtype=frame.schema[column])).write_parquet(out)
        return out.getvalue()

    return edit


def _other_hash(said: dict) -> None:  # type: ignore[type-arg]
    said["resources"][0]["hash"] = "sha256:" + "0" * 64


def _other_bytes(said: dict) -> None:  # type: ignore[type-arg]
    said["resources"][1]["bytes"] += 1


def _open(said: dict) -> None:  # type: ignore[type-arg]
    said["licenses"][0]["name"] = "CC-BY-4.0"


def _unnamed(said: dict) -> None:  # type: ignore[type-arg]
    del said["resources"][0]


def _column(said: dict) -> None:  # type: ignore[type-arg]
    said["resources"][2]["schema"]["fields"][1]["name"] = "state"


def _total(said: dict) -> None:  # type: ignore[type-arg]
    said["totals"][0]["counted"] += 1


CASES = [
    Case("package: hash", "votes/assembly/24_1/datapackage.json", in_json(_other_hash), ("hash of roll.csv", "0000")),
    Case("package: bytes", "votes/assembly/24_2/datapackage.json", in_json(_other_bytes), ("bytes of vote.json",)),
    Case("package: licence", "votes/assembly/24_3/datapackage.json", in_json(_open), ("licenses", "CC-BY-4.0", "CC0-1.0")),
    Case("package: resource left out", "votes/assembly/25_1/datapackage.json", in_json(_unnamed), ("resources", "roll.csv")),
    Case("package: licence line", "votes/assembly/25_3/datapackage.json",
         resub(r'"licenceLine": "[^"]*"', '"licenceLine": ""'), ("licence line", "Minutes")),
    Case("package: column", "bodies/assembly/datapackage.json", in_json(_column), ("columns of ballots.csv", "state")),
    Case("package: day", "votes/council/24_1/datapackage.json",
         resub(r'"version": "\d{4}', '"version": "2024'), ("version", "2024", "2025")),
    Case("package of another vote", "votes/council/25_1/datapackage.json", same, ("title", "C/24/1", "C/25/1"),
         copy_of="votes/council/24_1/datapackage.json"),
    Case("series: ballot in CSV", "series/bridge/ballots.csv",
         resub(r"(assembly/24_1,BRU,[^,]*),no", r"\1,yes"), ("option of", "BRU", "yes")),
    Case("series: name in CSV", "series/bridge/votes.csv", swap("bridge at Lower", "bridge at Upper"), ("title", "Upper")),
    Case("body: total in CSV", "bodies/assembly/totals.csv",
         swap("assembly/25_3,no,1,2", "assembly/25_3,no,2,2"), ("counted of assembly/25_3 no", '"2"', '"1"')),
    Case("body: total in JSON", "bodies/council/data.json", in_json(_total), ("counted of council/24_1",)),
    Case("body: row left out", "bodies/council/ballots.csv", resub(r"\ncouncil/25_1,LOW,[^\n]*", ""), ("number of rows",)),
    Case("everything: rows exchanged", "data/ballots.csv", exchange(",ALU,", ",BRU,"), ("member of", "BRU")),
    Case("everything: quote in CSV", "data/quotes.csv", resub(r",2025-05-06,", ",2025-05-07,"), ("date of", "2025-05-07")),
    Case("everything: source in JSON", "data/data.json",
         swap('"licence": "CC0-1.0"', '"licence": "CC-BY-4.0"'), ("licence of", "CC-BY-4.0")),
    Case("everything: Parquet ballot", "data/ballots.parquet", _in_parquet("option", 1, "yes"), ("option of", "yes")),
    Case("everything: Parquet total", "data/totals.parquet", _in_parquet("counted", 0, 6), ("counted of", "6", "5")),
    Case("everything: Parquet cut short", "data/votes.parquet", lambda raw: raw[:-40], ("Parquet file",)),
]  # fmt: skip
