"""Options that many commands have."""

from __future__ import annotations

from pathlib import Path

import click

SITE = click.option(
    "--site", "-C", "site", default=".", show_default=True, type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The site's folder, with mkdocs.yml and content/.",
)  # fmt: skip
