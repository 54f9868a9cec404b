"""Data packages in an independent tool, the same bytes twice, no formula, and every field described."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import polars
import pytest
from frictionless import Package

from tellers import model
from tellers.kit import packages, rolls
from tellers.model import Content, Record
from tellers.pages.data import RECORDS
from tests.built import starter_folder
from tests.kit.test_feeds import desk_of

FORMULAS = ("=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(A1)", "  =1", "|calc", "%1", "＝1+1")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return starter_folder(tmp_path_factory) / "build" / "site"


def test_every_package_is_valid_with_its_files(built: Path) -> None:
    paths = sorted(built.rglob("datapackage.json"))
    assert len(paths) == 10 + 1 + 2 + 1, "votes, series, bodies and everything"
    for path in paths:
        package = Package.from_descriptor(json.loads(path.read_text()), basepath=str(path.parent))
        package.resources[:] = [one for one in package.resources if one.format != "parquet"]
        report = package.validate()
        assert report.valid, report.flatten(["note", "message"])
        assert report.stats["errors"] == 0


def test_parquet_holds_days_numbers_and_gaps(built: Path) -> None:
    totals = polars.read_parquet(built / "data" / "totals.parquet")
    assert totals.schema == {"vote": polars.String, "option": polars.String, "counted": polars.Int64, "stated": polars.Int64}
    row = totals.row(by_predicate=(polars.col("vote") == "assembly/25_3") & (polars.col("option") == "no"), named=True)
    assert (row["counted"], row["stated"]) == (1, 2)
    unknown = totals.filter(polars.col("vote") == "assembly/25_4")
    assert unknown["counted"].is_null().all() and unknown["stated"].to_list() == [5, 1, 2]
    assert polars.read_parquet(built / "data" / "votes.parquet").schema["date"] == polars.Date


def test_the_same_records_give_the_same_bytes(tiny: Content) -> None:
    assert packages.files(desk_of(tiny)) == packages.files(desk_of(tiny))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula_and_json_has_the_text_as_it_is(tiny: Content, text: str) -> None:
    hostile = tiny.votes["assembly/24_1"].model_copy(update={"title": text})
    made = packages.files(desk_of(replace(tiny, votes={**tiny.votes, "assembly/24_1": hostile})))
    rows = list(csv.DictReader(io.StringIO(made["bodies/assembly/votes.csv"].decode())))
    assert rows[0]["title"].startswith("'")
    assert json.loads(made["bodies/assembly/data.json"])["votes"][0]["title"] == text
    frame = polars.read_parquet(io.BytesIO(made["data/votes.parquet"]))
    assert frame["title"][0] == text
    for name, raw in made.items():
        if name.endswith(".csv"):
            cells = (cell for row in csv.reader(io.StringIO(raw.decode())) for cell in row)
            assert not any(cell.strip()[:1] in set("=+-@|%＝") for cell in cells if cell.strip()), name


def test_a_roll_is_the_same_alone_and_in_its_package(tiny: Content) -> None:
    desk = desk_of(tiny)
    package = json.loads(packages.files(desk)["votes/assembly/24_1/datapackage.json"])
    roll = next(resource for resource in package["resources"] if resource["path"] == "roll.csv")
    assert roll["bytes"] == len(rolls.files(desk)["votes/assembly/24_1/roll.csv"])
    assert [field["name"] for field in roll["schema"]["fields"]] == ["member", "name", "option"]


def test_every_field_of_every_record_is_in_the_dictionary(built: Path) -> None:
    page = (built / "data" / "index.html").read_text()
    kinds = {kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)}
    left_out = {model.Record, model.Site, model.Motion}
    assert kinds - left_out == set(RECORDS)
    for record in RECORDS:
        for name, field in record.model_fields.items():
            assert field.description, f"{record.__name__}.{name}"
            assert f"<code>{(field.alias or name).replace('-', '&#45;')}</code>" in page
