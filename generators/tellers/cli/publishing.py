"""`tellers publish`: the built site to where readers are, and back to an earlier one."""

from __future__ import annotations

from pathlib import Path

import click

from tellers import publish as publish_
from tellers.cli.progress import progress
from tellers.problems import Refused
from tellers.publish import Target

_SHOWN = 8


@click.command(epilog="Examples: `tellers publish public`, `tellers publish git:gh-pages`, "
               "`tellers publish git+https://example.org/site.git#pages`, `tellers publish s3://bucket/site --dry-run`, "
               "`tellers publish s3://bucket/site --rollback 3f9ab2c4d5e6f708`.")  # fmt: skip
@click.option(
    "--site", "-C", "site", default=".", show_default=True, type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The site's folder, with mkdocs.yml and content/.",
)  # fmt: skip
@click.argument("target")
@click.option("--dry-run", "-n", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--list", "listing", is_flag=True, help="Name the releases that can be gone back to.")
@click.option("--rollback", metavar="DIGEST", help="Publish this earlier release again.")
@click.option("--keep", default=publish_.KEEP, show_default=True, type=click.IntRange(1, 100),
              help="How many releases a folder or bucket keeps.")  # fmt: skip
def publish(site: Path, target: str, dry_run: bool, listing: bool, rollback: str | None, keep: int) -> None:
    """Publish the built and verified site at TARGET; interrupted, the same command goes on where it stopped.

    TARGET is a folder, a git branch (git:BRANCH of this repository, git+URL#BRANCH of another), or s3://bucket/prefix.
    Refused is what was not verified, or changes a published value without a correction.
    """
    site = site.resolve()
    where = publish_.target_of(target, site, keep)
    if listing:
        for digest in reversed(where.kept()):
            click.echo(digest + ("  current" if digest == where.kept()[-1] else ""))
    elif rollback:
        with progress() as step:
            put = where.rollback(rollback, step)
        click.echo(f"Release {rollback} is at {target} again: {put} files put.")
    else:
        _publish(site, target, where, dry_run)


def _publish(site: Path, target: str, where: Target, dry_run: bool) -> None:
    release = publish_.ready(site)
    if problems := publish_.unsigned_since(where, site):
        raise Refused(problems)
    if dry_run:
        planned = where.plan(release)
        for step_ in planned:
            more = f", and {len(step_.paths) - _SHOWN} more" if len(step_.paths) > _SHOWN else ""
            click.echo(f"{step_.name} ({len(step_.paths)}): {', '.join(step_.paths[:_SHOWN])}{more}")
        click.echo(f"Nothing was changed at {target}." if planned else f"{target} has this release already.")
        return
    with progress() as step:
        put = where.publish(release, step)
    click.echo(f"Release {release.digest} is at {target}: {put} of {len(release.files)} files put, the others were there.")
    if new := publish_.new_addresses(release, site):
        click.echo(f"{new} of its addresses are new: keep them with `tellers addresses --add`, and commit that.")
