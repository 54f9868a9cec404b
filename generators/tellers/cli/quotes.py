"""Commands about quotes."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import click

from tellers import build as build_
from tellers.model import Finding
from tellers.problems import EnvironmentFault
from tellers.recheck import read_page
from tellers.recheck import recheck as recheck_

_SAID = {Finding.FOUND: "found", Finding.CHANGED: "changed", Finding.CANNOT_CHECK: "cannot check"}


@click.group(epilog="Example: `tellers quotes recheck`.")
def quotes() -> None:
    """Look after quotes and their sources."""


@quotes.command(epilog="Examples: `tellers quotes recheck`, `tellers quotes recheck peskov-2025-02-25-balanced`.")
@click.option(
    "--site", "-C", "site", default=".", show_default=True, type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The site's folder, with mkdocs.yml and content/.",
)  # fmt: skip
@click.option(
    "--timeout", default=20.0, show_default=True, type=click.FloatRange(1, 300), help="Seconds to wait for a page."
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
def recheck(site: Path, timeout: float, ids: tuple[str, ...]) -> None:
    """Read the sources of quotes again, over the network, and report drift.

    Each page is asked for once, over https. A quote is found, changed, or cannot be checked. Nothing in content/ is changed
    and no build is stopped: the exit code is 0 whatever was found, and 3 only when no page at all could be read.
    """
    found: Counter[Finding] = Counter()
    read = 0
    for reread in recheck_(build_.read(site.resolve()), ids, partial(read_page, timeout=timeout)):
        found[reread.finding] += 1
        read += reread.read
        click.echo(f"{_SAID[reread.finding]:<13} {reread.quote}: {reread.said}")
    click.echo(", ".join(f"{found[finding]} {said}" for finding, said in _SAID.items()))
    if found and not read:
        raise EnvironmentFault("no page could be read; is there a network?")
