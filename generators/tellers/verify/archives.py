"""The archives as the reader reads them: every vote of a dump as a record, its roll counted from the rows."""

from __future__ import annotations

import hashlib
import os
import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tellers.problems import EnvironmentFault
from tellers.verify.content import Content, Record, Roll
from tellers.verify.decade import Decade
from tellers.verify.dumps import Call, Country, countries, read_calls, sitting
from tellers.verify.nodes import Tree, digest_of
from tellers.verify.turns import Turned, turned

_OPTIONS = {"yes": ("yes",), "no": ("no",), "abstain": ("abstain",), "1": ("yes",), "2": ("abstain",), "3": ("no",),
            "8": ("absent", "not-voting"), "9": ()}  # fmt: skip
CAST = ("yes", "no", "abstain")


@dataclass
class Archive(Content):
    """What the pages of one archive are compared with: its votes, and of the site only what they rest on."""

    trees: dict[str, Tree]
    rolls: dict[str, Roll] = field(default_factory=dict)
    id: str = ""
    about: Record = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    topics: dict[str, list[str]] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    """Codes of the members seated at each vote, in order."""

    own: dict[str, str] = field(default_factory=dict)
    """Digest of each vote of the dump."""

    @cached_property
    def digests(self) -> dict[str, str]:
        kept = Content(self.texts, {path: tree for path, tree in self.trees.items() if path[6:-4] not in self.own})
        return {**kept.digests, **{f"votes/{id}": digest for id, digest in self.own.items()}}

    def seated(self, vote: Record) -> list[str]:
        return self.members[vote["id"]]

    @cached_property
    def order(self) -> list[str]:
        """Ids of all votes, oldest first."""
        return sorted(self.votes, key=lambda id: (_first(self.votes[id]["date"]), id))

    @cached_property
    def records(self) -> dict[tuple[str, int], list[tuple[str, str]]]:
        """Votes and ballots of a member in a decade, oldest first; who has no record has no ballot."""
        found: dict[tuple[str, int], list[tuple[str, str]]] = {}
        for id in self.order:
            decade = int(self.votes[id]["date"][:3]) * 10
            for code, option in self.rolls[id].ballots.items() if id in self.rolls else ():
                if option != "no-record":
                    found.setdefault((code, decade), []).append((id, option))
        return found

    @cached_property
    def position(self) -> dict[str, int]:
        return {id: at for at, id in enumerate(self.order)}

    @cached_property
    def decades(self) -> dict[str, list[int]]:
        """The decades in which each member has a ballot, in order."""
        found: dict[str, list[int]] = {}
        for code, decade in sorted(self.records):
            found.setdefault(code, []).append(decade)
        return found

    @cached_property
    def spans(self) -> dict[int, Decade]:
        """By its first year, each decade that has a vote of which every ballot is known."""
        found: dict[int, Decade] = {}
        for id in self.order:
            if id in self.rolls and self.votes[id]["known"] == "full":
                first = int(self.votes[id]["date"][:3]) * 10
                decade = found.setdefault(first, Decade(first))
                decade.votes.append(id)
                decade.rolls.append(self.rolls[id].ballots)
        return found

    @cached_property
    def turns(self) -> dict[str, Turned]:
        """The largest change of each member's agreement with the anchor of the archive."""
        dates = {id: str(vote["date"]) for id, vote in self.votes.items()}
        anchor = self.about.get("anchor")
        return turned(self.spans.values(), dates, str(anchor)) if anchor else {}

    def in_group(self, vote: Record, group: str) -> set[str]:
        """As elsewhere, but for each vote anew: of a month, members that came in it belong to some of its votes alone."""
        key = str(vote["id"]), "", group
        return self.inside.get(key, lambda: self._in_group(vote, group))

    def named(self, code: str, date: str) -> str:
        """The member's short name on the day, else its last before, else its first."""
        day, lines = _first(date), self._lines[code]
        for row in lines:
            if row["from"] <= day <= (row["to"] or "9999"):
                return row["short"]
        before = [row for row in lines if row["from"] <= day]
        return (before[-1] if before else lines[0])["short"]

    @cached_property
    def _lines(self) -> dict[str, list[dict[str, str]]]:
        """The names of each member in order of time."""
        found: dict[str, list[dict[str, str]]] = {}
        for row in sorted(self.registers[self.bodies[self.about["body"]]["register"]], key=lambda row: row["from"]):
            found.setdefault(row["member"], []).append(row)
        return found


def read_archives(site: Path, content: Content) -> dict[str, Archive]:
    """Every archive of the content; raises EnvironmentFault where a dump is missing or is another file."""
    return {id: _read(id, about, site, content) for id, about in content.archives.items()}


def _read(id: str, about: Record, site: Path, content: Content) -> Archive:
    calls = read_calls([_dump(site, row) for row in about["files"]])
    kept = ("bodies/", "members/", "sources/", "site.yml", "archives/", "discrepancies.yml")
    trees = {path: tree for path, tree in content.trees.items() if path.startswith(kept)}
    texts = {path: text for path, text in content.texts.items() if path.startswith(kept)}
    archive = Archive(texts, trees, content.name, id=id, about=about)
    reading = _Reading(archive)
    for call, vote in zip(calls, _ids(about["body"], calls), strict=True):
        reading.add(vote, call)
    return archive


