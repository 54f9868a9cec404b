"""Thousands of random edits: `python -m tests.sabotage.random_edits SITE BUILT --rounds 20 --seed 1`.

Each round edits every file of a copy of the built site once and reads the copy; an edit is caught when a difference is
reported at its file, or, of a drawing, at its PNG. Prints the share caught and every survivor.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tellers.verify import verify_site
from tests.sabotage.copies import linked_copy, replace
from tests.sabotage.edits import edit


@dataclass(frozen=True)
class Tried:
    """One edit of one file, and whether the reader said something about that file."""

    path: str
    what: str
    caught: bool


def rounds(site: Path, built: Path, seed: int, number: int) -> Iterator[Tried]:
    """Edits of so many rounds, each of which has one edit of every file that has a place for one."""
    chance = random.Random(seed)
    paths = sorted(
        path.relative_to(built).as_posix()
        for path in built.rglob("*")
        if path.suffix in (".html", ".svg", ".csv") or path.name == "vote.json"
    )
    paths = [path for path in paths if path != "404.html" and not path.startswith("assets/")]
    for _ in range(number):
        with tempfile.TemporaryDirectory() as folder:
            copy = linked_copy(built, Path(folder) / "site")
            done: dict[str, str] = {}
            for path in paths:
                edited = edit(path, (built / path).read_text("utf-8"), chance)
                if edited is not None:
                    replace(copy / path, edited.text.encode())
                    done[path] = edited.what
            report = verify_site(copy, site, lambda *_: None)
            said = {problem.place.path for problem in report.problems}
            yield from (Tried(path, what, bool(said & set(_places(path)))) for path, what in done.items())


def _places(path: str) -> tuple[str, ...]:
    """Where an edit may be told: at its file, and what a drawing lost or moved at the picture that still has it."""
    return (path, f"{path.removesuffix('.svg')}.png") if path.endswith(".svg") else (path,)


def main() -> None:
    """Run, and print what was caught and what was not."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("site", type=Path)
    arguments.add_argument("built", type=Path)
    arguments.add_argument("--rounds", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    tried = list(rounds(asked.site.resolve(), asked.built.resolve(), asked.seed, asked.rounds))
    kinds = Counter(one.what.partition(":")[0] for one in tried)
    caught = Counter(one.what.partition(":")[0] for one in tried if one.caught)
    for one in tried:
        if not one.caught:
            print(f"{one.path} | {one.what[:260]}")
    for kind, number in sorted(kinds.items()):
        print(f"{kind}: {caught[kind]} of {number}")
    print(f"all: {sum(caught.values())} of {len(tried)}, {sum(caught.values()) / len(tried):.2%}")


if __name__ == "__main__":
    main()
