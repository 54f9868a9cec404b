"""The line under each figure, and the sentences of the page on verification."""

from __future__ import annotations

from collections.abc import Sized

from tellers.claims.claim import Claim, Says
from tellers.claims.sentence import Free, Link, Sentence
from tellers.claims.words.catalogue import Words


def line(words: Words, *, figure: str, marks: int, claims: int, digest: str) -> Sentence:
    """`Checked: 4 marks, 6 claims; data 3f9a1c2b.` The numbers are claims about the figure's own manifest."""
    said = [
        Claim.make(Says.COUNT, number, of=what, figure=figure) for number, what in ((marks, "marks"), (claims, "claims"))
    ]
    return words.say(
        "{checked}: {marks} marks, {claims} claims; data {digest}.",
        checked=Link(words.text("Checked"), "/verification/"), marks=said[0], claims=said[1], digest=Free(digest[:8]),
    )  # fmt: skip


def totals(words: Words, pictures: Sized) -> Sentence:
    """What is done after each build, with the number of figures."""
    figures = Claim.make(Says.COUNT, len(pictures), of="figures", site="all")
    return words.say(
        "After each build the finished pages are opened again by a reader that shares no code with what made them. It counts the "
        "roll calls anew and compares {figures} figures and every bound number with its own count. A site with a difference is "
        "not published.",
        figures=figures,
    )


def checks(words: Words) -> list[Sentence]:
    """What is compared, one sentence each."""
    s = words.say
    return [
        s("Records: ballots are counted again from the files, and compared with stated totals and with the digests."),
        s("Figures: what each figure claims is computed again, and each mark's tag, colour and label is compared with it."),
        s("Pages: every bound number, every ballot in a table, every quote and every day equals its record."),
        s("Downloads: the roll of each vote as CSV and as JSON has the same ballots."),
        s("Links: every address and anchor inside the site leads somewhere."),
    ]


def cannot(words: Words) -> list[Sentence]:
    """What no reader of the site can tell."""
    s = words.say
    return [
        s("Whether a source itself is right: where sources disagree, the vote's page says so."),
        s(
            "Whether a quote still stands on its publisher's page: the words are compared with what was read on the day given."
        ),
        s("Votes of which no roll is known: their totals are compared with nothing but the record."),
    ]
