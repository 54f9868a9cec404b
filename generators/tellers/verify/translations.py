"""The translations of a site, read once more: messages without gaps as they are, messages with gaps as pairs of patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from tellers.verify.spaces import one_spaced
from tellers.verify.words import DEEDS, LABELS, UNSTATED

_SHIPPED = Path(__file__).resolve().parent.parent / "languages"
_TAGGED = re.compile(r"<(\w+)[^<>]*>([^<>]*)</\1>")
_MARK = r"[\ue000-\uf8ff]"
_COUNT = rf"[<>−-]?\d[\d,./]*(?: ?%)?|no|{_MARK}"
_WHEN = rf"(?:\d{{1,2}} )?[A-Z][a-z]{{2,8}} \d{{4}}|today|{_MARK}"
_CHOSEN = "|".join(
    sorted({*LABELS.values(), *(label.lower() for label in LABELS.values()), UNSTATED, UNSTATED.lower()}, key=len)[::-1]
)
_COUNTED = (
    "n all yes no abstain same both even alone abstained silent majority minority share stated roll sabotages "
    "sabotages_caught edits edits_caught partial ballots figures quotes votes sure parts halves again m"
)
TYPED = {
    **dict.fromkeys(_COUNTED.split(), _COUNT),
    **dict.fromkeys(("day", "now", "since", "until", "later", "month"), _WHEN),
    **dict.fromkeys(("first", "last"), f"{_COUNT}|{_WHEN}"),
    **dict.fromkeys(("option", "start", "end"), f"{_CHOSEN}|{_COUNT}"),
    **dict.fromkeys(("most", "least"), rf"\d+ of \d+|{_COUNT}"),
    "did": "|".join(sorted(DEEDS, key=len)[::-1]),
    "verdict": "|".join(["Not adopted: vetoed", "Not adopted", "Adopted", "Voted", "Outcome unknown"]),
}
"""What stands in a gap of this name, where it is no free text."""
_THEIR_COUNT = rf"[<>−-]?\d[\d ,./]*(?: ?%)?|[^\W\d_]+|{_MARK}"
_THEIR_DAY = rf"[^()“”«»:;,]{{0,20}}?(?:\d{{4}}|{_MARK})[^()“”«»:;,\s]{{0,8}}|[^\s\d,]+"
_THEIRS = {
    **{name: _THEIR_COUNT for name, pattern in TYPED.items() if pattern == _COUNT},
    **{name: _THEIR_DAY for name, pattern in TYPED.items() if pattern == _WHEN},
    **dict.fromkeys(("most", "least"), rf"\d[^()“”«»:;]{{0,20}}|{_MARK}"),
}
"""The same in the language, of which less is known."""
_EVERYWHERE = ("", "members", "groups", "bodies", "votes", "navigation")
"""Contexts of names that pages always say in their language."""
_LABELLED = frozenset([*LABELS.values(), UNSTATED])
"""Options, which sentences write small."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A message with gaps in both languages, as patterns; the literal pieces tell at once where it cannot stand."""

    english: re.Pattern[str]
    other: re.Pattern[str]
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translations:
    """What the files of a language have."""

    exact: Mapping[str, frozenset[str]]
    """Ways to say a message without gaps, by its English words."""
    pairs: tuple[Pair, ...]
    """Messages with gaps, those with most words of their own first."""
    messages: frozenset[tuple[str, str]]
    """Each message with each of its translations, letter for letter."""
    members: Mapping[str, str]
    """Names of members."""
    named: frozenset[str]
    """What has a translation wherever it stands, so that it is not left in English."""
    left: frozenset[str]
    """What the site's file names and has no translation of, piece by piece between links: it stays in English."""
    first: str
    """How the first day of a month is written."""


def read_translations(language: str, text: str) -> Translations:
    """The language as the site's file and the one that comes with Tellers have it."""
    exact: dict[str, set[str]] = defaultdict(set)
    messages: set[tuple[str, str]] = set()
    members: dict[str, str] = {}
    named: set[str] = set()
    first = "1"
    shipped = _SHIPPED / f"{language}.po"
    for source in [text, *([shipped.read_text("utf-8")] if shipped.is_file() else [])]:
        for context, one, two in _messages(source):
            messages.add((one, two))
            if context == "first day of a month":
                first = two
            elif "{" not in one:
                exact[one_spaced(one)].add(one_spaced(two))
                if one in _LABELLED:
                    exact[one.lower()].add(one_spaced(two).lower())
                members |= {one_spaced(one): one_spaced(two)} if context == "members" else {}
                named |= {one_spaced(one)} if context in _EVERYWHERE else set()
    told = [_pair(one, two) for one, two in sorted(messages) if "{" in one and _bare(one) != _bare(two)]
    pairs = tuple(sorted(told, key=lambda pair: -sum(map(len, pair.pieces))))
    ways = {one: frozenset(twos) for one, twos in exact.items()}
    return Translations(ways, pairs, frozenset(messages), members, frozenset(named), _left(text), first)


def _left(text: str) -> frozenset[str]:
    untranslated = (message.id for message in read_po(BytesIO(text.encode())) if message.id and not message.string)
    return frozenset(one_spaced(piece) for id in untranslated for piece in re.split("<[^<>]*>", str(id)))


def _messages(text: str) -> Iterator[tuple[str, str, str]]:
    """Context, each English form with each form in the language."""
    for message in read_po(BytesIO(text.encode()), abort_invalid=True):
        ones = [message.id] if isinstance(message.id, str) else list(message.id)
        twos = [message.string] if isinstance(message.string, str) else list(message.string or ())
        both = ((one, two) for one in ones for two in twos if one and two)
        yield from ((message.context or "", *part) for one, two in both for part in _parted(one, two))


def _parted(one: str, two: str) -> Iterator[tuple[str, str]]:
    """A message of the settings may have links: what they say, and what stands around them."""
    mine, theirs = _TAGGED.findall(one), _TAGGED.findall(two)
    yield from zip((text for _, text in mine), (text for _, text in theirs), strict=False)
    yield (_TAGGED.sub("{link}", one), _TAGGED.sub("{link}", two)) if mine else (one, two)


def _pair(one: str, two: str) -> Pair:
    return Pair(_pattern(one, TYPED), _pattern(two, _THEIRS), _pieces(one))


def _is_short(name: str, text: str) -> bool:
    return name in TYPED and " of " not in text


def _bare(message: str) -> str:
    """The message without spaces; with gaps and the same signs alone, it is nothing but the texts in its gaps."""
    return "".join(message.split())


def _pieces(message: str) -> tuple[str, ...]:
    texts = (one_spaced(literal) for literal, _, _, _ in Formatter().parse(message))
    return tuple(text for text in texts if text)


def _pattern(message: str, typed: Mapping[str, str]) -> re.Pattern[str]:
    """The message as a pattern that a whole text has; the same gap twice has the same words."""
    out: list[str] = []
    seen: set[str] = set()
    for literal, name, _, _ in Formatter().parse(message):
        out.append(re.sub(r"\\?\s+", r"\\s+", re.escape(_plain_spaces(literal))))
        if name is not None:
            out.append(f"(?P={name})" if name in seen else f"(?P<{name}>{typed.get(name, '.+?')})")
            seen.add(name)
    pattern = "".join(out)
    return re.compile(re.sub(r"^(\\s\+)|(\\s\+)$", "", pattern), re.DOTALL)


def _plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
