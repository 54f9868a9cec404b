"""Series, and the signed entries: discrepancies, corrections, gaps."""

from __future__ import annotations

from itertools import pairwise

from tellers.records.checks.references import Lookup


def check_series(look: Lookup) -> None:
    """Every series' votes and their order."""
    for id, series in look.content.series.items():
        record = f"series/{id}"
        look.refer(record, ("votes",), "votes", series.votes)
        look.in_order(record, ("published", series.published), ("updated", series.updated))
        days = [look.content.votes[vote].date if vote in look.content.votes else None for vote in series.votes]
        for position, (first, then) in enumerate(pairwise(days), 1):
            if first is not None and then is not None and then < first:
                wrong = f"{series.votes[position]} ({then}) stands after {series.votes[position - 1]} ({first})"
                look.wrong(record, ("votes", position), wrong, "list the votes in order of time")
        for position, vote in enumerate(series.votes):
            if vote in series.votes[:position]:
                look.wrong(record, ("votes", position), f"{vote} a second time", "list each vote once")


def check_entries(look: Lookup) -> None:
    """Every signed entry: discrepancies, corrections, gaps."""
    for position, entry in enumerate(look.content.discrepancies):
        if _may_be_archived(look, entry.vote):
            _check_once(look, position)
        elif look.refers("discrepancies", (position, "vote"), "votes", entry.vote):
            _check_discrepancy(look, position)
        look.refer("discrepancies", (position, "sources"), "sources", entry.sources)
    for position, correction in enumerate(look.content.corrections):
        look.refers_to_record("corrections", (position, "record"), correction.record)
        look.refer("corrections", (position, "sources"), "sources", correction.sources)
    for position, gap in enumerate(look.content.gaps):
        for place, about in enumerate(gap.about):
            look.refers_to_record("gaps", (position, "about", place), about)


def _may_be_archived(look: Lookup, vote: str) -> bool:
    """Whether the vote can be one of a dump: then the entry is compared with it when the dump is read."""
    return vote not in look.ids("votes") and any(vote.startswith(f"{a.body}/") for a in look.content.archives.values())


def _check_once(look: Lookup, position: int) -> None:
    entry = look.content.discrepancies[position]
    if any((d.vote, d.field) == (entry.vote, entry.field) for d in look.content.discrepancies[:position]):
        look.wrong(
            "discrepancies", (position, "field"), f"{entry.field} of {entry.vote} a second time", "keep one of the two"
        )


def _check_discrepancy(look: Lookup, position: int) -> None:
    """An entry that no longer describes its vote would excuse a new mistake."""
    entry = look.content.discrepancies[position]
    vote, roll = look.content.votes.get(entry.vote), look.content.rolls.get(entry.vote)
    if vote is not None and vote.roll is None:
        look.wrong("discrepancies", (position, "vote"), f"{entry.vote} has no roll to differ from", "remove the entry")
    _check_once(look, position)
    if vote is None or roll is None:
        return
    found = (vote.totals.get(entry.field), roll.count(entry.field))
    if found != (entry.stated, entry.roll):
        wrong = f"signs {entry.stated} and {entry.roll}, but {entry.vote} has {found[0]} stated and {found[1]} in the roll"
        look.wrong("discrepancies", (position, "field"), wrong, "sign the values as they are now, or remove the entry")
