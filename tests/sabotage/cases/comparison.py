"""The page on which a browser compares two members: ballots and words that only its script shows."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

from tests.sabotage.tools import Case, Edit, resub, swap

_PAGE = "compare/index.html"


def _said(name: str, change: Callable[[Any], object]) -> Edit:
    """What stands in the attribute, read as JSON, changed, and written back."""

    def edit(raw: bytes) -> bytes:
        text = raw.decode()
        found = re.search(rf' {name}="([^"]*)"', text)
        assert found is not None, f"no {name} any more; mend the sabotage"
        value = json.loads(html.unescape(found[1]))
        change(value)
        assert value != json.loads(html.unescape(found[1])), f"nothing changed in {name}; mend the sabotage"
        changed = html.escape(json.dumps(value, ensure_ascii=False))
        return (text[: found.start(1)] + changed + text[found.end(1) :]).encode()

    return edit


def _ballots(change: Callable[[Any], object]) -> Edit:
    return _said("data-ballots", change)


def _member(code: str, at: int, value: Callable[[str], str]) -> Edit:
    def change(ballots: Any) -> None:
        row = next(row for row in ballots["members"] if row[0] == code)
        row[at] = value(row[at])

    return _ballots(change)


def _vote(at: int, value: object) -> Edit:
    return _ballots(lambda ballots: ballots["votes"][0].__setitem__(at, value))


CASES = [
    Case(
        "ballot to compare", _PAGE, _member("OST", 2, lambda said: said.translate({121: 110, 110: 121})), ("members, OST",)
    ),
    Case("seat to compare", _PAGE, _member("ALU", 2, lambda said: said.replace(".", "-")), ("members, ALU",)),
    Case("name of a member to compare", _PAGE, _member("OST", 1, lambda said: "Quillon"), ("members, OST", "Quillon")),
    Case("code of a member to compare", _PAGE, _member("OST", 0, lambda said: "OSX"), ("members, OST", "OSX")),
    Case("member to compare left out", _PAGE, _ballots(lambda said: said["members"].pop()), ("members",)),
    Case("members to compare turned round", _PAGE, _ballots(lambda said: said["members"].reverse()), ("order of members",)),
    Case("vote to compare left out", _PAGE, _ballots(lambda said: said["votes"].pop()), ("votes",)),
    Case("address of a vote to compare", _PAGE, _vote(0, "assembly/24_2"), ("votes, assembly/24_1", "24_2")),
    Case("year of a vote to compare", _PAGE, _vote(1, "2023-03-12"), ("votes, assembly/24_1", "2023-03-12")),
    Case("title of a vote to compare", _PAGE, _vote(3, "No bridge"), ("votes, assembly/24_1", "No bridge")),
    Case("series of a vote to compare", _PAGE, _vote(4, []), ("votes, assembly/24_1",)),
    Case("day of a vote to compare", _PAGE, _vote(5, "12 March 2023"), ("votes, assembly/24_1", "12 March 2023")),
    Case("series to compare", _PAGE, _ballots(lambda said: said["topics"].append("Bridges")), ("topics",)),
    Case("more to compare", _PAGE, _ballots(lambda said: said.update(more=1)), ("parts", "more")),
    Case("word of the comparison", _PAGE, _said("data-words", lambda said: said.update(yes="no")), ("word “yes”", "no")),
    Case(
        "word of the comparison left out",
        _PAGE,
        _said("data-words", lambda said: said.pop("Share")),
        ("words of its script",),
    ),
    Case("no ballots to compare", _PAGE, resub(r' data-ballots="[^"]*"', ""), ("boxes",)),
    Case(
        "a comparison elsewhere",
        "members/index.html",
        swap("<h1", '<div data-words="{}"></div><h1'),
        ("ballots to compare",),
    ),
    Case(
        "a comparison of another member", "members/OST/index.html", resub(r"(#35;a&#61;)OST", r"\1XXX"), ("link", "#a=XXX")
    ),
]
