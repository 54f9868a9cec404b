"""Who moved between two votes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tellers.model import ORDER, Option, Roll


@dataclass(frozen=True, slots=True)
class Shift:
    """So many members chose `before` in the earlier vote and `after` in the later one."""

    before: Option
    after: Option
    members: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.members)


def shifts(earlier: Roll, later: Roll) -> tuple[Shift, ...]:
    """All pairs of options that occur among members in both rolls, in the order of `ORDER` twice."""
    then, now = dict(earlier), dict(later)
    pairs = Counter((then[code], now[code]) for code in then if code in now)
    wanted = [(before, after) for before in ORDER for after in ORDER if pairs[before, after]]
    return tuple(Shift(before, after, moved(earlier, later, before, after)) for before, after in wanted)


def moved(earlier: Roll, later: Roll, before: Option, after: Option) -> tuple[str, ...]:
    """Codes of the members that went from one option to the other, in order."""
    now = dict(later)
    return tuple(code for code, option in earlier if option == before and now.get(code) == after)
