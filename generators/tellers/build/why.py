"""Why something was made or read again: in plain lines, each with the record that has changed since the last build.

What the last build saw is kept in the cache as one digest for each field of each record. It decides nothing: what is reused
is decided where it is reused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from tellers.build.generate import Generated
from tellers.build.standing import Again
from tellers.model import Content
from tellers.verify import Kept

SEEN = "which records were seen"
"""Under which key the cache holds what the last build saw of each record."""
Seen = Mapping[str, Mapping[str, str]]
"""Digests by record and field."""


@dataclass(frozen=True, slots=True)
class Why:
    """What a build made or read again and because of what, a line each, and how much it took over."""

    lines: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()


def seen(content: Content) -> Seen:
    """A digest for each field of each record; of a roll, of the roll as a whole; of what has no fields, of all of it."""
    found: dict[str, dict[str, str]] = {key: {"": digest} for key, digest in content.digests.items()}
    folders: Mapping[str, Mapping[str, BaseModel]] = {
        "bodies": content.bodies, "votes": content.votes, "speakers": content.speakers, "quotes": content.quotes,
        "sources": content.sources, "series": content.series,
    }  # fmt: skip
    for folder, records in folders.items():
        for id, record in records.items():
            found[f"{folder}/{id}"] = {name: _short(value) for name, value in record}
    for id, roll in content.rolls.items():
        found[f"votes/{id}"]["roll"] = roll.digest()
    for archived in content.archived.values():
        found |= {key: {"": digest} for key, digest in archived.digests.items()}
    return found


def why(before: bytes | None, now: Seen, generated: Generated, kept: Kept) -> Why:
    """What was done again in this build; `before` is what the last one saw, as `packed`."""
    changed = _changed(json.loads(before), now) if before else {}
    lines = [f"changed {record} ({', '.join(fields)})" for record, fields in changed.items()]
    lines += [f"redrawn {figure}: {_because(_inputs(generated, figure), changed)}" for figure in generated.redrawn]
    lines += [f"written again {path}" for path in generated.changed if path.endswith(".md")]
    lines += [f"made again {path}: {because}" for path, because in generated.again.pages.items() if not generated.again.whole]
    lines += [f"read again {path}: {kept.reason(path)}" for path in kept.again if not kept.whole]
    figures, files, framed = generated.figures, generated.pages - len(generated.framed), len(generated.framed)
    pages = sum(path.endswith(".md") for path in generated.changed)
    read = kept.taken + len(kept.again)
    whole = f" ({kept.whole})" if kept.whole else ""
    return Why(
        tuple(lines),
        (
            f"drew {len(generated.redrawn)} of {figures} figures; {figures - len(generated.redrawn)} were as before",
            f"wrote {pages} of {files} pages; {files - pages} were as before",
            *_of_archives(generated.again, framed),
            f"read {len(kept.again)} of {read} pages and pictures{whole}; {kept.taken} were as before",
        ),
    )


def _of_archives(again: Again, pages: int) -> list[str]:
    made, whole = len(again.pages), f" ({again.whole})" if again.whole else ""
    return [f"made {made} of {pages} pages of archives{whole}; {pages - made} were as before"] if pages else []


def packed(now: Seen) -> bytes:
    """What this build saw, for the next one."""
    return json.dumps(now, sort_keys=True, separators=(",", ":")).encode()


def _changed(before: Seen, now: Seen) -> dict[str, list[str]]:
    """Fields that differ by record, in the order of their names; a record that is new or gone says so."""
    found: dict[str, list[str]] = {}
    for record in sorted(before.keys() | now.keys()):
        old, new = before.get(record), now.get(record)
        if old is None or new is None:
            found[record] = ["new" if old is None else "gone"]
        elif old != new:
            fields = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
            found[record] = [name.rstrip("_").replace("_", "-") or "its text" for name in fields]
    return found


def _because(records: Sequence[str], changed: Mapping[str, list[str]]) -> str:
    named = [f"{record} changed ({', '.join(changed[record])})" for record in records if record in changed]
    return ", ".join(named) or "it was never drawn with these words and this code"


def _inputs(generated: Generated, figure: str) -> list[str]:
    picture = generated.pictures.get(figure)
    return [row.record for row in picture.manifest.inputs] if picture is not None else []


def _short(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]

