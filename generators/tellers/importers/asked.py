"""What a person asked for on the command line, with the site's content to which the records are to belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tellers.model import Body, Content, Member, Outcome


@dataclass(frozen=True, slots=True)
class Asked:
    """The body whose votes are read, the day on which the file was read, and what the file itself does not tell."""

    content: Content
    body: Body
    day: date
    session: str | None = None
    source: str | None = None
    """Id of a source of the site that describes the file."""
    version: str | None = None
    date: date | None = None
    symbol: str | None = None
    title: str | None = None
    outcome: Outcome | None = None
    leave_out_strays: bool = False
    """Whether ballots of members without a seat that day are left out, with a note, instead of refused."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Columns of a file of one's own, by the field that they hold."""

    @property
    def members(self) -> Mapping[str, Member]:
        """The body's register."""
        return self.content.registers.get(self.body.register_, {})
