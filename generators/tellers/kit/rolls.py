"""The roll of a vote as CSV: a line a ballot, with the member's name on that day."""

from __future__ import annotations

from collections.abc import Mapping

from tellers import encode
from tellers.desk import Desk
from tellers.stats import Result


def files(desk: Desk) -> Mapping[str, bytes]:
    """`roll.csv` beside the page of each vote of which ballots are known."""
    return {f"votes/{id}/roll.csv": _csv(result) for id, result in desk.results.items() if result.roll is not None}


def _csv(result: Result) -> bytes:
    rows = [(code, result.names[code].name, option.value) for code, option in result.roll or ()]
    return encode.csv_text(("member", "name", "option"), rows).encode()
