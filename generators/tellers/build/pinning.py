"""Pinning a figure: its bytes go into content, and a line into the ledger; neither is ever changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tellers.build import drawing
from tellers.build.taking import Taken, take
from tellers.desk.said import stated_day
from tellers.desk.works import subject_key
from tellers.files.write import write_bytes
from tellers.look.palette import Theme
from tellers.manifest import digest_of_inputs
from tellers.model import Pin
from tellers.problems import Place, Problem, Refused
from tellers.records.pins import FOLDER, LEDGER

_HEAD = "# Written by `tellers pin`. Entries are added at the end and never changed or removed.\n"


@dataclass(frozen=True, slots=True)
class Made:
    """The entry of the pinned picture, its full address, and whether it was there already."""

    pin: Pin
    address: str
    known: bool


def pin(site: Path, figure: str, width: int, theme: str, day: date | None) -> Made:
    """Pin the figure as it is now; the same picture is pinned once. Raises Refused with what is missing."""
    taken = take(site, figure)
    content = taken.desk.content
    job = taken.job
    drawn = drawing.drawn_as_file(drawing.kinds()[job.kind], job.chart, width)
    data = drawing.painted(job, width, drawn)[Theme(theme)]
    digest = hashlib.sha256(data).hexdigest()
    address = f"{content.site.address.rstrip('/')}/f/{digest[:16]}.png"
    known = next((entry for entry in content.pins if entry.picture == digest[:16]), None)
    if known is not None:
        return Made(known, address, True)
    unsealed = Pin(
        picture=digest[:16],
        figure=figure,
        width=width,
        theme=Theme(theme).value,
        data="sha256:" + digest_of_inputs(job.chart.inputs),
        digest=f"sha256:{digest}",
        day=day or _day_of(taken),
        seal="0" * 16,
    )
    sealed = unsealed.model_copy(update={"seal": unsealed.sealed_after(content.pins[-1].seal if content.pins else "")})
    _write(site, sealed, data)
    return Made(sealed, address, False)


def _day_of(taken: Taken) -> date:
    """The day on which the meaning of the figure's record last changed."""
    record = subject_key(taken.desk, taken.picture.figure)
    if record.startswith("members/"):
        wrong = "a figure of a member has no day of its own"
        raise Refused([Problem(Place("pin"), "--day", wrong, "say for which day it is pinned: --day 2026-11-23")])
    return stated_day(taken.desk.content, record)[1]


def _write(site: Path, entry: Pin, data: bytes) -> None:
    """First the picture, then its entry: an entry without a picture would stop every build."""
    write_bytes(site / FOLDER / f"{entry.picture}.png", data)
    ledger = site / LEDGER
    before = ledger.read_text("utf-8") if ledger.is_file() else ""
    fields = entry.model_dump(mode="json")
    lines = [
        f"{'- ' if position == 0 else '  '}{name}: {_written(value)}"
        for position, (name, value) in enumerate(fields.items())
    ]
    kept = before if before.strip() not in ("", "[]") else _HEAD
    write_bytes(ledger, (kept.rstrip("\n") + "\n" + "\n".join(lines) + "\n").encode())


def _written(value: object) -> str:
    """Texts in quotation marks: a name of digits alone is no number."""
    return f'"{value}"' if isinstance(value, str) else str(value)
