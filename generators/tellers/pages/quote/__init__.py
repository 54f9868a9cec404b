"""The page of one quote: the exact words, where they stand in their source, and the votes that they are about."""

from __future__ import annotations

from tellers.claims import Foreign, Link
from tellers.claims.words import findings, pages, votes
from tellers.desk import Desk, structured
from tellers.encode import Html, token
from tellers.model import Finding, Month, Quote
from tellers.pages import parts, quotation
from tellers.pages.page import Page

_OPENING, _CLOSING = ("“", "‘", '"', "(", "[", "«"), ("”", "’", '"', ")", "]", "»", ",", ".", ";", ":", "!", "?")


def make(desk: Desk) -> list[Page]:
    """A page for each quote."""
    return [_page(desk, quote) for quote in desk.content.quotes.values()]


def _page(desk: Desk, quote: Quote) -> Page:
    root, words, content = "../../", desk.words, desk.content
    speaker = content.speakers[quote.speaker]
    card = f"{quote.id}.quote"
    name = pages.of_country(words, speaker.name, quotation.country(desk, speaker))
    begins = quotation.beginning(quote)
    return Page(
        path=f"quotes/{quote.id}.md",
        title=words.text("{name}: “{words}”", name=name, words=begins),
        description=quote.text,
        template="quote/page.md.j2",
        data=f"content/quotes/{quote.id}.yml",
        image=f"/figures/{card}-card.png",
        image_alt=picture.alt if (picture := desk.picture(card)) is not None else "",
        updated=quote.updated or quote.published,
        structured=structured.quotation(desk, quote),
        context={
            "title": words.say("{name}: “{words}”", name=name, words=Foreign(begins, quote.language)).html(root),
            "block": quotation.block(desk, quote, root),
            "original": _original(desk, quote),
            "about": [_about(desk, quote, id, root) for id in quote.about],
            "anchor": _anchor(desk, quote, root),
            "figure": parts.placed(desk, card, root),
            "sources": parts.source_items(desk, [quote.anchor.source], root),
            "dates": pages.published(words, f"quotes/{quote.id}", quote.published, quote.updated).html(root),
            "t": words.text,
        },
    )


def _original(desk: Desk, quote: Quote) -> Html:
    """The spoken words beside those published here, with the translator; where they are not known, that this is so."""
    original, words = quote.original, desk.words
    if original is None:
        return Html("")
    if original.text == "unknown":
        return Html.of('<p class="tl-meta">{said}</p>', said=pages.original(words, original).html(""))
    return Html.of(
        '<div class="tl-tongues"><div><p class="tl-meta">{spoken}</p>'
        '<p lang="{tongue}" dir="auto" data-original data-free>{original}</p></div><div><p class="tl-meta">{translated}</p>'
        '<p lang="{language}" dir="auto" data-free>{text}</p></div></div>',
        spoken=findings.spoken(words, original.language),
        tongue=token("und" if original.language == "unknown" else original.language),
        original=original.text,
        translated=findings.translated(words, quote.language, original.translator),
        language=token(quote.language),
        text=quote.text,
    )


def _anchor(desk: Desk, quote: Quote, root: str) -> dict[str, object]:
    """The finding, prefix, exact words and suffix, the position in the stored copy, edits, and a link to the very words."""
    words, anchor, match = desk.words, quote.anchor, quotation.match(desk, quote)
    source = desk.content.sources[anchor.source]
    there = source.address != "unknown"
    copy = f"/snapshots/{source.id}.txt"
    return {
        "finding": findings.full(words, quote, match, copy).html(root),
        "note": source.snapshot.note if source.snapshot is not None and source.snapshot.note else "",
        "prefix": _before(anchor.prefix) if anchor.prefix else "",
        "exact": quote.text,
        "suffix": _after(anchor.suffix) if anchor.suffix else "",
        "language": quote.language,
        "position": findings.position(words, match).html("") if match.finding is Finding.FOUND else "",
        "edits": [findings.edit(words, edit.shown, edit.stands_for).html("") for edit in quote.edits],
        "why": anchor.why if match.finding is Finding.CANNOT_CHECK and anchor.why else "",
        "link": quotation.to_the_words(desk, quote, root, words.text("Find these words in the source")) if there else "",
        "annotation": parts.link(words.text("Anchor as annotation (JSON-LD)"), f"/quotes/{quote.id}/annotation.json", root),
    }


def _before(prefix: str) -> str:
    """The words before the quote, parted from it by a space unless they end in an opening mark."""
    return f"…{prefix}" if prefix.endswith(_OPENING) else f"…{prefix} "


def _after(suffix: str) -> str:
    """The words after the quote, parted from it by a space unless they begin with a mark that closes."""
    return f"{suffix}…" if suffix.startswith(_CLOSING) else f" {suffix}…"


def _about(desk: Desk, quote: Quote, id: str, root: str) -> Html:
    result = desk.results[id]
    vote = result.vote
    finding = votes.result(desk.words, vote.outcome, vote.method, result.counts, bool(result.vetoes))
    named = Link(vote.name, parts.vote_address(vote.id))
    said = desk.words.say("{vote}: {finding}", vote=named, finding=finding).html(root)
    if isinstance(vote.date, Month):
        return said
    far = findings.distance(desk.words, quote.id, id, (quote.date - vote.date).days)
    return Html.of("{said} ({word} {far})", said=said, word=desk.words.text("said"), far=far.html(root))
