"""What the page on which two members are compared says: around the comparison, and, through a script, in it."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.claims.words import labels
from tellers.claims.words.catalogue import Words
from tellers.model import Option
from tellers.model.option import CAST


def title(words: Words) -> str:
    """The name of the page."""
    return words.text("Compare two members")


def about(words: Words) -> str:
    """What a reader finds there."""
    return words.text("How often two members cast the same ballot, and where they differed.")


def counted(words: Words) -> str:
    """Which votes count."""
    return words.text(
        "Counted are the votes on this site of which every ballot is known and in which both cast one: yes, no or abstain. "
        "The address of this page keeps what you choose, so that a comparison can be shared."
    )


def without_script(words: Words) -> str:
    """Where the same numbers are for those whose browser compares nothing."""
    return words.text("Without scripts: each member has a page that says with whom it agreed most and least.")


def with_another(words: Words) -> str:
    """Where the page of a member leads to."""
    return words.text("Compare with another member")


def scripted(words: Words) -> Mapping[str, str]:
    """What the script says, by what it says in English; what it calls topics are series here."""
    said = {
        message: words.catalogue.gettext(message)
        for message in (
            "Choose two members.", "Choose two different members.", "Member", "Other member", "From", "To", "any",
            "{a} and {b}, {when}: the same ballot in {same} of {both} ({share}).",
            "{a} and {b}, {when}: no vote in which both cast a ballot.",
            "Other votes, in which one or both cast no ballot or had no seat: {n}.",
            "By year", "Year", "Same ballot", "Share", "{same} of {both}", "Where they differed: {n}", "Vote", "Show all {n}",
        )
    }  # fmt: skip
    options = {option.value: labels.option(words, option).lower() for option in Option if option in CAST}
    return {**said, "Topic": words.text("Series"), **options}
