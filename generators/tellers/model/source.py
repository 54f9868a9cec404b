"""Where a fact was read."""

from __future__ import annotations

from pydantic import Field

from tellers.model.option import Weight
from tellers.model.record import Address, Day, Digest, Id, Record, Text, Unknown


class ReadThrough(Record):
    """A compilation through which the source was actually read."""

    name: Text = Field(description="Name of the compilation, such as a public repository.")
    version: Text = Field(description="Its version or commit.")


class Snapshot(Record):
    """The stored copy against which quotes are anchored: content/snapshots/<source>.txt, where its terms allow to keep it.

    It holds no more than the sentences around the quotes; a line `[…]` stands where something is left out between them.
    """

    digest: Digest = Field(description="SHA-256 of the stored bytes.")
    note: Text | None = Field(None, description="What the copy is and where it is kept.")


class Source(Record):
    """A publication that was read: who published it, under which title, where, when, on which terms."""

    id: Id = Field(description="The file's name below content/sources/, without its ending.")
    publisher: Text = Field(description="Who published it.")
    title: Text = Field(description="Its title, or `unknown` with a why.")
    address: Address | Unknown = Field(description="Its https address, or `unknown` with a why.")
    read: Day = Field(description="The day it was read.")
    licence: Text = Field(description="SPDX id or LicenseRef- name of the terms it is used under.")
    attribution: Text | None = Field(None, description="The attribution line that its terms ask for.")
    weight: Weight = Field(Weight.ESTABLISHED, description="How much the source carries; weak ones are shown as such.")
    read_through: ReadThrough | None = Field(None, description="The compilation through which it was read.")
    snapshot: Snapshot | None = Field(None, description="The stored copy that quotes are anchored in.")
    why: Text | None = Field(None, description="Why a field is `unknown`.")
    note: Text | None = Field(None, description="What a reader should know about this source.")
