"""Looking up what a record refers to, and saying so when it is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tellers.formats.yaml import Key, Tree
from tellers.model import Content
from tellers.problems import Place, Problems
from tellers.records.fit import nearest

_ONE = {"votes": "vote", "sources": "source", "quotes": "quote", "speakers": "speaker", "bodies": "body", "series": "series"}


@dataclass(frozen=True, slots=True)
class Lookup:
    """The content, the places of its fields, and where problems go."""

    content: Content
    trees: Mapping[str, Tree]
    problems: Problems
    unread: frozenset[str]

    def place(self, record: str, *key: str | int) -> Place:
        """Where a field of `votes/un-ga/es-11_7` stands."""
        path = f"content/{record}.yml"
        return self.trees[path].place(key) if path in self.trees else Place(path)

    def wrong(self, record: str, key: Key, wrong: str, do: str) -> None:
        self.problems.add(self.place(record, *key), ".".join(map(str, key)), wrong, do)

    def ids(self, folder: str) -> list[str]:
        """Ids of all records in the folder, those with problems of their own included."""
        known = list(getattr(self.content, folder))
        return known + [key.partition("/")[2] for key in self.unread if key.startswith(folder + "/")]

    def has_unread(self, folder: str) -> bool:
        """Whether something in the folder could not be read, so that what it holds is not known."""
        return any(key.startswith(folder + "/") for key in self.unread)

    def refers(self, record: str, key: Key, folder: str, id: str) -> bool:
        """Whether the folder has the id that stands at the key; a problem when not."""
        known = self.ids(folder)
        if id in known:
            return True
        one = _ONE[folder]
        self.wrong(record, key, f'unknown {one} "{id}"', nearest(id, known, f"write content/{folder}/{id}.yml"))
        return False

    def refer(self, record: str, key: Key, folder: str, ids: Iterable[str]) -> None:
        for position, id in enumerate(ids):
            self.refers(record, (*key, position), folder, id)

    def refers_to_record(self, record: str, key: Key, target: str) -> None:
        """A reference to any record, written with its folder: `votes/un-ga/es-11_7`."""
        folder, _, id = target.partition("/")
        if folder in _ONE and id in self.ids(folder):
            return
        if folder == "explainers" and id in self.ids("explainers"):
            return
        if folder == "members" and (self.has_unread("members") or any(id in m for m in self.content.registers.values())):
            return
        known = [f"{folder}/{id}" for folder in (*_ONE, "explainers") for id in self.ids(folder)]
        known += [f"members/{code}" for members in self.content.registers.values() for code in members]
        do = nearest(target, known, "write folder and id, such as votes/un-ga/es-11_7 or members/FRA")
        self.wrong(record, key, f'dead reference "{target}"', do)

    def in_order(self, record: str, first: tuple[str, date | None], then: tuple[str, date | None]) -> None:
        """A problem when the second day is before the first."""
        (first_name, first_day), (then_name, then_day) = first, then
        if first_day is not None and then_day is not None and then_day < first_day:
            wrong = f"{then_day} is before {first_name} ({first_day})"
            self.wrong(record, (then_name,), wrong, "put the days in order")
