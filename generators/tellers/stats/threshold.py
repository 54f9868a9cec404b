"""How many votes were needed, and whether they were there."""

from __future__ import annotations

import math
from collections.abc import Collection

from tellers.model import Option, Roll, Rule
from tellers.stats.tally import Tally, base_of


def needed(tally: Tally, rule: Rule) -> int:
    """The smallest number of yes votes that carries the motion under the rule, given the base of this vote.

    For `more than 1/2` of 111 that is 56, for `at least 2/3` of 111 it is 74; never less than one.
    """
    threshold = rule.threshold
    if threshold.ballots is not None:
        return max(1, threshold.ballots)
    whole = base_of(tally, rule.base)
    if threshold.more_than is not None:
        return math.floor(threshold.more_than * whole) + 1
    if threshold.at_least is not None:
        return max(1, math.ceil(threshold.at_least * whole))
    raise ValueError(f"rule {rule.id} states no threshold")


def vetoes(roll: Roll, permanent: Collection[str], rule: Rule) -> tuple[str, ...]:
    """Permanent members whose no defeats the motion (UN Charter, Article 27(3)), in order; none where no veto applies."""
    if not rule.veto:
        return ()
    return tuple(code for code in roll.members_of(Option.NO) if code in permanent)


def carried(tally: Tally, rule: Rule, vetoed: bool = False) -> bool:
    """Whether the yes votes reach what the rule asks for and nobody vetoed."""
    return tally[Option.YES] >= needed(tally, rule) and not vetoed
