"""Commands for those who take figures away: into a newsletter, into a page, into print."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tellers import build as build_
from tellers.cli.options import SITE
from tellers.files.write import write_bytes
from tellers.kit.texts import FORMATS


@click.command(epilog="Examples: `tellers kit un-ga/es-11_7.tally`, `tellers kit un-ga/es-11_7.tally --format markdown`, "
               "`tellers kit un-sc/2774.council -o chart`.")  # fmt: skip
@SITE
@click.argument("figure")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="html", show_default=True,
              help="The text to print.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path, file_okay=False),
              help="Folder for everything: pictures, texts, numbers, citation, terms.")  # fmt: skip
@click.option("--pinned", is_flag=True, help="Name the pinned picture in the texts, which never changes, not the latest.")
def kit(site: Path, figure: str, form: str, output: Path | None, pinned: bool) -> None:
    """Take one figure away: its pictures, and the texts that show it in a newsletter or on a page.

    FIGURE is the figure's id, which stands in the name of its files: <vote, series, member or quote>.<kind>.
    """
    taken = build_.take(site.resolve(), figure)
    image = taken.pinned_image() if pinned else ""
    if output is None:
        click.echo(taken.text(form, image), nl=False)
        return
    for name, data in taken.everything(image).items():
        write_bytes(output / name, data)
        click.echo(f"{output / name}: {len(data)} bytes")


@click.command(epilog="Examples: `tellers pin un-ga/es-11_7.tally`, `tellers pin un-ga/es-11_7.tally --theme dark`, "
               "`tellers pin USA.agreement --day 2026-11-23`.")  # fmt: skip
@SITE
@click.argument("figure")
@click.option("--width", "-w", type=click.IntRange(320, 1200), default=600, show_default=True,
              help="Width in CSS pixels; the picture has twice as many.")  # fmt: skip
@click.option("--theme", "-t", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]),
              help="Day for which it is pinned; the day on which its record last changed, when not said.")  # fmt: skip
def pin(site: Path, figure: str, width: int, theme: str, day: datetime | None) -> None:
    """Pin a figure: a picture whose address never shows anything else.

    Use it in mail that you send and in print. The latest picture, /figures/FIGURE.png, changes when its data is corrected:
    use that on pages that you keep. The pinned picture stays as it is; if its data is corrected, its page says what was
    wrong, since when, and what is right. Commit content/pinned.yml and the picture: a build without them is refused.
    """
    made = build_.pin(site.resolve(), figure, width, theme, day.date() if day else None)
    click.echo(("Pinned already: " if made.known else "Pinned: ") + made.address)
    click.echo(f"What has become of it: {made.address.removesuffix('.png')}/")
    click.echo(f"The latest instead: {made.address.partition('/f/')[0]}/figures/{made.pin.figure}.png")


@click.command(epilog="Examples: `tellers newsletter --since 2026-11-23`, `tellers newsletter --since 2026-11-01 -o issue`.")
@SITE
@click.option("--since", required=True, type=click.DateTime(["%Y-%m-%d"]), help="First day of what is new.")
@click.option("--output", "-o", type=click.Path(path_type=Path, file_okay=False), default=Path("newsletter"),
              show_default=True, help="Folder for newsletter.html, newsletter.txt and newsletter.eml.")  # fmt: skip
@click.option("--pictures", type=click.Choice(["latest", "pinned"]), default="latest", show_default=True,
              help="The latest change in sent mail too when their data is corrected; pinned ones never do.")  # fmt: skip
def newsletter(site: Path, since: datetime, output: Path, pictures: str) -> None:
    """Write one ready mail of what is new since a day: votes, explainers and corrections with their figures.

    The mail is compared with the built site before it is written; publish that site first, because the mail shows its
    pictures. The .eml opens as a draft in mail programs; its day is the last day of what is in it.

    With latest pictures a correction reaches mail that was sent, while the words beside the picture stay as they were sent.
    Pinned pictures stay as they were sent too, and their pages say what was corrected since: `tellers pin` makes them.
    """
    made = build_.newsletter(site.resolve(), since.date(), pictures == "pinned")
    for name, data in (("html", made.html.encode()), ("txt", made.text.encode()), ("eml", made.message)):
        write_bytes(output / f"newsletter.{name}", data)
        click.echo(f"{output / f'newsletter.{name}'}: {len(data)} bytes")
