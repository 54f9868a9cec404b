"""Numbers in running text that are bound to nothing.

A number is let pass only where it is

- inside `<data>`, `<time>` or an element with `data-free` (bound, or declared free by its editor),
- inside `<figure>` (the figure's own reader looks at it), or
- part of a text that stands so in a record: a symbol, a title, a note, a name. Such a text has a letter beside its digits;
  a bare number of a record is not let pass, because it has to be bound.

In explainers, numbers in words and sweeping words (`most countries`, `majority`) count too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.asked import note
from tellers.verify.content import Content
from tellers.verify.corrected import in_words
from tellers.verify.html import attribute, blocks, words
from tellers.verify.report import Findings
from tellers.verify.words import NUMBER_WORDS, day, short_day

_TAGS = frozenset({"data", "time", "figure", "code", "pre", "sup"})
_DIGITS = re.compile(r"\d[\d.,:/–-]*\d|\d")
_WORDS = re.compile(rf"(?<![\w’'-])(?:{'|'.join(sorted(NUMBER_WORDS - {'one'}))})(?![\w])", re.IGNORECASE)
_SWEEPING = re.compile(
    r"\b(unanimous(?:ly)?|most (?:countries|members|states)|(?:overwhelming |simple |large |vast )?majority|first time|"
    r"never before|record number|almost all|nearly all|every country)\b",
    re.IGNORECASE,
)

_FORMS = re.compile(r"[0-9a-f]{8}|Read through .+|\d{1,7}")
"""The digest of a figure's data, the compilation through which a source was read, a position in a source."""
_NUMBERED = re.compile(rf"\d|{_WORDS.pattern}|{_SWEEPING.pattern}", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def _is_symbol(text: str) -> bool:
    """A single word with letters and digits: A/RES/ES-11/7."""
    return " " not in text and re.search(r"\d", text) is not None and _LETTER.search(text) is not None and len(text) > 3


class Prose:
    """Looks through running text; knows every text of the records."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._left: dict[str, str] = {}

    @cached_property
    def _named(self) -> re.Pattern[str]:
        """Every text of a record with a digit and a letter, longest first; a final full stop may be missing."""
        found = {" ".join(text.split()).rstrip(".") for text in self.content.strings()}
        mixed = {
            text for text in found if _is_symbol(text) or (" " in text and _NUMBERED.search(text) and _LETTER.search(text))
        }
        return re.compile("|".join(map(re.escape, sorted(mixed, key=lambda text: (-len(text), text)))) or r"(?!)")

    def unnamed(self, text: str) -> str:
        """The text without what stands so in a record."""
        plain = " ".join(text.split())
        if not _NUMBERED.search(plain):
            return plain
        note("prose", "named")
        if plain not in self._left:
            self._left[plain] = self._named.sub("\u241f", plain)
        return self._left[plain]

    def check(self, page: LexborHTMLParser, path: str, findings: Findings) -> None:
        """A difference for each number of the article that is neither bound, nor declared, nor part of a record's text."""
        article = page.css_first("article")
        if article is None or path == "404.html":
            return
        about = self._day_of(path)
        self._check_own_title(page, path, findings)
        strict = path.startswith("explainers/") and path.count("/") > 1
        for block in blocks(article, _TAGS):
            plain = " ".join(block.plain.split())
            findings.count("blocks of prose")
            left = self.unnamed(plain.replace(about, "\u241f") if about else plain)
            for found in _DIGITS.finditer(left):
                self._report(path, found.group(), plain, findings)
            if strict:
                for found in (*_WORDS.finditer(left), *_SWEEPING.finditer(left)):
                    self._report(path, found.group(), plain, findings)
        if not strict:
            for node in article.css("p[data-free]:not(.tl-anchor):not(.tl-licence), small[data-free], span[data-free]"):
                if not (path.startswith(("f/", "quotes/")) and node.parent is not None and node.parent.tag == "h1"):
                    self._check_declared(words(node), path, findings)  # else compared with its whole heading
        for link in article.css("a[href]"):
            self._check_link(link, path, findings)

    def _check_declared(self, text: str, path: str, findings: Findings) -> None:
        """Outside explainers, what is declared free stands so in a record, or is one of our own few forms."""
        findings.count("declared words")
        plain = re.sub(r"^Looked for in: ", "", text)
        dated = re.fullmatch(r"(.+) \(((?:as of )?[^()]+)\)", plain)
        named = re.findall(r"\d+ \w+ \d{4}", dated[2]) if dated else []
        if dated and named and all(day_ in self._days for day_ in named):
            plain = dated[1]
        tight = "".join(plain.split()).rstrip(".")
        note("text", tight)
        if not self.stands(tight) and plain not in self._days and not _FORMS.fullmatch(text) and path != "method/index.html":
            findings.differs(path, "words declared free", text, "a text of a record")

    def stands(self, tight: str) -> bool:
        """Whether the text, without its spaces, is one of a record."""
        return tight in self._texts

    @property
    def named(self) -> str:
        """Every text that is taken out of prose, as one pattern."""
        return self._named.pattern

    @property
    def _days(self) -> frozenset[str]:
        """Every day of a record, in full and in short."""
        note("records", "days")
        return self._all_days

    @cached_property
    def _all_days(self) -> frozenset[str]:
        return frozenset(way for iso in self.content.days for way in (day(iso), short_day(iso)))

    @cached_property
    def _texts(self) -> frozenset[str]:
        told = [text for row in self.content.corrections for text in in_words(row, self.content)]
        return frozenset("".join(text.split()).rstrip(".") for text in (*self.content.strings(), *told))

    def _report(self, path: str, found: str, text: str, findings: Findings) -> None:
        at = max(text.find(found) - 40, 0)
        where = text[at : at + 100].replace("\u241f", "…")
        findings.differs(
            path, f"prose “{where}”", found, "a number that is bound or declared free", "bind it with data-claim"
        )

    def _day_of(self, path: str) -> str:
        """The day of the vote or quote that the page is about, which its lead or heading says."""
        folder, _, id = path.removesuffix("/index.html").partition("/")
        records = {"votes": self.content.votes, "quotes": self.content.quotes}.get(folder, {})
        return day(records[id]["date"]) if id in records else ""

    def _check_own_title(self, page: LexborHTMLParser, path: str, findings: Findings) -> None:
        """Numbers in an explainer's title and summary, typed by an editor, are values that its text binds."""
        record = (
            self.content.trees.get(path.removesuffix("/index.html") + ".yml") if path.startswith("explainers/") else None
        )
        if not isinstance(record, Mapping):
            return
        bound = {attribute(node, "value") for node in page.css("article data")}
        for key in ("title", "summary"):
            for found in _DIGITS.findall(self.unnamed_but(str(record.get(key, "")))):
                findings.count("blocks of prose")
                if found not in bound and not any(
                    found in words(node) for node in page.css("article data, article [data-free]")
                ):
                    findings.differs(
                        path, f"{key} of the explainer", found, "a number that its text binds", "bind it in the text"
                    )

    def unnamed_but(self, text: str) -> str:
        """The text without symbols and titles of votes alone: an explainer's own words are no excuse for themselves."""
        for vote in self.content.votes.values():
            text = text.replace(self.content.name_of(vote), "\u241f")
        return text

    def _check_link(self, link: LexborNode, path: str, findings: Findings) -> None:
        """A link to a vote that says a symbol or title says that vote's."""
        target = attribute(link, "href").lstrip("./")
        vote = target.removeprefix("votes/").rstrip("/")
        if not target.startswith("votes/") or vote not in self.content.votes:
            return
        record, text = self.content.votes[vote], words(link)
        own = {" ".join(str(record.get(key)).split()) for key in ("symbol", "draft", "title") if record.get(key)}
        findings.count("links to votes")
        others = {self.content.name_of(other) for id, other in self.content.votes.items() if id != vote}
        if text not in own and text in others:
            findings.differs(path, f"link to {target}", text, self.content.name_of(record), "name the vote that it leads to")
