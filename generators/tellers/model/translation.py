"""What translators wrote: the forms of each message in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tellers.problems import Place

MessageId = tuple[str, str]
"""The context of a message, empty for none, and the message in English; of one with a plural, its singular."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The translations of one file: the forms of each message, in the order of the language's plural rule."""

    path: str
    forms: Mapping[MessageId, tuple[str, ...]]
    plurals: Mapping[MessageId, str]
    """The English plural of each message that has one."""
    lines: Mapping[MessageId, int]
    rule: Callable[[int], int] = field(repr=False, compare=False)
    """Which form goes with a number."""

    def place(self, id: MessageId) -> Place:
        """Where the message stands."""
        return Place(self.path, self.lines.get(id, 0))
