"""Who works on a build: processes of this machine, which begin, are interrupted and end in one way, or a cluster."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import Any, TypeVar

from tellers.build.cluster import on_cluster
from tellers.problems import EnvironmentFault

Portion = TypeVar("Portion")
Made = TypeVar("Made")


def default_workers() -> int:
    """As many as there are cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Crew:
    """So many processes of this machine, or the workers of the Dask cluster at an address `dask://HOST:PORT`."""

    processes: int
    cluster: str = ""

    @classmethod
    def of(cls, workers: int | None = None, cluster: str = "") -> Crew:
        """As many processes as asked for, or as there are cores."""
        return cls(workers or default_workers(), cluster)

    @property
    def alone(self) -> bool:
        """Whether there is nobody but this process."""
        return self.processes < 2 and not self.cluster


_given: list[Any] = []
"""What forked workers inherit; empty except while they work."""


def spread(
    make: Callable[[Any, Portion], Made], given: Any, portions: Sequence[Portion], crew: Crew, doing: str
) -> Generator[Made, None, None]:
    """What `make` makes of each portion, in their order, with what all of them are given; in this process where one is enough.

    `doing` says in the message for a killed worker what was done. Raises EnvironmentFault where one is killed here.
    """
    if len(portions) < 2 or crew.alone:
        yield from (make(given, portion) for portion in portions)
    elif crew.cluster:
        yield from on_cluster(make, given, portions, crew.cluster, doing)
    else:
        yield from _forked(make, given, portions, crew.processes, doing)


def _forked(
    make: Callable[[Any, Portion], Made], given: Any, portions: Sequence[Portion], workers: int, doing: str
) -> Generator[Made, None, None]:
    _given[:] = [given]
    try:
        fork = get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=fork, initializer=_end_with, initargs=(os.getpid(),)) as pool:
            try:
                yield from _begun(pool, partial(_made, make), portions)
            finally:
                pool.shutdown(cancel_futures=True)  # whoever interrupts does not wait for what has not begun
    except BrokenProcessPool as error:
        raise EnvironmentFault(f"a worker was killed while {doing}; free memory, or build with --workers 1") from error
    finally:
        _given.clear()


def _made(make: Callable[[Any, Portion], Made], portion: Portion) -> Made:
    return make(_given[0], portion)


def _begun(pool: ProcessPoolExecutor, make: Callable[[Portion], Made], portions: Sequence[Portion]) -> Iterator[Made]:
    """What the workers make, who begin here: an interruption waits until they have, and is none of theirs."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.map(make, portions)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with(parent: int) -> None:
    """Let a worker end soon after the process that began it, which may be killed: nobody else would end it."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
