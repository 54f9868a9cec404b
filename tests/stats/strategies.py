"""Rolls, totals and rules at random, for the laws."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from tellers.model import ORDER, Base, Option, Roll, Rule, Threshold

CODES = [f"{a}{b}" for a in "ABCDEF" for b in "XYZ"]
OPTIONS = st.sampled_from(ORDER)
BALLOTS = st.dictionaries(st.sampled_from(CODES), OPTIONS)
ROLLS = BALLOTS.map(lambda ballots: Roll.of(ballots.items()))
SAME_MEMBERS = st.lists(st.sampled_from(CODES), unique=True, min_size=1).flatmap(
    lambda codes: st.tuples(
        *[
            st.lists(OPTIONS, min_size=len(codes), max_size=len(codes)).map(
                lambda chosen: Roll.of(zip(codes, chosen, strict=True))
            )
        ]
        * 2
    )
)
SHARES = st.fractions(0, 1, max_denominator=12)


def rule(
    base: Base,
    *,
    more_than: Fraction | None = None,
    at_least: Fraction | None = None,
    ballots: int | None = None,
    veto: bool = False,
) -> Rule:
    threshold = Threshold(more_than=more_than, at_least=at_least, ballots=ballots)
    return Rule(id="rule", name="a rule", base=base, threshold=threshold, veto=veto, text="Article 1", source="charter")


BASES = st.sampled_from(list(Base))
RULES = st.one_of(
    st.builds(lambda base, share: rule(base, more_than=share), BASES, SHARES.filter(lambda share: share < 1)),
    st.builds(lambda base, share: rule(base, at_least=share), BASES, SHARES.filter(lambda share: share > 0)),
    st.builds(lambda base, number: rule(base, ballots=number), BASES, st.integers(1, 20)),
)

YES_NO_ABSTAIN = (Option.YES, Option.NO, Option.ABSTAIN)
