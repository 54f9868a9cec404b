"""Pasted text taken apart: headings, the names under each with their lines, and what the sentence about the result says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellers.importers.voters import Names
from tellers.model import Outcome
from tellers.problems import Place, Problems

_HEADING = re.compile(
    r"^[ \t]*(?P<head>in favou?r|against|abstain(?:ing|ed)?|abstentions?|absent|not voting|present (?:and|but) not voting)"
    r"[ \t]*(?:\((?P<count>\d{1,4})\))?[ \t]*(?P<colon>[:.]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADINGS = {
    "inf": "in favour",
    "aga": "against",
    "abst": "abstaining",
    "abse": "absent",
    "not": "not voting",
    "pre": "not voting",
}
_PAGE = re.compile(
    r"(?:[AS]/[\w./()-]*\d[\w./()-]*|GA/\d+(?:/Rev\.\d)?|SC/\d+|\d\d/\d\d/\d{4}|\d\d-\d{5}|\d{1,3}/\d{1,3}|\d{1,3}|\*\d{5,}\*"
    r"|page|\(?[ivx]+\)?|e|\d{5,})",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\b(?:was|were) (?P<not>not )?(?P<deed>adopted|rejected|retained)\b", re.IGNORECASE)
_END = re.compile(
    r"\b(?:was|were) (?:not )?(?:adopted|rejected|retained)\b|^\s*(?:\[|\*\*\*|the (?:acting )?president\b)", re.I
)
_TOTALS = re.compile(
    r"by (?:a (?:recorded )?vote of )?(?P<yes>\w+)(?: votes?)?(?: in favou?r)? to (?P<no>\w+)(?: against)?,? with "
    r"(?P<abstain>\w+) abstentions?",
    re.IGNORECASE,
)
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_RESOLUTION = re.compile(r"\(?resolution ((?:ES-)?\d{1,2}/\d{1,3}(?: ?[A-Z])?)\)?")
_DRAFT = re.compile(r"\bdraft resolution ([AS]/[\w./-]*\w)", re.IGNORECASE)
_NOTE = re.compile(r"\[([^\]]{10,600})\]")
_TITLE = re.compile(r"^\s*vote on (?:the )?(?:draft )?(?:resolution on )?(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_RELEASE = re.compile(r"\b(GA/\d{4,6}(?:/Rev\.\d)?|SC/\d{4,6}|[AS]/(?:ES-)?\d{1,2}/PV\.\d+|S/PV\.\d+)\b")
LONGEST = 3
"""Commas that a name may hold."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands under a heading, without line breaks, and the line on which it begins."""

    text: str
    heading: str
    line: int


@dataclass(frozen=True, slots=True)
class Paste:
    """What a pasted list says."""

    names: tuple[Name, ...]
    headings: tuple[str, ...]
    stated: Mapping[str, int]
    symbol: str | None
    draft: str | None
    title: str | None
    release: str | None
    outcome: Outcome
    note: str | None


def read_paste(text: str, path: str, names: Names, problems: Problems) -> Paste | None:
    """The list in the text; None, with a problem, when its headings are not there or one comes twice."""
    found = list(_HEADING.finditer(text))
    headings = [_heading(match["head"]) for match in found]
    for at, heading in enumerate(headings):
        if heading in headings[:at]:
            place = Place(path, _line(text, found[at].start("head")))
            problems.add(place, "heading", f'"{found[at]["head"]}" a second time', "paste one vote at a time")
    missing = [heading for heading in ("in favour", "against", "abstaining") if heading not in headings]
    if missing:
        wrong = f"no heading {', '.join(missing)}"
        problems.add(Place(path, 1), "heading", wrong, 'write each as `In favour: …`, and "None" where there is nobody')
    if missing or len(set(headings)) < len(headings):
        return None
    listed: list[Name] = []
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        listed += _names(text, match.end(), end, headings[at], names)
    stated = _stated(text, found, headings, path, problems)
    flat = " ".join(text.split())
    resolution, draft, title = _RESOLUTION.search(flat), _DRAFT.search(flat), _TITLE.search(text)
    release, note = _RELEASE.search(flat), _NOTE.search(flat)
    return Paste(
        names=tuple(listed), headings=tuple(headings), stated=stated,
        symbol=f"A/RES/{resolution[1].replace(' ', '')}" if resolution else None, draft=draft[1] if draft else None,
        title=title[1] if title else None, release=release[1] if release else None, outcome=_outcome(flat),
        note=note[1] if note else None,
    )  # fmt: skip


