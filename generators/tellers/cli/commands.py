"""One function a command: arguments in, one call, a few lines out."""

from __future__ import annotations

import gc
import json
import os
from pathlib import Path

import click

from tellers import build as build_
from tellers import explain as explain_
from tellers import serve as serve_
from tellers.cli.options import HERE, executor
from tellers.cli.options import SITE as _SITE
from tellers.cli.progress import progress
from tellers.files import start
from tellers.files.write import write_bytes
from tellers.model import schemas
from tellers.problems import Problem, Refused


@click.command(epilog="Examples: `tellers build`, `tellers build --why`, `tellers build -C my-site`, "
               "`tellers build --executor dask://10.0.0.5:8786`.")  # fmt: skip
@_SITE
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that draw; as many as there are cores by default.")
@click.option("--executor", default=HERE, show_default=True, callback=executor, metavar="processes|dask://HOST:PORT",
              help="Who draws and makes pages: processes of this machine, or the workers of a Dask cluster.")  # fmt: skip
@click.option("--force", is_flag=True, help="Build even when nothing changed.")
@click.option("--why", is_flag=True, help="Say what was made and read again, and because of which record.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but problems.")
def build(site: Path, workers: int | None, executor: str, force: bool, why: bool, quiet: bool) -> None:
    """Check, draw, build, count again, and publish at build/site.

    The old site stays in place until the new one is whole and verified. The workers of a cluster need the same tellers, and
    no disk in common; what they make is read back on this machine.
    """
    site = site.resolve()
    if executor and workers:
        raise click.UsageError("--workers is the number of processes of this machine; leave it out with --executor")
    gc.set_threshold(200_000, 20, 20)  # a build throws little away: to look for garbage as often as usual is a seventh of it
    with progress(quiet) as step:
        built = build_.build(site, step, workers, force, executor)
    if why:
        for line in (*built.why.lines, *built.why.totals) if built.new else ["nothing that a build reads has changed"]:
            click.echo(line)
    if not quiet:
        what = "Built" if built.new else "Nothing changed:"
        link = os.path.relpath(site / "build" / "site" / "index.html")
        click.echo(f"{what} {built.pages} pages, {built.figures} figures; {built.checked} things counted again. Open {link}")


@click.command(epilog="Examples: `tellers serve`, `tellers serve --port 9000`.")
@_SITE
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port on this machine; 0 takes any."
)
def serve(site: Path, port: int) -> None:
    """Show the site while you write: a saved file appears in the browser, a problem too.

    The last good site stays visible until the problem is mended. Ends with Ctrl-C.
    """
    serve_.serve(site.resolve(), port, click.echo)


@click.command(epilog="Examples: `tellers check`, `tellers check --format github`.")
@_SITE
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
              help="Lines for people, JSON for programs, or annotations for GitHub.")  # fmt: skip
def check(site: Path, form: str) -> int:
    """Find every problem in content/, with file, line, field and what to do. Builds nothing."""
    problems: tuple[Problem, ...] = ()
    try:
        content = build_.check(site.resolve())
    except Refused as refused:
        problems = refused.problems
    else:
        if form == "text":
            archived = sum(len(found.votes) for found in content.archived.values())
            more = f", {archived} votes of archives" if archived else ""
            click.echo(
                f"No problems: {len(content.votes)} votes, {len(content.quotes)} quotes, {len(content.sources)} sources, "
                f"{len(content.explainers)} explainers{more}."
            )
    if form == "json":
        click.echo(json.dumps([problem.as_fields() for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            click.echo(problem.as_annotation() if form == "github" else str(problem))
    if problems and form == "text":
        click.echo(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}", err=True)
    return 2 if problems else 0


@click.command(epilog="Examples: `tellers figure un-ga/es-11_7 --kind tally -o tally.png`, "
               "`tellers figure un-sc/2774 --kind council --width 360 --theme dark -o seats.svg`.")  # fmt: skip
@_SITE
@click.argument("subject")
@click.option("--kind", "-k", required=True, help="Kind of figure, such as tally, blocks, council, timeline.")
@click.option("--width", "-w", type=click.IntRange(320, 1200), help="Width in pixels; the widest layout by default.")
@click.option("--theme", "-t", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write, .svg or .png."
)
def figure(site: Path, subject: str, kind: str, width: int | None, theme: str, output: Path) -> None:
    """Draw one figure of a vote, series, member or quote into a file."""
    drawn = build_.one_figure(site.resolve(), subject, kind, width, theme, output.suffix)
    write_bytes(output, drawn)
    click.echo(f"{output}: {len(drawn)} bytes")


@click.command(epilog='Examples: `tellers explain "tally vote=un-ga/es-11_7 option=yes"`, '
               '`tellers explain "ballot vote=un-sc/2774 member=FRA"`.')  # fmt: skip
@_SITE
@click.argument("claim")
def explain(site: Path, claim: str) -> None:
    """From a published number to its records and sources.

    CLAIM is what stands in `data-claim` on a page.
    """
    for line in explain_.explain(build_.read(site.resolve()), claim):
        click.echo(line)


@click.command(epilog="Examples: `tellers new my-site`, then `cd my-site` and `tellers build`; "
               "`tellers new . --ci github` in a site that is there already.")  # fmt: skip
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--ci", "host", type=click.Choice(["github", "gitlab"]),
              help="Also write what checks, reviews and publishes it there; to a site that is there, add that.")  # fmt: skip
def new(folder: Path, host: str | None) -> None:
    """Start a site of your own in FOLDER: a small invented assembly that builds at once."""
    written = [] if host and (folder / "mkdocs.yml").is_file() else start.new_site(folder)
    if written:
        click.echo(f"{len(written)} files in {folder}. Next: cd {folder}, tellers build, tellers serve.")
    if host:
        added = start.add_ci(folder, host)
        click.echo(f"{', '.join(added)}. Next: add tellers itself to requirements.lock, as it says there.")


@click.command(epilog="Examples: `tellers schema`, `tellers schema -o .schemas`.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), default=Path(".schemas"), show_default=True
)
def schema(output: Path) -> None:
    """Write a JSON Schema for each kind of content file, for your editor's completion."""
    for name, text in schemas.all_schemas().items():
        write_bytes(output / f"{name}.schema.json", text.encode())
        click.echo(str(output / f"{name}.schema.json"))
