"""Cards of votes, quotes, and words against votes: every word on them, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from tellers.manifest import Manifest
from tellers.verify.content import Content
from tellers.verify.little import SQUARE, check_little, year_of
from tellers.verify.manifests import data_digest
from tellers.verify.report import Findings
from tellers.verify.spaces import unspaced
from tellers.verify.svg import Picture
from tellers.verify.words import LABELS, day

CARD = SQUARE
"""Width of the narrowest card in pixels; every other figure is narrower."""


def check_card(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    """What is written on a card in its order; numbers and names at the bar of a vote are compared with their marks."""
    quote = content.quotes.get(manifest.figure.removesuffix(".quote"))
    if manifest.width == SQUARE:
        check_little(picture, manifest, content, findings)
        return
    if manifest.kind == "words":
        drawn = [shape.text for shape in picture.texts]
        said = list(_of_words(manifest, content))
        _check_years(picture, manifest, content, findings)
    elif quote is not None:
        drawn = [shape.text for shape in picture.texts]
        said = list(_of_quote(quote, manifest, content))
    else:
        drawn = [shape.text for shape in picture.texts if not shape.mark.startswith("label:bar:")]
        said = list(_of_vote(manifest, content))
    findings.compare("words in figures", "", "words of the card", _tight(drawn), _tight([*said, content.site.get("name")]))


def _of_vote(manifest: Manifest, content: Content) -> Iterator[object]:
    """Result, motion, body, day and symbol."""
    vote = content.votes[manifest.figure.removesuffix(".card")]
    name, title = content.name_of(vote), str(vote["title"])
    yield _headline(" ".join(manifest.words.get("title", "").split()), name)
    yield title
    if vote.get("known") == "outcome":
        yield "Only the outcome is known"
    yield f"{content.bodies[vote['body']]['short']}, {day(vote['date'])}"
    if name != title:
        yield f"· {name}"


def _headline(title: str, name: str) -> str:
    """`C/24/1: not adopted 4–1, with no abstentions, vetoed by Nordby` is `Not adopted: vetoed 4–1, with no abstentions`."""
    result, vetoed, _ = title.removeprefix(f"{name}: ").partition(", vetoed by ")
    if vetoed:
        result = result.replace("not adopted", "not adopted: vetoed", 1)
    return result[:1].upper() + result[1:]


def _of_quote(quote: dict[str, object], manifest: Manifest, content: Content) -> Iterator[object]:
    """The words, the office of who said them, the name, the day, and where they stand."""
    yield from ("“", quote["text"], "”", manifest.words.get("subtitle"))
    yield from (content.speakers[str(quote["speaker"])]["name"], day(str(quote["date"])), manifest.words.get("source"))


def _of_words(manifest: Manifest, content: Content) -> Iterator[object]:
    """The title, the names of the lanes, the options that were chosen, the years, and the digest of the data."""
    yield manifest.words.get("title")
    yield from ("Votes", "Words")
    chosen = {mark.role for mark in manifest.marks if mark.id.startswith("vote:")}
    yield from (label for option, label in LABELS.items() if option in chosen)
    yield from sorted({year_of(mark.id, content) for mark in manifest.marks})
    yield f"Data {data_digest(manifest)[:8]}"


def _check_years(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    """Each mark stands in the column of its year: votes above the line of years, quotes below it."""
    starts = sorted((shape.x0, shape.y0, shape.tick) for shape in picture.texts if shape.tick)
    known = {mark.id for mark in manifest.marks}
    for shape in picture.drawn:
        if shape.mark not in known:
            continue
        x, y = shape.middle
        column = [(year, base) for start, base, year in starts if start <= x]
        year, base = column[-1] if column else ("none", 0.0)
        findings.count("marks in their year")
        place = year, "above" if y < base else "below"
        wanted = year_of(shape.mark, content), "above" if shape.mark.startswith("vote:") else "below"
        if place != wanted:
            findings.differs("", f"place of {shape.mark}", " ".join(place), " ".join(wanted))


def _tight(texts: list[object] | list[str]) -> str:
    return "".join(unspaced(text) for text in texts)
