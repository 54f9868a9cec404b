"""How the groups of a body voted, as a table: a row a group, a column an option."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.claims import bound
from tellers.claims.words import labels
from tellers.desk import Desk
from tellers.stats import Result


def by_group(desk: Desk, result: Result) -> Mapping[str, object] | None:
    """Groups with a member that had a seat, each number bound; None without groups, or where a ballot is not known."""
    if not result.complete or not result.groups:
        return None
    words, options = desk.words, result.options
    rows = [
        (group.name, [bound(words.number(_int(c.value)), c) for c in (result.count_in(group, o) for o in options)])
        for group, members in result.groups.items()
        if members
    ]
    return {"options": [labels.option(words, option) for option in options], "rows": rows}


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no count")
    return value
