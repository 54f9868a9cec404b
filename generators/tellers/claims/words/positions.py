"""Sentences about positions: what the distance of two members means, what an axis shows, and how sure a place is."""

from __future__ import annotations

from fractions import Fraction

from tellers.claims.words.catalogue import Words


def meaning(words: Words) -> str:
    """What it means to lie close together."""
    return words.text(
        "Members that voted alike lie close together: the square of the distance between two is the part of the votes on which they "
        "differed, an abstention against a yes or no counting half."
    )


def shown(words: Words, thousandths: tuple[int, ...]) -> str:
    """How much of all distances the axes show."""
    first, *rest = (words.percent(Fraction(part, 1000)) for part in thousandths)
    if rest:
        return words.text(
            "The first axis shows {first} of all squared distances, the second {second}.", first=first, second=rest[0]
        )
    return words.text("The first axis shows {first} of all squared distances; no second one stands out.", first=first)


def reading(words: Words) -> str:
    """How an axis is to be read, and who is placed."""
    return words.text(
        "An axis has no meaning of its own: look at who lies at its ends. Placed are members that cast a ballot in at least three fifths "
        "of the votes."
    )


def error(words: Words, parts: int) -> str:
    """What stands after ±."""
    return words.text(
        "After ± stands the standard error: how far a place moves when the votes, in order of time, are cut into {parts} parts and each "
        "is left out in turn.",
        parts=words.number(parts),
    )  # fmt: skip


def axis(words: Words, number: int) -> str:
    """The head of a column."""
    return (words.text("First axis"), words.text("Second axis"))[number]


def place(words: Words, at: int, error: int) -> str:
    """`−0.20 ± 0.01`, from thousandths."""
    return words.text("{at} ± {error}", at=hundredths(at), error=hundredths(error))


def pictured(words: Words, members: int, decade: str) -> str:
    """What the map is, for those who do not see it."""
    return words.text(
        "Map of {n} members in the {decade}: those that voted alike lie close together. The table has every place.",
        n=words.number(members), decade=decade,
    )  # fmt: skip


def marks(words: Words, blocs: int) -> str:
    """What the marks of the map are; `blocs` is how many there are."""
    t = words.text
    said = t("Each mark is a member, with its code where there is room. The first axis runs to the right, the second up.")
    if not blocs:
        return said
    signs = [t("● in the first bloc"), t("■ in the second"), t("▲ in the third"), t("◆ in another")][:blocs]
    return f"{said} {words.text(', ').join([*signs, t('○ in none')])}."


def hundredths(thousandths: int) -> str:
    """`−0.20` for -201: two digits, halves away from zero."""
    value = (abs(thousandths) + 5) // 10
    return f"{'−' if thousandths < 0 and value else ''}{value // 100}.{value % 100:02}"