def _dump(site: Path, row: Record) -> bytes:
    beside, folder = site / "content" / "archives" / str(row["file"]), os.environ.get("TELLERS_ARCHIVES")
    path = beside if beside.is_file() or not folder else Path(folder) / str(row["file"])
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(f"cannot read {path}: {error.strerror}; the archive needs it") from error
    if "sha256:" + hashlib.sha256(data).hexdigest() != row["digest"]:
        raise EnvironmentFault(f"{path} is not the dump that the archive names; its digest differs")
    return data


def _ids(body: str, calls: list[Call]) -> list[str]:
    """The symbol without what all begin with; the number of the roll call too, where several have one symbol."""
    stems = [re.sub(r"[^a-z0-9-]+", "_", re.sub(r"^(A/RES/|R/)", "", call.symbol).lower()).strip("_") for call in calls]
    times = Counter(stems)
    ends = [f"-{call.number}" if stem and times[stem] > 1 else "" for call, stem in zip(calls, stems, strict=True)]
    return [f"{body}/{stem or f'record-{c.number}'}{end}" for c, stem, end in zip(calls, stems, ends, strict=True)]


def _first(date: str) -> str:
    return date if len(date) == len("1971-10-25") else f"{date}-01"


class _Reading:
    """Rolls of an archive, one vote after the other; seats are worked out once a date."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.about = archive, archive.about
        self.body = archive.bodies[archive.about["body"]]
        self.known: dict[str, list[Country]] = countries()
        self.seats: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self.found: dict[tuple[str, str], list[str]] = {}

    def add(self, id: str, call: Call) -> None:
        always, some = self._seats(call.date)
        ballots, strays = self._ballots(call, some)
        missing = sorted(always - ballots.keys())
        fills = bool(missing) and "no-record" in self.body["options"]
        if fills:
            ballots |= dict.fromkeys(missing, "no-record")
        ordered = {code: ballots[code] for code in sorted(ballots)}
        archive, roll = self.archive, Roll(ordered, [f"{code},{option}" for code, option in ordered.items()])
        record = _record(id, call, self.about, roll if ballots else None, (len(missing), fills, strays))
        archive.trees[f"votes/{id}.yml"] = record
        archive.sessions[id], archive.topics[id] = call.session, call.topics
        archive.members[id] = sorted(always | (some & ballots.keys()))
        if ballots:
            archive.rolls[id] = roll
        archive.own[id] = _digest(record, roll if ballots else None, call)

    def _seats(self, date: str) -> tuple[frozenset[str], frozenset[str]]:
        if date not in self.seats:
            length = monthrange(int(date[:4]), int(date[5:7]))[1]
            days = [date] if len(date) > len("1971-10") else [f"{date}-{day:02}" for day in range(1, length + 1)]
            held = [frozenset(self.archive.seated_on(self.about["body"], day)) for day in days]
            self.seats[date] = frozenset.intersection(*held), frozenset.union(*held)
        return self.seats[date]

    def _ballots(self, call: Call, some: frozenset[str]) -> tuple[dict[str, str], list[str]]:
        """Ballots by member, and those of voters without a seat in the words in which they are left out."""
        ballots: dict[str, str] = {}
        strays: list[str] = []
        for voter, word in call.ballots:
            key = voter, call.date
            if key not in self.found:
                self.found[key] = list(sitting(self.known, voter, call.date, some.__contains__))
            members, option = self.found[key], self._option(word)
            if option and len(members) == 1:
                ballots[members[0]] = option
            elif option in CAST:
                codes = "/".join(dict.fromkeys(country.member for country in self.known.get(voter, [])))
                strays.append(f"{voter} ({codes}), {option}")
        return ballots, strays

    def _option(self, word: str) -> str:
        return next((option for option in _OPTIONS[word] if option in self.body["options"]), "")


def _record(id: str, call: Call, about: Record, roll: Roll | None, read: tuple[int, bool, list[str]]) -> Record:
    """The vote as its file would be."""
    without, fills, strays = read
    many = f"{without} member{'' if without == 1 else 's'} seated at the time"
    whole = roll is not None and (fills or not without)
    record: Record = {
        "id": id, "body": about["body"], "kind": call.kind, "title": call.title, "date": call.date, "outcome": "unknown",
        "known": "full" if whole else "part" if roll is not None else "totals" if call.stated else "outcome",
        "stated": call.stated, "sources": [about["source"]],
    }  # fmt: skip
    why = ["The source does not say whether it was carried."]
    if roll is None:
        why.append("The source names no voters.")
    elif not whole:
        why.append(f"The source has no ballot of {many}.")
    record["why"] = " ".join(why)
    if call.symbol:
        record["symbol"] = call.symbol
    if roll is not None:
        record["roll"] = {"digest": roll.digest, "source": about["source"]}
    if fills:
        record["inferred"] = f'The source has no ballot of {many}, given as "no record".'
    if strays:
        said = "The source also has ballots of voters that had no seat at the time, which are left out"
        record["note"] = f"{said}: {'; '.join(strays)}."
    return record


def _digest(record: Record, roll: Roll | None, call: Call) -> str:
    return digest_of({
        **{key: record[key] for key in ("id", "title", "date", "kind", "outcome", "known", "stated")},
        "symbol": call.symbol, "roll": roll.digest if roll is not None else "",
        "session": call.session, "topics": call.topics,
    })  # fmt: skip
