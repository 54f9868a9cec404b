"""An archive: a dump of many votes that stays the file it is, and what was read in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from tellers.model.record import Code, Day, Digest, Flag, Id, Record, Text
from tellers.model.roll import Roll
from tellers.model.vote import Vote

DumpName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(csv(\.gz)?|parquet)$")]
"""Name of a dump's file: a CSV, as it is or compressed with gzip, or Parquet."""


class DumpFile(Record):
    """One file of the dump, pinned by digest."""

    file: DumpName = Field(description="Its name beside the archive's file, or in the folder that TELLERS_ARCHIVES names.")
    digest: Digest = Field(description="SHA-256 of its bytes as they are, compressed if they are.")


class Archive(Record):
    """Many votes of one body in the files of a dump, which become pages without a file for each vote."""

    id: Id = Field(description="The file's name below content/archives/, without its ending.")
    title: Text = Field(description="What the archive is called.")
    summary: Text = Field(description="What is in it, in two or three sentences.")
    body: Id = Field(description="The body that voted.")
    format: Id = Field(description="The format of the files, as in `tellers import`.")
    files: tuple[DumpFile, ...] = Field(min_length=1, description="The files of the dump, in the order of the format.")
    source: Id = Field(description="The source that describes the dump, with its terms and the day it was read.")
    leave_out_strays: Flag = Field(
        False, description="Whether ballots of members without a seat that day are left out, with a note, not refused."
    )
    anchor: Code | None = Field(
        None, description="Member on the right of the maps of positions, and towards which turning points are told."
    )
    published: Day = Field(description="First publication on this site.")
    updated: Day | None = Field(None, description="Last change of meaning.")
    note: Text | None = Field(None, description="What a reader should know.")


@dataclass(frozen=True, slots=True)
class Archived:
    """What was read in the dump: votes and rolls as if each had its file, and the order that the source gives them."""

    about: Archive
    votes: Mapping[str, Vote]
    rolls: Mapping[str, Roll]
    digests: Mapping[str, str]
    """Digest of each vote with its roll, keyed `votes/un-ga/34_90`."""
    sessions: Mapping[str, str | None]
    topics: Mapping[str, tuple[str, ...]]
