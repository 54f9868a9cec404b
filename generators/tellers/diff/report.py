"""The report as a folder: a page with pictures old beside new, and the same in words for people and programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tellers.build.pictures import Progress
from tellers.diff import Difference, say
from tellers.diff.figures import Redrawn, Why, difference
from tellers.diff.side import Side
from tellers.files.write import write_bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the report: what it is called, and its file."""

    label: str
    file: str


def write_report(folder: Path, found: Difference, old: Side, new: Side, progress: Progress) -> None:
    """Write `index.html` with its pictures, `report.md` and `report.json` into the folder."""
    figures = []
    for number, one in enumerate(sorted(found.redrawn, key=lambda one: (one.why is Why.STYLE, one)), 1):
        figures.append({"id": one.figure, "why": one.why.value, "pictures": _pictures(folder, one, old, new)})
        progress("Laying pictures side by side", number, len(found.redrawn))
    page = say.templates().render("report.html.j2", {"sections": say.sections(found), "figures": figures})
    write_bytes(folder / "index.html", page.encode())
    write_bytes(folder / "report.md", say.as_markdown(found).encode())
    write_bytes(folder / "report.json", say.as_json(found).encode())


def _pictures(folder: Path, one: Redrawn, old: Side, new: Side) -> list[Shown]:
    shown: list[Shown] = []
    for label, raw in _drawn(old.picture(one.figure), new.picture(one.figure)):
        file = f"pictures/{one.figure}.{label.lower()}.png"
        write_bytes(folder / file, raw)
        shown.append(Shown(label, file))
    return shown


def _drawn(old: bytes | None, new: bytes | None) -> Iterator[tuple[str, bytes]]:
    if old is not None:
        yield "Old", old
    if new is not None:
        yield "New", new
    if old is not None and new is not None and old != new:
        yield "Difference", difference(old, new)
