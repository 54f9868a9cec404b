"""Whether a quote stands in the stored copy of its source, and how far it lies from a vote, in words."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.anchors import Match
from tellers.claims.claim import Claim, Says
from tellers.claims.sentence import Free, Link, Said, Sentence
from tellers.claims.words.catalogue import Words
from tellers.model import Finding, Quote


def label(words: Words, finding: Finding) -> str:
    """One of three words, never a yes or no."""
    return {
        Finding.FOUND: words.text("Found"),
        Finding.CHANGED: words.text("Changed"),
        Finding.CANNOT_CHECK: words.text("Cannot check"),
    }[finding]


def said(words: Words, quote: str, finding: Finding) -> Said:
    """The finding, bound to its quote."""
    return Said(label(words, finding), Claim.make(Says.FINDING, finding.value, quote=quote))


def short(words: Words, quote: str, finding: Finding) -> Sentence:
    """Beside a quote."""
    named = said(words, quote, finding)
    if finding is Finding.FOUND:
        return words.say("{found} in the stored excerpt of the source", found=named)
    if finding is Finding.CHANGED:
        return words.say("{changed}: the stored excerpt of the source has other words", changed=named)
    return words.say("{cannot}: no excerpt of the source is stored", cannot=named)


def full(words: Words, quote: Quote, match: Match, address: str) -> Sentence:
    """What was looked for, where, and with which result."""
    if match.finding is not Finding.FOUND:
        return short(words, quote.id, match.finding) + "."
    copy = Link(words.text("stored excerpt of the source"), address)
    stand = words.say("{found}: the words stand in the {copy}", found=said(words, quote.id, match.finding), copy=copy)
    if quote.edits:
        return stand + words.text(", but for the edits named below.")
    return stand + (words.text(", letter for letter.") if match.to_the_letter else words.text(", but for typography."))


def position(words: Words, match: Match) -> Sentence:
    """Where the words stand in the stored copy."""
    start, end = Free(str(match.start)), Free(str(match.end))
    return words.say("Characters {start} to {end} of the stored excerpt of the source.", start=start, end=end)


def edit(words: Words, shown: str, stands_for: str) -> Sentence:
    """One declared departure from the source."""
    return words.say("“{shown}” is ours; the source has “{there}”.", shown=Free(shown), there=Free(stands_for))


def spoken(words: Words, language: str) -> str:
    """Above the words as they were spoken."""
    if language == "unknown":
        return words.text("As it was said")
    return words.text("As it was said, in {language}", language=words.language(language))


def translated(words: Words, language: str, translator: str | None) -> str:
    """Above the words in translation: into what, and by whom."""
    if translator is None:
        return words.text("In {language}; the translator is not known", language=words.language(language))
    return words.text("In {language}, translated by {name}", language=words.language(language), name=translator)


def counts(words: Words, found: Mapping[Finding, int]) -> Sentence:
    """How many quotes have which finding, over the whole site."""
    all_, one = sum(found.values()), Finding
    of = {finding: Claim.make(Says.COUNT, found[finding], of="quotes", finding=finding.value) for finding in one}
    return words.say(
        "Of {all} quotes {found} are found in a stored excerpt of their source, {changed} are changed, and {cannot} cannot be "
        "checked, because no excerpt of the source is stored.",
        all=Claim.make(Says.COUNT, all_, of="quotes", site="all"),
        found=of[one.FOUND], changed=of[one.CHANGED], cannot=of[one.CANNOT_CHECK],
    )  # fmt: skip


def distance(words: Words, quote: str, vote: str, days: int) -> Sentence:
    """How many days before or after the vote the words were said."""
    claim = Claim.make(Says.DAYS, days, quote=quote, vote=vote)
    return Sentence.of(Said(_days(words, days), claim))


def _days(words: Words, days: int) -> str:
    if days == 0:
        return words.text("on the day of the vote")
    number = abs(days)
    if days < 0:
        return str(words.count(number, "the day before the vote", "{n} days before the vote", n=number))
    return str(words.count(number, "the day after the vote", "{n} days after the vote", n=number))
