"""How far long work is: a bar on a terminal, a plain line a step elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Step = Callable[[str, int, int], None]
_NAMES = {
    "check": "Reading and checking content",
    "figures": "Drawing figures",
    "pages": "Making pages",
    "archive": "Making pages of archives",
    "site": "Building the site",
    "verify": "Counting again",
}


@contextmanager
def progress(quiet: bool = False) -> Iterator[Step]:
    """A function that is told step, done and total."""
    if quiet:
        yield lambda step, done, of: None
    elif sys.stderr.isatty():
        with _bar() as step:
            yield step
    else:
        yield _plain()


@contextmanager
def _bar() -> Iterator[Step]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=Console(stderr=True), transient=False) as bar:

        def step(name: str, done: int, of: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(_NAMES.get(name, name), total=of)
            bar.update(tasks[name], completed=done, total=of)

        yield step


def _plain() -> Step:
    said: set[str] = set()

    def step(name: str, done: int, of: int) -> None:
        if done == of and name not in said:
            said.add(name)
            count = f" ({of})" if of > 1 else ""
            click.echo(f"{_NAMES.get(name, name)}{count}: done", err=True)

    return step
