"""Whether what the reader said to a sabotage is what has to be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tellers.problems import Problem
from tests.sabotage.tools import Case


def missed(case: Case, said: Mapping[str, Sequence[Problem]]) -> str:
    """What was said instead; empty where one difference at the case's place has all its words, found and expected."""
    problems = [str(problem) for problem in said[case.name + case.path]]
    if any(all(word in text for word in (*case.words, "found ", "expected ")) for text in problems):
        return ""
    return "\n".join(problems[:12]) or "nothing was said about it"
