"""The same content built in other circumstances: the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.report import Row
from tests.faults.sites import build


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What should not matter to what is built."""

    environment: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    umask: int = 0o022


CLOCK = "TELLERS_TEST_CLOCK"
"""Seconds since 1970 that a clock shows: in the environment of a build, whose C library asks `clock.c` for the time."""

MATRIX = {
    "another zone": Circumstance({"TZ": "Pacific/Kiritimati"}),
    "another locale": Circumstance({"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}),
    "the C locale": Circumstance({"LC_ALL": "C"}),
    "hash seed 0": Circumstance({"PYTHONHASHSEED": "0"}),
    "hash seed 4711": Circumstance({"PYTHONHASHSEED": "4711"}),
    "one worker": Circumstance(options=("--workers", "1")),
    "two workers": Circumstance(options=("--workers", "2")),
    "umask 077": Circumstance(umask=0o077),
    "umask 000": Circumstance(umask=0),
    "an epoch of 2001": Circumstance({"SOURCE_DATE_EPOCH": "1000000000"}),
    "an epoch of 2033": Circumstance({"SOURCE_DATE_EPOCH": "2000000000"}),
    "optimised": Circumstance({"PYTHONOPTIMIZE": "1"}),
    "a clock of 1975": Circumstance({CLOCK: "157766400"}),
    "a clock of 2036": Circumstance({CLOCK: "2082758400"}),
}


def matrix(number: int, seed: int, site: Path, folder: Path) -> Row:
    """The same content in other folders and circumstances, from nothing and from a cache: one digest."""
    row = Row("clock, zone, locale, hash seed, folder, umask, workers, cache", 0)
    digests = {(site / "build" / "site").resolve().name}
    for name, circumstance in list(MATRIX.items())[:number]:
        clock = _clock(folder) if CLOCK in circumstance.environment else {}
        target = folder / f"m {len(digests)}-{row.tried}" / "deep/er/"[: 4 * (row.tried % 3)] / "site"
        shutil.copytree(site / "content", target / "content")
        shutil.copy(site / "mkdocs.yml", target)
        if row.tried % 2:
            shutil.copytree(site / "build" / "cache", target / "build" / "cache")
        for path in target.rglob("*"):
            os.utime(path, (row.tried, 10**9 + row.tried))
        before = os.umask(circumstance.umask)
        try:
            code, said = build(target, *circumstance.options, environment={**circumstance.environment, **clock})
        finally:
            os.umask(before)
        row.tried += 1
        row.expect(code == 0, f"{name}: {said[-200:]}")
        digests.add((target / "build" / "site").resolve().name)
    row.expect(len(digests) == 1, f"{len(digests)} digests: {sorted(digests)}")
    row.note = f"{len(digests)} digest"
    return row


def _clock(folder: Path) -> dict[str, str]:
    """The environment in which every process reads the clock of `clock.c`; needs a C compiler."""
    library = folder / "clock.so"
    if not library.exists():
        subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(Path(__file__).with_name("clock.c"))], check=True)
    return {"LD_PRELOAD": str(library)}
