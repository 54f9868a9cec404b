"""`python -m tests.fuzz --inputs 10000 --context all --seed 1`: hostile values in every context, judged by Chromium.

First with the encoders alone, the policy of the page taken away; then with the encoders passed by and the policy alone,
where nothing may run; and a canary: with neither, something has to run, or the judge sees nothing.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict

from tests.fuzz.chromium import launched
from tests.fuzz.contexts import BATCH, CONTEXTS, WITHOUT_SCRIPTS, Walls
from tests.fuzz.judge import Figures
from tests.fuzz.values import hostiles


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=300, help="values for each context")
    parser.add_argument("--context", default="all", choices=["all", *CONTEXTS])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--second-wall", type=int, default=None, help="values with the encoders passed by; a tenth by default"
    )
    options = parser.parse_args()
    names = list(CONTEXTS) if options.context == "all" else [options.context]
    second = options.inputs // 10 if options.second_wall is None else options.second_wall
    good = True
    print(
        "| context | wall | inputs | executions | changed nodes | altered texts | outside requests | tracebacks | seconds |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in names:
        for context, figures, took in run(name, options.inputs, options.seed, Walls()):
            show(context, "encoders", figures, took)
            good &= figures.clean
        if name in WITHOUT_SCRIPTS or not second:
            continue
        for context, figures, took in run(name, second, options.seed, Walls(encoders=False, policy=True)):
            show(context, "policy alone", figures, took)
            good &= figures.executions == 0
        canary = run(name, min(second, 100), options.seed, Walls(encoders=False, policy=False))
        ran = sum(figures.executions for _, figures, _ in canary)
        print(f"| {name} | none (canary) | {min(second, 100)} | {ran} | | | | | |")
        good &= ran > 0
    return 0 if good else 1


def run(name: str, inputs: int, seed: int, walls: Walls) -> list[tuple[str, Figures, float]]:
    """The figures of the context, batch by batch, and the seconds it took."""
    values = hostiles(seed, inputs)
    if not walls.encoders:  # which alone take out halves of characters, that no file can hold
        values = [value.encode("utf-8", "replace").decode() for value in values]
    total: dict[str, Figures] = defaultdict(Figures)
    begun = time.monotonic()
    with launched() as browser:
        for start in range(0, inputs, BATCH):
            batch = dict(enumerate(values[start : start + BATCH]))
            for context, figures in CONTEXTS[name](batch, walls, browser).items():
                total[context].add(figures)
    return [(context, figures, time.monotonic() - begun) for context, figures in total.items()]


def show(context: str, wall: str, figures: Figures, took: float) -> None:
    f = figures
    shown = (context, wall, f.inputs, f.executions, f.nodes, f.texts, f.outside, f.tracebacks, round(took))
    print("| " + " | ".join(map(str, shown)) + " |", flush=True)
    for example in f.examples[:5] if wall == "encoders" else []:
        print(f"  {example}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
