"""What this release says, for the comparison with the next one."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.desk import Desk
from tellers.model import edition
from tellers.stats.edition import edition_of


def files(desk: Desk) -> Mapping[str, bytes]:
    """`published.json` at the root of the site."""
    return {edition.PATH: edition.dump(edition_of(desk.content))}
