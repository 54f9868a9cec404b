"""A mark is a drawn thing that carries one claim."""

from __future__ import annotations

from dataclasses import dataclass

from tellers.claims.claim import Claim


@dataclass(frozen=True, slots=True)
class Mark:
    """What a figure draws for a claim.

    `id` is unique in the figure (`bar:yes`, `tile:FRA`), `role` names its paint (usually the option), `label` is the
    finished text drawn at it, `group` the row, block or side that it belongs to.
    """

    id: str
    role: str
    claim: Claim
    label: str = ""
    member: str = ""
    option: str = ""
    group: str = ""
