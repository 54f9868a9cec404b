"""The command line: arguments, progress, printing, and the exit codes of the contract.

0 all true, 2 content or output is wrong, 3 the environment, 1 our fault, 64 wrong use.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Mapping
from importlib import import_module

import click

from tellers import __version__
from tellers.problems import EnvironmentFault, Refused, printable

WRONG, OURS, ENVIRONMENT, USAGE = 2, 1, 3, 64


COMMANDS: Mapping[str, str] = {
    "addresses": "addresses:addresses", "build": "commands:build", "check": "commands:check", "diff": "differing:diff",
    "explain": "commands:explain", "figure": "commands:figure", "import": "importing:import_", "kit": "taking:kit",
    "new": "commands:new", "newsletter": "taking:newsletter", "pin": "taking:pin", "publish": "publishing:publish",
    "quotes": "quotes:quotes", "schema": "commands:schema", "serve": "commands:serve", "sign": "verifying:sign",
    "translate": "translating:translate", "verify": "verifying:verify",
}  # fmt: skip
"""Where each command is: its module in `tellers.cli`, which is loaded when the command is given, and its name there."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"tellers.cli.{module}"), name)
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples: `tellers new my-site`, `tellers check`, `tellers build`, `tellers serve`. "
    "Every command explains itself: `tellers build --help`.",
)
@click.version_option(__version__, prog_name="tellers")
def tellers() -> None:
    """Explainer pages about how the world votes, with every published number read back and checked."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a locale without our letters costs the letters, not the line
            stream.reconfigure(errors="backslashreplace")
    code = run(sys.argv[1:] if arguments is None else arguments)
    os._exit(_told(code))  # Python would wait for workers, who after a second interruption wait for Python; they end alone


def _told(code: int) -> int:
    """The exit code once everything is written; that of the environment when whoever read it has gone."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError:
        return ENVIRONMENT
    return code


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit code and prints one line for each thing that is wrong."""
    try:
        code = tellers.main(arguments, prog_name="tellers", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("tellers: interrupted", err=True)
        return ENVIRONMENT
    except click.ClickException as error:
        error.show()
        return USAGE
    except Refused as refused:
        for problem in refused.problems:
            click.echo(str(problem))
        many = len(refused.problems)
        click.echo(f"tellers: {many} problem{'s' if many != 1 else ''}; nothing was published", err=True)
        return WRONG
    except EnvironmentFault as fault:
        click.echo(f"tellers: {printable(str(fault))}", err=True)
        return ENVIRONMENT
    except MemoryError:
        click.echo("tellers: not enough memory; free some, or build with --workers 1", err=True)
        return ENVIRONMENT
    except SystemExit:  # so click ends when whoever read our lines, such as `head`, has gone
        return ENVIRONMENT
    except OSError as error:
        said = printable(f"{error.strerror or error}: {error.filename or ''}")
        click.echo(f"tellers: {said}; check space and permissions", err=True)
        return ENVIRONMENT
    except Exception as error:  # noqa: BLE001  the last wall: our fault is told apart from content's, never hidden
        traceback.print_exc()
        click.echo(f"tellers: this is an error of tellers itself ({type(error).__name__}); please report it", err=True)
        return OURS
    return code if isinstance(code, int) else 0


__all__ = ["COMMANDS", "main", "run", "tellers"]
