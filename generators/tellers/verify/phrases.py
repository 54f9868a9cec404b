"""What pages may say beside records and bound values: each block of an article, its gaps apart, is one of a closed list.

An opinion, a promise or a sweeping word that somebody puts into a page stands in no record and on no list.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.asked import note
from tellers.verify.content import Content
from tellers.verify.html import Block, blocks, words
from tellers.verify.report import Findings
from tellers.verify.words import LABELS, MONTHS

_BOUND = frozenset({"data", "time", "figure", "code", "pre", "sup"})
_GAP = "\u241f"
_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "Sept"])
_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTH}) \d{{4}}\b")
_GAPS = re.compile(rf"{_GAP}(?:[\s,;·/]*{_GAP})+")

_OPTIONS = "|".join(sorted((label.lower() for label in LABELS.values()), key=len, reverse=True))
_COUNTS = re.compile(rf"{_GAP} (?:{_OPTIONS})\b(?:, {_GAP} (?:{_OPTIONS})\b)*")
_METHOD = "method/index.html"
"""The page whose free words are fixed: rules of others that explain the words of this site."""


@cache
def _phrases() -> tuple[frozenset[str], re.Pattern[str]]:
    """The lines of the list, and its patterns as one."""
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    said = frozenset(line for line in lines if line and line[0] not in "#~")
    return said, re.compile("|".join(f"(?:{line[2:]})" for line in lines if line.startswith("~ ")))


def is_said(text: str) -> bool:
    """Whether the words, with their gaps, stand on the list."""
    said, patterns = _phrases()
    return not text or text in said or patterns.fullmatch(text) is not None


class Phrases:
    """Knows the texts of all records, longest first, and what each text comes to without them."""

    def __init__(self, content: Content) -> None:
        texts = {" ".join(text.split()).rstrip(".") for text in content.strings()} | {content.name}
        named = sorted((text for text in texts if _is_name(text)), key=lambda text: (-len(text), text))
        # A text ends where a word ends, so that a name is not taken out of a longer word.
        self._record = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, named)) or '(?!)'})(?!\w)\.?")
        self._known: dict[str, str] = {}

    def check(self, page: LexborHTMLParser, path: str, findings: Findings) -> None:
        """A difference for each block that is neither a record's text nor one of ours; explainers have their own rule."""
        article = page.css_first("article")
        if article is None or (path.startswith("explainers/") and path.count("/") > 1):
            return
        for block in blocks(article, _BOUND):
            plain = " ".join(_plain(block, path == _METHOD).replace("¶", "").split())
            findings.count("blocks of words")
            if not is_said(plain) and not is_said(self.template(plain)):
                findings.differs(
                    path, f"words “{plain[:60]}”", plain, "a record's text, or words that pages of this site have"
                )

    @property
    def named(self) -> str:
        """Every text that is taken out of the words of a page, as one pattern."""
        return self._record.pattern

    def template(self, plain: str) -> str:
        """The words without what stands so in a record, without days, and with runs of gaps as one."""
        note("phrases", "named")
        if plain not in self._known:
            left = _DAY.sub(_GAP, self._record.sub(_GAP, plain))
            self._known[plain] = _COUNTS.sub(f"{_GAP} …", _GAPS.sub(_GAP, left)).strip()
        return self._known[plain]


def _plain(block: Block, free: bool) -> str:
    """The block's words, with gaps for what is bound, and for what is declared free unless that is asked for."""
    return "".join(
        part if isinstance(part, str) else words(part) if free and part.tag == "span" else _GAP for part in block.parts
    )


def _is_name(text: str) -> bool:
    """A text of several words, a capital letter, a digit or many letters: no option and no key of a record."""
    telling = " " in text or text[:1].isupper() or any(sign.isdigit() for sign in text) or "." in text or len(text) > 14
    return len(text) > 1 and telling and not text.isdigit()
