"""What the reader found: how much it checked, and every difference with its place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tellers.problems import Place, Problem

SCHEMA = Path(__file__).with_name("report.schema.json")
"""JSON Schema of what `Report.as_json` writes."""


@dataclass(frozen=True, slots=True)
class Report:
    """Differences between what was built and what the records say, and how many things of each sort were compared."""

    problems: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """What was looked at in part, and what could not be checked, in sentences."""

    def joined(self, other: Report) -> Report:
        """Both reports as one."""
        counts = Counter(self.counts) + Counter(other.counts)
        problems = tuple(sorted({*self.problems, *other.problems}))
        return Report(problems, dict(sorted(counts.items())), (*self.notes, *other.notes))

    @property
    def checked(self) -> int:
        """How many single things were compared."""
        return sum(self.counts.values())

    def as_json(self, release: str) -> str:
        """`verification.json`: which release it is about, counts by sort, and each difference with what to do."""
        said = {
            "format": 1,
            "release": release,
            "checked": dict(sorted(self.counts.items())),
            "differences": [{"place": str(p.place), "field": p.field, "wrong": p.wrong, "do": p.do} for p in self.problems],
        }
        return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@dataclass(slots=True)
class Findings:
    """Differences and counts that grow while one place after the other is read."""

    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def differs(self, path: str, field: str, found: object, expected: object, do: str = "") -> None:
        """One difference: where, in which field, what stands there and what the records say."""
        wrong = f"found {_short(found)}, expected {_short(expected)}"
        self.problems.append(Problem(Place(path), field, wrong, do or "build the site anew from the records"))

    def compare(self, sort: str, path: str, field: str, found: object, expected: object, do: str = "") -> bool:
        """Count one comparison of this sort, and note it when the two differ."""
        self.counts[sort] += 1
        if found == expected:
            return True
        self.differs(path, field, found, expected, do)
        return False

    def count(self, sort: str, number: int = 1) -> None:
        """So many things of the sort were compared and are as they have to be."""
        self.counts[sort] += number

    def add(self, other: Findings) -> None:
        """Take over what was found elsewhere."""
        self.problems += other.problems
        self.counts.update(other.counts)
        self.notes += other.notes

    def report(self) -> Report:
        """All differences once each, in order of their places."""
        return Report(tuple(sorted(set(self.problems))), dict(sorted(self.counts.items())), tuple(self.notes))


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    text = " ".join(text.split()) if isinstance(value, str) else text
    shown = text if len(text) <= 160 else text[:120] + " … " + text[-36:]
    return f'"{shown}"' if isinstance(value, str) else shown
