"""The page on data to take away: what there is and where, and what stands in each column and field."""

from __future__ import annotations

from tellers import model as model_
from tellers.desk import Desk
from tellers.desk.api import addresses
from tellers.desk.tables import Table, all_tables
from tellers.encode import Html, token
from tellers.model import Record
from tellers.pages.page import Page

ROOT = "../"
RECORDS: tuple[type[Record], ...] = (
    model_.Vote, model_.RollFile, model_.Majority, model_.Intended, model_.Body, model_.Rule, model_.Threshold, model_.Seat,
    model_.Group, model_.Membership, model_.NamePeriod, model_.Series, model_.Quote, model_.Anchor, model_.Original,
    model_.Edit, model_.Speaker, model_.Role, model_.Source, model_.ReadThrough, model_.Snapshot, model_.Discrepancy,
    model_.Correction, model_.Gap, model_.Pin, model_.Redirect, model_.Archive, model_.DumpFile,
)  # fmt: skip
"""What the data dictionary describes, in this order."""


def make(desk: Desk) -> list[Page]:
    """The one page of data."""
    words = desk.words
    tables = all_tables(desk)
    return [
        Page(
            path="data.md",
            title=words.text("Data"),
            description=words.text("Packages, tables, an interface for programs, and what each column and field means."),
            template="data/page.md.j2",
            only_english=True,
            context={
                "package": _file("data/datapackage.json", "datapackage.json"),
                "whole": _file("data/data.json", "JSON"),
                "tables": [_table(table) for table in tables],
                "addresses": [{"pattern": _pattern(one.pattern), "what": one.what} for one in addresses(words)],
                "records": [_record(record) for record in RECORDS],
                "t": words.text,
            },
        )
    ]


def _table(table: Table) -> dict[str, object]:
    files = [_file(f"data/{table.name}.{ending}", label) for ending, label in (("csv", "CSV"), ("parquet", "Parquet"))]
    columns = [(column.name, column.type.value, column.what) for column in table.columns]
    return {"name": table.name, "what": table.what, "files": files, "columns": columns}


def _record(record: type[Record]) -> dict[str, object]:
    fields = [(field.alias or name, field.description or "") for name, field in record.model_fields.items()]
    what = " ".join((record.__doc__ or "").split("\n\n", maxsplit=1)[0].split())
    return {"name": record.__name__, "what": what, "fields": fields}


def _file(path: str, label: str) -> Html:
    return Html.of('<a href="{root}{path}" download>{label}</a>', root=token(ROOT), path=path, label=label)


def _pattern(pattern: str) -> Html:
    """An address of the interface; one that stands for a single file leads to it."""
    shown = Html.of("<code>/{pattern}</code>", pattern=pattern)
    if "{" in pattern:
        return shown
    return Html.of('<a href="{root}{pattern}">{shown}</a>', root=token(ROOT), pattern=pattern, shown=shown)
