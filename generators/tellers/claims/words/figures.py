"""Titles, subtitles, alternative texts, descriptions and source lines of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tellers.claims.claim import Claim
from tellers.claims.sentence import Sentence
from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words
from tellers.model import Option


def title(words: Words, name: str, result: Sentence) -> Sentence:
    """The finding: what was voted on and how it ended."""
    return words.say("{name}: {result}", name=name, result=_lower_first(result))


def subtitle(words: Words, *, title: str, body: str, day: date, what: Sentence) -> Sentence:
    """What is shown, where and when; an empty title, because the figure's own title has it, is left out."""
    held = words.day(day).replace(" ", "\u00a0")
    if not title:
        return words.say("{body}, {day}. {what}", body=body, day=held, what=what)
    return words.say("{title}. {body}, {day}. {what}", title=title.rstrip("."), body=body, day=held, what=what)


def vetoed_by(words: Words, members: Sequence[str]) -> Sentence:
    """`, vetoed by Russia`, said after a result; nothing where nobody vetoed."""
    return words.say(", vetoed by {members}", members=words.listing(list(members))) if members else Sentence.of()


def base_members(words: Words, members: Claim) -> Sentence:
    """The base of a figure of all members."""
    return words.say("Base:\u00a0all\u00a0{n}\u00a0members.", n=members)


def one_mark_a_member(words: Words, members: Claim) -> Sentence:
    """That each member has a mark."""
    return words.say("One\u00a0mark for each of\u00a0{n}\u00a0members.", n=members)


def known_by_name(words: Words, known: Claim, members: Claim) -> Sentence:
    """What a picture of a partial roll has to say: whose ballots it shows."""
    return words.say(
        "Known by\u00a0name: {n} of\u00a0{all}\u00a0members; the others are not\u00a0filled\u00a0in.", n=known, all=members
    )


def counts(words: Words, claims: Mapping[Option, Claim], unstated: Claim | None = None) -> str:
    """`93 yes, 18 no, 65 abstain, 17 not voting`."""
    said = [str(labels.counted(words, option, claim)) for option, claim in claims.items()]
    if unstated is not None:
        said.append(str(labels.unstated_counted(words, unstated)))
    return words.text(", ").join(said)


def alt(words: Words, *, kind: str, name: str, day: date, numbers: str) -> str:
    """Alternative text of at most 150 characters where the name allows, with the numbers."""
    return words.text("{kind}, {name}, {day}: {numbers}.", kind=kind, name=name, day=words.short_day(day), numbers=numbers)


def source(words: Words, publishers: Sequence[str], licence: str | None) -> str:
    """`Source: United Nations Dag Hammarskjöld Library. © United Nations; …`"""
    listed = words.text("; ").join(publishers)
    text = words.text("Source: {listed}.", listed=listed)
    return f"{text} {licence.rstrip('.')}." if licence else text


def data_mark(words: Words, digest: str, site: str) -> str:
    """The line that ties the picture to its data: `Data 3f9a1c2b · How the world votes`."""
    return words.text("Data {digest} · {site}", digest=digest[:8], site=site)


def _lower_first(sentence: Sentence) -> Sentence:
    first = sentence.parts[0] if sentence.parts else ""
    if not isinstance(first, str) or not first:
        return sentence
    return Sentence((first[0].lower() + first[1:], *sentence.parts[1:]))
