"""Try every sabotage and thousands of random edits, and write down how many were caught.

`python -m tests.sabotage.prove --rounds 60 --seed 1` builds the starter, prints every survivor, and writes the numbers that
the page on verification publishes.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

from tellers.verify.proof import FILE, KEYS
from tests.sabotage.cases import CASES
from tests.sabotage.random_edits import Tried, rounds
from tests.sabotage.rounds import build_starter, said_alone


def main() -> None:
    """Run, print and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site, built = build_starter(Path(folder))
        missed = _missed_cases(site, built, Path(folder))
        tried = list(rounds(site, built, asked.seed, asked.rounds))
    survivors = [one for one in tried if not one.caught]
    for name in missed:
        print(f"not caught: {name}")
    for one in survivors:
        print(f"not caught: {one.path} | {one.what}")
    _print_kinds(tried)
    numbers = (len(CASES), len(CASES) - len(missed), len(tried), len(tried) - len(survivors))
    FILE.write_text(json.dumps(dict(zip(KEYS, numbers, strict=True)), indent=1) + "\n", encoding="utf-8")
    print(f"{numbers[1]} of {numbers[0]} sabotages, {numbers[3]} of {numbers[2]} edits; written to {FILE.name}")


def _missed_cases(site: Path, built: Path, folder: Path) -> list[str]:
    said = said_alone(CASES, site, built, folder)
    return [
        f"{case.name} in {case.path}"
        for case in CASES
        if not any(all(word in str(problem) for word in case.words) for problem in said[case.name + case.path])
    ]


def _print_kinds(tried: list[Tried]) -> None:
    kinds = Counter(one.what.partition(":")[0] for one in tried)
    caught = Counter(one.what.partition(":")[0] for one in tried if one.caught)
    for kind, number in sorted(kinds.items()):
        print(f"{kind}: {caught[kind]} of {number}")


if __name__ == "__main__":
    main()
