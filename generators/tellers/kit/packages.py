"""Data to take away: a Frictionless Data Package (version 2) for each vote, series and body, and for everything.

Each names its files with their bytes and SHA-256, describes their columns, and brings the terms of its data.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping, Sequence

from tellers.desk import Desk
from tellers.desk.said import address, changed
from tellers.desk.tables import Column, ColumnType, Table, all_tables, roll_table, vote_tables
from tellers.desk.terms import licence_line, sources_of, terms_of
from tellers.kit import popolo, rolls

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def files(desk: Desk) -> Mapping[str, bytes]:
    """Every package with its files: `votes/<id>/`, `series/<id>/`, `bodies/<id>/` and `data/`."""
    content = desk.content
    beside = {**rolls.files(desk), **popolo.files(desk)}
    made: dict[str, bytes] = {}
    for id, result in desk.results.items():
        folder = f"votes/{id}"
        held = {name: beside[f"{folder}/{name}"] for name in ("roll.csv", "vote.json") if f"{folder}/{name}" in beside}
        schemas = {"roll.csv": roll_table(desk.words, result)}
        made[f"{folder}/datapackage.json"] = _package(desk, folder, result.vote.name, [folder], held, schemas)
    for id, series in content.series.items():
        made |= _votes_package(desk, f"series/{id}", series.title, series.votes)
    for id, body in content.bodies.items():
        made |= _votes_package(desk, f"bodies/{id}", body.name, [v.id for v in content.votes.values() if v.body == id])
    return made | _whole(desk)


def _votes_package(desk: Desk, folder: str, title: str, votes: Sequence[str]) -> dict[str, bytes]:
    """Tables of these votes as CSV, and once more as JSON with texts untouched."""
    tables = vote_tables(desk.words, [desk.results[id] for id in votes])
    held = {f"{table.name}.csv": table.csv() for table in tables} | {"data.json": _json(tables)}
    package = _package(desk, folder, title, [folder], held, {f"{table.name}.csv": table for table in tables})
    return {f"{folder}/{name}": data for name, data in (*held.items(), ("datapackage.json", package))}


def _whole(desk: Desk) -> dict[str, bytes]:
    """Every table as CSV, Parquet and JSON."""
    content, tables = desk.content, all_tables(desk)
    held = {f"{table.name}.csv": table.csv() for table in tables}
    held |= {f"{table.name}.parquet": parquet(table) for table in tables}
    held |= {"data.json": _json(tables)}
    keys = [*(f"bodies/{id}" for id in content.bodies), *(f"quotes/{id}" for id in content.quotes)]
    schemas = {f"{table.name}.{ending}": table for table in tables for ending in ("csv", "parquet")}
    package = _package(desk, "data", content.site.name, keys, held, schemas)
    return {f"data/{name}": data for name, data in (*held.items(), ("datapackage.json", package))}


def parquet(table: Table) -> bytes:
    """The table as Parquet: texts, whole numbers and days, the same bytes for the same table."""
    import polars

    types = {ColumnType.STRING: polars.String, ColumnType.INTEGER: polars.Int64, ColumnType.DATE: polars.Date}
    columns = {column.name: [row[at] for row in table.rows] for at, column in enumerate(table.columns)}
    frame = polars.DataFrame(columns, schema={c.name: _read_as(c, polars.String, types) for c in table.columns})
    days = [c.name for c in table.columns if c.type is ColumnType.DATE]
    out = io.BytesIO()
    frame.with_columns(polars.col(days).str.to_date("%Y-%m-%d")).write_parquet(out, compression="uncompressed")
    return out.getvalue()


def _read_as(column: Column, text: type, types: Mapping[ColumnType, type]) -> type:
    """Days are read as text first."""
    return text if column.type is ColumnType.DATE else types[column.type]


def _json(tables: Sequence[Table]) -> bytes:
    return (json.dumps({table.name: table.objects() for table in tables}, ensure_ascii=False, indent=0) + "\n").encode()


def _package(
    desk: Desk, folder: str, title: str, keys: Sequence[str], held: Mapping[str, bytes], schemas: Mapping[str, Table]
) -> bytes:
    """The descriptor `datapackage.json` of the files in a folder."""
    content, words = desk.content, desk.words
    ids = dict.fromkeys(id for key in keys for id in sources_of(content, key))
    terms = terms_of(content.sources[id] for id in ids)
    titles: dict[str, list[str]] = {}
    for name, licence in terms.credits:
        titles.setdefault(licence, []).append(name)
    said = {
        "$schema": PROFILE,
        "name": folder.replace("/", "."),
        "title": title,
        "homepage": address(content, f"/{folder}/"),
        "version": max(changed(content, key) for key in keys).isoformat(),
        "licenceLine": licence_line(content, words, *keys),
        "noncommercial": terms.noncommercial,
        "licenses": [{"name": licence, "title": "; ".join(names)} for licence, names in titles.items()],
        "contributors": [{"title": content.site.publisher, "roles": ["publisher"]}],
        "sources": [_source(desk, id) for id in ids],
        "resources": [_resource(name, data, schemas.get(name)) for name, data in held.items()],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _source(desk: Desk, id: str) -> dict[str, str]:
    source = desk.content.sources[id]
    title = source.publisher if source.title == "unknown" else f"{source.publisher}: {source.title}"
    return {"title": title} if source.address == "unknown" else {"title": title, "path": source.address}


_FORMATS = {
    "csv": ("csv", "text/csv"),
    "json": ("json", "application/json"),
    "parquet": ("parquet", "application/vnd.apache.parquet"),
}


def _resource(name: str, data: bytes, table: Table | None) -> dict[str, object]:
    stem, _, ending = name.rpartition(".")
    form, media = _FORMATS[ending]
    said: dict[str, object] = {
        "name": f"{stem}-{ending}",
        "path": name,
        "format": form,
        "mediatype": media,
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
    }
    if ending != "parquet":
        said["encoding"] = "utf-8"
    if table is not None:
        said |= {"type": "table", "description": table.what, "schema": _schema(table)}
    return said


def _schema(table: Table) -> dict[str, object]:
    """The data dictionary of a table, as Table Schema."""
    return {
        "fields": [
            {"name": c.name, "type": c.type.value, "description": c.what, "constraints": {"required": c.required}}
            for c in table.columns
        ],
        "primaryKey": list(table.key),
    }
