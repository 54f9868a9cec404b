"""The roll of a vote as CSV: a line a ballot, with the member's name on that day."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.desk import Desk
from tellers.desk.tables import roll_table


def files(desk: Desk) -> Mapping[str, bytes]:
    """`roll.csv` beside the page of each vote of which ballots are known."""
    known = {id: result for id, result in desk.results.items() if result.roll is not None}
    return {f"votes/{id}/roll.csv": roll_table(desk.words, result).csv() for id, result in known.items()}
