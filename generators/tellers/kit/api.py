"""The static JSON API: the records and what was counted from them, a file an address, texts untouched."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from tellers.desk import Desk
from tellers.desk.api import ROOT, addresses
from tellers.desk.feeds import voters
from tellers.desk.said import address, changed, finding, lead
from tellers.desk.terms import licence_line, sources_of
from tellers.model import Body, Quote, Source, Threshold
from tellers.stats import Result

Json = dict[str, object]


def files(desk: Desk) -> Mapping[str, bytes]:
    """Every file below `api/v1/`."""
    content = desk.content
    bodies, quotes = [f"bodies/{id}" for id in content.bodies], [f"quotes/{id}" for id in content.quotes]
    newest = sorted(desk.results.values(), key=lambda result: (result.vote.date, result.vote.id), reverse=True)
    corrected: Json = {"corrections": _corrections(desk), "discrepancies": _discrepancies(desk)}
    made: dict[str, tuple[Sequence[str], Json]] = {
        "index": ([*bodies, *quotes], _index(desk)),
        "bodies": (bodies, {"bodies": [_body(desk, body) for body in content.bodies.values()]}),
        "votes": (bodies, {"votes": [_brief(desk, result) for result in newest]}),
        "members": (bodies, {"members": [_member(desk, code) for code in voters(content)]}),
        "series": (bodies, {"series": [_series(desk, id) for id in content.series]}),
        "quotes": (quotes, {"quotes": [_quote(desk, quote) for quote in content.quotes.values()]}),
        "corrections": (bodies, corrected),
    }
    made |= {f"votes/{id}": ([f"votes/{id}"], _vote(desk, result)) for id, result in desk.results.items()}
    made |= {f"members/{code}": ([f"members/{code}"], _record_of(desk, code)) for code in voters(content)}
    return {f"{ROOT}/{name}.json": _json(desk, keys, said) for name, (keys, said) in made.items()}


def _json(desk: Desk, keys: Sequence[str], said: Json) -> bytes:
    """One answer: the version and the terms of what is in it come first."""
    head = {"version": "v1", "licence_line": licence_line(desk.content, desk.words, *keys)}
    return (json.dumps({**head, **said}, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _index(desk: Desk) -> Json:
    content = desk.content
    keys = [*(f"votes/{id}" for id in content.votes), *(f"quotes/{id}" for id in content.quotes)]
    keys += [*(f"series/{id}" for id in content.series), *(f"explainers/{id}" for id in content.explainers)]
    return {
        "site": content.site.name,
        "updated": max((changed(content, key) for key in keys), default=date.min).isoformat(),
        "addresses": [{"pattern": address(content, f"/{one.pattern}"), "what": one.what} for one in addresses(desk.words)],
        "counts": {
            "bodies": len(content.bodies),
            "votes": len(content.votes),
            "members": len(voters(content)),
            "series": len(content.series),
            "quotes": len(content.quotes),
            "corrections": len(content.corrections),
        },
    }


def _body(desk: Desk, body: Body) -> Json:
    rules = [
        {"id": r.id, "name": r.name, "base": r.base.value, **_threshold(r.threshold), "veto": r.veto, "text": r.text}
        for r in body.rules
    ]
    votes = [id for id, vote in desk.content.votes.items() if vote.body == body.id]
    return {
        "id": body.id,
        "name": body.name,
        "short": body.short,
        "address": address(desk.content, f"/bodies/{body.id}/"),
        "options": [option.value for option in body.options],
        "rules": rules,
        "votes": votes,
    }


def _threshold(threshold: Threshold) -> Json:
    """The one that is given, shares as exact fractions."""
    if threshold.ballots is not None:
        return {"ballots": threshold.ballots}
    if threshold.more_than is not None:
        return {"more-than": str(threshold.more_than)}
    return {"at-least": str(threshold.at_least)}


def _brief(desk: Desk, result: Result) -> Json:
    """A vote as lists have it."""
    vote = result.vote
    return {
        "id": vote.id,
        "address": address(desk.content, f"/votes/{vote.id}/"),
        "api": address(desk.content, f"/{ROOT}/votes/{vote.id}.json"),
        "body": vote.body,
        "symbol": vote.symbol,
        "title": vote.title,
        "date": vote.date.isoformat(),
        "outcome": vote.outcome.value,
        "result": str(finding(desk.words, result)),
        "totals": {option.value: result.tally[option] for option in result.counts},
    }


def _vote(desk: Desk, result: Result) -> Json:
    content, vote, key = desk.content, result.vote, f"votes/{result.vote.id}"
    record = vote.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"id", "roll", "sources", "date"})
    return {
        **_brief(desk, result),
        "lead": str(lead(desk.words, result)),
        "members": len(result.seated),
        "needed": result.needed.value if result.needed else None,
        "vetoes": list(result.vetoes),
        "record": {**record, "date": vote.date.isoformat()},
        "digest": content.digests[key],
        "updated": changed(content, key).isoformat(),
        "ballots": {code: option.value for code, option in result.roll or ()},
        "sources": [_source(content.sources[id]) for id in sources_of(content, key)],
        "series": [id for id, series in content.series.items() if vote.id in series.votes],
        "quotes": [id for id, quote in content.quotes.items() if vote.id in quote.about],
        "corrections": [row for row in _corrections(desk) if row["record"] == key],
        "discrepancies": [row for row in _discrepancies(desk) if row["vote"] == vote.id],
    }


def _member(desk: Desk, code: str) -> Json:
    names = next(register[code].names for register in desk.content.registers.values() if code in register)
    return {
        "code": code,
        "name": names[-1].short,
        "address": address(desk.content, f"/members/{code}/"),
        "api": address(desk.content, f"/{ROOT}/members/{code}.json"),
        "names": [row.model_dump(mode="json", by_alias=True, exclude={"member"}) for row in names],
    }


def _record_of(desk: Desk, code: str) -> Json:
    content = desk.content
    ballots = {id: result.option_of(code) for id, result in desk.results.items()}
    said = [q.id for q in content.quotes.values() if content.speakers[q.speaker].speaks_for == code]
    return {
        **_member(desk, code),
        "ballots": {id: option.value for id, option in ballots.items() if option is not None},
        "quotes": said,
    }


def _series(desk: Desk, id: str) -> Json:
    series = desk.content.series[id]
    return {
        "id": id,
        "address": address(desk.content, f"/series/{id}/"),
        "title": series.title,
        "question": series.question,
        "votes": list(series.votes),
    }


def _quote(desk: Desk, quote: Quote) -> Json:
    speaker, source = desk.content.speakers[quote.speaker], desk.content.sources[quote.anchor.source]
    return {
        "id": quote.id,
        "address": address(desk.content, f"/quotes/{quote.id}/"),
        "text": quote.text,
        "language": quote.language,
        "speaker": {"id": speaker.id, "name": speaker.name, "speaks-for": speaker.speaks_for},
        "date": quote.date.isoformat(),
        "about": list(quote.about),
        "source": _source(source),
    }


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "address": source.address,
        "read": source.read.isoformat(),
        "licence": source.licence,
        "attribution": source.attribution,
    }


def _corrections(desk: Desk) -> list[Json]:
    return [row.model_dump(mode="json", by_alias=True) for row in desk.content.corrections]


def _discrepancies(desk: Desk) -> list[Json]:
    return [row.model_dump(mode="json", by_alias=True) for row in desk.content.discrepancies]
