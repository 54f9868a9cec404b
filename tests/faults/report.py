"""What a round of faults came to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """One fault: how often it was tried, what went wrong, and what was measured beside it."""

    fault: str
    tried: int
    wrong: list[str] = field(default_factory=list)
    note: str = ""

    def expect(self, holds: bool, otherwise: str) -> None:
        """Note what went wrong, when it did."""
        if not holds:
            self.wrong.append(otherwise)

    def __str__(self) -> str:
        return f"| {self.fault} | {self.tried} | {len(self.wrong)} | {self.note} |"


HEAD = "| fault | tried | wrong | measured |\n| --- | --- | --- | --- |"
