"""What the reader found: how much it checked, and every difference with its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tellers.problems import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """Differences between what was built and what the records say, and how many things of each sort were compared."""

    problems: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def checked(self) -> int:
        """How many single things were compared."""
        return sum(self.counts.values())

    def as_json(self) -> str:
        """`verification.json`: counts by sort, and each difference with place, field, what is wrong and what to do."""
        said = {
            "format": 1,
            "checked": dict(sorted(self.counts.items())),
            "differences": [
                {"place": str(p.place), "field": p.field, "wrong": p.wrong, "do": p.do} for p in self.problems
            ],
        }
        return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
