"""Pinned pictures at their addresses, byte for byte as they were pinned."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.desk import Desk


def files(desk: Desk) -> Mapping[str, bytes]:
    """`/f/<hash>.png` of each."""
    return {f"f/{name}.png": data for name, data in desk.content.pictures.items()}
