"""Words against the stored excerpt of their source: a changed character is refused like a changed ballot."""

from __future__ import annotations

from tellers.anchors import Match, Reason, standing
from tellers.formats.yaml import Key
from tellers.model import Finding, Quote
from tellers.records.checks.references import Lookup

_FIELDS: dict[Reason, Key] = {
    Reason.WORDS: ("text",),
    Reason.PLACE: ("anchor", "start"),
    Reason.BEFORE: ("anchor", "prefix"),
    Reason.AFTER: ("anchor", "suffix"),
}


def check_words(look: Lookup, record: str, quote: Quote) -> None:
    """Edits stand in the text, and the text stands in the stored copy, where one is kept."""
    left = quote.text
    for position, edit in enumerate(quote.edits):
        _, shown, left = left.partition(edit.shown)
        if not shown:
            wrong = f'"{edit.shown}" does not stand in the text' + (" after the edit before it" if position else "")
            look.wrong(record, ("edits", position, "shown"), wrong, "write edits as they stand in the text, in its order")
            return
    if quote.anchor.source in look.content.snapshots:
        _check_stored(look, record, quote)
    elif not quote.edits:
        _check_length(look, record, quote)


def _check_stored(look: Lookup, record: str, quote: Quote) -> None:
    found = standing(look.content, quote)
    if found.finding is not Finding.CHANGED:
        return
    file = f"content/snapshots/{quote.anchor.source}.txt"
    if quote.anchor.start is None and quote.anchor.end is None and found.reason is not Reason.WORDS:
        do = f"write start: {found.start} and end: {found.end}"
        look.wrong(record, ("anchor",), f"has no position in {file}", do)
    else:
        look.wrong(record, _FIELDS[found.reason], _wrong(found, file), _do(found, file))


def _wrong(found: Match, file: str) -> str:
    if found.reason is Reason.WORDS:
        return f'has "{found.here}" where {file} has "{found.there}" at character {found.start}'
    if found.reason is Reason.PLACE:
        return f"the words stand at {found.there} in {file}, not at {found.here}"
    where = "before" if found.reason is Reason.BEFORE else "after"
    return f'{file} has "{found.there}" {where} the words, not "{found.here}"'


def _do(found: Match, file: str) -> str:
    if found.reason is Reason.PLACE:
        return f"write start: {found.start} and end: {found.end}"
    return "copy the words from there, or declare in `edits` what is left out"


def _check_length(look: Lookup, record: str, quote: Quote) -> None:
    """Without a stored copy nothing can be compared but the length."""
    start, end = quote.anchor.start, quote.anchor.end
    if start is not None and end is not None and end - start != len(quote.text):
        wrong = f"end - start is {end - start}, but the text has {len(quote.text)} characters"
        look.wrong(record, ("anchor", "end"), wrong, "count again in the stored snapshot")
