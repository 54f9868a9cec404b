"""A quote as pages show it: the exact words, who said them and when, and whether they stand in their source."""

from __future__ import annotations

from tellers.anchors import Match, fragment, standing
from tellers.claims import Claim, Says, Sentence, bound
from tellers.claims.words import findings
from tellers.desk import Desk
from tellers.encode import Html, token
from tellers.model import Finding, Quote, Speaker, Vote
from tellers.pages import parts

_LONGEST = 60


def block(desk: Desk, quote: Quote, root: str, vote: Vote | None = None) -> Html:
    """The words with speaker, office, day, source and finding, bound to their record; on a vote's page, how far from it."""
    speaker = desk.content.speakers[quote.speaker]
    name = named(desk, speaker, root)
    day = bound(desk.words.day(quote.date), Claim.make(Says.DATE, quote.date, record=f"quotes/{quote.id}", field="date"))
    return Html.of(
        '<blockquote class="tl-quote" id="q-{id}" data-quote="{id}">{words}'
        '<footer><span class="tl-who">{name}, {office}, {day}{far}</span> '
        '<span class="tl-from">{source} · {own}</span> {finding}</footer>{about}</blockquote>',
        id=token(quote.id),
        words=words(quote),
        name=name,
        office=speaker.role_on(quote.date).title,
        day=day,
        far=Html.of(", {far}", far=_distance(desk, quote, vote).html(root)) if vote is not None else "",
        source=to_the_words(desk, quote, root),
        own=parts.link(desk.words.text("This quote"), f"/quotes/{quote.id}/", root),
        finding=_finding(desk, quote, root),
        about=Html.of('<p class="tl-context">{context}</p>', context=quote.context) if quote.context else "",
    )


def named(desk: Desk, speaker: Speaker, root: str) -> Html:
    """The speaker, leading to the page of what he or she said, with the country."""
    link = parts.link(speaker.name, f"/speakers/{speaker.id}/", root)
    land = country(desk, speaker)
    return Html.of("{link} ({land})", link=link, land=land) if land else link


def country(desk: Desk, speaker: Speaker) -> str:
    """What the member is called for which the speaker speaks; empty where it is none."""
    return desk.content.called(speaker.speaks_for) if speaker.speaks_for else ""


def beginning(quote: Quote) -> str:
    """The first words of the quote, as many as a title bears."""
    said = quote.text.split()
    kept = [word for number, word in enumerate(said, 1) if len(" ".join(said[:number])) <= _LONGEST]
    return quote.text if len(kept) == len(said) else " ".join(kept).rstrip(" ,;:.–—-…") + "…"


def words(quote: Quote) -> Html:
    """The exact words as a paragraph in their language, bound to the record."""
    return Html.of(
        '<p lang="{language}" dir="auto">“<span data-claim="text record=quotes/{id} field=text">{text}</span>”</p>',
        language=token(quote.language),
        id=token(quote.id),
        text=quote.text,
    )


def to_the_words(desk: Desk, quote: Quote, root: str, text: str = "") -> Html:
    """The publisher (or another text), leading to the very words in the source; to our list where no address is known."""
    source = desk.content.sources[quote.anchor.source]
    if source.address == "unknown":
        return parts.source_link(desk, source, root)
    return parts.outside(text or source.publisher, source.address.partition("#")[0] + fragment(quote))


def match(desk: Desk, quote: Quote) -> Match:
    """What the stored excerpt of the source says of the quote."""
    return standing(desk.content, quote)


def counts(desk: Desk) -> dict[Finding, int]:
    """How many quotes of the site have which finding."""
    found = [match(desk, quote).finding for quote in desk.content.quotes.values()]
    return {finding: found.count(finding) for finding in Finding}


def _finding(desk: Desk, quote: Quote, root: str) -> Html:
    finding = match(desk, quote).finding
    said = findings.short(desk.words, quote.id, finding).html(root)
    return Html.of('<span class="tl-finding tl-is-{finding}">{said}</span>', finding=token(finding), said=said)


def _distance(desk: Desk, quote: Quote, vote: Vote) -> Sentence:
    return findings.distance(desk.words, quote.id, vote.id, (quote.date - vote.date).days)
