"""The dumps of archives as the reader reads them: every vote as a record, its roll counted from the rows."""

from __future__ import annotations

import hashlib
import os
import re
from bisect import bisect
from calendar import monthrange
from collections import Counter
from pathlib import Path

from tellers.problems import EnvironmentFault
from tellers.verify.archives import CAST, Archive
from tellers.verify.content import Content, Record, Roll
from tellers.verify.dumps import Call, Reader, Voter, readers
from tellers.verify.nodes import Tree, digest_of

_LONGEST = 500
"""So many letters a title has at most."""

RESTS_ON = ("bodies/", "members/", "sources/", "site.yml", "archives/", "discrepancies.yml")
"""What else of the site pages of an archive rest on."""


def read_archives(site: Path, content: Content) -> dict[str, Archive]:
    """Every archive of the content; raises EnvironmentFault where a dump is missing or is another file."""
    return {id: _read(id, about, site, content) for id, about in content.archives.items()}


def _read(id: str, about: Record, site: Path, content: Content) -> Archive:
    reader = readers()[about["format"]]
    calls = reader.read_calls([_dump(site, row) for row in about["files"]])
    trees = {path: tree for path, tree in content.trees.items() if path.startswith(RESTS_ON)}
    texts = {path: text for path, text in content.texts.items() if path.startswith(RESTS_ON)}
    reading = _Reading(Content(texts, trees, content.name), about, reader)
    for call, vote in zip(calls, _ids(about["body"], calls), strict=True):
        reading.add(vote, call)
    return Archive(
        texts, {**trees, **reading.votes}, content.name, rolls=reading.rolls, id=id, about=about, sessions=reading.sessions,
        topics=reading.topics, members=reading.members, own=reading.own,
    )  # fmt: skip


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
    """The symbol without what all begin with; the record of the vote too, where several have one symbol."""
    stems = [_stem(call.symbol) for call in calls]
    times = Counter(stems)
    return [f"{body}/{_named(stem, _slug(c.number), times[stem])}" for stem, c in zip(stems, calls, strict=True)]


def _stem(symbol: str) -> str:
    """`es-11_7` of A/RES/ES-11/7, `2774` of S/RES/2774 (2025)."""
    return _slug(re.sub(r"^([AS]/RES/|R/)", "", re.sub(r"^(S/RES/\d+) ?\(\d{4}\)$", r"\1", symbol)))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "_", text.casefold()).strip("_")[:100]


def _named(stem: str, number: str, times: int) -> str:
    if not stem:
        return f"record-{number}" if number.isdigit() else number
    return stem if times == 1 else f"{stem}-{number}"


