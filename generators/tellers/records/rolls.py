"""The rolls of all votes, each ballot checked against the body and the register of its day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from tellers.formats.csv import Row, read_csv
from tellers.formats.yaml import Tree
from tellers.model import Body, Content, Known, Option, Roll, Site, Vote
from tellers.problems import Place, Problems
from tellers.records.fit import nearest, one_of
from tellers.records.registers import Register

HEADER = ("member", "option")
MOST = 10_000
"""No assembly has so many members."""


@dataclass(frozen=True, slots=True)
class Rolls:
    """Rolls by vote id, and the paths of the files that votes name."""

    rolls: Mapping[str, Roll] = field(default_factory=dict)
    read: frozenset[str] = frozenset()


def read_rolls(
    votes: Mapping[str, Vote], paths: Collection[str], texts: Mapping[str, str], trees: Mapping[str, Tree],
    bodies: Mapping[str, Body], register: Register, problems: Problems,
) -> Rolls:  # fmt: skip
    """The roll of each vote that names one. A roll with a problem is left out, its problems added.

    `paths` are those of all files, `texts` holds those that could be decoded.
    """
    rolls: dict[str, Roll] = {}
    read: set[str] = set()
    named: dict[str, str] = {}
    for id, vote in votes.items():
        if vote.roll is None:
            continue
        tree = trees[f"content/votes/{id}.yml"]
        path = str(PurePosixPath(tree.path).parent / vote.roll.file)
        if path in paths and path not in texts:
            continue
        if "/" in vote.roll.file or path not in paths:
            do = "put the CSV beside the vote's file, or mend the name"
            problems.add(tree.place(("roll", "file")), "roll.file", f'no file "{vote.roll.file}" here', do)
            continue
        read.add(path)
        if path in named:
            do = "give each vote a roll of its own"
            problems.add(
                tree.place(("roll", "file")), "roll.file", f"{vote.roll.file} is the roll of {named[path]} already", do
            )
            continue
        named[path] = id
        body = bodies.get(vote.body)
        if body is not None and _can_be_seated(body, register):
            roll = _roll(texts[path], path, vote, body, register, problems)
            if roll is not None:
                _check_digest(roll, vote, tree, problems)
                rolls[id] = roll
    return Rolls(rolls, frozenset(read))


def _can_be_seated(body: Body, register: Register) -> bool:
    """Whether the members of a day can be told; if not, that is a problem of the register or of the body."""
    if body.register_ not in register.members or body.register_ in register.unread:
        return False
    return body.seats == "register" or all(seat.member in register.members[body.register_] for seat in body.seats)


def _roll(text: str, path: str, vote: Vote, body: Body, register: Register, problems: Problems) -> Roll | None:
    known = Content(_NOWHERE, registers=register.members)
    always, seated = known.seated_in(body, vote.date)
    ballots: dict[str, Option] = {}
    reasons: dict[str, str] = {}
    before = len(problems.found)
    previous = ""
    rows = read_csv(text, path, HEADER, problems, optional=("reason",))
    if len(rows) > MOST:
        problems.add(rows[MOST].place("member"), "file", f"more than {MOST} ballots", "keep one line a member")
        return None
    for row in rows:
        code = row.cells["member"]
        option = _option(row, body, problems)
        if code in ballots:
            problems.add(row.place("member"), "member", f"{code} a second time", "keep one line a member")
        elif _is_seated(row, code, seated, register, body, vote, problems) and option is not None:
            if code < previous:
                problems.add(row.place("member"), "member", f"{code} after {previous}", "sort the lines by code")
            ballots[code], previous = option, max(code, previous)
            if reason := row.cells.get("reason"):
                reasons[code] = reason
    missing = sorted(always - set(ballots)) if len(problems.found) == before and vote.known is Known.FULL else []
    for code in missing:
        name = register.members[body.register_][code].nearest(vote.date).name
        wrong = f"no line for {code} ({name}), seated on {vote.date}"
        do = "add its ballot as the source has it, or no-record where the source has none"
        after = [row.line for row in rows if row.cells["member"] < code]
        problems.add(Place(path, max(after, default=1) + 1, 1), "member", wrong, do)
    return Roll.of(ballots.items(), reasons) if len(problems.found) == before else None


def _option(row: Row, body: Body, problems: Problems) -> Option | None:
    word = row.cells["option"]
    allowed = [option.value for option in body.options]
    if word in allowed:
        return Option(word)
    problems.add(row.place("option"), "option", f'unknown option "{word}"', f"use {one_of(allowed)}")
    return None


def _is_seated(
    row: Row, code: str, seated: frozenset[str], register: Register, body: Body, vote: Vote, problems: Problems
) -> bool:
    if code in seated:
        return True
    members = register.members[body.register_]
    if code not in members:
        do = nearest(code, list(members), f"use a code of content/members/{body.register_}.csv")
        problems.add(row.place("member"), "member", f'unknown member "{code}"', do)
    else:
        wrong = f"{code} ({members[code].nearest(vote.date).name}) had no seat in {body.id} on {vote.date}"
        problems.add(row.place("member"), "member", wrong, "remove the line, or mend the date or the register")
    return False


def _check_digest(roll: Roll, vote: Vote, tree: Tree, problems: Problems) -> None:
    if vote.roll is not None and roll.digest() != vote.roll.digest:
        wrong = f"{vote.roll.digest[:19]}… is not the digest of the ballots in {vote.roll.file}"
        do = f"compare the roll with its source; if it is right, write {roll.digest()}"
        problems.add(tree.place(("roll", "digest")), "roll.digest", wrong, do)


_NOWHERE = Site(name="?", tagline="?", address="https://example.org/", publisher="?", licence="?")
