"""The tables that data packages have to hold, made again from the records as they were read here."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.verify.content import Content

Cell = str | int | None
Rows = list[tuple[Cell, ...]]
Tables = dict[str, tuple[tuple[str, ...], Rows]]
"""Header and rows by the name of the table."""

_VOTE = (
    "body",
    "kind",
    "symbol",
    "draft",
    "title",
    "date",
    "month",
    "meeting",
    "method",
    "outcome",
    "known",
    "published",
    "updated",
)
_DEFAULTS = {"kind": "resolution", "method": "recorded-vote", "known": "full"}
_QUOTE = ("quote", "speaker", "name", "date", "language", "text", "source", "about")
_SOURCE = ("publisher", "title", "address", "read", "licence", "attribution", "weight")
DAYS = frozenset({"date", "published", "updated", "from", "to", "read"})
NUMBERS = frozenset({"counted", "stated"})


def tables_of(content: Content, votes: Sequence[str]) -> Tables:
    """Votes, totals and ballots of these votes."""
    ballots: Rows = [row for vote in votes if vote in content.rolls for row in _ballots(content, vote)]
    return {
        "votes": (("vote", *_VOTE), [_vote(content, vote) for vote in votes]),
        "totals": (("vote", "option", "counted", "stated"), [row for vote in votes for row in _totals(content, vote)]),
        "ballots": (("vote", "member", "name", "option"), ballots),
    }


def all_tables(content: Content) -> Tables:
    """These for every vote, and members, quotes and sources."""
    names: Rows = [
        (row["member"], row["name"], row["short"], row["from"], row["to"] or None)
        for register in content.registers.values()
        for row in sorted(register, key=lambda row: (row["member"], row["from"]))
    ]
    return {
        **tables_of(content, sorted(content.votes)),
        "members": (("member", "name", "short", "from", "to"), names),
        "quotes": (_QUOTE, [_quote(content, id) for id in sorted(content.quotes)]),
        "sources": (("source", *_SOURCE), [_source(content, id) for id in sorted(content.sources)]),
    }


def _vote(content: Content, id: str) -> tuple[Cell, ...]:
    record = {**content.votes[id], "month": str(content.votes[id]["date"])[:7], "date": _whole(content.votes[id]["date"])}
    return (id, *(record.get(name) or _DEFAULTS.get(name) for name in _VOTE))


def _whole(day: str) -> str | None:
    """The day, where more than its month is known."""
    return day if len(day) == 10 else None


def _totals(content: Content, id: str) -> Rows:
    """What was counted only where every ballot is known, what is stated only where it is."""
    stated = content.stated(id)
    counted = content.tally(id) if content.complete(id) else {}
    options = content.bodies[content.votes[id]["body"]]["options"]
    shown = [option for option in options if option in stated or counted.get(option)]
    return [(id, o, counted.get(o, 0) if content.complete(id) else None, stated.get(o)) for o in shown]


def _ballots(content: Content, id: str) -> Rows:
    ballots = content.rolls[id].ballots
    return [(id, code, name_on(content, code, content.votes[id]["date"]), ballots[code]) for code in sorted(ballots)]


def name_on(content: Content, code: str, day: str) -> str:
    """The official name on that day; else the last one before it, else the first."""
    rows = [row for register in content.registers.values() for row in register if row["member"] == code]
    rows.sort(key=lambda row: row["from"])
    begun = [row for row in rows if row["from"] <= day]
    return (begun or rows[:1])[-1]["name"]


def _quote(content: Content, id: str) -> tuple[Cell, ...]:
    record = content.quotes[id]
    about = " ".join(record.get("about") or []) or None
    name = content.speakers[record["speaker"]]["name"]
    return (
        id,
        record["speaker"],
        name,
        _whole(record["date"]),
        record["language"],
        record["text"],
        record["anchor"]["source"],
        about,
    )


def _source(content: Content, id: str) -> tuple[Cell, ...]:
    record = {"weight": "established", **content.sources[id]}
    return (id, *(record.get(name) or None for name in _SOURCE))
