"""What is said about a record wherever it is named: headline, lead, the day on which its meaning last changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tellers.claims import Sentence
from tellers.claims.words import Words, corrected, pages, votes
from tellers.desk import Desk
from tellers.model import Body, Content, Correction, Quote, Series, Vote
from tellers.stats import Result


def headline(words: Words, result: Result) -> Sentence:
    """`A/RES/ES-11/7: Adopted 93–18, with 65 abstentions`."""
    return words.say("{name}: {finding}", name=result.vote.name, finding=finding(words, result))


def finding(words: Words, result: Result) -> Sentence:
    """`Adopted 93–18, with 65 abstentions`."""
    vote = result.vote
    return votes.result(words, vote.outcome, vote.method, result.counts, bool(result.vetoes))


def lead(words: Words, result: Result) -> Sentence:
    """The one sentence that says body, date, document, totals and who did not vote."""
    vote = result.vote
    return votes.lead(
        words,
        body=result.body.short,
        symbol=vote.name,
        day=pages.day_of(words, f"votes/{vote.id}", "date", vote.date),
        outcome=vote.outcome,
        method=vote.method,
        counts=result.counts,
        members=result.members,
        unstated=result.unstated,
        vetoed_by=[result.name(code) for code in result.vetoes],
    )


def correction(desk: Desk, entry: Correction) -> Sentence:
    """`Corrected on 1 October 2025: the vote of France was “Yes”, is “Abstain”.`, and why."""
    return pages.correction(desk.words, entry, _naming(desk, entry))


def corrected_field(desk: Desk, entry: Correction) -> str:
    """What was corrected: `the vote of France`."""
    return corrected.field(desk.words, entry.field, _naming(desk, entry))


def _naming(desk: Desk, entry: Correction) -> corrected.Naming:
    """Names of members on the day of the vote that was corrected; the code of one that had no seat then."""
    result = desk.results.get(entry.record.removeprefix("votes/"))
    return lambda code: result.name(code) if result is not None and code in result.names else code


def address(content: Content, path: str) -> str:
    """The full address of what is published at the path: `/votes/un-ga/es-11_7/`."""
    return content.site.address.rstrip("/") + path


def changed(content: Content, key: str) -> date:
    """The day on which the meaning of a record last changed: first publication, an update, or a signed entry about it."""
    folder, _, id = key.partition("/")
    signed = [entry.signed for entry in content.corrections if entry.record == key]
    if folder == "votes":
        signed += [entry.signed for entry in content.discrepancies if entry.vote == id]
    return max([stated_day(content, key)[1], *signed])


def stated_day(content: Content, key: str) -> tuple[str, date]:
    """The field and day that a record states of itself: of its last update, else of its first publication."""
    folder, _, id = key.partition("/")
    if folder == "explainers":
        explainer = content.explainers[id]
        return ("updated", explainer.updated) if explainer.updated else ("date", explainer.date)
    dated: Mapping[str, Mapping[str, Vote | Series | Quote | Body]] = {
        "votes": content.votes,
        "series": content.series,
        "quotes": content.quotes,
        "bodies": content.bodies,
    }
    record = dated[folder][id]
    return ("updated", record.updated) if record.updated else ("published", record.published)
