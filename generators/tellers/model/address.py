"""Where something was published, and where it has moved."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from tellers.model.record import Record, Text

SITE_PATH = r"^/([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*([A-Za-z0-9_-][A-Za-z0-9_.-]*)?$"
SitePath = Annotated[str, StringConstraints(pattern=SITE_PATH, max_length=300)]
"""An address from the root of the site: `/votes/un-ga/es-11_7/`, `/figures/un-ga/es-11_7.tally.png`."""


class Redirect(Record):
    """A published address that has moved, and with it every address that begins with it."""

    from_: SitePath = Field(description="The address as it was published, or what the addresses that moved begin with.")
    to: SitePath = Field(description="Where it is now, or what those addresses begin with now.")
    why: Text | None = Field(None, description="Why it moved.")

    def leads(self, address: str) -> str | None:
        """Where the address has moved by this entry, None where the entry is not about it."""
        return self.to + address.removeprefix(self.from_) if address.startswith(self.from_) else None
