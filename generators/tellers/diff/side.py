"""One of the two things that are compared: content that somebody wrote, or a site that was built from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tellers.model.edition import Edition
from tellers.problems import Place, Problem


@dataclass(frozen=True, order=True, slots=True)
class Stated:
    """A value that an explainer states: on which page, which claim, and which value."""

    explainer: str
    spec: str
    value: str


@dataclass(frozen=True, order=True, slots=True)
class Pin:
    """A pinned picture: its file's name, which figure it shows, and the digest of the data that it shows."""

    name: str
    figure: str
    digest: str


class Side(Protocol):
    """What both sides can tell. Figures are told apart by their looks: what differs in nothing else differs in style."""

    @property
    def edition(self) -> Edition: ...

    def roll(self, vote: str) -> Mapping[str, str] | None:
        """Options by member, or None where there is no roll."""

    def looks(self) -> Mapping[str, str]:
        """A digest of everything visible, and of the file, by figure."""

    def digest(self, figure: str) -> str:
        """The digest of the figure's data, or nothing where there is no such figure."""

    def picture(self, figure: str) -> bytes | None:
        """The figure as PNG."""

    def stated(self) -> tuple[Stated, ...]:
        """What explainers state, in order."""

    def value(self, spec: str) -> str | None:
        """The value of a claim here, or None where it cannot be told."""

    def untrue(self) -> tuple[Problem, ...]:
        """What explainers get wrong."""

    def pins(self) -> tuple[Pin, ...]:
        """Pinned pictures, in order."""

    def place(self, record: str, field: str) -> Place:
        """Where an editor finds the field."""
