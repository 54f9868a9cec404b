"""Parts that several page kinds have in common: links, option chips, tables, figures, quotes, sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tellers import encode
from tellers.claims import Claim, Link, Says, Sentence, bound
from tellers.claims.words import labels
from tellers.desk import Desk, Picture
from tellers.desk.works import Work
from tellers.encode import Html
from tellers.model import Option, Quote, Source, Vote
from tellers.stats import Result


def vote_address(id: str) -> str:
    """Where a vote's page is."""
    return f"/votes/{id}/"


def member_address(code: str) -> str:
    """Where a member's page is."""
    return f"/members/{code}/"


def link(text: str, address: str, root: str) -> Html:
    """A link to a page of this site, as markup."""
    return Sentence.of(Link(text, address)).html(root)


def vote_link(vote: Vote, root: str) -> Html:
    """A vote by its symbol or title, leading to its page."""
    return link(vote.name, vote_address(vote.id), root)


def member_link(desk: Desk, code: str, name: str, root: str) -> Html:
    """A member by the given name, leading to its page."""
    return link(name, member_address(code), root)


def chip(desk: Desk, option: Option, claim: Claim | None = None) -> Html:
    """The option as a coloured letter with its word: never by colour alone. Bound to the ballot when a claim is given."""
    label = labels.option(desk.words, option)
    letter = encode.markup(labels.letter(desk.words, option))
    word = bound(label, claim) if claim is not None else encode.markup(label)
    return Html(f'<span class="tl-chip tl-{option}"><b aria-hidden="true">{letter}</b> {word}</span>')


def ballot_cell(desk: Desk, result: Result, code: str, option: Option) -> Html:
    """The cell of a roll table that carries member and option."""
    chipped = chip(desk, option, result.ballot(code))
    return Html(f'<td data-member="{encode.markup(code)}" data-option="{option}">{chipped}</td>')


def day(desk: Desk, record: str, field: str, value: object) -> Html:
    """A day of a record, bound to it."""
    if not isinstance(value, date):
        raise TypeError(f"{record} {field} is no day")
    return bound(desk.words.day(value), Claim.make(Says.DATE, value, record=record, field=field))


def figure(picture: Picture, root: str, desk: Desk) -> Html:
    """The figure as a page shows it: both layouts, its numbers as a table, its files, and the line that it was checked."""
    t = desk.words.text
    wide, narrow = picture.svg[max(picture.svg)], picture.svg[min(picture.svg)]
    layouts = f'<div class="tl-wide">{wide}</div>'
    if narrow is not wide:
        layouts += f'<div class="tl-narrow">{narrow}</div>'
    files = " · ".join(
        f'<a href="{root}{encode.markup(address.lstrip("/"))}" download>{encode.markup(label)}</a>'
        for label, address in picture.files
    )
    title = t("Numbers in this figure")
    numbers = f"<details><summary>{encode.markup(title)}</summary>{table(picture, root, title)}</details>"
    use = f'<p class="tl-files">{encode.markup(t("Use this figure"))}: {files}</p>' if files else ""
    checked = f'<p class="tl-checked">{picture.checked.html(root)}</p>'
    return Html(
        f'<figure class="tl-figure tl-kind-{picture.kind}" data-figure="{encode.markup(picture.figure)}"'
        f" data-search-exclude>"
        f"{layouts}<figcaption>{numbers}{use}{checked}</figcaption></figure>"
    )


