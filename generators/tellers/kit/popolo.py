"""A vote as a Popolo VoteEvent: motion, counts, votes, options and sources."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tellers.desk import Desk
from tellers.desk.said import address
from tellers.desk.terms import licence_line
from tellers.model import Outcome
from tellers.stats import Result

_RESULTS = {Outcome.ADOPTED: "pass", Outcome.NOT_ADOPTED: "fail", Outcome.UNKNOWN: None}
CONTEXT = "https://www.popoloproject.com/contexts/vote_event.jsonld"


def files(desk: Desk) -> Mapping[str, bytes]:
    """`vote.json` beside the page of each vote."""
    return {f"votes/{id}/vote.json": _json(vote_event(desk, result)) for id, result in desk.results.items()}


def _json(event: Mapping[str, object]) -> bytes:
    return (json.dumps(event, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def vote_event(desk: Desk, result: Result) -> Mapping[str, object]:
    """The VoteEvent; `votes` holds the ballots that are known, `counts` the totals, each with its option as we name it.

    Days stay days: at which hour was voted is not known, nor on which day the motion was moved. `sources` are links, so
    that a source without an address stands beside them; `known` and the licence line are ours.
    """
    vote, content = result.vote, desk.content
    sources = [content.sources[id] for id in dict.fromkeys([*([vote.roll.source] if vote.roll else []), *vote.sources])]
    return {
        "@context": CONTEXT,
        "@type": "VoteEvent",
        "id": vote.id,
        "identifier": _known(vote.symbol),
        "organization_id": result.body.id,
        "organization": {"id": result.body.id, "name": result.body.name},
        "start_date": vote.date.isoformat(),
        "result": _RESULTS[vote.outcome],
        "motion": _motion(result),
        "counts": [{"option": option.value, "value": count} for option, count in result.tally.counts.items()],
        "votes": [
            {"voter_id": code, "voter": {"id": code, "name": result.names[code].name}, "option": option.value}
            for code, option in (result.roll or ())
        ],
        "known": vote.known.value,
        "licence_line": licence_line(content, desk.words, f"votes/{vote.id}"),
        "sources": [{"note": source.publisher, "url": source.address} for source in sources if source.address != "unknown"],
        "sources_without_address": [{"note": source.publisher} for source in sources if source.address == "unknown"],
        "url": address(content, f"/votes/{vote.id}/"),
    }


def _motion(result: Result) -> Mapping[str, object]:
    vote = result.vote
    return {
        "organization_id": result.body.id,
        "text": vote.title,
        "identifier": _known(vote.draft) or _known(vote.symbol),
        "classification": vote.kind.value,
        "requirement": result.rule.name if result.rule else None,
        "result": _RESULTS[vote.outcome],
        **({"creator": {"name": vote.proposer}} if vote.proposer else {}),
    }


def _known(symbol: str | None) -> str | None:
    return symbol if symbol != "unknown" else None