def _heading(head: str) -> str:
    plain = head.casefold().replace(" ", "")
    return next(heading for start, heading in _HEADINGS.items() if plain.startswith(start))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _names(text: str, start: int, end: int, heading: str, names: Names) -> Iterator[Name]:
    """The names of a section: its lines without those of pages, joined, and cut at commas."""
    joined, lines = _joined(text, start, end)
    parts = [(found.start() + len(found[0]) - len(found[0].lstrip()), found[0]) for found in re.finditer(r"[^,;]+", joined)]
    at = 0
    while at < len(parts):
        for length in range(min(LONGEST, len(parts) - at), 0, -1):
            name = _plain(", ".join(part.strip() for _, part in parts[at : at + length]))
            if length == 1 or name in names:
                break
        if name and name.casefold() not in ("none", "nil"):
            line = lines[min(parts[at][0], len(lines) - 1)]
            yield from (Name(each, heading, line) for each in _of_and(name, names))
        at += length


def _joined(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """The section on one line, and for each of its characters the line on which it stood."""
    out: list[str] = []
    lines: list[int] = []
    number = _line(text, start)
    for line in text[start:end].split("\n"):
        tokens = line.split()
        if _END.search(line):
            break
        if tokens and not all(_PAGE.fullmatch(token) for token in tokens):
            words = " ".join(tokens)
            divided = bool(out) and out[-1].endswith("-") and words[0].islower()
            if divided:
                out[-1] = out[-1][:-1]
                lines.pop()
            space = "" if not out or divided or out[-1].endswith("-") else " "
            out.append(space + words)
            lines += [number] * len(space + words)
        number += 1
    return "".join(out), lines or [number]


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" \t*.:")


def _of_and(name: str, names: Names) -> list[str]:
    """The two names of `A and B`, where it is not one name and both are known."""
    stripped = re.sub(r"^and ", "", name)
    if name in names or stripped in names:
        return [name if name in names else stripped]
    for found in re.finditer(" and ", name):
        pair = [name[: found.start()], name[found.end() :]]
        if all(part in names for part in pair):
            return pair
    return [name]


def _stated(
    text: str, found: Sequence[re.Match[str]], headings: Sequence[str], path: str, problems: Problems
) -> dict[str, int]:
    """Totals beside the headings and in the sentence about the result; a problem where the two differ."""
    stated = {heading: int(match["count"]) for heading, match in zip(headings, found, strict=True) if match["count"]}
    sentence = _TOTALS.search(" ".join(text.split()))
    for heading, part in (("in favour", "yes"), ("against", "no"), ("abstaining", "abstain")):
        count = _number(sentence[part]) if sentence is not None else None
        if count is not None and stated.get(heading, count) != count:
            wrong = f"{stated[heading]} beside the heading, {count} in the sentence about the result"
            problems.add(Place(path, 1), f"stated {heading}", wrong, "compare the text with its source")
        elif count is not None:
            stated[heading] = count
    return stated


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return int(word)
    return _WORDS.index(word.casefold()) if word.casefold() in _WORDS else None


def _outcome(text: str) -> Outcome:
    """What the sentence about the result says; unknown where there is none."""
    found = _RESULT.search(text)
    if found is None:
        return Outcome.UNKNOWN
    refused = found["not"] or found["deed"].casefold() == "rejected"
    return Outcome.NOT_ADOPTED if refused else Outcome.ADOPTED
