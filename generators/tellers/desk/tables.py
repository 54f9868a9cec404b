"""The records as tables: what stands in each column is said by the description of its field in the model.

A table is the same in CSV, JSON and Parquet. A number that is not known is empty, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel

from tellers import encode
from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.model import Month, NamePeriod, Quote, Source, Vote
from tellers.stats import Result

Cell = str | int | None


class ColumnType(StrEnum):
    """The types of Table Schema that our columns have."""

    STRING = "string"
    INTEGER = "integer"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type, what stands in it, and whether every row has it."""

    name: str
    type: ColumnType
    what: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; `key` are the columns that together name a row."""

    name: str
    what: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def csv(self) -> bytes:
        """The table as CSV in which no cell is a formula; unknown cells are empty."""
        rows = [["" if cell is None else cell for cell in row] for row in self.rows]
        return encode.csv_text([column.name for column in self.columns], rows).encode()

    def objects(self) -> list[dict[str, Cell]]:
        """A row an object, with texts exactly as they stand in the records."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def vote_tables(words: Words, results: Sequence[Result]) -> list[Table]:
    """Votes, their totals and their ballots."""
    return [votes_table(words, results), totals_table(words, results), ballots_table(words, results)]


def all_tables(desk: Desk) -> list[Table]:
    """Every table of the site."""
    words, content = desk.words, desk.content
    periods = [row for register in content.registers.values() for member in register.values() for row in member.names]
    return [
        *vote_tables(words, list(desk.results.values())),
        members_table(words, periods),
        quotes_table(desk),
        sources_table(words, content.sources.values()),
    ]


def votes_table(words: Words, results: Iterable[Result]) -> Table:
    """One row a vote."""
    columns = (
        _text("vote", words.text("Id of the vote, the end of its address.")),
        _of(Vote, "body"),
        _of(Vote, "kind"),
        _of(Vote, "symbol", required=False),
        _of(Vote, "draft", required=False),
        _of(Vote, "title"),
        _of(Vote, "date", ColumnType.DATE, required=False),
        _text("month", words.text("Year and month of the vote; where the day is not known, all that is.")),
        _of(Vote, "meeting", required=False),
        _of(Vote, "method"),
        _of(Vote, "outcome"),
        _of(Vote, "known"),
        _of(Vote, "published", ColumnType.DATE),
        _of(Vote, "updated", ColumnType.DATE, required=False),
    )
    rows = []
    for result in results:
        vote = result.vote
        updated = vote.updated.isoformat() if vote.updated else None
        rows.append((
            vote.id, vote.body, vote.kind.value, vote.symbol, vote.draft, vote.title, _day(vote.date), f"{vote.date:%Y-%m}",
            vote.meeting, vote.method.value, vote.outcome.value, vote.known.value, vote.published.isoformat(), updated,
        ))  # fmt: skip
    return Table("votes", words.text("One row a vote."), columns, ("vote",), tuple(rows))


def totals_table(words: Words, results: Iterable[Result]) -> Table:
    """One row an option of a vote: how many chose it as counted, and as the source states it."""
    counted_ = words.text("Ballots in the roll; empty where not every ballot is known.")
    stated_ = words.text("The total as the source states it; empty where it states none.")
    columns = (
        _text("vote", words.text("Id of the vote.")),
        _text("option", words.text("What the ballots say.")),
        Column("counted", ColumnType.INTEGER, counted_, required=False),
        Column("stated", ColumnType.INTEGER, stated_, required=False),
    )
    rows = []
    for result in results:
        stated = result.vote.totals
        counted = result.tally.counts if result.complete else {}
        for option in result.body.options:
            if option in stated or counted.get(option):
                number = result.tally[option] if result.complete else None
                rows.append((result.vote.id, option.value, number, stated.get(option)))
    return Table("totals", words.text("One row an option of a vote."), columns, ("vote", "option"), tuple(rows))


def ballots_table(words: Words, results: Iterable[Result]) -> Table:
    """One row a known ballot."""
    columns = (
        _text("vote", words.text("Id of the vote.")),
        _text("member", words.text("Code of the member.")),
        _text("name", words.text("Official name of the member on the day of the vote.")),
        _text("option", words.text("What the ballot says.")),
    )
    rows = [
        (result.vote.id, code, result.names[code].name, option.value)
        for result in results
        for code, option in result.roll or ()
    ]
    return Table("ballots", words.text("One row a known ballot."), columns, ("vote", "member"), tuple(rows))


def roll_table(words: Words, result: Result) -> Table:
    """The ballots of one vote."""
    whole = ballots_table(words, [result])
    return Table("roll", whole.what, whole.columns[1:], ("member",), tuple(row[1:] for row in whole.rows))


def members_table(words: Words, periods: Iterable[NamePeriod]) -> Table:
    """One row a name of a member."""
    columns = (
        _of(NamePeriod, "member"),
        _of(NamePeriod, "name"),
        _of(NamePeriod, "short"),
        _of(NamePeriod, "from_", ColumnType.DATE),
        _of(NamePeriod, "to", ColumnType.DATE, required=False),
    )
    rows = tuple(
        (row.member, row.name, row.short, row.from_.isoformat(), row.to.isoformat() if row.to else None) for row in periods
    )
    return Table("members", words.text("One row a name of a member."), columns, ("member", "from"), rows)


def quotes_table(desk: Desk) -> Table:
    """One row a quote."""
    words, content = desk.words, desk.content
    columns = (
        _text("quote", words.text("Id of the quote, the end of its address.")),
        _of(Quote, "speaker"),
        _text("name", words.text("Name of the speaker.")),
        _of(Quote, "date", ColumnType.DATE),
        _of(Quote, "language"),
        _of(Quote, "text"),
        _text("source", words.text("Id of the source in which the words stand.")),
        _text("about", words.text("Ids of the votes that the words are about, with a space between them."), False),
    )
    rows = tuple(
        (quote.id, quote.speaker, content.speakers[quote.speaker].name, quote.date.isoformat(), quote.language, quote.text,
         quote.anchor.source, " ".join(quote.about) or None)
        for quote in content.quotes.values()
    )  # fmt: skip
    return Table("quotes", words.text("One row a quote."), columns, ("quote",), rows)


def sources_table(words: Words, sources: Iterable[Source]) -> Table:
    """One row a source."""
    columns = (
        _text("source", words.text("Id of the source.")),
        *(_of(Source, name) for name in ("publisher", "title", "address")),
        _of(Source, "read", ColumnType.DATE),
        _of(Source, "licence"),
        _of(Source, "attribution", required=False),
        _of(Source, "weight"),
    )
    rows = tuple(
        (s.id, s.publisher, s.title, s.address, s.read.isoformat(), s.licence, s.attribution, s.weight.value)
        for s in sources
    )
    return Table("sources", words.text("One row a source."), columns, ("source",), rows)


def _day(value: date) -> str | None:
    """The day, where more than the month is known."""
    return None if isinstance(value, Month) else value.isoformat()


def _text(name: str, what: str, required: bool = True) -> Column:
    return Column(name, ColumnType.STRING, what, required)


def _of(record: type[BaseModel], field: str, type: ColumnType = ColumnType.STRING, required: bool = True) -> Column:
    """A column named and described as the field of the record."""
    found = record.model_fields[field]
    if not found.description:
        raise ValueError(f"{record.__name__}.{field} has no description")
    return Column(found.alias or field, type, found.description, required)
