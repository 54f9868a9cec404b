"""Options that many commands have."""

from __future__ import annotations

import re
from pathlib import Path

import click

SITE = click.option(
    "--site", "-C", "site", default=".", show_default=True, type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The site's folder, with mkdocs.yml and content/.",
)  # fmt: skip

HERE = "processes"
"""The executor that needs nothing but this machine."""
_CLUSTER = re.compile(r"dask://([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):[0-9]{1,5}")


def executor(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The address of a cluster, or nothing for processes of this machine."""
    if value == HERE:
        return ""
    if not _CLUSTER.fullmatch(value):
        raise click.BadParameter(f'"{value}" is neither {HERE} nor an address such as dask://10.0.0.5:8786')
    return value
