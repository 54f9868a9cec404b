"""An archive read twice, by what makes pages of it and by the independent reader, which have to agree on every vote."""

from __future__ import annotations

from pathlib import Path

from tellers.build.generate import read
from tellers.model import Archived
from tellers.verify.archive_reading import read_archives
from tellers.verify.archives import Archive
from tellers.verify.content import read_content


def read_both(site: Path, id: str) -> tuple[Archived, Archive]:
    """What both have found, once it is the same."""
    made, counted = read(site).archived[id], read_archives(site, read_content(site))[id]
    assert {f"votes/{vote}": digest for vote, digest in counted.own.items()} == made.digests
    for vote, record in made.votes.items():
        said = counted.votes[vote]
        assert (record.why, record.note) == (said.get("why"), said.get("note")), vote
        if vote in made.rolls:
            assert {code: str(option) for code, option in made.rolls[vote]} == counted.rolls[vote].ballots
    return made, counted
