"""What a figure claims, before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tellers.claims import Claim, Mark, Sentence
from tellers.manifest import ClaimLine, Input, Manifest, MarkLine

Cell = str | Sentence


@dataclass(frozen=True, slots=True)
class Table:
    """A figure's numbers as a table: a header and rows of finished cells, the first of each row its heading."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Chart:
    """The marks of a figure with their claims, its finished words, and the records it was made from.

    `figure` is the figure's id, `<vote, series or quote id>.<kind>` with an optional third part. `labels` are further
    finished words that the kind draws, by names of its own. Drawing reads values from claims; it cannot count.
    """

    figure: str
    kind: str
    inputs: tuple[Input, ...]
    title: Sentence
    subtitle: Sentence
    alt: str
    desc: str
    source: str
    marks: tuple[Mark, ...]
    table: Table
    claims: tuple[Claim, ...] = ()
    """Claims in words of the figure that no mark carries, such as a base named in the subtitle."""
    labels: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Mark]:
        return {mark.id: mark for mark in self.marks}

    def value(self, mark: str) -> int:
        """The whole number that the mark claims."""
        value = self.by_id[mark].claim.value
        if not isinstance(value, int):
            raise TypeError(f"{self.figure}: mark {mark} claims {value!r}, not a count")
        return value

    def with_role(self, prefix: str) -> tuple[Mark, ...]:
        """The marks whose id begins with `prefix` and a colon, in order."""
        return tuple(mark for mark in self.marks if mark.id.startswith(prefix + ":"))

    def all_claims(self) -> tuple[Claim, ...]:
        """Every claim once, marks' first, in order."""
        said = [said.claim for s in (self.title, self.subtitle) for said in s.parts if hasattr(said, "claim")]
        return tuple(dict.fromkeys([*(mark.claim for mark in self.marks), *self.claims, *said]))

    def manifest(self, width: int, theme: str, site: Mapping[str, str]) -> Manifest:
        """The figure's description of itself at this width and theme."""
        ids = {claim: f"c{number}" for number, claim in enumerate(self.all_claims(), 1)}
        return Manifest(
            figure=self.figure,
            kind=self.kind,
            width=width,
            theme=theme,
            inputs=self.inputs,
            claims=tuple(ClaimLine(id, claim.says, dict(claim.of), claim.written) for claim, id in ids.items()),
            marks=tuple(MarkLine(mark.id, mark.role, ids[mark.claim]) for mark in self.marks),
            words={
                "title": str(self.title),
                "subtitle": str(self.subtitle),
                "alt": self.alt,
                "desc": self.desc,
                "source": self.source,
            },
            site=site,
        )
