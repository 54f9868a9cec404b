"""Whether one text says in another language what another text says in English, by the translations of the site.

The translations are read once more here, as pairs of messages with gaps. A text follows from an English one where some
message covers each piece of both, and what stands in its gaps follows likewise; numbers and days are those of the language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.pofile import PoFileError
from babel.numbers import format_decimal

from tellers.verify.spaces import one_spaced
from tellers.verify.translations import TYPED, Pair, Translations, read_translations
from tellers.verify.words import MONTHS

_DAY = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)}|Sept) (\d{{4}})")
_DIGEST = re.compile(r"[0-9a-f]{8,}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_WORD = re.compile(r"[^\W\d_]{2}")
_END = re.compile(r"(?<=[.,;:!?»”)\]·–])(?=.)|(?=[ ,;:.()\[«“·–])|(?<=[ (\[«“])|(?=[\ue000-\uf8ff])|(?<=[\ue000-\uf8ff])")
"""Where one message of a sentence may end and another begin."""
_NAMES = frozenset(
    [
        "Atom",
        "RSS",
        "JSON Feed",
        "JSON",
        "CSV",
        "verification.json",
        "datapackage.json",
        "Parquet",
        "English",
        "roll.csv",
        "vote.json",
        "votes.csv",
        "totals.csv",
        "ballots.csv",
        "data.json",
    ]
)
"""Names of formats and files, which are no words of a language."""
_LISTED = re.compile(r"[\s,]*(?:\w+\s*)?\.?")
"""What is left of a list without its names: commas, and the word before the last."""
_SHORT, _TITLES = 60, 0xF800
"""In texts longer than this, texts of records are one sign each, from here on."""
_TELLING = 20
"""So many characters in a row are taken from a record, and from nowhere else."""
_EXCERPT = 8
"""So many are, where dots say that a text is a piece of another."""
_LONGEST = 400
"""Texts that are longer are one message, the words of a record, or sentences and lists of as many parts in both."""
_SEPARATORS = (
    (re.compile(r"(?<=[.!?]) "), re.compile(r"(?<=[.!?]) ")),
    *((re.compile(f"{sign} "), re.compile(rf" ?{sign} ")) for sign in ";:,"),
)
"""Between what sentences and lists are made of, and how a language may write it."""


Reading = tuple[Pair, dict[str, str]]
"""A message that a whole text is, and what stands in its gaps."""


@dataclass(slots=True)
class Tongue:
    """One language of the site."""

    language: str
    said: Translations
    records: str
    """The texts of all records, a line each."""
    titles: re.Pattern[str]
    """Longer texts of records, which stand in sentences as they are."""
    names: re.Pattern[str]
    called: re.Pattern[str]
    """Names of members, in English and in the language."""
    votes: re.Pattern[str]
    """Titles of votes, which are names in sentences."""
    _known: dict[tuple[str, str], bool] = field(default_factory=dict)
    _read: dict[str, list[Reading]] = field(default_factory=dict)

    def follows(self, english: str, other: str) -> bool:
        """Whether the text says in the language what the English text says."""
        one, two = one_spaced(english), one_spaced(other)
        if len(one) > _SHORT and not self._is_one(one, two):
            one, two = self._signed(one, two)
        return one == two == "" or self._follows(one, two)

    def is_said(self, message: str, other: str) -> bool:
        """Whether the text is what a message, gaps and all, is in the language, or follows from it."""
        return (message, other) in self.said.messages or self.follows(message, other)

    def left_in(self, text: str) -> list[str]:
        """The titles of votes in the text that stand as they were recorded, in their order."""
        return [title for title in self.votes.findall(one_spaced(text)) if title not in self.said.exact]

    def _signed(self, one: str, two: str) -> tuple[str, str]:
        """Both texts with a sign for each longer text of a record and each day that stands in both."""
        texts = ((text, (text, *self.said.exact.get(text, ()))) for text in dict.fromkeys(self.titles.findall(one)))
        days = ((day[0], _days(day[1] or "", day[2], day[3], self.language, self.said.first)) for day in _DAY.finditer(one))
        signs: dict[str, str] = {}
        for text, ways in (*texts, *days):
            way = next((way for way in sorted(ways, key=len, reverse=True) if way in two or way in signs), None)
            if way is not None and text in one:
                sign = signs.setdefault(way, chr(_TITLES + len(signs)))
                one, two = one.replace(text, sign), two.replace(way, sign)
        return one, two

    def is_own(self, text: str) -> bool:
        """Whether the text stands so in records, or has no words: then it is the same in every language."""
        plain = one_spaced(text)
        if plain in self.said.named:
            return False
        own = plain in _NAMES or plain in self.said.left
        return own or not _WORD.search(plain) or self.is_recorded(plain)

    def is_recorded(self, text: str) -> bool:
        """Whether the text stands so in a record."""
        bare = one_spaced(text).strip(".…“” ")
        enough = _EXCERPT if "…" in text else _TELLING
        return not bare or f"\n{bare}" in self.records or (len(bare) > enough and bare in self.records)

    def _follows(self, one: str, two: str) -> bool:
        key = one, two
        if key not in self._known:
            self._known[key] = False  # a text does not follow from itself by way of itself
            self._known[key] = self._is_said(one, two)
        return self._known[key]

    def _is_said(self, one: str, two: str) -> bool:
        if self._is_one(one, two):
            return True
        for english, other in _SEPARATORS:
            mine, others = english.split(one), other.split(two)
            if len(mine) == len(others) > 1:
                if all(map(self._follows, mine, others)):
                    return True
                if len(one) > _LONGEST:
                    return False
        return self._is_pair(one, two) or self._is_set(one, two) or (len(one) <= _LONGEST and self._is_joined(one, two))

    def _is_set(self, one: str, two: str) -> bool:
        """Names with nothing but commas between them, in the order of each language's alphabet."""
        mine, theirs = self.names.findall(one), self.called.findall(two)
        if len(mine) < 2 or len(mine) != len(theirs):
            return False
        if not _LISTED.fullmatch(self.names.sub("", one)) or not _LISTED.fullmatch(self.called.sub("", two)):
            return False
        left = Counter(theirs)
        for name in mine:
            said = next((text for text in self.said.exact.get(name, ()) if left[text] > 0), None)
            if said is None:
                return False
            left[said] -= 1
        return True

    def _is_one(self, one: str, two: str) -> bool:
        """Whether the text is one message, name, value or word of a record."""
        if two in self.said.exact.get(one, ()) or (one == two and self.is_own(one)) or self._is_value(one, two):
            return True
        return any(self._fits(pair, gaps, two) for pair, gaps in self._readings(one))

    def _readings(self, one: str) -> list[Reading]:
        """Every message that the English text can be."""
        if one not in self._read:
            able = (pair for pair in self.said.pairs if all(piece in one for piece in pair.pieces))
            found = ((pair, pair.english.fullmatch(one)) for pair in able)
            self._read[one] = [(pair, match.groupdict()) for pair, match in found if match is not None]
        return self._read[one]

    def _is_value(self, one: str, two: str) -> bool:
        """A number, a digest, a day or a language, as each language writes it."""
        if _NUMBER.fullmatch(one):
            return two == one_spaced(format_decimal(int(one.replace(",", "")), locale=self.language))
        if one == two and _DIGEST.fullmatch(one):
            return True
        found = _DAY.fullmatch(one)
        if found is not None:
            return two in _days(found[1] or "", found[2], found[3], self.language, self.said.first)
        return two in _languages(self.language).get(one, ())

    def _fits(self, pair: Pair, gaps: dict[str, str], two: str) -> bool:
        theirs = pair.other.fullmatch(two)
        if theirs is None:
            return False
        said = [
            (name in TYPED and " of " not in text, text.strip(), theirs.groupdict().get(name, "").strip())
            for name, text in gaps.items()
        ]
        if not all(self._is_plain(one, other) for typed, one, other in said if typed):
            return False
        return all(self._follows(one, other) for typed, one, other in said if not typed)

    def _is_plain(self, one: str, two: str) -> bool:
        """Whether two numbers, days or words of options are the same, without any sentence around them."""
        return two in self.said.exact.get(one, ()) or self._is_value(one, two) or (one == two and not _WORD.search(one))

    def _is_pair(self, one: str, two: str) -> bool:
        """`A and B`."""
        mine, theirs = one.split(" and "), two.split(f" {next(iter(self.said.exact.get('and', {'and'})))} ")
        return len(mine) == len(theirs) == 2 and all(map(self._follows, mine, theirs))

    def _is_joined(self, one: str, two: str) -> bool:
        """Two texts, one after the other, of which the first follows from the first and the second from the second."""
        theirs = _cuts(two)
        for i in reversed(_cuts(one)):
            head, tail = one[:i].strip(), one[i:].strip()
            if head and tail:
                for j in self._ends(head, two, theirs):
                    if (rest := two[j:].strip()) and self._follows(tail, rest):
                        return True
        return False

    def _ends(self, head: str, two: str, cuts: list[int]) -> Iterator[int]:
        """Where in the other text what follows from the one can end."""
        known = {*self.said.exact.get(head, ()), *([head] if self.is_own(head) else ())}
        found = {len(text) for text in known if two.startswith(text)}
        yield from found
        plain = _NUMBER.fullmatch(head) or _DAY.fullmatch(head)
        readings = self._readings(head)
        for j in cuts if plain or readings else ():
            first = two[:j].strip()
            if j in found or not first:
                continue
            if (plain and self._is_value(head, first)) or any(self._fits(pair, gaps, first) for pair, gaps in readings):
                yield j


