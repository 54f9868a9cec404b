"""Every fault of building and publishing, by the name of its option."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tests.faults.killing import interrupts, kills, orphans, workers
from tests.faults.matrix import MATRIX, matrix
from tests.faults.publishing import publications
from tests.faults.report import Row
from tests.faults.starving import caches, disks, environments, pairs

Fault = Callable[[int, int, Path, Path], Row]
FAULTS: dict[str, tuple[Fault, int]] = {
    "kills": (kills, 200), "disks": (disks, 20), "pairs": (pairs, 50), "workers": (workers, 50),
    "interrupts": (interrupts, 20), "orphans": (orphans, 5), "caches": (caches, 100),
    "publications": (publications, 20), "environments": (environments, 1), "matrix": (matrix, len(MATRIX)),
}  # fmt: skip
"""Each fault, and how often a large round tries it."""
MANY_FIGURES = {"workers", "orphans", "caches", "matrix"}
"""Faults of drawing and of all that is drawn, which need the whole starter; a site of two votes does for the others."""

if sys.platform != "linux":
    raise RuntimeError("these faults are made by means that only Linux has")
