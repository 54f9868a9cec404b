"""The command that keeps the ledger of published addresses."""

from __future__ import annotations

from pathlib import Path

import click

from tellers import build as build_
from tellers.build import addresses as ledger
from tellers.files.write import write_bytes


@click.command(epilog="Examples: `tellers addresses`, `tellers addresses --add`.")
@click.option(
    "--site", "-C", "site", default=".", show_default=True, type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The site's folder, with mkdocs.yml and content/.",
)  # fmt: skip
@click.option("--add", is_flag=True, help="Write what is new into content/addresses.csv.")
def addresses(site: Path, add: bool) -> None:
    """Compare the addresses of build/site with the ledger of all that were ever published.

    An address in the ledger never goes missing: a build without it, and without a redirect from it, is refused.
    """
    site = site.resolve()
    built = (site / "build" / "site").resolve()
    if not built.is_dir():
        raise click.UsageError(f"{site / 'build/site'} is no folder; run `tellers build` first")
    known = build_.read(site).addresses
    found = ledger.addresses_in(path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file())
    new = set(found) - set(known)
    if add and new:
        write_bytes(site / ledger.LEDGER, ledger.grown(known, found).encode())
    said = "written into" if add else "not in"
    click.echo(f"{len(found)} addresses in build/site; {len(known)} in the ledger; {len(new)} {said} {ledger.LEDGER}.")
