"""Every sabotage is caught, at its place, with what was found and what was expected; the clean site raises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.problems import Problem
from tellers.verify import verify_site
from tests.sabotage.cases import CASES
from tests.sabotage.rounds import quiet

ALL = [(case.name, case.path, case.words) for case in CASES]


def test_clean_site_raises_nothing(starter_site: tuple[Path, Path]) -> None:
    folder, built = starter_site
    report = verify_site(built, folder, quiet)
    assert [str(problem) for problem in report.problems] == []
    assert report.checked > 10_000


@pytest.mark.parametrize(("name", "path", "words"), ALL, ids=[f"{name} in {path}" for name, path, _ in ALL])
def test_sabotage_is_caught(name: str, path: str, words: tuple[str, ...], said: dict[str, list[Problem]]) -> None:
    problems = [str(problem) for problem in said[name + path]]
    caught = [text for text in problems if all(word in text for word in words)]
    assert caught, "\n".join(problems[:12]) or "nothing was said about it"
    assert all("found " in text and "expected " in text for text in caught)
