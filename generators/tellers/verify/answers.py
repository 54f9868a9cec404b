"""What each answer of the static API has to be, made again from the records as they were read here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tellers.verify.content import Content, Record
from tellers.verify.feed_entries import day_of
from tellers.verify.sentences import expected_of, vetoing
from tellers.verify.terms import sources_behind

ROOT = "api/v1"
Answer = dict[str, Any]
_PATTERNS = ("index", "bodies", "votes", "votes/{vote}", "members", "members/{code}", "series", "quotes", "corrections")
_DEFAULTS: Answer = {"kind": "resolution", "method": "recorded-vote", "known": "full", "vetoed-by": [], "intended": [],
                     "provisional": False}  # fmt: skip


def answers_of(content: Content) -> dict[str, tuple[tuple[str, ...], Answer]]:
    """By name below the root: the records whose terms an answer brings, and its values."""
    bodies, quotes = tuple(f"bodies/{id}" for id in content.bodies), tuple(f"quotes/{id}" for id in content.quotes)
    voters = _voters(content)
    newest = sorted(content.votes, key=lambda id: (content.votes[id]["date"], id), reverse=True)
    told = {
        "corrections": [_corrected(row) for row in content.corrections],
        "discrepancies": [_counted(row) for row in content.discrepancies],
    }
    answers: dict[str, tuple[tuple[str, ...], Answer]] = {
        "index": ((*bodies, *quotes), _index(content)),
        "bodies": (bodies, {"bodies": [_body(content, id) for id in sorted(content.bodies)]}),
        "votes": (bodies, {"votes": [_brief(content, id) for id in newest]}),
        "members": (bodies, {"members": [_member(content, code) for code in voters]}),
        "series": (bodies, {"series": [_series(content, id) for id in sorted(content.series)]}),
        "quotes": (quotes, {"quotes": [_quote(content, id) for id in sorted(content.quotes)]}),
        "corrections": (bodies, told),
    }
    answers |= {f"votes/{id}": ((f"votes/{id}",), _vote(content, id)) for id in content.votes}
    answers |= {f"members/{code}": ((f"members/{code}",), _record_of(content, code)) for code in voters}
    return answers


def _at(content: Content, path: str) -> str:
    return str(content.site["address"]).rstrip("/") + path


def _index(content: Content) -> Answer:
    explainers = [path.removesuffix(".md") for path in content.texts if path.startswith("explainers/")]
    found = {"votes": content.votes, "quotes": content.quotes, "series": content.series}
    keys = [*explainers, *(f"{folder}/{id}" for folder, records in found.items() for id in records)]
    counts = {name: len(records) for name, records in {**found, "bodies": content.bodies}.items()}
    return {
        "site": content.site["name"],
        "updated": max((day_of(content, key)[0] for key in keys), default="0001-01-01"),
        "addresses": [{"pattern": _at(content, f"/{ROOT}/{name}.json")} for name in _PATTERNS],
        "counts": {**counts, "members": len(_voters(content)), "corrections": len(content.corrections)},
    }


def _body(content: Content, id: str) -> Answer:
    record = content.bodies[id]
    return {
        "id": id,
        "name": record["name"],
        "short": record["short"],
        "address": _at(content, f"/bodies/{id}/"),
        "options": record["options"],
        "rules": [_rule(rule) for rule in record.get("rules") or []],
        "votes": sorted(vote for vote, row in content.votes.items() if row["body"] == id),
    }


def _rule(rule: Record) -> Answer:
    needed = {name: int(value) if name == "ballots" else value for name, value in rule["threshold"].items()}
    named = {name: rule[name] for name in ("id", "name", "base", "text")}
    return {**named, **needed, "veto": rule.get("veto") == "true"}


def _brief(content: Content, id: str) -> Answer:
    record = content.votes[id]
    shown = content.bodies[record["body"]]["options"]
    counts = expected_of(content, id).counts
    return {
        "id": id,
        "address": _at(content, f"/votes/{id}/"),
        "api": _at(content, f"/{ROOT}/votes/{id}.json"),
        **{name: record[name] for name in ("body", "title", "date", "outcome")},
        "symbol": record.get("symbol"),
        "totals": {o: n for o, n in counts.items() if o in shown and (n or o in ("yes", "no", "abstain"))},
    }


def _vote(content: Content, id: str) -> Answer:
    record, key, expected = content.votes[id], f"votes/{id}", expected_of(content, id)
    roll = content.rolls.get(id)
    return {
        **_brief(content, id),
        "members": expected.members,
        "needed": expected.needed,
        "vetoes": vetoing(content, id),
        "record": _record(record),
        "digest": content.digests[key],
        "updated": day_of(content, key)[0],
        "ballots": dict(roll.ballots) if roll else {},
        "sources": [_source(content, source) for source in sources_behind(content, (key,))],
        "series": sorted(series for series, row in content.series.items() if id in row["votes"]),
        "quotes": sorted(quote for quote, row in content.quotes.items() if id in (row.get("about") or [])),
        "corrections": [_corrected(row) for row in content.corrections if row["record"] == key],
        "discrepancies": [_counted(row) for row in content.discrepancies if row["vote"] == id],
    }


def _record(record: Record) -> Answer:
    """The record without its roll and sources, which stand beside it; what it leaves out is what is usual."""
    written = {name: _value(name, value) for name, value in record.items() if name not in ("roll", "sources")}
    return _DEFAULTS | written


def _value(name: str, value: Any) -> Any:
    """Numbers and flags of a record as JSON has them; everything else is text."""
    if name == "stated" and isinstance(value, Mapping):
        return {option: int(count) if count.isdecimal() else count for option, count in value.items()}
    return value == "true" if name == "provisional" else value


def _corrected(row: Record) -> Answer:
    """The correction with its sources, of which there may be none."""
    return {"sources": [], **row}


def _counted(row: Record) -> Answer:
    return {**row, "stated": int(row["stated"]), "roll": int(row["roll"])}


def _voters(content: Content) -> list[str]:
    """Codes of members with a ballot, in the order of their names."""
    codes = {code for roll in content.rolls.values() for code in roll.ballots}
    return sorted(codes, key=lambda code: (_names(content, code)[-1]["short"].casefold(), code))


def _names(content: Content, code: str) -> list[dict[str, str]]:
    rows = [row for register in content.registers.values() for row in register if row["member"] == code]
    return sorted(rows, key=lambda row: row["from"])


def _member(content: Content, code: str) -> Answer:
    names = _names(content, code)
    periods = [{name: row.get(name) or None for name in ("name", "short", "from", "to")} for row in names]
    return {
        "code": code,
        "name": names[-1]["short"],
        "address": _at(content, f"/members/{code}/"),
        "api": _at(content, f"/{ROOT}/members/{code}.json"),
        "names": periods,
    }


def _record_of(content: Content, code: str) -> Answer:
    ballots = {vote: roll.ballots[code] for vote, roll in content.rolls.items() if code in roll.ballots}
    speaks = {id for id, speaker in content.speakers.items() if speaker.get("speaks-for") == code}
    quotes = sorted(id for id, quote in content.quotes.items() if quote["speaker"] in speaks)
    return {**_member(content, code), "ballots": ballots, "quotes": quotes}


def _series(content: Content, id: str) -> Answer:
    record = content.series[id]
    named = {name: record[name] for name in ("title", "question", "votes")}
    return {"id": id, "address": _at(content, f"/series/{id}/"), **named}


def _quote(content: Content, id: str) -> Answer:
    record = content.quotes[id]
    speaker = content.speakers[record["speaker"]]
    return {
        "id": id,
        "address": _at(content, f"/quotes/{id}/"),
        **{name: record[name] for name in ("text", "language", "date")},
        "speaker": {"id": record["speaker"], "name": speaker["name"], "speaks-for": speaker.get("speaks-for")},
        "about": record.get("about") or [],
        "source": _source(content, record["anchor"]["source"]),
    }


def _source(content: Content, id: str) -> Answer:
    record = content.sources[id]
    named = {name: record[name] for name in ("publisher", "title", "address", "read", "licence")}
    return {"id": id, **named, "attribution": record.get("attribution")}
