"""Pictures that never change: one line of the ledger a picture."""

from __future__ import annotations

import hashlib
from typing import Literal

from pydantic import Field

from tellers.model.record import Day, Digest, Position, Record, Text


class Pin(Record):
    """A picture that an editor pinned. Its file is content/pinned/<picture>.png, its address /f/<picture>.png."""

    picture: str = Field(pattern=r"^[0-9a-f]{16}$", description="First 16 hexadecimal digits of the SHA-256 of its bytes.")
    figure: Text = Field(description="The figure that it shows.")
    width: Position = Field(description="Width of the layout in CSS pixels.")
    theme: Literal["light", "dark"] = Field(description="Light or dark.")
    data: Digest = Field(description="Digest of the data that it was drawn from.")
    digest: Digest = Field(description="SHA-256 of its bytes.")
    day: Day = Field(description="Day for which it was pinned; corrections signed on it or later concern the picture.")
    seal: str = Field(
        pattern=r"^[0-9a-f]{16}$",
        description="First 16 hexadecimal digits of the SHA-256 of this entry's other fields and of the seal before it.",
    )

    def sealed_after(self, before: str) -> str:
        """What the seal has to be when the entry before it has this one; empty for the first entry."""
        fields = (
            before,
            self.picture,
            self.figure,
            str(self.width),
            self.theme,
            self.data,
            self.digest,
            self.day.isoformat(),
        )
        return hashlib.sha256("\n".join(fields).encode()).hexdigest()[:16]
