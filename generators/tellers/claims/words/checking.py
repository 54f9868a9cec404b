"""The line under each figure, and the sentences of the page on verification."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.claims.claim import Claim, Says
from tellers.claims.sentence import Free, Link, Sentence
from tellers.claims.words.catalogue import Words, later


def line(words: Words, *, figure: str, marks: int, claims: int, digest: str) -> Sentence:
    """`Checked: 4 marks, 6 claims; data 3f9a1c2b.` The numbers are claims about the figure's own manifest."""

    def of(number: int, what: str, message: tuple[str, str]) -> Sentence:
        return words.count(number, *message, n=Claim.make(Says.COUNT, number, of=what, figure=figure))

    return words.say(
        "{checked}: {marks}, {claims}; data {digest}.",
        checked=Link(words.text("Checked"), "/verification/"), digest=Free(digest[:8]),
        marks=of(marks, "marks", later("{n} mark", "{n} marks")), claims=of(claims, "claims", later("{n} claim", "{n} claims")),
    )  # fmt: skip


def totals(words: Words, counted: Mapping[str, int]) -> Sentence:
    """How much there is to check: each number is a claim about the whole site."""
    return words.say(
        "Checked: {marks} marks in {figures} figures, {ballots} ballots of {votes} votes, and {quotes} quotes.",
        **{name: _of_site(name, number) for name, number in counted.items()},
    )


def how(words: Words) -> Sentence:
    """What is done after each build."""
    return words.say(
        "After each build the finished pages are opened again by a reader that shares no code with what made them. It counts the "
        "roll calls anew and compares every figure and every bound number with its own count. A site with a difference is not "
        "published."
    )


def proof(words: Words, tried: Mapping[str, int]) -> Sentence:
    """How the reader was tried, and how often it noticed."""
    said = {name.replace("-", "_"): _of_site(name, number) for name, number in tried.items()}
    return words.say(
        "This version of the reader was tried on a small site. Of {sabotages} sabotages, each a fault or a forgery that "
        "somebody thought of, it caught {sabotages_caught}; of {edits} random edits that change what a page, a figure or a "
        "download says, it caught {edits_caught}.",
        **said,
    )


def _of_site(what: str, number: int) -> Claim:
    return Claim.make(Says.COUNT, number, of=what, site="all")


def checks(words: Words) -> list[Sentence]:
    """What is compared, one sentence each."""
    s = words.say
    return [
        s("Records: ballots are counted again from the files, and compared with stated totals and with the digests."),
        s("Figures: what each figure claims is computed again, and each mark's tag, colour and label is compared with it."),
        s("Pages: every bound number, every ballot in a table, every quote and every day equals its record."),
        s(
            "Quotes: the exact words are looked for in the stored excerpt of their source, at the place and between the words that "
            "the record names. One character that differs, typography aside, stops the site from being built."
        ),
        s(
            "Pictures: letters, digits, bars and marks are read again from the pixels, and the dark picture is compared with the "
            "light one."
        ),
        s("Downloads: the roll of each vote as CSV and as JSON has the same ballots."),
        s("Links: every address and anchor inside the site leads somewhere."),
        s(
            "In a browser, when editors ask for it: pages and figures are opened in Chromium, on a phone and on a desk, light and "
            "dark, and whatever is covered, cut off, faded or painted otherwise is found."
        ),
    ]


def cannot(words: Words, partial: int, votes: int) -> list[Sentence]:
    """What no reader of the site can tell."""
    s = words.say
    return [
        s("Whether a source itself is right: where sources disagree, the vote's page says so."),
        s(
            "Whether a quote still stands on its publisher's page: the words are compared with the stored copy of what was read "
            "on the day given. Editors look at the pages again from time to time."
        ),
        s(
            "Votes of which the roll is not known in full: {partial} of {votes}. Their totals are compared with nothing but the "
            "record.",
            partial=_of_site("partial-votes", partial),
            votes=_of_site("votes", votes),
        ),
    ]
