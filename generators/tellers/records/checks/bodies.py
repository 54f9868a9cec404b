"""Bodies: their register, groups, seats, rules and sources."""

from __future__ import annotations

from tellers.model import Body, Rule
from tellers.records.checks.references import Lookup
from tellers.records.fit import nearest


def check_bodies(look: Lookup) -> None:
    for id, body in look.content.bodies.items():
        record = f"bodies/{id}"
        look.refer(record, ("sources",), "sources", body.sources)
        look.in_order(record, ("published", body.published), ("updated", body.updated))
        for position, rule in enumerate(body.rules):
            look.refers(record, ("rules", position, "source"), "sources", rule.source)
            _check_threshold(look, record, position, rule)
        if body.register_ not in look.content.registers:
            do = nearest(body.register_, list(look.content.registers), f"write content/members/{body.register_}.csv")
            look.wrong(record, ("register",), f'unknown register "{body.register_}"', do)
        else:
            _check_members(look, record, body)


def _check_threshold(look: Lookup, record: str, position: int, rule: Rule) -> None:
    given = [value for value in (rule.threshold.more_than, rule.threshold.at_least, rule.threshold.ballots) if value is not None]
    if len(given) != 1:
        wrong = f"{len(given)} thresholds"
        look.wrong(record, ("rules", position, "threshold"), wrong, "give one of more-than, at-least, ballots")


def _check_members(look: Lookup, record: str, body: Body) -> None:
    members = look.content.registers[body.register_]
    groups = look.content.groups.get(body.register_, {})
    for position, group in enumerate(body.groups):
        if group not in groups:
            do = nearest(group, list(groups), f"describe it in content/members/{body.register_}.groups.yml")
            look.wrong(record, ("groups", position), f'unknown group "{group}"', do)
    for position, seat in enumerate(body.seats if body.seats != "register" else ()):
        if seat.member not in members:
            do = nearest(seat.member, list(members), "use a code of the register")
            look.wrong(record, ("seats", position, "member"), f'unknown member "{seat.member}"', do)
