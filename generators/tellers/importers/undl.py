"""Voting data of the UN Digital Library as CSV: General Assembly and Security Council, in each published layout of columns.

A row a member and vote, the facts of the vote repeated in each row. Column names changed twice (September 2024, March 2025,
July 2025); Assembly totals are written as floats, labels of sessions in two ways, and the codes of the Federal Republic of
Germany and of Serbia and Montenegro differ from the Library's own authority file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellers.formats.table import Table, read_table
from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.found import Ballots, Found, FoundVote
from tellers.importers.grouped import Groups, check_constant, group_rows
from tellers.importers.options import options_of
from tellers.importers.saved import Saved
from tellers.importers.un import NAMES, check_council, outcome_of, session_label, undl_origin, undl_voter
from tellers.importers.voters import Names
from tellers.model import Body, MotionKind, Option
from tellers.problems import Place, Problems

ABOUT = "UN Digital Library voting data, General Assembly or Security Council."
FILES = "One CSV, of any published layout; gzip is read too."
BODY = "un-ga"
EXAMPLE = "`tellers import undl 2026_02_06_ga_voting.csv --session 79 --dry-run`"

OPTIONS = {
    "Y": (Option.YES,), "N": (Option.NO,), "A": (Option.ABSTAIN,), "X": (Option.NOT_VOTING,), "NV": (Option.NOT_VOTING,),
    "": (Option.NOT_VOTING,),
}  # fmt: skip
"""A blank is how the Library writes non-voting in some files, X or NV in others."""
_TOTALS = {
    "total_yes": Option.YES, "total_no": Option.NO, "total_abstentions": Option.ABSTAIN,
    "total_non_voting": Option.NOT_VOTING,
}  # fmt: skip
_OLD_NAMES = {
    "ms_codes": "ms_code", "ms_names": "ms_name", "ms_votes": "ms_vote", "resolutions": "resolution",
    "agenda_titles": "agenda_title", "yes": "total_yes", "no": "total_no", "abstentions": "total_abstentions",
    "non-voting": "total_non_voting", "total-voting": "total_voting",
}  # fmt: skip
_NEEDED = ("undl_id", "date")
"""What every layout has under the same name."""
_WANTED = ("ms_code", "ms_name", "ms_vote", "resolution")
_FACTS = ("date", "resolution", "draft", "meeting", "title", "description", "session", "undl_link", "total_ms", *_TOTALS)


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The votes of the file and their ballots."""
    table = _table(saved[0], problems)
    if table is None or not _is_of(table, asked.body, problems):
        return None
    rows = range(len(table))
    groups = group_rows([(table["undl_id"][row], table["resolution"][row], table["date"][row]) for row in rows])
    check_constant(table, groups, _FACTS, problems)
    votes = [_vote(table, row, problems) for row in groups.first]
    ballots = _ballots(table, groups, asked, problems)
    if any(vote is None for vote in votes):
        return None
    return Found(tuple(vote for vote in votes if vote is not None), ballots, lists_everybody=True)


def _table(saved: Saved, problems: Problems) -> Table | None:
    """The columns under their present names."""
    text = saved.text(problems)
    table = read_table(text, saved.name, _NEEDED, problems) if text is not None else None
    if table is None:
        return None
    columns = {_OLD_NAMES.get(name, name): cells for name, cells in table.columns.items()}
    missing = [name for name in _WANTED if name not in columns]
    if missing:
        do = "give a file of one of the layouts that the Library has published"
        problems.add(Place(saved.name, 1), "header", f"no column {', '.join(missing)}", do)
        return None
    return Table(table.path, columns, table.lines)


def _is_of(table: Table, body: Body, problems: Problems) -> bool:
    council = body.seats != "register"
    return check_council("permanent_member" in table, council, body.id, Place(table.path, 1), problems)


def _vote(table: Table, row: int, problems: Problems) -> FoundVote | None:
    place = table.place(row)
    record, symbol = table.cell("undl_id", row).removesuffix(".0"), table.cell("resolution", row).strip()
    draft = table.cell("draft", row).strip()
    day = day_of(table.cell("date", row), place, "date", problems)
    members = count_of(table.cell("total_ms", row), place, "total_ms", problems)
    stated = {
        option: count
        for column, option in _TOTALS.items()
        if (count := count_of(table.cell(column, row), place, column, problems)) is not None
    }
    if not record.isdigit() and record:
        problems.add(place, "undl_id", f'"{record}" is no record number', "compare it with the source")
    if not (record or symbol or draft):
        problems.add(place, "undl_id", "neither record number nor symbol", "compare the row with its source")
        return None
    if day is None:
        return None
    return FoundVote(
        record=record or f"{symbol or draft}_{day}", place=place, day=day,
        title=_title(table, row) or symbol or draft,
        origin=undl_origin(record, symbol or draft or f"Record {record}"),
        symbol=symbol or draft or None, draft=draft if symbol and draft else None,
        meeting=table.cell("meeting", row) or None,
        kind=MotionKind.RESOLUTION if symbol or not draft else MotionKind.DRAFT,
        session=_session(table, row, symbol), outcome=outcome_of(symbol), stated=stated, members=members,
        note=_note(table, row),
    )  # fmt: skip


def _title(table: Table, row: int) -> str:
    """The title without what the Library's catalogue adds to it: `Aggression against Ukraine`."""
    title = table.cell("title", row) or table.cell("description", row)
    return re.sub(r" ?: (?:draft )?resolution(?: /.*)?$", "", title.strip())


def _note(table: Table, row: int) -> str | None:
    note = table.cell("vote_note", row).strip()
    return f"Note in the source: {note}" if note else None


def _session(table: Table, row: int, symbol: str) -> str | None:
    """The label in the file; in the layout of September 2024, which has none, the one in the symbol."""
    if "session" in table:
        return session_label(table.cell("session", row))
    found = re.match(r"A/RES/((?:E?S-)?\d+)/", symbol)
    return session_label(found[1]) if found else None


def _ballots(table: Table, groups: Groups, asked: Asked, problems: Problems) -> Ballots:
    names = Names(asked.members, NAMES)
    pairs = list(zip(table["ms_code"], table["ms_name"], strict=True))
    numbers = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
    who = tuple(undl_voter(code.strip(), name.strip(), asked.members, names) for code, name in numbers)
    options = options_of(table["ms_vote"], OPTIONS, asked.body, table.place, "ms_vote", problems)
    return Ballots(
        table.path, groups.of_row, [numbers[pair] for pair in pairs], options, table.lines, who, voter_field="ms_code"
    )
