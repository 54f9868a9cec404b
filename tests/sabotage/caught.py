"""Whether what the reader said to a sabotage is what has to be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tellers.problems import Problem
from tests.sabotage.tools import Case


def is_caught(case: Case, said: Mapping[str, Sequence[Problem]]) -> None:
    """One difference at the case's place has all its words, and says what was found and what was expected."""
    problems = [str(problem) for problem in said[case.name + case.path]]
    caught = [text for text in problems if all(word in text for word in case.words)]
    assert caught, "\n".join(problems[:12]) or "nothing was said about it"
    assert all("found " in text and "expected " in text for text in caught)
