"""Stated totals that differ from the roll: each is refused, and proposed for the ledger, where a person signs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tellers.importers.changes import Change
from tellers.importers.imported import Imported
from tellers.importers.yaml import yaml_text
from tellers.model import Content, Known, Option
from tellers.problems import Problem

TO_FILL_IN = "FILL IN"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stated total and the number of ballots in the roll, which ought to be the same."""

    vote: str
    option: Option
    stated: int
    counted: int
    sources: tuple[str, ...]


def differences(imported: Imported, content: Content) -> tuple[Difference, ...]:
    """Every stated total that is not the roll's and that no entry of the ledger signs, in order of votes and options."""
    signed = {(entry.vote, entry.field, entry.stated, entry.roll) for entry in content.discrepancies}
    found = []
    for id, roll in imported.rolls.items():
        vote = imported.votes[id]
        for option, stated in vote.totals.items():
            counted = roll.count(option)
            whole = vote.known is Known.FULL
            if (stated != counted if whole else counted > stated) and (id, option, stated, counted) not in signed:
                found.append(Difference(id, option, stated, counted, vote.sources))
    return tuple(found)


def refusals(found: Sequence[Difference], imported: Imported) -> list[Problem]:
    """A problem for each difference, at the vote's place in the source file."""
    do = "compare with the source; if it says both, sign the proposed entry in content/discrepancies.yml"
    return [
        Problem(imported.places[d.vote], f"stated.{d.option}", f"{d.vote}: {d.stated} stated, {d.counted} in the roll", do)
        for d in found
    ]


def proposed_discrepancies(found: Sequence[Difference]) -> str:
    """Entries for content/discrepancies.yml in which a person writes the reason and signs with the day."""
    entries = [
        {
            "vote": d.vote, "field": str(d.option), "stated": d.stated, "roll": d.counted, "reason": TO_FILL_IN,
            "sources": list(d.sources), "signed": TO_FILL_IN,
        }
        for d in found
    ]  # fmt: skip
    return _HEAD.format("content/discrepancies.yml", "says why both values stand") + yaml_text(entries)


def proposed_corrections(changed: Mapping[str, tuple[Change, ...]], imported: Imported) -> str:
    """Entries for content/corrections.yml, one for each published value that is replaced."""
    entries = [
        {
            "record": f"votes/{id}", "field": change.field, "was": change.was, "now": change.now, "reason": TO_FILL_IN,
            "sources": list(imported.votes[id].sources), "signed": TO_FILL_IN,
        }
        for id, found in changed.items()
        for change in found
    ]  # fmt: skip
    return _HEAD.format("content/corrections.yml", "says how the mistake came about") + yaml_text(entries)


_HEAD = (
    "# Proposed by `tellers import`, not read by anything. A person moves an entry to {0}, {1} in\n"
    "# `reason`, and signs it with the day.\n"
)
