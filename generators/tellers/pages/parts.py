"""Parts that several page kinds have in common: links, option chips, tables, figures, sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tellers import encode
from tellers.claims import Claim, Link, Says, Sentence, bound
from tellers.claims.words import labels
from tellers.desk import Desk, Picture, snippets
from tellers.desk.works import Work
from tellers.encode import Html, Svg, token
from tellers.model import Option, Source, Vote
from tellers.stats import Result

NOTHING = Html("")


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


def code(text: str) -> Html:
    """A member's code, which is no number even where it has digits alone."""
    return Html.of("<span data-free>{code}</span>", code=text) if text.isdigit() else Html.of("{code}", code=text)


def chip(desk: Desk, option: Option, claim: Claim | None = None) -> Html:
    """The option as a coloured letter with its word: never by colour alone. Bound to the ballot when a claim is given."""
    label = labels.option(desk.words, option)
    return Html.of(
        '<span class="tl-chip tl-{option}"><b aria-hidden="true">{letter}</b> {word}</span>',
        option=token(option),
        letter=labels.letter(desk.words, option),
        word=bound(label, claim) if claim is not None else label,
    )


def ballot_cell(desk: Desk, result: Result, code: str, option: Option) -> Html:
    """The cell of a roll table that carries member and option."""
    return Html.of(
        '<td data-member="{code}" data-option="{option}">{chip}</td>',
        code=token(code),
        option=token(option),
        chip=chip(desk, option, result.ballot(code)),
    )


def day(desk: Desk, record: str, field: str, value: object) -> Html:
    """A day of a record, bound to it."""
    if not isinstance(value, date):
        raise TypeError(f"{record} {field} is no day")
    return bound(desk.words.day(value), Claim.make(Says.DATE, value, record=record, field=field))


def figure(picture: Picture, root: str, desk: Desk, record: Html = NOTHING) -> Html:
    """The figure as a page shows it: both layouts, its numbers as a table, its files, and the line that it was checked.
    After that line stands the way to what is said of its `record`, where a page says it.

    What it says of itself, nearly half of its bytes, is left out where its frame shows the same drawing and says it.
    """
    t = desk.words.text
    wide, narrow = picture.svg[max(picture.svg)], picture.svg[min(picture.svg)]
    layouts = Html.of('<div class="tl-wide">{wide}</div>', wide=_shown(wide, picture))
    if narrow is not wide:
        layouts += Html.of('<div class="tl-narrow">{narrow}</div>', narrow=_shown(narrow, picture))
    title = t("Numbers in this figure")
    return Html.of(
        '<figure class="tl-figure tl-kind-{kind}" data-figure="{figure}" data-search-exclude>{layouts}<figcaption>'
        "<details><summary>{title}</summary>{numbers}</details>{use}"
        '<p class="tl-checked">{checked}{record}</p></figcaption></figure>',
        kind=token(picture.kind),
        figure=picture.figure,
        layouts=layouts,
        title=title,
        numbers=table(picture, root, title),
        use=use(picture, root, desk),
        checked=picture.checked.html(root),
        record=Html.of(" {record}", record=record) if record else NOTHING,
    )


def _shown(drawn: Svg, picture: Picture) -> Svg:
    return drawn.bare if drawn in picture.framed.values() else drawn


def use(picture: Picture, root: str, desk: Desk) -> Html:
    """The files of the figure, the text that newsletters take most, and the way to all others; closed at first."""
    t, address = desk.words.text, f"/use/{picture.figure}/"
    if desk.language != "en":
        return Html.of('<p class="tl-use">{link}</p>', link=link(t("Use this chart"), address, root))
    if not picture.heights:
        return Html("")
    return Html.of(
        '<details class="tl-use"><summary>{use}</summary><p class="tl-files">{files}</p><p>{label}</p>'
        '<textarea class="tl-copy" readonly rows="4" aria-label="{label}" spellcheck="false">{mail}</textarea>'
        "<p>{more}</p></details>",
        use=t("Use this chart"),
        files=Html(" · ").join(_download(label, address, root) for label, address in picture.files),
        label=t("HTML for an email"),
        mail=snippets.html(snippets.snippet_of(desk, picture)),
        more=link(
            t("Pinned pictures, Markdown, plain text, alternative text, frame, data, citation, terms"),
            address,
            root,
        ),
    )


def _download(label: str, address: str, root: str) -> Html:
    way = address.lstrip("/")
    return Html.of('<a href="{root}{way}" download>{label}</a>', root=token(root), way=way, label=label)


def table(picture: Picture, root: str, label: str) -> Html:
    """The figure's numbers as a table; what is wider than the page scrolls by itself, by keyboard too."""
    return Html.of(
        '<div class="tl-scroll" role="group" tabindex="0" aria-label="{label}">'
        '<table class="tl-numbers"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>',
        label=label,
        head=Html("").join(Html.of('<th scope="col">{name}</th>', name=name) for name in picture.header),
        rows=Html("").join(_row(cells, root) for cells in picture.rows),
    )


