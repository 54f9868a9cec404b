"""The stored copy of a source, as it lies in the content: what a quote was compared with, for everybody to see."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.desk import Desk


def files(desk: Desk) -> Mapping[str, bytes]:
    """`snapshots/<source>.txt`, byte for byte."""
    return {f"snapshots/{id}.txt": text.encode() for id, text in desk.content.snapshots.items()}
