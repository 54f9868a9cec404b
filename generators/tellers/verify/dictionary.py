"""The page on data: every row that explains a table, an address, a column or a field, and no other words in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.html import words
from tellers.verify.report import Findings

FILE = Path(__file__).with_name("dictionary.txt")
PAGE = "data/index.html"


def check_dictionary(page: LexborHTMLParser, path: str, findings: Findings) -> None:
    """The rows of the page are those of the reader's own list, each where it belongs."""
    if path != PAGE:
        return
    said, wanted = Counter(rows(page)), Counter(_wanted())
    findings.count("rows of the data dictionary", sum(wanted.values()))
    for row in sorted((said - wanted).keys() | (wanted - said).keys()):
        found = f"{row}, {said[row]} times"
        findings.differs(path, "data dictionary", found, f"{wanted[row]} times, as in dictionary.txt")


def rows(page: LexborHTMLParser) -> Iterator[str]:
    """Each row as `heading | name | … | what stands in it`, and what a record is as `heading | what it is`."""
    heading = ""
    for node in page.css("article h2, article h3, article b[data-free], article table.tl-data tbody tr"):
        if node.tag in ("h2", "h3"):
            heading = words(node).removesuffix("¶").strip()
        elif node.tag == "b":
            yield f"{heading} | {words(node)}"
        else:
            yield " | ".join([heading, *(words(cell) for cell in node.css("th, td"))])


@cache
def _wanted() -> tuple[str, ...]:
    return tuple(line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
