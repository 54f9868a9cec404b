"""Cards with which pages of votes and quotes are shared: every word on them, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from tellers.manifest import Manifest
from tellers.verify.content import Content
from tellers.verify.report import Findings
from tellers.verify.svg import Picture
from tellers.verify.words import day

CARD = 1200
"""Width of cards in pixels; every other figure is narrower."""


def check_card(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    """What is written on a card in its order; numbers and names at the bar of a vote are compared with their marks."""
    quote = content.quotes.get(manifest.figure.removesuffix(".quote"))
    if quote is not None:
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


def _tight(texts: list[object] | list[str]) -> str:
    return "".join("".join(str(text).split()) for text in texts)
