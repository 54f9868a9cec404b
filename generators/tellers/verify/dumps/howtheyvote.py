"""Roll calls of the European Parliament in the tables that HowTheyVote exports: votes, and a row a ballot beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from tellers.verify.dumps.call import Call, People, Period, Voter
from tellers.verify.dumps.cells import iso_day, numbers
from tellers.verify.dumps.table import table_with, tables_of

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "FOR": ("yes",), "AGAINST": ("no",), "ABSTENTION": ("abstain",), "DID_NOT_VOTE": ("not-voting",),
}  # fmt: skip
SILENT = False
_TOTALS = {
    "yes": "count_for", "no": "count_against", "abstain": "count_abstention", "not-voting": "count_did_not_vote",
}  # fmt: skip
_OUTCOMES = {"ADOPTED": "adopted", "REJECTED": "not-adopted"}
_FACTS = (
    "id", "timestamp", "display_title", "procedure_title", "description", "reference", "amendment_number", "result",
    *_TOTALS.values(),
)  # fmt: skip


def read_calls(files: list[bytes]) -> list[Call]:
    """Every vote in the order of its file."""
    tables = tables_of(files)
    votes, rolls = table_with(tables, *_TOTALS.values()), table_with(tables, "vote_id", "member_id", "position")
    rows = (dict(zip(_FACTS, cells, strict=True)) for cells in votes.rows(*_FACTS))
    found = {row["id"]: _call(row) for row in rows}
    same: dict[str, str] = {}
    for vote, member, word in rolls.rows("vote_id", "member_id", "position"):
        found[vote].ballots.append((same.setdefault(member, member), same.setdefault(word, word)))
    return list(found.values())


def _call(row: dict[str, str]) -> Call:
    title = [row["display_title"] or row["procedure_title"], row["description"]]
    return Call(
        number=row["id"], symbol=row["reference"] or f"EP vote {row['id']}",
        title=unicodedata.normalize("NFC", ": ".join(part for part in title if part)) or f"Vote {row['id']}",
        date=iso_day(row["timestamp"]), kind="amendment" if row["amendment_number"] else "motion", session="", topics=[],
        stated=numbers({option: row[column] for option, column in _TOTALS.items()}),
        outcome=_OUTCOMES.get(row["result"], "unknown"),
        why="The source says that the motion lapsed." if row["result"] == "LAPSED" else "",
    )  # fmt: skip


def voter(written: str, people: People) -> Voter:
    """The member of that code, else of that number with the letters of the Parliament before it."""
    found = [code for code in (written, f"EP{written}") if code in people]
    return Voter(written, tuple(Period(code) for code in found[:1]))
