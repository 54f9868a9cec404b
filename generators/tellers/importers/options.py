"""Options in a source's words, as the body has them; an unknown word is a problem, never the nearest known one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tellers.importers.found import NO_BALLOT
from tellers.model import ORDER, Body, Option
from tellers.problems import Place, Problems

Meanings = Mapping[str, tuple[Option, ...]]
"""For each word of the source the options that it means, the narrowest first; none where it says that there is no ballot.

The first that the body has is taken: what one body counts as absent is, in another, among those that did not vote.
"""

COMMON: Meanings = {option.value: (option,) for option in Option}
"""Our own words."""


def options_of(
    words: Sequence[str], meanings: Meanings, body: Body, place: Callable[[int], Place], field: str, problems: Problems
) -> bytes:
    """One byte a word, its position in `ORDER`; `NO_BALLOT` where there is none, or where a problem was added."""
    bytes_ = {word: _byte(found, body) for word, found in meanings.items()}
    known = {word: byte for word, byte in bytes_.items() if byte is not None}
    for word in dict.fromkeys(words):
        if word not in known:
            rows = [row for row, said in enumerate(words) if said == word]
            problems.add(place(rows[0]), field, _wrong(word, len(rows), word in meanings, body), _do(word, meanings, body))
    return bytes(known.get(word, NO_BALLOT) for word in words)


def _byte(found: tuple[Option, ...], body: Body) -> int | None:
    if not found:
        return NO_BALLOT
    return next((ORDER.index(option) for option in found if option in body.options), None)


def _wrong(word: str, rows: int, known: bool, body: Body) -> str:
    many = f" in {rows} rows" if rows > 1 else ""
    return f'"{word}"{many} is an option that {body.id} does not have' if known else f'unknown option "{word}"{many}'


def _do(word: str, meanings: Meanings, body: Body) -> str:
    if word in meanings:
        return f"add {' or '.join(meanings[word])} to the options of content/bodies/{body.id}.yml"
    return f"this format has {', '.join(said or 'an empty cell' for said in meanings)}; compare the file with its source"
