"""Dumps of archives read row by row with the standard library, one module a format; each gives the same calls.

How a row becomes a ballot is worked out here anew, and nothing is taken from the importers but their table of country codes,
which is data of the project as registers are.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Protocol, cast

from tellers.verify.dumps.call import Call, People, Voter

__all__ = ["Call", "People", "Reader", "Voter", "readers"]


class Reader(Protocol):
    """What a format's module offers."""

    OPTIONS: Mapping[str, tuple[str, ...]]
    """For each word of the format the options that it can mean, the narrowest first; none where it is no ballot."""

    SILENT: bool
    """Whether a row of a voter without a seat that casts nothing is passed over; else it is named as left out."""

    def read_calls(self, files: list[bytes]) -> list[Call]:
        """Every roll call in the order of its file."""

    def voter(self, written: str, people: People) -> Voter:
        """The voter as it is written in a ballot, and whom of these people it can be."""


def readers() -> dict[str, Reader]:
    """What reads each format, by its name as in `tellers import`; the module `open_votes` reads `open-votes`."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    found = {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in names}
    return {name: cast(Reader, module) for name, module in found.items() if hasattr(module, "read_calls")}