def table(picture: Picture, root: str, label: str) -> Html:
    """The figure's numbers; what is wider than the page scrolls by itself, by keyboard too."""
    """The figure's numbers as a table."""
    head = "".join(f'<th scope="col">{encode.markup(name)}</th>' for name in picture.header)
    rows = "".join(_row(cells, root) for cells in picture.rows)
    return Html(
        f'<div class="tl-scroll" role="group" tabindex="0" aria-label="{encode.markup(label)}">'
        f'<table class="tl-numbers"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(cells: tuple[str | Sentence, ...], root: str) -> str:
    first, *rest = [cell.html(root) if isinstance(cell, Sentence) else encode.markup(cell) for cell in cells]
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"


def placed(desk: Desk, figure_id: str, root: str) -> Html:
    """The figure of this id, or nothing where there is none for the subject."""
    picture = desk.picture(figure_id)
    return figure(picture, root, desk) if picture is not None else Html("")


def quote_block(desk: Desk, quote: Quote, root: str) -> Html:
    """The exact words with speaker, office, day and source, as a block that is bound to its record."""
    content, words = desk.content, desk.words
    speaker = content.speakers[quote.speaker]
    source = content.sources[quote.anchor.source]
    name = link(speaker.name, f"/speakers/{speaker.id}/", root)
    said = bound(words.day(quote.date), Claim.make(Says.DATE, quote.date, record=f"quotes/{quote.id}", field="date"))
    office = encode.markup(speaker.roles[-1].title)
    about = f'<p class="tl-context">{encode.markup(quote.context)}</p>' if quote.context else ""
    return Html(
        f'<blockquote class="tl-quote" id="q-{quote.id}" data-quote="{quote.id}">'
        f'<p lang="{encode.markup(quote.language)}">“<span data-claim="text record=quotes/{quote.id} field=text">'
        f"{encode.markup(quote.text)}</span>”</p>"
        f'<footer><span class="tl-who">{name}, {office}, {said}</span> '
        f'<span class="tl-from">{source_link(desk, source, root, quote)} · '
        f"{link(words.text('This quote'), f'/quotes/{quote.id}/', root)}</span></footer>{about}</blockquote>"
    )


def source_link(desk: Desk, source: Source, root: str, quote: Quote | None = None) -> Html:
    """The publisher, leading to its page, or to our list of sources where no address is known."""
    if source.address == "unknown":
        return link(source.publisher, f"/sources/#{source.id}", root)
    return outside(source.publisher, source.address)


def outside(text: str, address: str) -> Html:
    """A link to somebody else's page; only https leaves this site."""
    if not address.startswith("https://"):
        raise ValueError(f"not an https address: {address}")
    return Html(f'<a href="{encode.markup(address)}" rel="noopener">{encode.markup(text)}</a>')


def source_items(desk: Desk, ids: Iterable[str], root: str) -> list[Html]:
    """One line a source: publisher, title, address, day read, terms; what is unknown is said."""
    return [source_item(desk, desk.content.sources[id], root) for id in dict.fromkeys(ids)]


def source_item(desk: Desk, source: Source, root: str) -> Html:
    """Publisher, title, address, day read and terms of one source; what is unknown is said."""
    words = desk.words
    title = words.text("title not known") if source.title == "unknown" else source.title
    named = encode.markup(title) if source.address == "unknown" else outside(title, source.address)
    parts = [f"<b>{encode.markup(source.publisher)}</b>: {named}."]
    if source.address == "unknown":
        parts.append(encode.markup(words.text("Address not known.")))
    parts.append(
        f"{encode.markup(words.text('Read'))} "
        + bound(words.day(source.read), Claim.make(Says.DATE, source.read, record=f"sources/{source.id}", field="read"))
        + "."
    )
    if source.read_through is not None:
        through = words.text(
            "Read through {name}, version {version}.", name=source.read_through.name, version=source.read_through.version[:8]
        )
        parts.append(f"<span data-free>{encode.markup(through)}</span>")
    if source.attribution:
        parts.append(encode.markup(source.attribution + "."))
    if source.weight == "weak":
        parts.append(f"<em>{encode.markup(words.text('A weak source: read with care.'))}</em>")
    parts += [encode.markup(text) for text in (source.why, source.note) if text]
    return Html(" ".join(parts))


def cite(desk: Desk, work: Work, root: str) -> Html:
    """How to cite the page: in words, and as files for reference managers. Closed at first; it is for few readers."""
    t = desk.words.text
    named = [("cite.bib", t("BibTeX")), ("cite.ris", t("RIS")), ("cite.json", t("CSL-JSON"))]
    files = " · ".join(
        f'<a href="{root}{encode.markup(f"{work.key}/{name}")}" download>{encode.markup(label)}</a>' for name, label in named
    )
    return Html(
        f'<div class="tl-cite" data-search-exclude><details><summary>{encode.markup(t("Cite this page"))}</summary>'
        f"<p>{work.citation(desk).html(root)} <code>{encode.markup(work.address)}</code></p>"
        f'<p class="tl-files">{files}</p></details></div>'
    )


def record_link(desk: Desk, key: str, root: str) -> Html:
    """A record named by folder and id, as a link with its own name."""
    folder, _, id = key.partition("/")
    content = desk.content
    if folder == "votes":
        return vote_link(content.votes[id], root)
    if folder == "sources":
        return link(content.sources[id].publisher, f"/sources/#{id}", root)
    if folder == "members":
        name = next(register[id].latest.short for register in content.registers.values() if id in register)
        return member_link(desk, id, name, root)
    names = {
        "quotes": lambda: desk.words.text("quote of {name}", name=content.speakers[content.quotes[id].speaker].name),
        "speakers": lambda: content.speakers[id].name,
        "bodies": lambda: content.bodies[id].name,
        "series": lambda: content.series[id].title,
        "explainers": lambda: content.explainers[id].title,
    }
    return link(names[folder](), f"/{folder}/{id}/", root)
