"""A finished sentence that remembers which of its words are claims.

The same sentence becomes plain text for an alt text or a feed, and HTML whose numbers are bound to their claims.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tellers.claims.claim import Claim
from tellers.encode import Html, token


@dataclass(frozen=True, slots=True)
class Said:
    """Words that state a claim: the text `93` (or `ninety-three`) of the claim whose value is 93."""

    text: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of this site, by its address from the root: `/votes/un-ga/es-11_7/`."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Free:
    """A number that is no claim: the year of a title, an article of a charter, part of a symbol or a name."""

    text: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Somebody's words, in the language in which they are written."""

    text: str
    language: str


Part = str | Said | Link | Free | Foreign


@dataclass(frozen=True, slots=True)
class Sentence:
    """Text in parts. `str()` gives the plain text, `html(root)` the bound one."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, *parts: Part | Sentence) -> Sentence:
        return cls(tuple(_flat(parts)))

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def __add__(self, other: Part | Sentence) -> Sentence:
        return Sentence.of(self, other)

    def html(self, root: str) -> Html:
        """Markup in which claims are `<data>` and links start at `root`, the relative way to the site's root."""
        return Html("").join(_html(part, root) for part in self.parts)


def join(sentences: Iterable[Sentence], separator: str = " ") -> Sentence:
    """The sentences one after the other."""
    parts: list[Part | Sentence] = []
    for position, sentence in enumerate(sentences):
        parts += [separator, sentence] if position else [sentence]
    return Sentence.of(*parts)


def bound(text: str, claim: Claim) -> Html:
    """The `<data>` element that binds the text to the claim."""
    return Html.of(
        '<data value="{value}" data-claim="{spec}">{text}</data>', value=claim.written, spec=claim.spec, text=text
    )


def _html(part: Part, root: str) -> Html:
    if isinstance(part, Said):
        return bound(part.text, part.claim)
    if isinstance(part, Link):
        way = part.address.lstrip("/")
        return Html.of('<a href="{root}{way}">{text}</a>', root=token(root), way=way, text=part.text)
    if isinstance(part, Free):
        return Html.of("<span data-free>{text}</span>", text=part.text)
    if isinstance(part, Foreign):
        language = token(part.language)
        return Html.of('<span data-free lang="{language}">{text}</span>', language=language, text=part.text)
    return Html.escape(part)


def _flat(parts: Iterable[Part | Sentence]) -> Iterable[Part]:
    for part in parts:
        if isinstance(part, Sentence):
            yield from part.parts
        elif part != "":
            yield part
