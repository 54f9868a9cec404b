"""Reading a spoilt copy of a site with what is kept of the clean one, as a build does: only what was touched is opened anew.

So each sabotage is also tried on what a build takes over: a difference that this hid would be missed here.
"""

from __future__ import annotations

from pathlib import Path

from tellers.problems import Problem
from tellers.verify import Kept, Report, verify_site


class Again:
    """The clean site, read once; `problems` of a copy of it, of which most is as it was."""

    def __init__(self, folder: Path, built: Path) -> None:
        self.folder, kept = folder, Kept()
        self._read(built, kept)
        self.clean = kept.dump()

    def problems(self, copy: Path) -> tuple[Problem, ...]:
        return self._read(copy, Kept(self.clean)).problems

    def _read(self, built: Path, kept: Kept) -> Report:
        return verify_site(built, self.folder, lambda *_: None, kept=kept)
