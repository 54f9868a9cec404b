"""Bodies: their register, groups, seats, rules and sources."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.model import Body, Rule, Seat, Threshold
from tellers.records.checks.references import Lookup
from tellers.records.fit import nearest


def check_bodies(look: Lookup) -> None:
    """Every body's references, rules, groups and seats."""
    for id, body in look.content.bodies.items():
        record = f"bodies/{id}"
        look.refer(record, ("sources",), "sources", body.sources)
        look.in_order(record, ("published", body.published), ("updated", body.updated))
        for name, ids in (("options", body.options), ("groups", body.groups)):
            _check_once(look, record, name, ids)
        _check_once(look, record, "rules", [rule.id for rule in body.rules])
        for position, rule in enumerate(body.rules):
            look.refers(record, ("rules", position, "source"), "sources", rule.source)
            _check_threshold(look, record, position, rule)
        if f"members/{body.register_}" in look.unread:
            continue
        if body.register_ not in look.content.registers:
            do = nearest(body.register_, list(look.content.registers), f"write content/members/{body.register_}.csv")
            look.wrong(record, ("register",), f'unknown register "{body.register_}"', do)
        else:
            _check_members(look, record, body)


def _check_once(look: Lookup, record: str, name: str, ids: Sequence[str]) -> None:
    for position, id in enumerate(ids):
        if id in ids[:position]:
            look.wrong(record, (name, position), f"{id} a second time", "keep one of the two")


def is_threshold(threshold: Threshold) -> bool:
    """Whether exactly one threshold is given, and one that can be reached and missed."""
    more, least, ballots = threshold.more_than, threshold.at_least, threshold.ballots
    valid = (more is not None and 0 <= more < 1, least is not None and 0 < least <= 1, bool(ballots))
    given = (more is not None, least is not None, ballots is not None)
    return sum(given) == 1 and valid == given


def _check_threshold(look: Lookup, record: str, position: int, rule: Rule) -> None:
    if not is_threshold(rule.threshold):
        do = "give one of more-than or at-least, a fraction between 0 and 1, and ballots, a number"
        look.wrong(record, ("rules", position, "threshold"), "is no threshold, or more than one", do)


def _check_members(look: Lookup, record: str, body: Body) -> None:
    members = look.content.registers[body.register_]
    groups = look.content.groups.get(body.register_, {})
    for position, group in enumerate(body.groups):
        if group not in groups and f"groups/{body.register_}" not in look.unread:
            do = nearest(group, list(groups), f"describe it in content/members/{body.register_}.groups.yml")
            look.wrong(record, ("groups", position), f'unknown group "{group}"', do)
    seats = body.seats if body.seats != "register" else ()
    for position, seat in enumerate(seats):
        if seat.from_ is not None and seat.to is not None and seat.to < seat.from_:
            look.wrong(
                record, ("seats", position, "to"), f"{seat.to} is before from ({seat.from_})", "put the days in order"
            )
        elif any(_overlap(seat, other) for other in seats[:position]):
            wrong = f"{seat.member} has a seat at that time already"
            look.wrong(record, ("seats", position, "member"), wrong, "keep one of the two, or mend their days")
        if seat.member not in members:
            do = nearest(seat.member, list(members), "use a code of the register")
            look.wrong(record, ("seats", position, "member"), f'unknown member "{seat.member}"', do)


def _overlap(one: Seat, other: Seat) -> bool:
    ends_before = one.to is not None and other.from_ is not None and one.to < other.from_
    begins_after = other.to is not None and one.from_ is not None and other.to < one.from_
    return one.member == other.member and not ends_before and not begins_after
