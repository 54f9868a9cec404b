"""How long a whole build takes: from nothing, with nothing changed, with one ballot changed, and with one vote re-titled.

Run it with `python benchmarks/build.py`. Each build is a process of its own, timed from outside, in a copy of the site
without its cache. Ratios are between builds of one run, so that they hold on a noisy machine.
"""

from __future__ import annotations

import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))
from tests.edits import change_ballot  # noqa: E402


def main() -> None:
    """Build four times and print a table with seconds, CPU seconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(REPOSITORY / "content", site / "content")
        shutil.copy(REPOSITORY / "mkdocs.yml", site)
        rows = [("from nothing", *timed(site)), ("nothing changed", *timed(site))]
        change_ballot(site, "un-ga/es-11_3", "DZA", "no", "abstain")
        rows.append(("one ballot changed", *timed(site)))
        retitle(site / "content" / "votes" / "un-ga" / "es-11_7.yml")
        rows.append(("one vote's title changed", *timed(site)))
    first = rows[0][2]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print("| build | wall s | CPU s | CPU, of the first |\n| --- | --- | --- | --- |")
    for name, wall, cpu in rows:
        print(f"| {name} | {wall:.1f} | {cpu:.1f} | {cpu / first:.0%} |")


def timed(site: Path) -> tuple[float, float]:
    """Wall and CPU seconds of one `tellers build` in the site's folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = perf_counter()
    subprocess.run([sys.executable, "-m", "tellers", "build", "--quiet"], cwd=site, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return perf_counter() - begun, cpu


def retitle(vote: Path) -> None:
    """Change the title in a vote's file."""
    vote.write_text(vote.read_text().replace("title: ", "title: Changed, ", 1))


if __name__ == "__main__":
    main()
