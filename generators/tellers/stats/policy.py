"""The policy on corrections: a published value that changes has a signed entry in `content/corrections.yml`.

Asked for are the values that somebody stated: outcome, day, totals, ballots, words. Numbers that follow from them need no
entry of their own. Where only what is counted changed, somebody changed seats, groups or rules, and the entry is about that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tellers.model import Correction
from tellers.model.edition import Edition
from tellers.stats.changes import Change

UNKNOWN, WITHDRAWN = "unknown", "withdrawn"
_NAMES = ("name",)
"""Fields that say which record it is; a symbol that is learnt later corrects nothing."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A changed value without its entry, and what the entry has to say."""

    change: Change
    record: str
    field: str
    was: str
    now: str

    def entry(self) -> str:
        """The entry to write, on one line, to be completed with reason, sources and day."""
        was, now = (json.dumps(value, ensure_ascii=False) for value in (self.was, self.now))
        values = f"record: {self.record}, field: {self.field}, was: {was}, now: {now}"
        return f"- {{{values}, reason: …, sources: […], signed: …}}"


def missing(old: Edition, new: Edition, changes: Iterable[Change]) -> tuple[Missing, ...]:
    """Changes of published values that no entry signed since accounts for, in order."""
    signed = _signed_since(old, new)
    found: list[Missing] = []
    for record, group in groupby(changes, key=lambda change: change.record):
        if record in old.records:
            found += _of_record(old, record, list(group), signed)
    return tuple(found)


def _of_record(old: Edition, record: str, changes: list[Change], signed: Sequence[Correction]) -> list[Missing]:
    stated = [c for c in changes if not c.counted and c.before and c.field not in _NAMES]
    asked = [_asked(change, old) for change in stated]
    lacking = [one for one in asked if not _accounted(one, signed) and not _roll_signed(one, changes, signed)]
    counted = [c for c in changes if c.counted and c.before]
    if lacking or stated or not counted:
        return lacking
    if any(entry.record == record or entry.record == f"bodies/{old.records[record]['body']}" for entry in signed):
        return []
    return [] if any(entry.record.startswith("members/") for entry in signed) else [_asked(counted[0], old)]


def _asked(change: Change, old: Edition) -> Missing:
    """A withdrawn record cannot have an entry, for there is nothing left to lead to: its body or speaker has it."""
    if change.field:
        return Missing(change, change.record, change.field, change.before, change.after or UNKNOWN)
    said = old.records[change.record]
    holder = f"bodies/{said['body']}" if "body" in said else f"speakers/{said['speaker']}"
    return Missing(change, holder, change.record, change.before, WITHDRAWN)


def _accounted(asked: Missing, signed: Sequence[Correction]) -> bool:
    """Whether entries lead, one after the other, from the value before to the value after."""
    value = asked.was
    for entry in signed:
        if (entry.record, entry.field, entry.was) == (asked.record, asked.field, value):
            value = entry.now
    return value == asked.now


def _roll_signed(asked: Missing, changes: Sequence[Change], signed: Sequence[Correction]) -> bool:
    """Whether one entry accounts for the whole roll that the ballot is of."""
    if not asked.field.startswith("roll."):
        return False
    return any(entry.record == asked.record and entry.field == "roll" for entry in signed)


def _signed_since(old: Edition, new: Edition) -> list[Correction]:
    """Entries that the old edition does not have, in the order of their days."""
    return sorted((entry for entry in new.corrections if entry not in old.corrections), key=lambda entry: entry.signed)
