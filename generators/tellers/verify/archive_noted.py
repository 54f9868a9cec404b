"""An archive as one of its pages is read with it: what is asked is noted, a vote or a member of a decade at a time.

A question about a decade is part of that decade: where all that the dump says of its votes is the same, so is every answer
about it, and none is worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tellers.verify.archives import Archive, Named, Row
from tellers.verify.asked import ALL, KEYS, Noted, Question, note
from tellers.verify.content import Record
from tellers.verify.decade import Decade, Joined, Published, Shared
from tellers.verify.noted_trees import ARCHIVES, NotedTrees, without_digests
from tellers.verify.turns import Turned

DUMP, DECADE = "dump", "decade"
"""Questions to `dump <archive>` are about a vote, those to `decade <archive> 1970` about a member in it."""


def part_of(question: Question) -> Question | None:
    """The question whose answer this one's follows from; None where there is none."""
    return (question[0], ALL) if question[0].startswith(f"{DECADE} ") and question[1] != ALL else None


@dataclass
class NotedArchive(Archive):
    """The archive, of which it is noted what is asked. What holds everything notes that everything is asked."""

    plain: Archive = field(default_factory=lambda: Archive({}, {}))

    @classmethod
    def of(cls, plain: Archive) -> NotedArchive:
        dump = f"{DUMP} {plain.id}"
        votes = Noted(dump, plain.votes)
        trees = {path: tree for path, tree in plain.trees.items() if not path.startswith(ARCHIVES) or path == plain.path}
        found = cls(
            registers(plain), NotedTrees(trees, votes), plain.name, rolls=Noted(dump, plain.rolls), id=plain.id,
            about=without_digests(plain.about), sessions=Noted(dump, plain.sessions), topics=Noted(dump, plain.topics),
            members=Noted(dump, plain.members), own=Noted(dump, plain.own), plain=plain,
        )  # fmt: skip
        found.__dict__ |= {
            "votes": votes,
            "archives": {plain.id: found.about},
            "digests": Noted(f"digests {plain.id}", plain.digests),
            "by_session": Noted(f"session {plain.id}", plain.by_session),
            "by_topic": Noted(f"topic {plain.id}", plain.by_topic),
            "decades": Noted(f"decades {plain.id}", plain.decades),
            "spans": _NotedSpans(plain),
        }
        return found

    def whole(self) -> Archive:
        """The archive itself, for what looks at all of it."""
        note(f"{DUMP} {self.id}", ALL)
        return self.plain

    def near(self, id: str) -> tuple[Named | None, Named | None]:
        note(f"near {self.id}", id)
        return self.plain.near(id)

    def rows(self, code: str, decade: int) -> list[Row]:
        note(f"{DECADE} {self.id} {decade}", f"rows {code}")
        return self.plain.rows(code, decade)

    def chosen(self, code: str, decade: int, option: str) -> int:
        note(f"{DECADE} {self.id} {decade}", f"rows {code}")
        return self.plain.chosen(code, decade, option)

    @property
    def order(self) -> list[str]:
        return self.whole().order

    @property
    def position(self) -> dict[str, int]:
        return self.whole().position

    def recorded(self, decade: int) -> Mapping[str, list[tuple[str, str]]]:
        return self.whole().recorded(decade)

    @property
    def _recorded(self) -> dict[int, Mapping[str, list[tuple[str, str]]]]:
        return self.whole()._recorded

    @property
    def by_decade(self) -> Mapping[int, list[str]]:
        return self.whole().by_decade

    @property
    def _ids(self) -> dict[int, str]:
        return self.whole()._ids

    @property
    def turns(self) -> Mapping[str, Turned]:
        return self.whole().turns

    @property
    def days(self) -> set[str]:
        return self.whole().days

    def strings(self) -> Iterator[str]:
        return self.whole().strings()

    def _folder(self, start: str) -> dict[str, Record]:
        return self.plain._folder(start)


class _NotedSpans(Mapping[int, Decade]):
    """The decades by their first years."""

    def __init__(self, plain: Archive) -> None:
        self._about = f"spans {plain.id}"
        self._held = {first: NotedDecade(f"{DECADE} {plain.id} {first}", span) for first, span in plain.spans.items()}

    def __getitem__(self, first: int) -> NotedDecade:
        note(self._about, str(first))
        return self._held[first]

    def __iter__(self) -> Iterator[int]:
        note(self._about, KEYS)
        return iter(self._held)

    def __len__(self) -> int:
        note(self._about, KEYS)
        return len(self._held)


class NotedDecade(Decade):
    """A decade, of which it is noted what is asked."""

    def __init__(self, about: str, plain: Decade) -> None:
        self.about, self.plain, self.first = about, plain, plain.first

    def whole(self) -> Decade:
        """The decade itself, for what looks at all of it."""
        note(self.about, ALL)
        return self.plain

    @property
    def number(self) -> int:
        note(self.about, "number")
        return self.plain.number

    @property
    def stood(self) -> Mapping[str, Counter[str]]:
        return _Stood(self.about, self.plain.stood)

    def alike(self, code: str) -> tuple[list[Shared], list[Shared]]:
        note(self.about, f"alike {code}")
        return self.plain.alike(code)

    def shared(self, one: str, other: str) -> tuple[int, int]:
        note(self.about, f"shared {min(one, other)} {max(one, other)}")
        return self.plain.shared(one, other)

    @property
    def votes(self) -> list[str]:  # type: ignore[override]
        return self.whole().votes

    @property
    def rolls(self) -> list[Mapping[str, str]]:  # type: ignore[override]
        return self.whole().rolls

    @property
    def published(self) -> Published | None:  # type: ignore[override]
        return self.whole().published

    @property
    def blocs(self) -> list[Joined] | None:  # type: ignore[override]
        return self.whole().blocs

    @property
    def members(self) -> list[str]:
        return self.whole().members

    @property
    def bits(self) -> dict[str, tuple[int, int, int]]:
        return self.whole().bits

    @property
    def pairs(self) -> dict[tuple[str, str], tuple[int, int]]:
        return self.whole().pairs

    def __repr__(self) -> str:
        return f"NotedDecade({self.about!r})"


class _Stood(Noted[Counter[str]]):
    """Where members stood, by their codes."""

    def __getitem__(self, code: str) -> Counter[str]:
        note(self.about, f"stood {code}")
        return self._held[code]

    def __contains__(self, code: object) -> bool:
        note(self.about, f"in {code}")
        return code in self._held

    def get(self, code: str, default: Any = None) -> Any:
        note(self.about, f"stood {code}")
        return self._held.get(code, default)

    def __iter__(self) -> Iterator[str]:
        note(self.about, ALL)
        return iter(self._held)

    def __len__(self) -> int:
        note(self.about, ALL)
        return len(self._held)


def registers(plain: Archive) -> dict[str, str]:
    """The texts of all registers of members."""
    return {path: text for path, text in plain.texts.items() if path.startswith("members/")}
