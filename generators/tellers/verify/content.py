"""The records as the reader reads them: votes, rolls, registers, groups, and the digest of each.

Nothing here is shared with what wrote the site. Fields stay strings until somebody counts with them.
"""

from __future__ import annotations

import hashlib
from calendar import monthrange
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tellers.verify.asked import Memo
from tellers.verify.nodes import Tree, bytes_below, digest_of, rows_of, text_of, texts_below, tree_of

Record = dict[str, Any]
NO_GROUP, IN_NO_GROUP = "no-group", "In no group"
"""Id and name of those who are in none of the groups of a body."""


@dataclass(slots=True)
class Roll:
    """Ballots by member in the order of the file, and the lines as their digest is made of them."""

    ballots: Mapping[str, str]
    lines: list[str]

    @property
    def digest(self) -> str:
        text = "".join(line + "\n" for line in sorted(self.lines))
        return "sha256:" + hashlib.sha256(text.encode()).hexdigest()

    def says(self, option: str) -> bool:
        """Whether any ballot is of the option."""
        return option in self.ballots.values()


@dataclass
class Content:
    """Everything below `content/`."""

    texts: Mapping[str, str]
    trees: Mapping[str, Tree]
    name: str = ""
    """The site's name in `mkdocs.yml`, which ends the title of each page."""
    stored: dict[str, bytes] = field(default_factory=dict)
    """Stored copies of sources by path: `snapshots/<source>.txt`."""

    rolls: Mapping[str, Roll] = field(default_factory=dict)
    inside: Memo[set[str]] = field(default_factory=Memo)
    """Members of a group in a body on a day, once found."""

    seats: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Seated members of a body on a day, once found."""

    behind: Memo[tuple[str, ...]] = field(default_factory=Memo)
    """Ids of the sources on which a record rests, once found."""

    signed: tuple[str, ...] = ()
    """Names of votes of archives that the ledger of discrepancies is about."""

    @cached_property
    def votes(self) -> Mapping[str, Record]:
        return self._folder("votes/")

    @cached_property
    def bodies(self) -> dict[str, Record]:
        return self._folder("bodies/")

    @cached_property
    def quotes(self) -> dict[str, Record]:
        return self._folder("quotes/")

    @cached_property
    def speakers(self) -> dict[str, Record]:
        return self._folder("speakers/")

    @cached_property
    def series(self) -> dict[str, Record]:
        return self._folder("series/")

    @cached_property
    def sources(self) -> dict[str, Record]:
        return self._folder("sources/")

    @cached_property
    def archives(self) -> dict[str, Record]:
        return self._folder("archives/")

    @cached_property
    def site(self) -> Record:
        found = self.trees.get("site.yml")
        return found if isinstance(found, Mapping) else {}

    @property
    def languages(self) -> list[str]:
        """The languages that the site names beside English."""
        found = self.site.get("languages")
        return [str(language) for language in found] if isinstance(found, list) else []

    def is_elsewhere(self, path: str) -> bool:
        """Whether the file of the built site is of one of these languages."""
        return "/" in path and path.partition("/")[0] in self.languages

    @cached_property
    def discrepancies(self) -> list[Record]:
        found = self.trees.get("discrepancies.yml")
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

    @cached_property
    def corrections(self) -> list[Record]:
        found = self.trees.get("corrections.yml")
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

    @cached_property
    def redirects(self) -> list[Record]:
        found = self.trees.get("redirects.yml")
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

    @cached_property
    def registers(self) -> dict[str, list[dict[str, str]]]:
        """Lines `member,name,short,from,to` of each register."""
        names = [p for p in self.texts if p.startswith("members/") and p.endswith(".csv") and not p.endswith(".groups.csv")]
        return {path.removeprefix("members/").removesuffix(".csv"): rows_of(self.texts[path]) for path in names}

    @cached_property
    def memberships(self) -> dict[str, list[dict[str, str]]]:
        """Lines `group,member,from,to` of each register."""
        return {name: rows_of(self.texts.get(f"members/{name}.groups.csv", "")) for name in self.registers}

    @cached_property
    def groups(self) -> dict[str, dict[str, Record]]:
        """Descriptions of groups by register and id."""
        out: dict[str, dict[str, Record]] = {}
        for name in self.registers:
            found = self.trees.get(f"members/{name}.groups.yml")
            rows = found if isinstance(found, list) else []
            out[name] = {str(row["id"]): row for row in rows if isinstance(row, dict)}
        return out

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each record by folder and id: `votes/un-ga/es-11_7`."""
        out: dict[str, str] = {}
        for path, tree in self.trees.items():
            key = path.removesuffix(".yml")
            roll = self.rolls.get(key.removeprefix("votes/")) if key.startswith("votes/") else None
            if roll is not None and isinstance(tree, Mapping):
                out[key] = digest_of({**tree, "roll": {**tree["roll"], "file": roll.digest}})
            else:
                out[key] = digest_of(tree)
        for name in self.registers:
            endings = (".csv", ".groups.csv", ".groups.yml")
            out[f"members/{name}"] = digest_of([self.texts.get(f"members/{name}{ending}", "") for ending in endings])
        for path, text in self.texts.items():
            if path.startswith("explainers/"):
                out[path.removesuffix(".md")] = digest_of(text)
        return out

    def register_of(self, vote: Record) -> str:
        return str(self.bodies[vote["body"]]["register"])

    def seated(self, vote: Record) -> list[str]:
        """Codes of the members that had a seat in the body on the day of the vote, in order."""
        body, when = str(vote["body"]), str(vote["date"])
        if len(when) == len("1971-10"):
            return self._seated_in_month(vote, body, when)
        if (body, when) not in self.seats:
            self.seats[body, when] = self.seated_on(body, when)
        return self.seats[body, when]

    @cached_property
    def _ids(self) -> dict[int, str]:
        """The id of each vote by the object that its record is."""
        return {id(vote): name for name, vote in self.votes.items()}

    def _seated_in_month(self, vote: Record, body: str, month: str) -> list[str]:
        """Of a vote whose day is not known: who sat through the month, and who sat on a part of it and has a ballot."""
        year, number = map(int, month.split("-"))
        daily = [set(self.seated_on(body, f"{month}-{day:02}")) for day in range(1, monthrange(year, number)[1] + 1)]
        through, some = set.intersection(*daily), set.union(*daily)
        roll = self.rolls.get(self._ids[id(vote)])
        return sorted(through | (some & set(roll.ballots if roll is not None else ())))

    def seated_on(self, body_id: str, day: str) -> list[str]:
        """Codes of the members with a seat in the body on the day, in order."""
        return sorted({str(line["member"]) for line in self.seat_lines(body_id) if _holds(line, day)})

    def seat_lines(self, body_id: str) -> list[dict[str, Any]]:
        """Each seat of the body with its first and last day; the lines of the register where all of it have a seat."""
        body = self.bodies[body_id]
        return self.registers[str(body["register"])] if body.get("seats") == "register" else body.get("seats") or []

    def in_group(self, vote: Record, group: str) -> set[str]:
        """Seated members that belong to the group on the day of the vote."""
        key = str(vote["body"]), str(vote["date"]), group
        return self.inside.get(key, lambda: self._in_group(vote, group))

    def _in_group(self, vote: Record, group: str) -> set[str]:
        when = str(vote["date"])
        register, day = self.register_of(vote), when if len(when) > len("1971-10") else f"{when}-01"
        inside = {name: self._members(register, name, day) for name in self.bodies[vote["body"]].get("groups") or []}
        seated = set(self.seated(vote))
        if group == NO_GROUP:
            return seated.difference(*inside.values())
        if group not in inside:
            raise KeyError(f"group {group}")
        return seated & inside[group]

    def _members(self, register: str, group: str, day: str) -> set[str]:
        return {row["member"] for row in self.memberships[register] if row["group"] == group and _holds(row, day)}

    def names_of(self, code: str) -> frozenset[str]:
        """Every name, long and short, that the member ever had."""
        return self._names.get(code, frozenset())

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for register in self.registers.values():
            for row in register:
                found.setdefault(row["member"], set()).update((row["name"], row["short"]))
        return {code: frozenset(names) for code, names in found.items()}

    def called(self, code: str) -> str:
        """The short name that the member has last; empty where no register has the code."""
        rows = [row for register in self.registers.values() for row in register if row["member"] == code]
        return max(rows, key=lambda row: row["from"])["short"] if rows else ""

    def name_of(self, vote: Record) -> str:
        """How a vote is called: its symbol, or its title where there is none."""
        symbol = vote.get("symbol")
        return str(symbol) if symbol and symbol != "unknown" else str(vote["title"])

    def complete(self, vote_id: str) -> bool:
        """Whether every ballot of the vote is known."""
        return self.votes[vote_id].get("known", "full") == "full" and vote_id in self.rolls

    def stated(self, vote_id: str) -> dict[str, int]:
        """The totals that the source prints, where they are numbers."""
        stated = self.votes[vote_id].get("stated")
        pairs = stated.items() if isinstance(stated, Mapping) else ()
        return {option: int(count) for option, count in pairs if isinstance(count, str) and count.isdecimal()}

    def tally(self, vote_id: str) -> dict[str, int]:
        """How many chose each option: counted from the roll where every ballot is known, else as stated."""
        return self._tallies(vote_id) if self.complete(vote_id) else self.stated(vote_id)

    def _tallies(self, vote_id: str) -> dict[str, int]:
        counts: dict[str, int] = {}
        for option in self.rolls[vote_id].ballots.values():
            counts[option] = counts.get(option, 0) + 1
        return counts

    def is_dated(self, text: str, ways: Callable[[str], Container[str]]) -> bool:
        """Whether a text such as `6 May 2025, A/RES/1` is the day and the name of one vote; true for any other text.

        `ways` gives the ways to write a day.
        """
        said, comma, name = text.partition(", ")
        called = [vote for vote in self.votes.values() if self.name_of(vote) == name] if comma else []
        return not called or any(said in ways(str(vote["date"])) for vote in called)

    @cached_property
    def days(self) -> set[str]:
        """Every day that stands in a record."""
        return {text for text in self.strings() if len(text) == 10 and text[4] == "-" and text[7] == "-"}

    def strings(self) -> Iterator[str]:
        """Every text of every record but digests, every cell of every register, and what votes in the ledger are called.

        Whoever keeps what it makes of them notes a question of its own where that is used.
        """
        for tree in self.trees.values():
            yield from _texts(tree)
        for register in self.registers.values():
            for row in register:
                yield from row.values()
        yield from self.signed

    def said(self, record: str) -> tuple[str, ...]:
        """The texts of a record that have letters; none where there is no such record."""
        return tuple(text for text in _texts(self.trees.get(f"{record}.yml")) if any(map(str.isalpha, text)))

    def _folder(self, start: str) -> dict[str, Record]:
        found = ((path, tree) for path, tree in self.trees.items() if path.startswith(start))
        return {path.removeprefix(start).removesuffix(".yml"): tree for path, tree in found if isinstance(tree, Mapping)}


