"""Work that waits for disks, or hashes, on several threads: both leave other threads their turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")
_THREADS = 4
_PART = 64


def in_threads(work: Callable[[Item], Done], items: Sequence[Item]) -> list[Done]:
    """What becomes of each item, in their order."""
    parts = [items[start : start + _PART] for start in range(0, len(items), _PART)]
    with ThreadPoolExecutor(_THREADS) as pool:
        return [done for part in pool.map(lambda part: [work(item) for item in part], parts) for done in part]
