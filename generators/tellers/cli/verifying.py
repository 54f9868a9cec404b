"""`tellers verify` and `tellers sign`: what was published, read by a stranger, and who answers for it."""

from __future__ import annotations

from pathlib import Path

import click

from tellers.build import read
from tellers.cli.progress import progress
from tellers.files import signing
from tellers.manifest.site import PATH
from tellers.verify import NOT_OURS, Report, verify_file, verify_in_browser, verify_site, verify_whole

_SITE = click.option(
    "--site", "-C", "site", default=".", show_default=True, type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The site's folder, with mkdocs.yml and content/.",
)  # fmt: skip


@click.command(epilog="Examples: `tellers verify`, `tellers verify --browser`, `tellers verify https://votes.example/`, "
               "`tellers verify ~/Downloads/es-11_7.tally.png`.")  # fmt: skip
@_SITE
@click.option(
    "--browser/--no-browser",
    default=False,
    show_default=True,
    help="Also open pages and figures in Chromium: hidden, clipped, overlapping, badly coloured or badly legible parts. "
    "Takes about a minute; needs `pip install tellers[browser]` and a Chromium on the path or at TELLERS_CHROMIUM.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="An earlier built site, such as one below build/releases: the browser opens the figures that changed since.",
)
@click.option("--signers", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Who may sign: a line a person, `name@example.org ssh-ed25519 AAAA…`.")  # fmt: skip
@click.argument("built", required=False)
def verify(site: Path, built: str | None, browser: bool, since: Path | None, signers: Path | None) -> int:
    """Count again: read what was built as a stranger would, and compare every number with content/.

    BUILT is a site's folder, build/site by default, the address of a published site, or one SVG or PNG of ours found
    anywhere. A folder or an address is also compared, byte for byte, with the list of files that was published with it;
    of an address nothing else is, for the records are here and the pages are there.
    """
    site = site.resolve()
    online = bool(built and built.startswith(("http://", "https://")))
    folder = (Path(built) if built and not online else site / "build" / "site").resolve()
    if browser and (online or folder.is_file()):
        raise click.UsageError(
            "--browser looks at a whole site; name its folder, or leave it out for one file or an address"
        )
    if built and online:
        return _verify_whole(built, signers)
    if folder.is_file():
        return _verify_file(folder, site)
    if not folder.is_dir():
        raise click.UsageError(f"{folder} is not there; run `tellers build` first, or name a folder, a file or an address")
    if not (site / "content").is_dir():
        return _verify_whole(str(folder), signers)
    read(site)  # records that are wrong are said as such, line by line, and nothing is compared with them
    with progress() as step:
        report = verify_site(folder, site, step)
        if browser:
            report = report.joined(verify_in_browser(folder, step, since))
    code = _say(report)
    if not (folder / PATH).is_file():
        click.echo(f"No {PATH} here: files were not compared with a list.")
        return code
    return max(code, _verify_whole(str(folder), signers))


def _verify_whole(where: str, signers: Path | None) -> int:
    """Say whether every file is as it was listed, and who signed the list; 0 when all is well."""
    with progress() as step:
        report, signed = verify_whole(where, signers, step)
    code = _say(report)
    click.echo(f"The list of files is {signed}.")
    if "://" in where:
        click.echo("A server tells no list: files that no page names cannot be found over the web.")
    return code


def _say(report: Report) -> int:
    for problem in report.problems:
        click.echo(str(problem))
    for note in report.notes:
        click.echo(note)
    counted = ", ".join(f"{number} {name}" for name, number in sorted(report.counts.items()))
    click.echo(f"{len(report.problems)} differences; compared {counted or 'nothing'}.")
    return 2 if report.problems else 0


def _verify_file(path: Path, site: Path) -> int:
    """Say which figure the file is, and whether it was altered and is current; 0 when it is whole and current."""
    if (site / "content").is_dir():
        read(site)
    try:
        found = verify_file(path, site)
    except NOT_OURS as error:
        click.echo(f"{path.name}: no figure of ours ({error})")
        return 2
    click.echo(
        f"{path.name}: figure {found.figure}, {found.width} px, {found.theme}, data {found.digest}, from {found.site}"
    )
    click.echo("altered: " + ("yes" if found.altered else "no"))
    click.echo("current: " + ("yes" if found.current else "no, the records have changed since"))
    if found.pinned:
        click.echo(f"pinned: on {found.pinned}; this picture is never changed")
    for line in found.corrections:
        click.echo(f"corrected: {line}")
    for problem in (*found.altered, *found.outdated):
        click.echo(str(problem))
    return 2 if found.altered or found.outdated or not found.current else 0


@click.command(epilog="Examples: `tellers sign ~/.ssh/id_ed25519`, then `tellers publish public`.")
@_SITE
@click.argument("key", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("built", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
def sign(site: Path, key: Path, built: Path | None) -> None:
    """Sign the list of the built site's files with a KEY of OpenSSH; publish then takes the signature along."""
    click.echo(f"Signed: {signing.sign(built or site / 'build' / 'site', key)}")