def _row(cells: tuple[str | Sentence, ...], root: str) -> Html:
    first, *rest = [cell.html(root) if isinstance(cell, Sentence) else cell for cell in cells]
    others = Html("").join(Html.of("<td>{cell}</td>", cell=cell) for cell in rest)
    return Html.of('<tr><th scope="row">{first}</th>{others}</tr>', first=first, others=others)


def placed(desk: Desk, figure_id: str, root: str, record: Html = NOTHING) -> Html:
    """The figure of this id, or nothing where there is none for the subject."""
    picture = desk.picture(figure_id)
    return figure(picture, root, desk, record) if picture is not None else NOTHING


def source_link(desk: Desk, source: Source, root: str) -> Html:
    """The publisher, leading to its page, or to our list of sources where no address is known."""
    if source.address == "unknown":
        return link(source.publisher, f"/sources/#{source.id}", root)
    return outside(source.publisher, source.address)


def outside(text: str, address: str) -> Html:
    """A link to somebody else's page; only https leaves this site."""
    return Html.of('<a href="{address}" rel="noopener">{text}</a>', address=encode.address(address), text=text)


def source_items(desk: Desk, ids: Iterable[str], root: str) -> list[Html]:
    """One line a source: publisher, title, address, day read, terms; what is unknown is said."""
    return [source_item(desk, desk.content.sources[id], root) for id in dict.fromkeys(ids)]


def source_item(desk: Desk, source: Source, root: str) -> Html:
    """Publisher, title, address, day read and terms of one source; what is unknown is said."""
    words = desk.words
    title = words.text("title not known") if source.title == "unknown" else source.title
    named = title if source.address == "unknown" else outside(title, source.address)
    parts: list[str] = [Html.of("<b>{publisher}</b>: {named}.", publisher=source.publisher, named=named)]
    if source.address == "unknown":
        parts.append(words.text("Address not known."))
    read = bound(words.day(source.read), Claim.make(Says.DATE, source.read, record=f"sources/{source.id}", field="read"))
    parts.append(Html.of("{Read} {day}.", Read=words.text("Read"), day=read))
    if source.read_through is not None:
        through = words.text(
            "Read through {name}, version {version}.", name=source.read_through.name, version=source.read_through.version[:8]
        )
        parts.append(Html.of("<span data-free>{through}</span>", through=through))
    if source.attribution:
        parts.append(Html.of("<span>{text}</span>.", text=source.attribution))
    if source.weight == "weak":
        parts.append(Html.of("<em>{care}</em>", care=words.text("A weak source: read with care.")))
    parts += [Html.of("<span>{text}</span>", text=text) for text in (source.why, source.note) if text]
    return Html(" ").join(parts)


def cite(desk: Desk, work: Work, root: str) -> Html:
    """How to cite the page: in words, and as files for reference managers. Closed at first; it is for few readers."""
    t = desk.words.text
    named = [("cite.bib", t("BibTeX")), ("cite.ris", t("RIS")), ("cite.json", t("CSL-JSON"))]
    return Html.of(
        '<div class="tl-cite" data-search-exclude><details><summary>{cite}</summary>'
        '<p>{citation} <code>{address}</code></p><p class="tl-files">{files}</p></details></div>',
        cite=t("Cite this page"),
        citation=work.citation(desk).html(root),
        address=work.address,
        files=Html(" · ").join(_download(label, f"{work.key}/{name}", root) for name, label in named),
    )


def files(folder: str, named: Iterable[tuple[str, str]], root: str) -> list[Html]:
    """Links to the files of these names beside the page of a record, each with what it is and what it is called."""
    return [
        Html.of("{link} <code>{name}</code>", link=link(label, f"/{folder}/{name}", root), name=name)
        for name, label in named
    ]


def data_files(desk: Desk, folder: str, root: str) -> list[Html]:
    """The data package of a series or a body, and the files in it."""
    t = desk.words.text
    named = [
        ("votes.csv", t("Votes as CSV")),
        ("totals.csv", t("Totals as CSV")),
        ("ballots.csv", t("Ballots as CSV")),
        ("data.json", t("All of it as JSON")),
        ("datapackage.json", t("Data package, with every column described")),
    ]
    return files(folder, named, root)


def record_link(desk: Desk, key: str, root: str) -> Html:
    """A record named by folder and id, as a link with its own name."""
    folder, _, id = key.partition("/")
    content = desk.content
    if folder == "votes":
        return vote_link(content.votes[id], root)
    if folder == "sources":
        return link(content.sources[id].publisher, f"/sources/#{id}", root)
    if folder == "members":
        return member_link(desk, id, content.called(id), root)
    names = {
        "quotes": lambda: desk.words.text("quote of {name}", name=content.speakers[content.quotes[id].speaker].name),
        "speakers": lambda: content.speakers[id].name,
        "bodies": lambda: content.bodies[id].name,
        "series": lambda: content.series[id].title,
        "explainers": lambda: content.explainers[id].title,
    }
    return link(names[folder](), f"/{folder}/{id}/", root)
