"""Members of a register by the codes and names that sources write; whoever is not in the register is nobody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from tellers.importers.found import Candidate, Voter
from tellers.model import Member

_SPELLINGS = {"&": "and", "st": "saint", "st.": "saint"}


def by_code(text: str, members: Mapping[str, Member], prefix: str = "") -> Voter:
    """The voter that a code stands for: the member of that code, or of that number with the letters of its source before it.

    Numbers of two parliaments are the same again and again, but a code stands for one member of a site.
    """
    codes = [code for code in (text, prefix + text) if code in members]
    return Voter(text, tuple(Candidate(code) for code in codes[:1]))


class Names:
    """Members by each of their names, long or short, in any letter case and with or without accents."""

    def __init__(self, members: Mapping[str, Member], aliases: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.codes: dict[str, tuple[str, ...]] = {}
        for code, member in members.items():
            for period in member.names:
                self._add(period.name, code)
                self._add(period.short, code)
        for name, codes in (aliases or {}).items():
            for code in codes:
                if code in members:
                    self._add(name, code)

    def _add(self, name: str, code: str) -> None:
        for key in {plain(name), plain(_without_article(name))}:
            self.codes[key] = tuple(dict.fromkeys((*self.codes.get(key, ()), code)))

    def voter(self, text: str) -> Voter:
        """The voter of that name; the day decides where states of one name followed one another."""
        return Voter(text, tuple(Candidate(code) for code in self.codes.get(plain(text), ())))

    def __contains__(self, text: str) -> bool:
        return plain(text) in self.codes

    def known(self) -> Iterable[str]:
        return self.codes


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The name as it is compared: letters and digits in lower case, accents and the article gone."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = [_SPELLINGS.get(word, word) for word in re.findall(r"[\w&]+|st\.", bare)]
    return " ".join(words)


def _without_article(name: str) -> str:
    return re.sub(r"\s*\((?:the|The)\)$|^(?:the|The)\s+", "", name)