def read_tongue(language: str, text: str, records: Iterable[str], votes: Iterable[str] = ()) -> Tongue:
    """The language by its translations, the texts of the records, and titles of `votes`; raises ValueError where there is
    no such thing."""
    texts, titles = (tuple(sorted(set(map(one_spaced, some)))) for some in (records, votes))
    return _read_tongue(language, text, texts, titles)


@lru_cache(maxsize=2)
def _read_tongue(language: str, text: str, texts: tuple[str, ...], votes: tuple[str, ...]) -> Tongue:
    try:
        said = read_translations(language, text)
        format_decimal(1, locale=language)
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        raise ValueError(f"{language}: {error}") from error
    long = [text.rstrip(".") for text in texts if len(text) > _TELLING and " " in text]
    records = "\n" + "\n".join(texts) + "\n"
    return Tongue(language, said, records, _any(long), _any(said.members), _any(said.members.values()), _any(votes))


def _any(texts: Iterable[str]) -> re.Pattern[str]:
    """Any of the texts, the longest that there is at a place, where no word goes on."""
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?!\w)")


def _cuts(text: str) -> list[int]:
    return sorted({found.start() for found in _END.finditer(text)} - {0, len(text)})


@cache
def _languages(language: str) -> Mapping[str, frozenset[str]]:
    """What languages are called, by their names in English."""
    own = Locale.parse(language, sep="-").languages
    return {name: frozenset([str(own[tag])]) for tag, name in Locale("en").languages.items() if tag in own}


@cache
def _days(number: str, month: str, year: str, language: str, first: str) -> frozenset[str]:
    """The ways in which the language writes the day, or the month."""
    at = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
    when = date(int(year), at, int(number or 1))
    if not number:
        return frozenset(one_spaced(format_skeleton(skeleton, when, locale=language)) for skeleton in ("yMMMM", "yMMM"))
    said = (one_spaced(format_date(when, length, locale=language)) for length in ("long", "medium"))
    return frozenset(f"{first} {text[2:]}" if number == "1" and text.startswith("1 ") else text for text in said)
