"""Published values that changed without a signed correction, each with its place and the entry to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from tellers.model.edition import Edition
from tellers.problems import Place, Problem
from tellers.records.read import Reading, place_of
from tellers.stats.changes import Change
from tellers.stats.policy import Missing, missing

PlaceOf = Callable[[str, str], Place]


def unsigned(old: Edition, new: Edition, changes: Iterable[Change], place: PlaceOf) -> tuple[Problem, ...]:
    """What the policy on corrections asks for and nobody signed; empty when all is well."""
    return tuple(_problem(one, place) for one in missing(old, new, changes))


def _problem(one: Missing, place: PlaceOf) -> Problem:
    change = one.change
    wrong = f'was published as "{change.before}", is "{change.after or one.now}" now, and no correction says so'
    whole = " (or one of the field roll for all ballots of the vote)" if change.field.startswith("roll.") else ""
    do = f"add this entry to content/corrections.yml{whole}: {one.entry()}"
    return Problem(place(change.record, change.field), change.field or "record", wrong, do)


def file_of(record: str, field: str) -> Place:
    """The file of a record, where nothing more is known."""
    return Place(f"content/{record}.yml")


def places_in(reading: Reading) -> PlaceOf:
    """Where an editor finds a field of what was read."""

    def place(record: str, field: str) -> Place:
        folder, _, id = record.partition("/")
        content = reading.content
        if content is None or id not in getattr(content, folder):
            return file_of(record, field)
        if field.startswith("roll.") and (vote := content.votes.get(id)) and vote.roll:
            return Place(f"content/{PurePosixPath(record).parent}/{vote.roll.file}")
        keys = field.split(".", 1) if field and not field.startswith("tally.") else []
        return place_of(reading.trees, folder, id, *keys)

    return place