def read_content(site: Path) -> Content:
    """The records of the site in this folder; raises EnvironmentFault where they cannot be read."""
    texts = texts_below(site / "content")
    trees = {path: tree_of(text, f"content/{path}") for path, text in texts.items() if path.endswith(".yml")}
    for path, text in texts.items():
        if path.startswith("explainers/") and text.startswith("---\n"):
            trees[path.removesuffix(".md") + ".yml"] = tree_of(text[4:].partition("\n---\n")[0], f"content/{path}")
    rolls: dict[str, Roll] = {}
    content = Content(texts, trees, _site_name(site / "mkdocs.yml"), bytes_below(site / "content"), rolls)
    for vote_id, vote in content.votes.items():
        named = vote.get("roll")
        path = f"{Path('votes', vote_id).parent.as_posix()}/{named['file']}" if isinstance(named, Mapping) else ""
        if path in texts:
            rolls[vote_id] = _roll(texts[path])
    return content


def _site_name(settings: Path) -> str:
    """The line `site_name:` alone: the rest of the file is the site builder's affair."""
    lines = text_of(settings).splitlines() if settings.is_file() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("site_name:")]
    found = tree_of(named[0], "mkdocs.yml") if named else None
    return found if isinstance(found, str) else ""


def _roll(text: str) -> Roll:
    rows = rows_of(text)
    ballots = {row["member"]: row["option"] for row in rows}
    lines = [",".join([row["member"], row["option"], *([row["reason"]] if row.get("reason") else [])]) for row in rows]
    return Roll(ballots, lines)


def _holds(line: dict[str, Any], day: str) -> bool:
    """Whether the line's `from` and `to` take in the day; ISO days compare as text."""
    return (line.get("from") or "") <= day <= (line.get("to") or "9999")


def _texts(tree: Tree) -> Iterator[str]:
    return (text for text in leaves(tree) if not text.startswith("sha256:"))


def leaves(tree: Tree) -> Iterator[str]:
    """Every text in the tree, in the order of the file."""
    if isinstance(tree, Mapping):
        for value in tree.values():
            yield from leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value)
    elif tree is not None:
        yield tree
