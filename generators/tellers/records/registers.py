"""Member registers and their groups: who could vote, under which name, from when to when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from tellers.formats.csv import Row, read_csv
from tellers.formats.yaml import Tree
from tellers.look.metrics import Face, lacking
from tellers.model import Group, Member, Membership, NamePeriod
from tellers.problems import Place, Problems
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
    unread: frozenset[str] = frozenset()
    """Ids of registers whose names have problems of their own: nobody should be told that their members are unknown."""
    unread_groups: frozenset[str] = frozenset()
    """The same of groups."""


def read_registers(
    paths: Collection[str], texts: Mapping[str, str], trees: Mapping[str, Tree], problems: Problems
) -> Register:
    """Every register: `<id>.csv` with names over time, `<id>.groups.yml` and `<id>.groups.csv` beside it.

    `paths` are those of all files, `texts` and `trees` hold what could be read of them.
    """
    ids = sorted(
        path.removeprefix(FOLDER).removesuffix(".csv")
        for path in paths
        if path.startswith(FOLDER) and path.endswith(".csv") and not path.endswith(".groups.csv")
    )
    members: dict[str, Mapping[str, Member]] = {}
    groups: dict[str, Mapping[str, Group]] = {}
    memberships: dict[str, tuple[Membership, ...]] = {}
    unread: set[str] = set()
    unread_groups: set[str] = set()
    for id in ids:
        names, kinds = f"{FOLDER}{id}.csv", f"{FOLDER}{id}.groups.yml"
        before = len(problems.found)
        members[id] = _members(names, texts[names], problems) if names in texts else {}
        if names not in texts or len(problems.found) > before:
            unread.add(id)
        before = len(problems.found)
        groups[id] = _groups(trees[kinds], problems) if kinds in trees else {}
        if (kinds in paths and kinds not in trees) or len(problems.found) > before:
            unread_groups.add(id)
        known_members = None if id in unread else members[id]
        known_groups = None if id in unread_groups else groups[id]
        memberships[id] = _memberships(f"{FOLDER}{id}.groups.csv", texts, known_members, known_groups, problems)
    _check_once(members, problems)
    return Register(members, groups, memberships, frozenset(unread), frozenset(unread_groups))


def _check_once(members: Mapping[str, Mapping[str, Member]], problems: Problems) -> None:
    """A code stands for one member of the whole site: its page is at /members/<code>/."""
    known: dict[str, str] = {}
    for register, found in members.items():
        for code in found:
            if code in known:
                wrong = f"{code} is in content/members/{known[code]}.csv already"
                do = "give one of the two another code, such as one with a letter before it"
                problems.add(Place(f"{FOLDER}{register}.csv"), "file", wrong, do)
            known.setdefault(code, register)


def _members(path: str, text: str, problems: Problems) -> dict[str, Member]:
    periods: dict[str, list[NamePeriod]] = {}
    for row in read_csv(text, path, NAMES, problems):
        period = _fitted(row, NamePeriod, problems)
        if period is None:
            continue
        if wrong := lacking(period.short, Face):
            problems.add(row.place("short"), "short", wrong, "write it in Latin letters")
        earlier = periods.setdefault(period.member, [])
        if not _in_order(period.from_, period.to):
            problems.add(row.place("to"), "to", f'"{period.to}" is before {period.from_}', "put the days in order")
        elif earlier and (earlier[-1].to is None or earlier[-1].to >= period.from_):
            until = earlier[-1].to or "today"
            wrong = f"{period.member} has the name {earlier[-1].name} until {until} already"
            problems.add(row.place("from"), "from", wrong, "let a name end the day before the next begins, in order of time")
        earlier.append(period)
    return {code: Member(code, tuple(names)) for code, names in sorted(periods.items())}


def _groups(tree: Tree, problems: Problems) -> dict[str, Group]:
    if not isinstance(tree.value, list):
        problems.add(tree.place(()), "file", "holds no list", "write one `- ` entry after the other, or []")
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
    path: str, texts: Mapping[str, str], members: Mapping[str, Member] | None, groups: Mapping[str, Group] | None,
    problems: Problems,
) -> tuple[Membership, ...]:  # fmt: skip
    """The memberships in this file; members or groups that could not be read are None and not looked up."""
    out: list[Membership] = []
    for row in read_csv(texts[path], path, MEMBERSHIPS, problems) if path in texts else []:
        membership = _fitted(row, Membership, problems)
        if membership is None:
            continue
        if groups is not None and membership.group not in groups:
            do = nearest(membership.group, list(groups), "describe it in the .groups.yml beside this file")
            problems.add(row.place("group"), "group", f'unknown group "{membership.group}"', do)
        elif members is not None and membership.member not in members:
            do = nearest(membership.member, list(members), "use a code of the register")
            problems.add(row.place("member"), "member", f'unknown member "{membership.member}"', do)
        elif not _in_order(membership.from_, membership.to):
            problems.add(row.place("to"), "to", f'"{membership.to}" is before {membership.from_}', "put the days in order")
        elif any(_overlap(membership, other) for other in out):
            wrong = f"{membership.member} is in {membership.group} at that time already"
            problems.add(row.place("member"), "member", wrong, "keep one of the two lines, or mend their days")
        else:
            out.append(membership)
    return tuple(out)


def _fitted(row: Row, kind: type[Kind], problems: Problems) -> Kind | None:
    value = {name: cell or None for name, cell in row.cells.items()}
    tree = Tree(row.path, value, {(name,): row.place(name) for name in row.cells})
    return fit_value(value, (), tree, kind, problems)


def _overlap(one: Membership, other: Membership) -> bool:
    """Whether both say that the member is in the group on some day."""
    ends_before = one.to is not None and other.from_ is not None and one.to < other.from_
    begins_after = other.to is not None and one.from_ is not None and other.to < one.from_
    return (one.group, one.member) == (other.group, other.member) and not ends_before and not begins_after


def _in_order(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last
