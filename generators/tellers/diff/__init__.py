"""What changed between two states of a site, in meaning and in style, and what is not accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tellers.build import corrections
from tellers.build.generate import quiet
from tellers.build.pictures import Progress
from tellers.diff.built import Built
from tellers.diff.figures import Redrawn, redrawn
from tellers.diff.side import Pin, Side
from tellers.diff.written import Written
from tellers.model import ORDER
from tellers.model.edition import PATH, Edition
from tellers.problems import EnvironmentFault, Problem
from tellers.stats.changes import Change, changes


@dataclass(frozen=True, order=True, slots=True)
class Broken:
    """A claim of an explainer that had one value and has another now, or none that can be told."""

    explainer: str
    spec: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs; all of it is empty when nothing does."""

    changes: tuple[Change, ...]
    names: Mapping[str, str]
    """What each changed record is called."""
    tallies: Mapping[str, tuple[str, str]]
    """The tally of each changed vote before and after."""
    missing: tuple[Problem, ...]
    broken: tuple[Broken, ...]
    untrue: tuple[Problem, ...]
    redrawn: tuple[Redrawn, ...]
    pins: tuple[Pin, ...]
    """Pinned pictures that showed the current data and show what was before now."""

    def __bool__(self) -> bool:
        return bool(self.changes or self.missing or self.broken or self.untrue or self.redrawn or self.pins)


def sides(old: Path, new: Path, progress: Progress = quiet) -> tuple[Side, Side]:
    """Both folders as sides: each a site with `content/`, a content folder alone, or a built site."""
    built = [_is_built(folder) for folder in (old, new)]
    draw = any(built)
    before, after = (
        Built(folder) if is_built else Written(_site_of(folder), draw, progress)
        for folder, is_built in zip((old, new), built, strict=True)
    )
    return before, after


def diff(old: Side, new: Side) -> Difference:
    """Everything that differs between the sides."""
    found = changes(old.edition, new.edition, old.roll, new.roll)
    records = {change.record for change in found}
    return Difference(
        changes=found,
        names={record: _name(record, old.edition, new.edition) for record in sorted(records)},
        tallies=_tallies(old.edition, new.edition, records),
        missing=corrections.unsigned(old.edition, new.edition, found, new.place),
        broken=_broken(old, new),
        untrue=new.untrue(),
        redrawn=redrawn(old, new),
        pins=_superseded(old, new),
    )


def unsigned(old: Side, new: Side) -> tuple[Problem, ...]:
    """What the policy on corrections asks for and nobody signed; empty when all is well."""
    found = changes(old.edition, new.edition, old.roll, new.roll)
    return corrections.unsigned(old.edition, new.edition, found, new.place)


def _is_built(folder: Path) -> bool:
    return (folder / PATH).is_file()


def _site_of(folder: Path) -> Path:
    if (folder / "content").is_dir():
        return folder
    if (folder / "site.yml").is_file() and folder.resolve().name == "content":
        return folder.resolve().parent
    raise EnvironmentFault(f"{folder} is neither a site with content/ nor a built site with {PATH}; name one of them")


def _name(record: str, *editions: Edition) -> str:
    said = next(edition.records[record] for edition in editions if record in edition.records)
    return said.get("name") or said.get("speaker", record)


def _tallies(old: Edition, new: Edition, records: set[str]) -> dict[str, tuple[str, str]]:
    votes = sorted(record for record in records if record.startswith("votes/"))
    both = {record: (_tally(old, record), _tally(new, record)) for record in votes}
    return {record: pair for record, pair in both.items() if pair[0] != pair[1]}


def _tally(edition: Edition, record: str) -> str:
    fields = edition.records.get(record, {})
    counts = [f"{option} {fields[f'tally.{option}']}" for option in ORDER if f"tally.{option}" in fields]
    return ", ".join(counts) or "none"


def _broken(old: Side, new: Side) -> tuple[Broken, ...]:
    """What the old explainers state and the new records do not bear out."""
    stated = dict.fromkeys((one, new.value(one.spec)) for one in old.stated())
    return tuple(
        Broken(one.explainer, one.spec, one.value, now or "cannot be told")
        for one, now in stated
        if now != one.value and not (now is None and isinstance(new, Built))
    )


def _superseded(old: Side, new: Side) -> tuple[Pin, ...]:
    """Pinned pictures of either side whose figure had the pinned data before and has other data now."""
    pins = sorted({*old.pins(), *new.pins()})
    return tuple(pin for pin in pins if old.digest(pin.figure) == pin.digest != new.digest(pin.figure))
