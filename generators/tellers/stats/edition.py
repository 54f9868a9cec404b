"""The published values of all records: what a file states, and the numbers that follow from it."""

from __future__ import annotations

from tellers.model import Content, Quote
from tellers.model.edition import Edition
from tellers.stats.result import Result, result_of


def edition_of(content: Content) -> Edition:
    """What a release made from this content says about votes and quotes."""
    votes = {f"votes/{id}": _vote(result_of(content, id)) for id in content.votes}
    quotes = {f"quotes/{id}": _quote(quote) for id, quote in content.quotes.items()}
    return Edition({**quotes, **votes}, content.corrections)


def _vote(result: Result) -> dict[str, str]:
    vote = result.vote
    said = {"body": vote.body, "name": vote.name, "date": vote.date.isoformat(), "outcome": vote.outcome.value}
    said |= {f"stated.{option}": str(total) for option, total in _stated(result).items()}
    if vote.vetoed_by:
        said["vetoed-by"] = " ".join(vote.vetoed_by)
    if vote.roll is not None:
        said["roll.digest"] = vote.roll.digest
    return said | _counted(result)


def _stated(result: Result) -> dict[str, int | str]:
    stated = result.vote.stated
    return {option.value: total for option, total in stated.items()} if isinstance(stated, dict) else {}


def _counted(result: Result) -> dict[str, str]:
    """Numbers that nobody states: they change only when what they are counted from does."""
    counted = {"members": str(len(result.seated))}
    counted |= {f"tally.{option}": str(number) for option, number in result.tally.counts.items()}
    if result.needed is not None:
        counted["needed"] = str(result.needed.value)
    for group in result.groups if result.complete else ():
        inside = result.tally_in(group).counts
        counted |= {f"tally.{option}.{group.id}": str(inside.get(option, 0)) for option in result.tally.counts}
    return counted


def _quote(quote: Quote) -> dict[str, str]:
    return {"speaker": quote.speaker, "date": quote.date.isoformat(), "text": quote.text}
