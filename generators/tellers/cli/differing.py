"""`tellers diff`: two states of a site, compared."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tellers import diff as diff_
from tellers.cli.progress import progress
from tellers.diff.report import write_report
from tellers.diff.say import FORMATS
from tellers.problems import Problem

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(epilog="Examples: `tellers diff before/ after/`, `tellers diff build/releases/3f9a… . --output report`, "
               "`tellers diff --policy before/ after/`.")  # fmt: skip
@click.argument("old", type=_FOLDER)
@click.argument("new", type=_FOLDER)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True,
              help="For a log, a program, a comment, or the log of a job on GitHub.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path, file_okay=False),
              help="Folder for a page with pictures old beside new, report.md and report.json.")  # fmt: skip
@click.option("--policy", is_flag=True, help="Only ask whether every published value that changed has its correction.")
def diff(old: Path, new: Path, form: str, output: Path | None, policy: bool) -> int:
    """Say what differs between OLD and NEW: votes, quotes, tallies, figures, claims; 2 when anything does.

    Each is a site's folder, its content/ alone, or a built site such as build/site.
    """
    with progress(quiet=policy) as step:
        before, after = diff_.sides(old, new, step)
        if policy:
            return _say_unsigned(diff_.unsigned(before, after), form)
        found = diff_.diff(before, after)
        if output is not None:
            write_report(output, found, before, after, step)
    click.echo(FORMATS[form](found), nl=False)
    return 2 if found else 0


def _say_unsigned(problems: tuple[Problem, ...], form: str) -> int:
    if form == "json":
        click.echo(json.dumps([problem.as_fields() for problem in problems], ensure_ascii=False, indent=1))
    for problem in problems if form != "json" else ():
        click.echo(problem.as_annotation() if form == "github" else str(problem))
    if not problems and form != "json":
        click.echo("Every published value that changed has its correction.")
    return 2 if problems else 0
