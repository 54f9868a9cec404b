"""`python -m tests.faults --kills 200 --disks 20 --pairs 50 --workers 50 --caches 100 --files 300`: faults, and a table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.faults import files
from tests.faults.building import FAULTS, MANY_FIGURES
from tests.faults.report import HEAD, Row
from tests.faults.sites import built_site, small_site


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, help="broken content files; 300 in a large round")
    for name, (fault, large) in FAULTS.items():
        parser.add_argument(
            f"--{name}", type=int, help=f"{(fault.__doc__ or '').splitlines()[0]} ({large} in a large round)"
        )
    options = vars(parser.parse_args())
    asked = {name: options[name] for name in FAULTS if options[name] is not None}
    if options["files"] is None and not asked:
        options["files"], asked = 300, {name: large for name, (_, large) in FAULTS.items()}
    print(HEAD, flush=True)
    wrong = 0
    if options["files"]:
        wrong += show(files.run(options["files"], options["seed"]))
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        small, starter = folder / "small", folder / "starter"
        for name, number in asked.items():
            site, make = (starter, built_site) if name in MANY_FIGURES else (small, small_site)
            if not site.exists():
                make(site)
            wrong += show(FAULTS[name][0](number, options["seed"], site, folder))
    return 1 if wrong else 0


def show(row: Row) -> int:
    """Print the row, and after it what went wrong; how much that was."""
    print(row, flush=True)
    for line in row.wrong[:10]:
        print(f"  {line}", file=sys.stderr, flush=True)
    return len(row.wrong)


if __name__ == "__main__":
    sys.exit(main())
