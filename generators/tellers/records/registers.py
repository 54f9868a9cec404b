"""Member registers and their groups: who could vote, under which name, from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from tellers.formats.csv import Row, read_csv
from tellers.formats.yaml import Tree
from tellers.model import Group, Member, Membership, NamePeriod
from tellers.problems import Problems
from tellers.records.fit import fit_value, nearest

FOLDER = "content/members/"
Kind = TypeVar("Kind", NamePeriod, Membership)
NAMES = ("member", "name", "short", "from", "to")
MEMBERSHIPS = ("group", "member", "from", "to")


@dataclass(frozen=True, slots=True)
class Register:
    """All registers by id: members by code, groups by id, memberships in the order of their file."""

    members: Mapping[str, Mapping[str, Member]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Group]] = field(default_factory=dict)
    memberships: Mapping[str, tuple[Membership, ...]] = field(default_factory=dict)


def read_registers(texts: Mapping[str, str], trees: Mapping[str, Tree], problems: Problems) -> Register:
    """Every register: `<id>.csv` with names over time, `<id>.groups.yml` and `<id>.groups.csv` beside it."""
    ids = sorted(
        path.removeprefix(FOLDER).removesuffix(".csv")
        for path in texts
        if path.startswith(FOLDER) and path.endswith(".csv") and not path.endswith(".groups.csv")
    )
    members = {id: _members(f"{FOLDER}{id}.csv", texts[f"{FOLDER}{id}.csv"], problems) for id in ids}
    groups = {id: _groups(trees.get(f"{FOLDER}{id}.groups.yml"), problems) for id in ids}
    memberships = {
        id: _memberships(f"{FOLDER}{id}.groups.csv", texts, members[id], groups[id], problems) for id in ids
    }
    return Register(members, groups, memberships)


def _members(path: str, text: str, problems: Problems) -> dict[str, Member]:
    periods: dict[str, list[NamePeriod]] = {}
    for row in read_csv(text, path, NAMES, problems):
        period = _fitted(row, NamePeriod, problems)
        if period is None:
            continue
        earlier = periods.setdefault(period.member, [])
        if not _in_order(period.from_, period.to):
            problems.add(row.place("to"), "to", f'"{period.to}" is before {period.from_}', "put the days in order")
        elif earlier and (earlier[-1].to is None or earlier[-1].to >= period.from_):
            until = earlier[-1].to or "today"
            wrong = f"{period.member} has the name {earlier[-1].name} until {until} already"
            problems.add(row.place("from"), "from", wrong, "let a name end the day before the next begins, in order of time")
        earlier.append(period)
    return {code: Member(code, tuple(names)) for code, names in sorted(periods.items())}


def _groups(tree: Tree | None, problems: Problems) -> dict[str, Group]:
    if tree is None or not isinstance(tree.value, list):
        return {}
    found = [fit_value(row, (i,), tree, Group, problems) for i, row in enumerate(tree.value)]
    out: dict[str, Group] = {}
    for position, group in enumerate(found):
        if group is not None and group.id in out:
            problems.add(tree.place((position, "id")), "id", f"group {group.id} a second time", "keep one of the two")
        elif group is not None:
            out[group.id] = group
    return out


def _memberships(
    path: str, texts: Mapping[str, str], members: Mapping[str, Member], groups: Mapping[str, Group], problems: Problems
) -> tuple[Membership, ...]:
    out: list[Membership] = []
    for row in read_csv(texts[path], path, MEMBERSHIPS, problems) if path in texts else []:
        membership = _fitted(row, Membership, problems)
        if membership is None:
            continue
        if membership.group not in groups:
            do = nearest(membership.group, list(groups), "describe it in the .groups.yml beside this file")
            problems.add(row.place("group"), "group", f'unknown group "{membership.group}"', do)
        elif membership.member not in members:
            do = nearest(membership.member, list(members), "use a code of the register")
            problems.add(row.place("member"), "member", f'unknown member "{membership.member}"', do)
        elif not _in_order(membership.from_, membership.to):
            problems.add(row.place("to"), "to", f'"{membership.to}" is before {membership.from_}', "put the days in order")
        else:
            out.append(membership)
    return tuple(out)


def _fitted(row: Row, kind: type[Kind], problems: Problems) -> Kind | None:
    value = {name: cell or None for name, cell in row.cells.items()}
    tree = Tree(row.path, value, {(name,): row.place(name) for name in row.cells})
    return fit_value(value, (), tree, kind, problems)


def _in_order(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last
