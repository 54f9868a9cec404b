"""What an import would change in content: new, the same, or changed, and in which ballots and totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tellers.importers.imported import Imported
from tellers.model import Content, Month, Option, Outcome, Roll, Vote
from tellers.model.option import CAST

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a vote that the site has otherwise, as corrections name it: `roll.FRA`, `stated.yes`, `date`."""

    field: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.field} {self.was} → {self.now}"


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of votes that are new and that are the same, and the changes of the others, all in order."""

    new: tuple[str, ...]
    same: tuple[str, ...]
    changed: Mapping[str, tuple[Change, ...]]


def changes(imported: Imported, content: Content) -> Changes:
    """Each imported vote beside the one that the site has under its id.

    Words that editors write, such as the title, are theirs: the source's are not compared.
    """
    known = [id for id in imported.votes if id in content.votes]
    found = {id: _changes(id, imported, content) for id in known}
    return Changes(
        new=tuple(id for id in imported.votes if id not in content.votes),
        same=tuple(id for id in known if not found[id]),
        changed={id: found[id] for id in known if found[id]},
    )


def _changes(id: str, imported: Imported, content: Content) -> tuple[Change, ...]:
    was, now = content.votes[id], imported.votes[id]
    return (*_facts(was, now), *_totals(was, now), *_ballots(content.rolls.get(id), imported.rolls.get(id)))


def _facts(was: Vote, now: Vote) -> list[Change]:
    out = [Change("body", was.body, now.body)] if was.body != now.body else []
    if str(was.date) != str(now.date) and not _is_its_month(was.date, now.date):
        out.append(Change("date", str(was.date), str(now.date)))
    if now.outcome not in (was.outcome, Outcome.UNKNOWN):
        out.append(Change("outcome", was.outcome, now.outcome))
    return out


def _is_its_month(was: date, now: date) -> bool:
    """Whether the source tells only the month of a day that the site has."""
    return isinstance(now, Month) and (was.year, was.month) == (now.year, now.month)


def _totals(was: Vote, now: Vote) -> list[Change]:
    """Totals that both state and that differ; a total that only one of them states is no contradiction."""
    both = [option for option in now.totals if option in was.totals]
    pairs = [(option, was.totals[option], now.totals[option]) for option in both]
    return [Change(f"stated.{option}", str(old), str(new)) for option, old, new in pairs if old != new]


def _ballots(was: Roll | None, now: Roll | None) -> list[Change]:
    if was is None or now is None:
        return [Change("roll", "none", f"{len(now)} ballots")] if now is not None else []
    if was == now:
        return []
    old, new = dict(was), dict(now)
    codes = sorted(code for code in old.keys() | new.keys() if _differ(old.get(code), new.get(code)))
    return [Change(f"roll.{code}", str(old.get(code, "none")), str(new.get(code, "none"))) for code in codes]


def _differ(was: Option | None, now: Option | None) -> bool:
    """Whether the two contradict: that a source has no ballot of a member says nothing about why it cast none."""
    return was != now and not (now is Option.NO_RECORD and was not in CAST)


def listed(changes: tuple[Change, ...]) -> str:
    """The changes in a line, the first dozen of many."""
    more = f" and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
    return "; ".join(map(str, changes[:SHOWN])) + more
