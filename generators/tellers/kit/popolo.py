"""A vote as a Popolo VoteEvent: motion, counts, votes, options and sources."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tellers.desk import Desk
from tellers.model import Content, Outcome
from tellers.stats import Result

_RESULTS = {Outcome.ADOPTED: "pass", Outcome.NOT_ADOPTED: "fail", Outcome.UNKNOWN: None}
CONTEXT = "https://www.popoloproject.com/contexts/vote_event.jsonld"


def files(desk: Desk) -> Mapping[str, bytes]:
    """`vote.json` beside the page of each vote."""
    return {f"votes/{id}/vote.json": _json(vote_event(result, desk.content)) for id, result in desk.results.items()}


def _json(event: Mapping[str, object]) -> bytes:
    return (json.dumps(event, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def vote_event(result: Result, content: Content) -> Mapping[str, object]:
    """The VoteEvent; `votes` holds the ballots that are known, `counts` the totals, each with its option as we name it."""
    vote, site = result.vote, content.site
    sources = [content.sources[id] for id in dict.fromkeys([*([vote.roll.source] if vote.roll else []), *vote.sources])]
    return {
        "@context": CONTEXT,
        "@type": "VoteEvent",
        "id": vote.id,
        "identifier": vote.symbol if vote.symbol != "unknown" else None,
        "organization_id": result.body.id,
        "start_date": vote.date.isoformat(),
        "result": _RESULTS[vote.outcome],
        "motion": {
            "text": vote.title,
            "classification": vote.kind.value,
            "date": vote.date.isoformat(),
            "requirement": result.rule.name if result.rule else None,
            "result": _RESULTS[vote.outcome],
        },
        "counts": [{"option": option.value, "value": count} for option, count in result.tally.counts.items()],
        "votes": [
            {"voter_id": code, "voter": {"id": code, "name": result.names[code].name}, "option": option.value}
            for code, option in (result.roll or ())
        ],
        "known": vote.known.value,
        "sources": [
            {"note": source.publisher, "url": source.address if source.address != "unknown" else None} for source in sources
        ],
        "url": f"{site.address.rstrip('/')}/votes/{vote.id}/",
    }
