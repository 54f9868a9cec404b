"""`tellers import`: arguments in, one call, a few lines out."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from tellers import intake
from tellers.build.kinds import ImporterKind, importers
from tellers.importers.asked import Asked
from tellers.importers.changes import listed
from tellers.importers.saved import MAX_BYTES, Saved
from tellers.intake import Site, Taken
from tellers.model import Content, Outcome
from tellers.problems import Problem, Refused

SHOWN = 20
_SITE = click.option(
    "--site", "-C", "site", default=".", show_default=True, type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The site's folder, with mkdocs.yml and content/.",
)  # fmt: skip
_DAY = click.DateTime(["%Y-%m-%d"])
_FORMATS = importers()


def _epilog() -> str:
    """Every format with what it reads and which files to give, then an example of each."""
    said = [line for name, kind in _FORMATS.items() for line in (name, *_indented(f"{kind.ABOUT} {kind.FILES}"))]
    examples = [kind.EXAMPLE for kind in _FORMATS.values()]
    return "\n".join(["\b", "Formats:", *said, "", "\b", "Examples:", *examples])


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, 74, initial_indent="    ", subsequent_indent="    ")


@click.command("import", epilog=_epilog())
@_SITE
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(_FORMATS)))
@click.argument("files", metavar="FILE...", nargs=-1, required=True,
                type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))  # fmt: skip
@click.option("--body", help="Id of the body that voted; needed where the site has several and the format does not tell.")
@click.option("--session", help="Only votes of this session, such as 79 or ES-11.")
@click.option("--map", "columns", multiple=True, metavar="COLUMN=FIELD", help="A column of your own CSV and what it holds.")
@click.option("--source", help="Id of a source of the site that describes the file; a new one is written if left out.")
@click.option("--version", "version", help="Version of the file, kept beside its digest.")
@click.option("--day", type=_DAY, help="Day on which you read the file; the day it was saved if left out.")
@click.option("--date", "voted", type=_DAY, help="Day of the vote, where the file does not tell it.")
@click.option("--symbol", help="Symbol of what was decided, where the file does not tell it.")
@click.option("--title", help="Title of the motion, where the file does not tell it.")
@click.option("--outcome", type=click.Choice([Outcome.ADOPTED.value, Outcome.NOT_ADOPTED.value]),
              help="Whether it was carried, where the file does not tell it and you know.")  # fmt: skip
@click.option("--register", metavar="ID",
              help="Write the register members/ID.csv with everybody whom the files name, instead of votes.")  # fmt: skip
@click.option("--replace", is_flag=True, help="Replace votes that the site has otherwise; the editor's words stay.")
@click.option("--leave-out-strays", is_flag=True,
              help="Leave out ballots of members that had no seat that day, and name them in the vote's note.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def import_(
    site: Path, form: str, files: tuple[Path, ...], body: str | None, session: str | None, columns: tuple[str, ...],
    source: str | None, version: str | None, day: datetime | None, voted: datetime | None, symbol: str | None,
    title: str | None, outcome: str | None, register: str | None, replace: bool, leave_out_strays: bool, dry_run: bool,
) -> int:  # fmt: skip
    """Turn a saved source file into votes of content/, all of them or none.

    Nothing is guessed: an unknown member, code or option is a problem with its line. What the site has already is
    compared, and replaced only with --replace. Totals that differ from the roll are proposed for the ledger, where a
    person signs them.
    """
    folder, kind = site.resolve(), _FORMATS[form]
    found = intake.read_site(folder)
    if register is not None:
        read_on = day.date() if day else _saved_on(files)
        made, wrong = intake.take_register(kind, [_saved(file) for file in files], register, read_on, found, replace)
        return _say_register(made, wrong, folder, dry_run)
    content = _content(found)
    asked = Asked(
        content=content, body=content.bodies[_body(body, kind, content)], day=day.date() if day else _saved_on(files),
        session=session, source=source, version=version, date=voted.date() if voted else None, symbol=symbol, title=title,
        outcome=Outcome(outcome) if outcome else None, leave_out_strays=leave_out_strays, columns=_columns(columns),
    )  # fmt: skip
    taken = intake.take(kind, [_saved(file) for file in files], asked, found, replace)
    if not dry_run:
        intake.write(taken, folder)
    return _say(taken, dry_run)


def _content(site: Site) -> Content:
    """The site's content, though some of it may have problems: what an import needs are its bodies and registers."""
    content = site.reading.partial
    if content is None or not content.bodies:
        raise Refused(site.reading.problems)
    return content


def _body(wanted: str | None, kind: ImporterKind, content: Content) -> str:
    known = list(content.bodies)
    chosen = wanted or (known[0] if len(known) == 1 else kind.BODY)
    if chosen not in known:
        what = f'the site has no body "{chosen}"' if chosen else "the site has several bodies"
        raise click.UsageError(f"{what}; add --body {' or --body '.join(known)}")
    return chosen


def _columns(pairs: Sequence[str]) -> dict[str, str]:
    """Columns by the field that they hold."""
    for pair in pairs:
        if "=" not in pair:
            raise click.UsageError(f'--map "{pair}" is no pair; write COLUMN=FIELD')
    return {pair.rpartition("=")[2].strip(): pair.rpartition("=")[0].strip() for pair in pairs}


def _saved(path: Path) -> Saved:
    if str(path) != "-":
        with path.open("rb") as file:
            return Saved(path.name, file.read(MAX_BYTES + 1))
    if sys.stdin is None:
        raise click.UsageError("nothing comes through a pipe; name a file")
    return Saved("stdin", sys.stdin.buffer.read(MAX_BYTES + 1))


def _saved_on(files: Sequence[Path]) -> date:
    """The day on which the newest of the files was saved."""
    if "-" in map(str, files):
        raise click.UsageError("what comes through a pipe has no day; add --day")
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in files), tz=UTC).date()


def _say(taken: Taken, dry_run: bool) -> int:
    if not taken.problems:
        _say_changes(taken)
    for problem in taken.problems:
        click.echo(str(problem))
    for path in taken.proposed:
        if dry_run:
            click.echo(taken.proposed[path].decode())
        else:
            click.echo(f"{path}: entries for a person to complete, sign and move to content/")
    if taken.problems:
        many = len(taken.problems)
        click.echo(f"tellers: {many} problem{'s' if many != 1 else ''}; nothing was imported", err=True)
        return 2
    done = "would be written" if dry_run else "written"
    click.echo(f"{len(taken.files)} files {done}. Next: tellers check, and look at the difference before you commit it.")
    return 0


def _say_register(files: Mapping[str, bytes], problems: Sequence[Problem], folder: Path, dry_run: bool) -> int:
    if problems:
        raise Refused(problems)
    if not dry_run:
        intake.write_all(files, folder)
    for path in files:
        click.echo(f"{path}{' would be written' if dry_run else ''}")
    click.echo("Next: look through the register, write its body in content/bodies/, and import the votes.")
    return 0


def _say_changes(taken: Taken) -> None:
    changes, records = taken.changes, taken.imported
    for id in changes.new[:SHOWN]:
        ballots = len(records.rolls[id]) if id in records.rolls else 0
        click.echo(f"new {id}: {records.votes[id].name}, {records.votes[id].date}, {ballots} ballots")
    if len(changes.new) > SHOWN:
        click.echo(f"new: {len(changes.new) - SHOWN} more")
    for id, found in changes.changed.items():  # all of them: what is replaced is never only counted
        click.echo(f"changed {id}: {listed(found)}")
    click.echo(f"{len(changes.new)} new, {len(changes.same)} same, {len(changes.changed)} changed.")
