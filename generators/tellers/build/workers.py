"""Worker processes of a build: one way to begin them, to be interrupted, and to end when one is killed or nobody is left."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from tellers.problems import EnvironmentFault

Portion = TypeVar("Portion")
Made = TypeVar("Made")


def spread(make: Callable[[Portion], Made], portions: Sequence[Portion], workers: int, doing: str) -> Generator[Made, None, None]:
    """What each portion becomes, in their order, on so many forked workers; in this process where one is enough.

    `doing` says in the message for a killed worker what was done. Raises EnvironmentFault where one is killed.
    """
    if workers < 2 or len(portions) < 2:
        yield from map(make, portions)
        return
    try:
        fork = get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=fork, initializer=_end_with, initargs=(os.getpid(),)) as pool:
            try:
                yield from _begun(pool, make, portions)
            finally:
                pool.shutdown(cancel_futures=True)  # whoever interrupts does not wait for what has not begun
    except BrokenProcessPool as error:
        raise EnvironmentFault(f"a worker was killed while {doing}; free memory, or build with --workers 1") from error


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
