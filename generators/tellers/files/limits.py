"""What the machine lets this process have, and how it spends it."""

from __future__ import annotations

import gc
import resource
from collections.abc import Iterator
from contextlib import contextmanager

from tellers.problems import EnvironmentFault

NEEDED = 1 << 30
"""Bytes of address space below which libraries cannot even be loaded."""


def require_memory() -> None:
    """Raises EnvironmentFault where a limit is below what a build needs: libraries would fail in ways of their own."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_AS)
    if allowed != resource.RLIM_INFINITY and allowed < NEEDED:
        given, needed = allowed >> 20, NEEDED >> 20
        raise EnvironmentFault(f"this process may have {given} MB of memory and needs {needed}; raise the limit (ulimit -v)")


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let the collector of garbage look seldom: a million ballots make none, and looking through them takes seconds."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
