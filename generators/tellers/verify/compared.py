"""The page on which a browser compares two members: every ballot in it, and every word that its script says."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content
from tellers.verify.html import attribute
from tellers.verify.report import Findings
from tellers.verify.words import day, in_alphabet

PAGE = "compare/index.html"
BOX = ".tl-compare[data-ballots]"
_LETTERS = {"yes": "y", "no": "n", "abstain": "a"}
_SAID = (
    "Choose two members.", "Choose two different members.", "Member", "Other member", "From", "To", "any",
    "{a} and {b}, {when}: the same ballot in {same} of {both} ({share}).",
    "{a} and {b}, {when}: no vote in which both cast a ballot.",
    "Other votes, in which one or both cast no ballot or had no seat: {n}.",
    "By year", "Year", "Same ballot", "Share", "{same} of {both}", "Where they differed: {n}", "Vote", "Show all {n}",
)  # fmt: skip
WORDS = {**{message: message for message in _SAID}, "Topic": "Series", "yes": "yes", "no": "no", "abstain": "abstain"}
"""What the script says, and what each is on the site's English page."""
Follows = Callable[[str, str], bool]


def check_compared(
    page: LexborHTMLParser, path: str, content: Content, findings: Findings, follows: Follows | None = None
) -> None:
    """The ballots are those of the votes that are fully known; words and names are English, or `follows` says of a pair that
    the second is what the first is in the language of the page."""
    boxes = page.css("[data-ballots], div[data-words]:not([data-ballots])")
    if path != PAGE:
        findings.compare("comparisons", path, "ballots to compare", len(boxes), 0)
        return
    if not findings.compare("comparisons", path, "boxes", [b.css_matches(BOX) for b in boxes], [True]):
        return
    same = follows or str.__eq__
    said, ballots = (_read(attribute(boxes[0], f"data-{name}")) for name in ("words", "ballots"))
    findings.compare("comparisons", path, "words of its script", sorted(said), sorted(WORDS))
    for message in WORDS.keys() & said.keys():
        _check_text(f"word “{message}”", said[message], WORDS[message], path, same, findings)
    findings.compare("comparisons", path, "parts", sorted(ballots), ["members", "topics", "votes"])
    for part, wanted in _wanted(content).items():
        _check_rows(part, ballots.get(part), wanted, path, same, findings)


def codes(page: LexborHTMLParser) -> list[str]:
    """The members that the page can be opened at."""
    return [
        str(row[0])
        for box in page.css(BOX)
        for row in _read(attribute(box, "data-ballots")).get("members", [])
        if isinstance(row, list) and row
    ]


def _read(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _check_rows(part: str, rows: Any, wanted: list[list[object]], path: str, same: Follows, findings: Findings) -> None:
    """Row by row; members in whatever order the alphabet of the language has."""
    rows = [row if isinstance(row, list) else [row] for row in rows] if isinstance(rows, list) else []
    if part == "members":
        names = [str(row[1]) if len(row) > 1 else "" for row in rows]
        findings.compare("comparisons", path, "order of members", names, sorted(names, key=in_alphabet))
        rows, wanted = sorted(rows, key=lambda row: str(row[0])), sorted(wanted, key=lambda row: str(row[0]))
    findings.compare("comparisons", path, part, [len(row) for row in rows], [len(row) for row in wanted])
    for row, true in zip(rows, wanted, strict=False):
        for at, (cell, value) in enumerate(zip(row, true, strict=False)):
            _check_text(f"{part}, {true[0]}, {at + 1}", cell, value, path, same, findings)


def _check_text(what: str, found: object, wanted: object, path: str, same: Follows, findings: Findings) -> None:
    findings.count("comparisons")
    translated = isinstance(found, str) and isinstance(wanted, str) and same(wanted, found)
    if not translated and found != wanted:
        findings.differs(path, what, found, wanted)


def _wanted(content: Content) -> dict[str, list[list[object]]]:
    votes = sorted(
        (vote for vote in content.votes if content.complete(vote)), key=lambda id: (content.votes[id]["date"], id)
    )
    series = [content.series[id] for id in sorted(content.series)]
    rows: list[list[object]] = []
    for id in votes:
        vote = content.votes[id]
        name, title = content.name_of(vote), str(vote["title"])
        about = [at for at, one in enumerate(series) if id in one["votes"]]
        rows.append([id, vote["date"], name, title if title != name else "", about, day(vote["date"])])
    people: list[list[object]] = []
    for register in content.registers.values():
        for code in {row["member"]: None for row in register}:
            letters = "".join(_letter(content, id, code) for id in votes)
            if letters.strip("."):
                people.append([code, content.called(code), letters])
    return {"topics": [[one["title"]] for one in series], "votes": rows, "members": people}


def _letter(content: Content, vote: str, code: str) -> str:
    ballots = content.rolls[vote].ballots
    return _LETTERS.get(ballots[code], "-") if code in ballots else "."
