"""Sentences about one vote, from its claims."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tellers.claims.claim import Claim
from tellers.claims.sentence import Link, Said, Sentence
from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words, later
from tellers.model import Method, Month, Option, Outcome

Counts = Mapping[Option, Claim]


def _number(counts: Counts, option: Option) -> int:
    claim = counts.get(option)
    return claim.value if claim is not None and isinstance(claim.value, int) else 0


def result(words: Words, outcome: Outcome, method: Method, counts: Counts, vetoed: bool) -> Sentence:
    """The result in a few words: `Adopted 93–18, with 65 abstentions`."""
    verdict = labels.outcome(words, outcome, vetoed)
    if outcome is Outcome.UNKNOWN and Option.YES in counts and Option.NO in counts:
        verdict = words.text("Voted")
    if method is Method.WITHOUT_VOTE:
        return words.say("{verdict} without a vote", verdict=verdict)
    if Option.YES not in counts or Option.NO not in counts:
        return words.say("{verdict}", verdict=verdict)
    score = words.say("{verdict} {yes}–{no}", verdict=verdict, yes=counts[Option.YES], no=counts[Option.NO])
    return Sentence.of(score, abstentions(words, counts))


def abstentions(words: Words, counts: Counts) -> Sentence:
    """`, with 65 abstentions`; nothing where the number is not known, and said where there were none."""
    if Option.ABSTAIN not in counts:
        return Sentence.of()
    number = _number(counts, Option.ABSTAIN)
    if number == 0:
        return words.say(", with no abstentions")
    claim = counts[Option.ABSTAIN]
    return words.count(number, ", with {n} abstention", ", with {n} abstentions", n=claim)


def lead(
    words: Words, *, body: str, symbol: str, day: date | Said, outcome: Outcome, method: Method, counts: Counts,
    members: Claim, unstated: Claim | None, vetoed_by: list[str],
) -> Sentence:  # fmt: skip
    """One sentence: body, document, date, totals, and who did not vote."""
    if method is Method.WITHOUT_VOTE:
        return Sentence.of(_opening(words, day, body, outcome, symbol), words.say(" without a vote."))
    opening = _opening(words, day, body, outcome, symbol)
    veto = vetoed(words, vetoed_by)
    if Option.YES not in counts:
        return Sentence.of(opening, veto, words.say("; the number of votes is not known."))
    yes, no = _number(counts, Option.YES), _number(counts, Option.NO)
    score = words.count(yes, ": {n} vote in favour", ": {n} votes in favour", n=counts[Option.YES])
    if Option.NO in counts:
        against = words.count(no, ", {n} against", ", {n} against", n=counts[Option.NO])
        score = Sentence.of(score, against, abstentions(words, counts))
    return Sentence.of(opening, veto, score, rest(words, counts, members, unstated), ".")


def _opening(words: Words, day: date | Said, body: str, outcome: Outcome, symbol: str) -> Sentence:
    when = words.say("In {day}", day=day) if _is_month(day) else words.say("On {day}", day=day)
    if outcome is Outcome.ADOPTED:
        return words.say("{when} the {body} adopted {symbol}", when=when, body=body, symbol=symbol)
    if outcome is Outcome.UNKNOWN:
        return words.say("{when} the {body} voted on {symbol}", when=when, body=body, symbol=symbol)
    return words.say("{when} the {body} did not adopt {symbol}", when=when, body=body, symbol=symbol)


def _is_month(day: date | Said) -> bool:
    return isinstance(day.claim.value if isinstance(day, Said) else day, Month)


def vetoed(words: Words, by: list[str]) -> Sentence:
    """`, because the Russian Federation vetoed it`."""
    return words.say(", which {members} vetoed", members=words.listing(list(by))) if by else Sentence.of()


def rest(words: Words, counts: Counts, members: Claim, unstated: Claim | None) -> Sentence:
    """`; 17 of 193 members did not vote`, or who has no ballot in the source."""
    out: list[Sentence] = []
    for option, message in (
        (Option.NOT_VOTING, later("; {n} of {all} members did not vote")),
        (Option.ABSENT, later("; {n} of {all} members was absent", "; {n} of {all} members were absent")),
        (
            Option.NO_RECORD,
            later(
                "; {n} of {all} members has no vote recorded in this source",
                "; {n} of {all} members have no vote recorded in this source",
            ),
        ),
    ):
        if number := _number(counts, option):
            out.append(words.count(number, *message, n=counts[option], all=members))
    if unstated is not None:
        out.append(words.say("; the stated totals leave {n} of {all} members unaccounted for", n=unstated, all=members))
    return Sentence.of(*out)


def threshold(words: Words, *, rule: str, needed: Claim, text: str) -> Sentence:
    """How much was needed, and which rule says so."""
    return words.say("Needed: {n} yes votes ({rule}; {text}).", n=needed, rule=rule, text=text)


def no_threshold(words: Words) -> Sentence:
    """Why no threshold is drawn."""
    return words.say("No source that we have read says which majority applied, so no threshold is drawn.")


def ballot(words: Words, member: str | Link, claim: Claim, option: Option) -> Sentence:
    """`France abstained`, the last word bound to the ballot."""
    return words.say("{member} {did}", member=member, did=Said(labels.did(words, option), claim))
