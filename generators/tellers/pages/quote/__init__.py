"""The page of one quote: the exact words, where they stand in their source, and the votes that they are about."""

from __future__ import annotations

from urllib.parse import quote as percent

from tellers.claims.words import pages, votes
from tellers.desk import Desk
from tellers.encode import Html
from tellers.model import Quote
from tellers.pages import parts
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """A page for each quote."""
    return [_page(desk, quote) for quote in desk.content.quotes.values()]


def _page(desk: Desk, quote: Quote) -> Page:
    root, words, content = "../../", desk.words, desk.content
    speaker = content.speakers[quote.speaker]
    card = f"{quote.id}.quote"
    return Page(
        path=f"quotes/{quote.id}.md",
        title=pages.quote_title(words, speaker.name, quote.date),
        description=quote.text,
        template="quote/page.md.j2",
        data=f"content/quotes/{quote.id}.yml",
        image=f"/figures/{card}-card.png",
        image_alt=picture.alt if (picture := desk.picture(card)) is not None else "",
        updated=quote.updated or quote.published,
        structured={
            "@context": "https://schema.org",
            "@type": "Quotation",
            "text": quote.text,
            "inLanguage": quote.language,
            "dateCreated": quote.date.isoformat(),
            "creator": {"@type": "Person", "name": speaker.name},
        },
        context={
            "title": pages.quote_title(words, speaker.name, quote.date),
            "block": parts.quote_block(desk, quote, root),
            "anchor": _anchor(desk, quote),
            "original": pages.original(words, quote.original).html(root) if quote.original else "",
            "about": [_about(desk, id, root) for id in quote.about],
            "figure": parts.placed(desk, card, root),
            "sources": parts.source_items(desk, [quote.anchor.source], root),
            "dates": pages.published(words, f"quotes/{quote.id}", quote.published, quote.updated).html(root),
            "t": words.text,
        },
    )


def _anchor(desk: Desk, quote: Quote) -> dict[str, object]:
    """Prefix, exact words and suffix, the position in the stored snapshot, and a link to the very words."""
    source = desk.content.sources[quote.anchor.source]
    there = source.address if source.address != "unknown" else ""
    first, last = quote.text.split(" ")[:4], quote.text.split(" ")[-4:]
    fragment = f"#:~:text={percent(' '.join(first))},{percent(' '.join(last))}".replace("-", "%2D") if there else ""
    return {
        "prefix": quote.anchor.prefix or "",
        "exact": quote.text,
        "suffix": quote.anchor.suffix or "",
        "position": pages.position(desk.words, quote.anchor).html("") if quote.anchor.start is not None else "",
        "why": quote.anchor.why or "",
        "link": parts.outside(desk.words.text("Find these words in the source"), there + fragment) if there else "",
    }


def _about(desk: Desk, id: str, root: str) -> Html:
    result = desk.results[id]
    finding = votes.result(desk.words, result.vote.outcome, result.vote.method, result.counts, bool(result.vetoes))
    return Html.of("{vote}: {finding}", vote=parts.vote_link(result.vote, root), finding=finding.html(root))
