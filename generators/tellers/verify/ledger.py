"""The ledgers of content as the reader reads them: what was pinned, and what was corrected."""

from __future__ import annotations

import hashlib

from tellers.verify.content import Content, Record

_SEALED = ("picture", "figure", "width", "theme", "data", "digest", "day")


def corrections(content: Content) -> list[Record]:
    """Every signed correction, in the order of the file."""
    return _rows(content, "corrections.yml")


def pins(content: Content) -> list[Record]:
    """Every entry of the ledger of pinned pictures, in the order of the file."""
    return _rows(content, "pinned.yml")


def pinned_on(raw: bytes, content: Content) -> str:
    """The day for which a picture of these bytes was pinned, empty where it was not."""
    digest = "sha256:" + hashlib.sha256(raw).hexdigest()
    return next((str(pin["day"]) for pin in pins(content) if pin.get("digest") == digest), "")


def concerning(pin: Record, records: set[str], content: Content) -> list[Record]:
    """Corrections of these records that were signed on the day of the pin or later."""
    return [entry for entry in corrections(content) if entry["record"] in records and entry["signed"] >= pin["day"]]


def state_of(pin: Record, digest: str, records: set[str], content: Content) -> str:
    """How a page begins to say what has become of a pinned picture, when its figure's data has this digest now."""
    if pin["data"] == f"sha256:{digest}":
        return "Current: its data is the data of today."
    return "Corrected: something" if concerning(pin, records, content) else "Superseded: its data has changed"


def seal(pin: Record, before: str) -> str:
    """What the entry is sealed with: the digest of the seal before it and of its own fields, a line each."""
    text = "\n".join([before, *(str(pin.get(name)) for name in _SEALED)])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _rows(content: Content, name: str) -> list[Record]:
    found = content.trees.get(name)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
