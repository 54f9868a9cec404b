"""Quotes and speakers: who spoke, about what, and where the words stand."""

from __future__ import annotations

from tellers.model import Quote
from tellers.records.checks.references import Lookup
from tellers.records.checks.words import check_words
from tellers.records.fit import nearest


def check_quotes(look: Lookup) -> None:
    """Every quote's speaker, votes and anchor, and every speaker's member."""
    for id, quote in look.content.quotes.items():
        record = f"quotes/{id}"
        look.refers(record, ("speaker",), "speakers", quote.speaker)
        look.refers(record, ("anchor", "source"), "sources", quote.anchor.source)
        look.refer(record, ("about",), "votes", quote.about)
        look.in_order(record, ("date", quote.date), ("published", quote.published))
        look.in_order(record, ("published", quote.published), ("updated", quote.updated))
        _check_anchor(look, record, quote)
    codes = sorted({code for members in look.content.registers.values() for code in members})
    for id, speaker in look.content.speakers.items() if not look.has_unread("members") else ():
        if speaker.speaks_for is not None and speaker.speaks_for not in codes:
            wrong = f'unknown member "{speaker.speaks_for}"'
            look.wrong(
                f"speakers/{id}", ("speaks-for",), wrong, nearest(speaker.speaks_for, codes, "use a code of a register")
            )


def _check_anchor(look: Lookup, record: str, quote: Quote) -> None:
    anchor = quote.anchor
    if (anchor.start is None) != (anchor.end is None):
        look.wrong(record, ("anchor",), "start or end alone", "write both, or neither")
    elif anchor.prefix is None and anchor.suffix is None and anchor.start is None and anchor.why is None:
        do = "write prefix and suffix from the source, or say why not in `why`"
        look.wrong(record, ("anchor",), "has neither words around nor a position", do)
    else:
        check_words(look, record, quote)
    if quote.original is not None and quote.original.text == "unknown" and quote.original.language == "unknown":
        look.wrong(record, ("original",), "language and text both unknown", "remove `original`")
