"""Every sabotage of every surface: one module a surface, each with its `CASES`; there is no register to edit."""

from __future__ import annotations

import importlib
import pkgutil

from tests.sabotage.tools import Case

CASES: list[Case] = [
    case
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name)
    for case in importlib.import_module(f"{__name__}.{found.name}").CASES
]