class _Reading:
    """Rolls of an archive, one vote after the other; seats are worked out once a date."""

    def __init__(self, content: Content, about: Record, reader: Reader) -> None:
        self.content, self.about, self.body, self.reader = content, about, content.bodies[about["body"]], reader
        self.votes: dict[str, Tree] = {}
        self.rolls: dict[str, Roll] = {}
        self.sessions: dict[str, str] = {}
        self.topics: dict[str, list[str]] = {}
        self.members: dict[str, list[str]] = {}
        self.own: dict[str, str] = {}
        own = self.body["options"]
        self.options = {word: next((name for name in said if name in own), "") for word, said in reader.OPTIONS.items()}
        self.people: dict[str, list[str]] = {}
        for line in content.registers[str(self.body["register"])]:
            self.people.setdefault(line["member"], []).extend((line["name"], line["short"]))
        self.voters: dict[str, Voter] = {}
        self.seats: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        lines = content.seat_lines(about["body"])
        self.changes = sorted(
            {line.get("from") or "" for line in lines} | {f"{line.get('to') or '9999'}~" for line in lines}
        )
        """Days on which a seat begins, and last days of a seat, with a sign that puts these right after the day."""
        self.sat: dict[int, frozenset[str]] = {}
        self.found: dict[str, dict[str, list[str]]] = {}
        """By date, the members that each voter can be."""

    def add(self, id: str, call: Call) -> None:
        always, some = self._seats(call.date)
        ballots, strays = self._ballots(call, some)
        missing = sorted(always - ballots.keys())
        fills = bool(missing) and "no-record" in self.body["options"]
        if fills:
            ballots |= dict.fromkeys(missing, "no-record")
        ordered = {code: ballots[code] for code in sorted(ballots)}
        roll = Roll(ordered, [f"{code},{option}" for code, option in ordered.items()])
        record = _record(id, call, self.about, roll if ballots else None, (len(missing), fills, strays))
        self.votes[f"votes/{id}.yml"] = record
        self.sessions[id], self.topics[id] = call.session, call.topics
        self.members[id] = sorted(always | (some & ballots.keys()))
        if ballots:
            self.rolls[id] = roll
        self.own[id] = _digest(record, call)

    def _seats(self, date: str) -> tuple[frozenset[str], frozenset[str]]:
        if date not in self.seats:
            length = monthrange(int(date[:4]), int(date[5:7]))[1]
            days = [date] if len(date) > len("1971-10") else [f"{date}-{day:02}" for day in range(1, length + 1)]
            held = [self._held(day) for day in days]
            self.seats[date] = frozenset.intersection(*held), frozenset.union(*held)
        return self.seats[date]

    def _held(self, day: str) -> frozenset[str]:
        """Who had a seat on the day: between two days on which a seat begins or has ended, always the same members."""
        at = bisect(self.changes, day)
        if at not in self.sat:
            self.sat[at] = frozenset(self.content.seated_on(self.about["body"], day))
        return self.sat[at]

    def _ballots(self, call: Call, some: frozenset[str]) -> tuple[dict[str, str], list[str]]:
        """Ballots by member, and those of voters without a seat in the words in which they are left out."""
        ballots: dict[str, str] = {}
        strays: list[str] = []
        found = self.found.setdefault(call.date, {})
        for written, word in call.ballots:
            if written not in found:
                found[written] = [code for code in self._voter(written).on(call.date) if code in some]
            members, option = found[written], self.options[word]
            if option and len(members) == 1:
                ballots[members[0]] = option
            elif option in CAST or (option and not self.reader.SILENT):
                strays.append(f"{self._voter(written).named}, {option}")
        return ballots, strays

    def _voter(self, written: str) -> Voter:
        if written not in self.voters:
            self.voters[written] = self.reader.voter(written, self.people)
        return self.voters[written]


def _record(id: str, call: Call, about: Record, roll: Roll | None, read: tuple[int, bool, list[str]]) -> Record:
    """The vote as its file would be."""
    without, fills, strays = read
    many = f"{without} member{'' if without == 1 else 's'} seated at the time"
    whole = roll is not None and (fills or not without)
    record: Record = {
        "id": id, "body": about["body"], "kind": call.kind, "title": _line(call.title), "date": call.date,
        "outcome": call.outcome,
        "known": "full" if whole else "part" if roll is not None else "totals" if call.stated else "outcome",
        "stated": call.stated, "sources": [about["source"]],
    }  # fmt: skip
    why = [call.why] if call.why else []
    if call.outcome == "unknown" and not call.why:
        why.append("The source does not say whether it was carried.")
    if roll is None:
        why.append("The source names no voters.")
    elif not whole:
        why.append(f"The source has no ballot of {many}.")
    if why:
        record["why"] = " ".join(why)
    if call.symbol:
        record["symbol"] = call.symbol
    if roll is not None:
        record["roll"] = {"digest": roll.digest, "source": about["source"]}
    if fills:
        record["inferred"] = f'The source has no ballot of {many}, given as "no record".'
    notes = [call.note] if call.note else []
    if strays:
        said = "The source also has ballots of voters that had no seat at the time, which are left out"
        notes.append(f"{said}: {'; '.join(strays)}.")
    if notes:
        record["note"] = " ".join(notes)
    return record


def _line(text: str) -> str:
    """The text on one line, cut where it is longer than a title can be."""
    line = re.sub(r"[\x00-\x1f\x7f]+|\s+", " ", text).strip()
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _digest(record: Record, call: Call) -> str:
    return digest_of({
        **{key: record[key] for key in ("id", "title", "date", "kind", "outcome", "known", "stated")},
        "symbol": call.symbol, "roll": record.get("roll", {}).get("digest", ""),
        "session": call.session, "topics": call.topics,
    })  # fmt: skip
