"""What the next release is compared with: a value here that is not so would hide a silent correction."""

from __future__ import annotations

from tests.sabotage.tools import Case, resub, swap

_PATH = "published.json"

CASES = [
    Case(
        "published tally",
        _PATH,
        resub(r'("votes/assembly/24_1": .*?"tally.yes": )"5"', r'\1"6"'),
        ("tally.yes", '"6"', '"5"'),
    ),
    Case(
        "published tally of a group",
        _PATH,
        resub(r'("votes/assembly/25_3": .*?"tally\.yes\.[a-z-]+": )"\d"', r'\1"8"'),
        ("votes/assembly/25_3 tally.yes.", '"8"'),
    ),
    Case("published outcome", _PATH, swap('"outcome": "adopted"', '"outcome": "not-adopted"'), ("outcome", "not-adopted")),
    Case(
        "published digest of a roll", _PATH, resub(r'"roll.digest": "sha256:.', '"roll.digest": "sha256:_'), ("roll.digest",)
    ),
    Case("published seats", _PATH, resub(r'"members": "9"', '"members": "10"'), ("members", '"10"', '"9"')),
    Case("published threshold", _PATH, resub(r'"needed": "\d"', '"needed": "1"'), ("needed", '"1"')),
    Case("published words", _PATH, resub(r'("quotes/[^\n]*"text": ")', r"\1Not "), ("text", "Not ")),
    Case(
        "a published vote left out",
        _PATH,
        resub(r'"votes/assembly/24_2": \{.*?\},\n', ""),
        ("records", "votes/assembly/24_2"),
    ),
    Case("a published correction changed", _PATH, swap('"now": "1"', '"now": "2"'), ("corrections",)),
    Case("nothing published", _PATH, lambda raw: b"[]", ("file", "published values")),
]
