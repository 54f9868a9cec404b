"""A CSV of one's own: a row a ballot, its columns named with `--map column=field` unless they are named like the fields."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.formats.table import Table, read_table
from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.found import Ballots, Found, FoundVote, Origin
from tellers.importers.grouped import Groups, check_constant, group_rows
from tellers.importers.options import COMMON, options_of
from tellers.importers.saved import Saved
from tellers.importers.voters import Names, by_code
from tellers.model import MotionKind, Option, Outcome
from tellers.problems import Place, Problems
from tellers.records.fit import nearest

ABOUT = "A CSV of your own, a row a ballot."
FILES = "One CSV; --map says which column holds member, option, vote, date, symbol, title, outcome, session, yes, no …"
BODY = ""
EXAMPLE = "`tellers import csv votes.csv --body assembly --map Delegation=member --map Vote=option --date 2025-02-24`"

FIELDS = (
    "member", "option", "vote", "date", "symbol", "title", "kind", "draft", "meeting", "session", "outcome", "reason",
    *(option.value for option in Option),
)  # fmt: skip
_OUTCOMES = {"": Outcome.UNKNOWN, **{outcome.value: outcome for outcome in Outcome}}
_KINDS = {"": MotionKind.RESOLUTION, **{kind.value: kind for kind in MotionKind}}


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The votes of the file and their ballots; rows of one vote have the same `vote`, else symbol, title and date."""
    file = saved[0]
    table = _table(file, asked, problems)
    if table is None:
        return None
    keys = ("vote",) if "vote" in table else ("symbol", "title", "date")
    groups = group_rows([tuple(table.cell(key, row) for key in keys) for row in range(len(table))])
    check_constant(table, groups, [name for name in FIELDS if name not in ("member", "option", "reason")], problems)
    votes = [_vote(table, row, file, asked, problems) for row in groups.first]
    ballots = _ballots(table, groups, asked, problems)
    kept = tuple(vote for vote in votes if vote is not None)
    return Found(kept, ballots, lists_everybody=False) if len(kept) == len(votes) else None


def _table(file: Saved, asked: Asked, problems: Problems) -> Table | None:
    """The columns by the fields that they hold; columns that are named like no field are left out."""
    for name in asked.columns:
        if name not in FIELDS:
            problems.add(
                Place(file.name, 1), "map", f'unknown field "{name}"', nearest(name, list(FIELDS), "use a known one")
            )
    text = file.text(problems)
    named = {name: asked.columns.get(name, name) for name in FIELDS}
    needed = [named["member"], named["option"], *(column for name, column in named.items() if name in asked.columns)]
    if text is None or problems:
        return None
    table = read_table(text, file.name, list(dict.fromkeys(needed)), problems)
    if table is None:
        return None
    return Table(table.path, {name: table[column] for name, column in named.items() if column in table}, table.lines)


def _vote(table: Table, row: int, file: Saved, asked: Asked, problems: Problems) -> FoundVote | None:
    place = table.place(row)
    symbol = table.cell("symbol", row).strip() or asked.symbol
    title = table.cell("title", row).strip() or asked.title or symbol
    record = table.cell("vote", row).strip() or symbol or title
    day = day_of(table["date"][row], place, "date", problems) if "date" in table else asked.date
    if "date" not in table and day is None:
        problems.add(place, "date", "the file does not tell the day", "map a column to date, or add --date 2025-02-24")
    if record is None:
        problems.add(place, "symbol", "nothing names the vote", "map a column to vote, symbol or title, or add --symbol")
    kind, outcome = table.cell("kind", row), table.cell("outcome", row)
    for field, word, known in (("kind", kind, list(_KINDS)), ("outcome", outcome, list(_OUTCOMES))):
        if word not in known:
            problems.add(place, field, f'unknown word "{word}"', f"use {', '.join(known[1:])}")
    if day is None or record is None or kind not in _KINDS or outcome not in _OUTCOMES:
        return None
    counts = {option: count_of(table.cell(option, row), place, option, problems) for option in Option}
    return FoundVote(
        record=record, place=place, day=day, title=title or record, origin=_origin(file), symbol=symbol,
        kind=_KINDS[kind], draft=table.cell("draft", row) or None, meeting=table.cell("meeting", row) or None,
        session=table.cell("session", row) or None, outcome=_OUTCOMES[outcome],
        stated={option: count for option, count in counts.items() if count is not None},
    )  # fmt: skip


def _origin(file: Saved) -> Origin:
    why = "The file came without a description; name its publisher, title and address here."
    return Origin(f"csv-{file.digest[7:15]}", "unknown", "unknown", "unknown", "LicenseRef-unknown", why=why)


def _ballots(table: Table, groups: Groups, asked: Asked, problems: Problems) -> Ballots:
    names = Names(asked.members)
    texts = {text: number for number, text in enumerate(dict.fromkeys(table["member"]))}
    who = tuple(by_code(t.strip(), asked.members) if t.strip() in asked.members else names.voter(t.strip()) for t in texts)
    options = options_of([word.strip() for word in table["option"]], COMMON, asked.body, table.place, "option", problems)
    reasons = {row: table["reason"][row].strip() for row in range(len(table)) if table.cell("reason", row).strip()}
    return Ballots(table.path, groups.of_row, [texts[t] for t in table["member"]], options, table.lines, who, reasons)
