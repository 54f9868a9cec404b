"""One page or picture as it is seen at one width in one scheme: where differences are said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tellers.verify.report import Findings

_DO = "look at it in a browser, and mend the style sheet or the drawing"


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at, and in which fonts that were loaded."""

    path: str
    where: str
    scheme: str
    fonts: tuple[str, ...]
    findings: Findings

    def of(self, what: str) -> View:
        """The view of one part of it."""
        return replace(self, where=f"{self.where}, {what}")

    def differs(self, field: str, found: object, expected: object, do: str = _DO) -> None:
        """One difference of what is seen and what has to be."""
        self.findings.differs(self.path, f"{self.where}: {field}", found, expected, do)
