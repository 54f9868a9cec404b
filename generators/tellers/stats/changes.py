"""What two editions say differently: a changed value, a ballot, a record that is new or gone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tellers.model.edition import Edition

Rolls = Callable[[str], Mapping[str, str] | None]
"""Options by member of the vote of this id, or None where its roll cannot be read."""

COUNTED = ("tally.", "members", "needed")
"""How the fields begin that nobody states: they follow from ballots, seats, groups and rules."""


@dataclass(frozen=True, order=True, slots=True)
class Change:
    """A published value before and after; empty where there was none, or is none any more.

    The field is empty when the whole record is new or gone.
    """

    record: str
    field: str
    before: str
    after: str

    @property
    def counted(self) -> bool:
        """Whether it follows from other values."""
        return self.field.startswith(COUNTED)


def changes(old: Edition, new: Edition, old_rolls: Rolls, new_rolls: Rolls) -> tuple[Change, ...]:
    """Every value that differs, in order of record and field; a differing roll is told ballot by ballot."""
    found: list[Change] = []
    for record in sorted(old.records.keys() | new.records.keys()):
        if record not in new.records:
            found.append(Change(record, "", "published", ""))
        elif record not in old.records:
            found.append(Change(record, "", "", "published"))
        else:
            found += _fields(record, old.records[record], new.records[record], old_rolls, new_rolls)
    return tuple(found)


def _fields(
    record: str, old: Mapping[str, str], new: Mapping[str, str], old_rolls: Rolls, new_rolls: Rolls
) -> Iterator[Change]:
    for field in sorted(old.keys() | new.keys()):
        change = Change(record, field, old.get(field, ""), new.get(field, ""))
        if change.before == change.after:
            continue
        if field == "roll.digest" and change.before and change.after:
            yield from _ballots(change, old_rolls, new_rolls)
        else:
            yield change


def _ballots(change: Change, old_rolls: Rolls, new_rolls: Rolls) -> list[Change]:
    """The ballots that differ; the digests themselves where a roll cannot be read."""
    vote = change.record.removeprefix("votes/")
    old, new = old_rolls(vote), new_rolls(vote)
    if old is None or new is None:
        return [change]
    pairs = [(member, old.get(member, ""), new.get(member, "")) for member in sorted(old.keys() | new.keys())]
    return [Change(change.record, f"roll.{member}", was, now) for member, was, now in pairs if was != now]


def roll_in(raw: bytes) -> dict[str, str]:
    """Options by member from a roll as it is published."""
    rows = csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""))
    return {row["member"]: row["option"] for row in rows}
