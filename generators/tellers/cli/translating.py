"""`tellers translate`: the file of a language, with everything in it that is to be translated."""

from __future__ import annotations

import os
from pathlib import Path

import click

from tellers.build.translating import translate as translate_
from tellers.cli.options import SITE


@click.command(epilog="Examples: `tellers translate fr`, `tellers translate pt-BR -C my-site`.")
@SITE
@click.argument("language")
def translate(site: Path, language: str) -> None:
    """Write or complete content/languages/LANGUAGE.po: names of members and bodies, messages without translation.

    What is translated already stays. Name the language in content/site.yml to have the site built in it too.
    """
    made = translate_(site.resolve(), language)
    missing = f"{made.missing} without a translation" if made.missing else "all translated"
    click.echo(f"{os.path.relpath(made.path)}: {made.messages} messages, {missing}.")
