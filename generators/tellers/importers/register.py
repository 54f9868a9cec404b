"""Members and groups that a source names, as a register of content/: who was there, from when to when, in which group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tellers.importers.bodies import body_file
from tellers.importers.files import source_file
from tellers.importers.found import Origin
from tellers.importers.saved import Saved
from tellers.importers.yaml import yaml_text


@dataclass(frozen=True, slots=True)
class FoundName:
    """A member, its name, the name for running text, and the days between which the source has it."""

    member: str
    name: str
    short: str
    from_: date
    to: date | None = None


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """A party or political group."""

    id: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class FoundMembership:
    """A member of a group, from one day to another."""

    group: str
    member: str
    from_: date
    to: date | None = None


@dataclass(frozen=True, slots=True)
class FoundRegister:
    """Everybody whom a source names."""

    origin: Origin
    names: Sequence[FoundName]
    groups: Sequence[FoundGroup] = ()
    memberships: Sequence[FoundMembership] = ()


def register_files(id: str, found: FoundRegister, saved: Sequence[Saved], day: date) -> dict[str, bytes]:
    """The files of the register, of its source, and of its body where one comes with the formats, by path."""
    folder = f"content/members/{id}"
    names = sorted(_joined(found.names), key=lambda name: (name.member, name.from_))
    rows = sorted(_joined_memberships(found.memberships), key=lambda row: (row.group, row.member, row.from_))
    groups = [
        {"id": group.id, "name": group.name, "short": group.short, "dated": "true", "source": found.origin.id}
        for group in sorted(found.groups, key=lambda group: group.id)
    ]
    files = {
        f"{folder}.csv": _csv("member,name,short,from,to", ((n.member, n.name, n.short, n.from_, n.to) for n in names)),
        f"content/sources/{found.origin.id}.yml": source_file(found.origin, saved, day),
    }
    body = body_file(id, [group.id for group in found.groups], day)
    if body is not None:
        files[f"content/bodies/{id}.yml"] = body
    if groups:
        files[f"{folder}.groups.yml"] = yaml_text(groups).encode()
        files[f"{folder}.groups.csv"] = _csv("group,member,from,to", ((m.group, m.member, m.from_, m.to) for m in rows))
    return files


def _joined(names: Iterable[FoundName]) -> list[FoundName]:
    """One period where a name ends and goes on the next day."""
    out: list[FoundName] = []
    for name in sorted(names, key=lambda name: (name.member, name.from_)):
        last = out[-1] if out else None
        if last is not None and last.member == name.member and _goes_on(last.to, name.from_):
            out[-1] = replace(last, to=_later(last.to, name.to))
        else:
            out.append(name)
    return out


def _joined_memberships(rows: Iterable[FoundMembership]) -> list[FoundMembership]:
    out: list[FoundMembership] = []
    for row in sorted(rows, key=lambda row: (row.group, row.member, row.from_)):
        last = out[-1] if out else None
        if last is not None and (last.group, last.member) == (row.group, row.member) and _goes_on(last.to, row.from_):
            out[-1] = replace(last, to=_later(last.to, row.to))
        else:
            out.append(row)
    return out


def _goes_on(end: date | None, start: date) -> bool:
    return end is None or start <= end + timedelta(days=1)


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _csv(header: str, rows: Iterable[Sequence[object]]) -> bytes:
    lines = [header, *(",".join(_cell(cell) for cell in row) for row in rows)]
    return "".join(line + "\n" for line in lines).encode()


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text
