"""A small round of the fuzzer: every context, both walls, and the canary that shows that the judge sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.fuzz.chromium import launched
from tests.fuzz.contexts import CONTEXTS, WITHOUT_SCRIPTS, Walls
from tests.fuzz.values import hostiles

SIZES = {"pages": 40, "svg": 40, "mail": 300, "explainers": 150, "csv": 300, "yaml": 300}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as started:
        yield started


@pytest.mark.parametrize("context", CONTEXTS)
def test_nothing_gets_through_the_encoders(browser: Browser, context: str) -> None:
    values = dict(enumerate(hostiles(7, SIZES[context])))
    for name, figures in CONTEXTS[context](values, Walls(), browser).items():
        assert figures.clean, (name, figures.examples)
        assert figures.inputs == len(values), name


@pytest.mark.parametrize("context", [name for name in CONTEXTS if name not in WITHOUT_SCRIPTS])
def test_nothing_runs_behind_the_second_wall_and_something_without_it(browser: Browser, context: str) -> None:
    values = dict(enumerate(hostiles(7, 12)))
    ran = {
        policy: sum(f.executions for f in CONTEXTS[context](values, Walls(False, policy), browser).values())
        for policy in (True, False)
    }
    assert ran[True] == 0
    assert ran[False] > 0
