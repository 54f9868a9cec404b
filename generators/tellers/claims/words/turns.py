"""Sentences about turning points: what is compared, how sure a change is, and each member's largest."""

from __future__ import annotations

from tellers.claims.words.catalogue import Words
from tellers.claims.words.standing import same as counted
from tellers.claims.words.standing import share


def title(words: Words) -> str:
    """What the page is called."""
    return words.text("Turning points")


def about(words: Words, name: str, archive: str) -> str:
    """What the page is."""
    return words.text(
        "{name}: when other members began to cast the same ballot more often, or less often, in {archive}.",
        name=name,
        archive=archive,
    )


def meaning(words: Words) -> str:
    """What is compared."""
    return words.text(
        "Compared are the five years before a year with the five years that begin with it, in votes in which both cast a ballot (yes, no or "
        "abstain). What is voted on changes too, so the change of the median member is taken away. Each member stands here once, with the "
        "year of its largest change."
    )


def error(words: Words) -> str:
    """How sure a change is."""
    return words.text(
        "After ± stands the standard error, in percentage points, found by leaving out each of the ten years in turn. Listed are changes of "
        "more than three standard errors; the largest of many changes looks somewhat larger than it is."
    )


def none(words: Words) -> str:
    """Where nothing is listed."""
    return words.text("No member has so large a change in this archive.")


def agreement(words: Words, *, same: int, both: int) -> str:
    """`152 of 198 (77 %)`."""
    return words.text(
        "{counted} ({share})", counted=counted(words, same=same, both=both), share=share(words, same=same, both=both)
    )


def change(words: Words, beyond: int, error: int) -> str:
    """`−47 ± 4`, percentage points from thousandths."""
    return words.text("{change} ± {error}", change=points(beyond, "+"), error=points(error, ""))


def points(thousandths: int, plus: str) -> str:
    """Whole percentage points, halves away from zero."""
    value = (abs(thousandths) + 5) // 10
    return f"{'−' if thousandths < 0 and value else plus if value else ''}{value}"
