"""A difference in words: the same lines for a log, the summary of a job, a comment and a page."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache

from tellers.diff import Difference
from tellers.diff.figures import Redrawn, Why
from tellers.files import resources
from tellers.render.text import Templates
from tellers.stats.changes import Change

MANY = 60
"""So many lines of one sort are shown where space is short."""

WHY = {
    Why.DATA: "Figures whose data changed",
    Why.STYLE: "Figures whose style alone changed",
    Why.NEW: "New figures",
    Why.GONE: "Figures that are gone",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One sort of difference: its heading, and a line for each."""

    title: str
    lines: tuple[str, ...]


def sections(found: Difference) -> tuple[Section, ...]:
    """Everything that differs, most urgent first; sorts of which there is nothing are left out."""
    stated = tuple(_change(change, found) for change in found.changes if not change.counted)
    counted = tuple(_change(change, found) for change in found.changes if change.counted)
    drawn = [Section(title, tuple(_figure(one) for one in found.redrawn if one.why is why)) for why, title in WHY.items()]
    every = (
        Section("Corrections missing", tuple(map(str, found.missing))),
        Section("Explainers that do not hold", tuple(map(str, found.untrue))),
        Section("Claims that no longer hold", tuple(_broken(found))),
        Section("Tallies", tuple(_tallies(found))),
        Section("Votes and quotes", stated),
        Section("Numbers that follow", counted),
        *drawn,
        Section("Pinned pictures that show what was before", tuple(f"/f/{pin.name}: {pin.figure}" for pin in found.pins)),
    )
    return tuple(section for section in every if section.lines)


def as_text(found: Difference) -> str:
    """For a log."""
    said = ["\n  ".join([f"{one.title} ({len(one.lines)})", *one.lines]) for one in sections(found)]
    return "\n\n".join(said) + "\n" if said else "No difference.\n"


def as_markdown(found: Difference) -> str:
    """For the summary of a job, and for a comment on a proposed change."""
    shown = [{"title": one.title, "number": len(one.lines), "lines": one.lines[:MANY]} for one in sections(found)]
    return templates().render("report.md.j2", {"sections": shown})


def as_github(found: Difference) -> str:
    """For a log on GitHub: what has to be mended as annotations, all of it below."""
    wrong = [problem.as_annotation() for problem in (*found.missing, *found.untrue)]
    return "".join(f"{line}\n" for line in wrong) + as_text(found)


def as_json(found: Difference) -> str:
    """For a program."""
    said = {
        "format": 1,
        "same": not found,
        "changes": [asdict(change) for change in found.changes],
        "tallies": {record: {"before": was, "after": now} for record, (was, now) in found.tallies.items()},
        "corrections-missing": [problem.as_fields() for problem in found.missing],
        "untrue": [problem.as_fields() for problem in found.untrue],
        "broken": [asdict(one) for one in found.broken],
        "figures": [asdict(one) for one in found.redrawn],
        "pinned": [asdict(pin) for pin in found.pins],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


FORMATS = {"text": as_text, "json": as_json, "markdown": as_markdown, "github": as_github}


@cache
def templates() -> Templates:
    """The templates of reports."""
    return Templates(resources.package() / "diff")


def _change(change: Change, found: Difference) -> str:
    name = f"{change.record} ({found.names[change.record]})"
    if not change.field:
        return f"{name}: {'new' if change.after else 'gone'}"
    return f"{name}, {change.field}: {_value(change.before)} → {_value(change.after)}"


def _value(text: str) -> str:
    return text or "none"


def _tallies(found: Difference) -> list[str]:
    return [
        f"{record} ({found.names[record]}): before {before}; after {after}"
        for record, (before, after) in found.tallies.items()
    ]


def _broken(found: Difference) -> list[str]:
    return [f"explainers/{one.explainer}: {one.spec} was {one.before}, is {one.after}" for one in found.broken]


def _figure(one: Redrawn) -> str:
    if one.why is Why.DATA:
        return f"{one.figure}: data {one.before[:8]} → {one.after[:8]}"
    return f"{one.figure}: data {one.after[:8] or one.before[:8]}"
