"""How the groups of a body voted, as a table: a row a group, a column an option."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.claims import Claim, bound
from tellers.claims.words import labels
from tellers.desk import Desk
from tellers.encode import Html, token
from tellers.stats import Result


def by_group(desk: Desk, result: Result, ballots: str = "") -> Mapping[str, object] | None:
    """Groups with a member that had a seat, by name and short name, each number bound, and leading to the `ballots` where
    they have an id on the page; None without groups, or where a ballot is not known."""
    if not result.complete or not result.groups:
        return None
    words, options = desk.words, result.options
    rows = [
        (group.name, group.short, [_counted(desk, result.count_in(group, option), ballots) for option in options])
        for group, members in result.groups.items()
        if members
    ]
    return {"options": [labels.option(words, option) for option in options], "rows": rows}


def _counted(desk: Desk, claim: Claim, ballots: str) -> Html:
    number = bound(desk.words.number(_int(claim.value)), claim)
    if not claim.value or not ballots:
        return number
    return Html.of('<a href="#{ballots}">{number}</a>', ballots=token(ballots), number=number)


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no count")
    return value
