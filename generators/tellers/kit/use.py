"""The page of one figure for those who take it away: pictures, texts to copy, addresses, citation, terms.

Everything is plain text to select; one small script adds a button to each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tellers.claims import Sentence
from tellers.claims.words import using
from tellers.desk import Desk, Picture
from tellers.desk.pinning import address_of, pins_of, sendable
from tellers.desk.said import address, correction
from tellers.desk.snippets import WIDTH, html, snippet_of
from tellers.encode import kept, xml
from tellers.kit import embed
from tellers.kit.alone import document
from tellers.kit.texts import FORMATS


def files(desk: Desk) -> Mapping[str, bytes]:
    """`/use/<id>/` of each figure."""
    return {f"use/{picture.figure}/index.html": page(desk, picture) for picture in desk.pictures.values() if picture.heights}


def page(desk: Desk, picture: Picture) -> bytes:
    """The page of the figure."""
    path = f"use/{picture.figure}/"
    root = "../" * path.count("/")
    head = [
        embed.discovery(desk, picture.figure, picture.title),
        f'<script type="module" src="{root}assets/javascripts/copy.js"></script>',
    ]
    body = "\n".join(_body(desk, picture, root))
    return document(desk, path, desk.words.text("Use this chart: {title}", title=picture.title), body, head=head, kind="use")


def _body(desk: Desk, picture: Picture, root: str) -> Iterable[str]:
    t, snippet = desk.words.text, snippet_of(desk, picture)
    yield f'<nav><a href="{root}">{xml(desk.content.site.name)}</a></nav>\n<main>'
    yield f"<h1>{xml(t('Use this chart'))}</h1>"
    yield f'<p><a href="{xml(snippet.page)}">{xml(picture.title)}</a></p>'
    yield from (f'<p class="tl-corrected">{xml(str(said))}</p>' for said in _corrections(desk, picture))
    size = f'width="{WIDTH}" height="{picture.heights[WIDTH]}"'
    yield f'<img src="{root}figures/{xml(picture.figure)}.png" {size} alt="{xml(picture.alt)}">'
    yield from _pictures(desk, picture, root)
    yield from _texts(desk, picture, t("For a newsletter"), {
        "html": t("HTML for an email"), "mjml": t("MJML"), "markdown": t("Markdown"), "text": t("Plain text"),
    }, using.changing(desk.words))  # fmt: skip
    yield from _texts(desk, picture, t("For readers who do not see the picture"), {
        "alt": t("Alternative text"), "description": t("Long description"),
    })  # fmt: skip
    yield from _texts(desk, picture, t("For a web page"), {"frame": t("Frame")}, using.scales(desk.words))
    yield from _addresses(desk, picture, root, snippet.image)
    yield from _texts(desk, picture, t("Citation"), {
        "citation": t("Citation in words"), "bibtex": t("BibTeX"), "ris": t("RIS"), "csl": t("CSL-JSON"),
    })  # fmt: skip
    yield f'<h2>{xml(t("Terms"))}</h2>\n<p class="tl-terms">{xml(snippet.terms)}</p>\n</main>'


def _corrections(desk: Desk, picture: Picture) -> Iterable[Sentence]:
    """What was corrected in the records that the figure shows: a copy made before may still be about."""
    records = {row.record for row in picture.manifest.inputs}
    return (correction(desk, entry) for entry in desk.content.corrections if entry.record in records)


def _texts(desk: Desk, picture: Picture, heading: str, labels: Mapping[str, str], why: str = "") -> Iterable[str]:
    """A heading, what a reader should know, and a text to copy for each format."""
    yield f"<h2>{xml(heading)}</h2>" + (f"\n<p>{xml(why)}</p>" if why else "")
    yield from (_text(label, FORMATS[name].write(desk, picture, "")) for name, label in labels.items())


def _pictures(desk: Desk, picture: Picture, root: str) -> Iterable[str]:
    t = desk.words.text
    offered = [*picture.files, (t("Numbers as CSV"), f"/figures/{picture.figure}.csv")]
    offered.append((t("Numbers as JSON"), f"/figures/{picture.figure}.json"))
    yield f"<h2>{xml(t('Pictures and numbers'))}</h2>\n<ul>"
    yield from (f'<li><a href="{root}{xml(to.lstrip("/"))}" download>{xml(label)}</a></li>' for label, to in offered)
    yield "</ul>"


def _addresses(desk: Desk, picture: Picture, root: str, latest: str) -> Iterable[str]:
    """Which address promises what, where the choice is made."""
    t = desk.words.text
    yield f"<h2>{xml(t('Latest or pinned'))}</h2>"
    yield f"<p>{xml(using.latest(desk.words))}</p>"
    yield _text(t("Latest picture"), latest)
    yield f"<p>{xml(using.pinned(desk.words, f'tellers pin {picture.figure}'))}</p>"
    for found in pins_of(desk, picture.figure):
        name = t("Pinned picture, dark") if found.pin.theme == "dark" else t("Pinned picture")
        yield _text(name, address(desk.content, address_of(found.pin)))
        state = xml(str(using.state(desk.words, found.state, found.pin.day)))
        yield f'<p><a href="{root}f/{found.pin.picture}/">{state}</a></p>'
    if (current := sendable(desk, picture.figure)) is not None:
        mail = html(snippet_of(desk, picture, address_of(current.pin), current.height))
        yield _text(t("HTML for an email, with the pinned picture"), mail)


def _text(label: str, text: str) -> str:
    """A text to copy below its label; one key selects all of it."""
    said = text.strip("\r\n")
    rows = min(max(said.count("\n") + 1, -(-len(said) // 76), 2), 9)
    name = xml(label)
    return (
        f'<h3>{name}</h3>\n<textarea class="tl-copy" readonly rows="{rows}" aria-label="{name}"'
        f' spellcheck="false">{kept(said)}</textarea>'
    )
