"""Votes: totals against the roll, the outcome against the body's rule, what is known against what is there."""

from __future__ import annotations

from tellers.model import Body, Known, Method, Option, Outcome, Roll, Rule, Vote
from tellers.records.checks.bodies import is_threshold
from tellers.records.checks.references import Lookup
from tellers.records.fit import nearest


def check_votes(look: Lookup) -> None:
    """Every vote's references, days, totals and outcome."""
    for id, vote in look.content.votes.items():
        record = f"votes/{id}"
        _check_references(look, record, vote)
        _check_days(look, record, vote)
        _check_known(look, record, vote)
        _check_why(look, record, vote)
        body = look.content.bodies.get(vote.body)
        if body is None:
            continue
        roll = look.content.rolls.get(id)
        _check_body_words(look, record, vote, body)
        if f"members/{body.register_}" in look.unread or body.register_ not in look.content.registers:
            continue
        _check_members(look, record, vote, body)
        if roll is not None:
            _check_totals(look, record, vote, roll)
        _check_outcome(look, record, vote, body, roll)


def _check_references(look: Lookup, record: str, vote: Vote) -> None:
    look.refers(record, ("body",), "bodies", vote.body)
    look.refer(record, ("sources",), "sources", vote.sources)
    if vote.roll is not None:
        look.refers(record, ("roll", "source"), "sources", vote.roll.source)
    if vote.majority is not None:
        look.refers(record, ("majority", "source"), "sources", vote.majority.source)
    if vote.stated_source is not None:
        look.refers(record, ("stated-source",), "sources", vote.stated_source)
    if vote.of is not None:
        look.refers(record, ("of",), "votes", vote.of)
        if vote.of == vote.id:
            look.wrong(
                record, ("of",), "names the vote itself", "name the vote on the motion that this one amends, or remove it"
            )
    for position, intended in enumerate(vote.intended):
        look.refers(record, ("intended", position, "source"), "sources", intended.source)


def _check_days(look: Lookup, record: str, vote: Vote) -> None:
    look.in_order(record, ("date", vote.date), ("published", vote.published))
    look.in_order(record, ("published", vote.published), ("updated", vote.updated))


def _check_known(look: Lookup, record: str, vote: Vote) -> None:
    """What the record says is known must be there, and no more than that."""
    if vote.method is Method.WITHOUT_VOTE:
        if vote.roll is not None or vote.totals:
            look.wrong(record, ("method",), "without a vote, yet with ballots or totals", "remove them, or mend the method")
        return
    if vote.known in (Known.FULL, Known.PART) and vote.roll is None:
        do = "name the roll, or say known: totals or outcome"
        look.wrong(record, ("known",), f'"{vote.known}", but there is no roll', do)
    if vote.known in (Known.TOTALS, Known.OUTCOME) and vote.roll is not None:
        look.wrong(record, ("known",), f'"{vote.known}", but there is a roll', "say known: full or part")
    if vote.known is Known.TOTALS and not vote.totals:
        look.wrong(record, ("known",), '"totals", but none is stated', "state them, or say known: outcome")
    if vote.known is Known.OUTCOME and vote.totals:
        look.wrong(record, ("known",), '"outcome", but totals are stated', "say known: totals, or remove them")
    if vote.known is not Known.FULL and vote.why is None:
        look.wrong(
            record, ("known",), f'"{vote.known}" without a why', "add a line `why: …` that says what is missing and why"
        )


def _check_why(look: Lookup, record: str, vote: Vote) -> None:
    stated = vote.stated if isinstance(vote.stated, dict) else {}
    words = (("symbol", vote.symbol), ("draft", vote.draft), ("outcome", vote.outcome), ("stated", vote.stated))
    unknown = [name for name, value in words if value == "unknown"]
    unknown += [f"stated.{option}" for option, value in stated.items() if value == "unknown"]
    if vote.why is None:
        for name in unknown:
            look.wrong(record, tuple(name.split(".")), "unknown without a why", "add a line `why: …`")


def _check_body_words(look: Lookup, record: str, vote: Vote, body: Body) -> None:
    allowed = [option.value for option in body.options]
    for option in vote.stated if isinstance(vote.stated, dict) else ():
        if option not in body.options:
            look.wrong(
                record, ("stated", option.value), f'{body.id} has no option "{option}"', f"use one of {', '.join(allowed)}"
            )
    if vote.majority is not None and body.rule(vote.majority.rule) is None:
        do = nearest(vote.majority.rule, [rule.id for rule in body.rules], f"describe it in content/bodies/{body.id}.yml")
        look.wrong(record, ("majority", "rule"), f'unknown rule "{vote.majority.rule}" of {body.id}', do)


def _check_members(look: Lookup, record: str, vote: Vote, body: Body) -> None:
    """Totals count no more members than the body had, and who declared an intention was one of them."""
    seated = look.content.seated_at(vote)
    total = sum(vote.totals.values())
    if total > len(seated):
        wrong = f"the totals add to {total}, but {body.id} had {len(seated)} members on {vote.date}"
        look.wrong(record, ("stated",), wrong, "mend the totals, or the date or the register")
    for position, intended in enumerate(vote.intended):
        at = ("intended", position)
        if intended.member not in seated:
            wrong = f"{intended.member} had no seat in {body.id} on {vote.date}"
            look.wrong(record, (*at, "member"), wrong, nearest(intended.member, list(seated), "name a member of the day"))
        if intended.option not in body.options:
            allowed = ", ".join(body.options)
            look.wrong(record, (*at, "option"), f'{body.id} has no option "{intended.option}"', f"use one of {allowed}")


def _check_totals(look: Lookup, record: str, vote: Vote, roll: Roll) -> None:
    """Each stated total equals the roll's, or an entry of the ledger signs both values."""
    if "discrepancies" in look.unread:
        return
    for option, stated in vote.totals.items():
        counted = roll.count(option)
        if vote.known is Known.PART and counted <= stated:
            continue
        if stated == counted:
            continue
        signed = [d for d in look.content.discrepancies if (d.vote, d.field) == (vote.id, option)]
        if not any((d.stated, d.roll) == (stated, counted) for d in signed):
            wrong = f"{stated} stated, {counted} in the roll"
            do = "mend the wrong one, or sign both values in content/discrepancies.yml"
            look.wrong(record, ("stated", option.value), wrong, do)


def _check_outcome(look: Lookup, record: str, vote: Vote, body: Body, roll: Roll | None) -> None:
    """An outcome that no rule of the body allows; where no majority is stated, only what every majority forbids."""
    permanent = look.content.permanent(body, vote.date)
    for position, code in enumerate(vote.vetoed_by):
        if code not in permanent:
            look.wrong(record, ("vetoed-by", position), f"{code} has no veto in {body.id}", "name a permanent member")
        elif roll is not None and roll.option_of(code) is not Option.NO:
            look.wrong(record, ("vetoed-by", position), f"{code} did not vote no", "mend the roll or this line")
    if vote.vetoed_by and vote.outcome is Outcome.ADOPTED:
        look.wrong(record, ("outcome",), "adopted although it was vetoed", "mend outcome or vetoed-by")
        return
    counts = _counts(look, vote, roll)
    if counts is None or vote.method is Method.WITHOUT_VOTE or vote.outcome is Outcome.UNKNOWN:
        return
    yes, no = counts
    rule = body.rule(vote.majority.rule) if vote.majority is not None else None
    if rule is None:
        if vote.outcome is Outcome.ADOPTED and yes <= no:
            wrong = f"adopted with {yes} yes and {no} no, which no majority allows"
            look.wrong(record, ("outcome",), wrong, "mend the outcome or the totals")
        return
    if not is_threshold(rule.threshold):
        return
    vetoed = bool(vote.vetoed_by) or _has_veto(rule, roll, permanent)
    reached = yes >= _needed(rule, yes, no, _all_cast(vote, roll), len(look.content.seated_at(vote)))
    should = Outcome.ADOPTED if reached and not vetoed else Outcome.NOT_ADOPTED
    if should is not vote.outcome:
        veto = " and a veto" if vetoed else ""
        wrong = f"{vote.outcome} contradicts rule {rule.id}: {yes} yes, {no} no{veto}"
        look.wrong(record, ("outcome",), wrong, f"write {should}, or mend the majority that applied")


def _counts(look: Lookup, vote: Vote, roll: Roll | None) -> tuple[int, int] | None:
    if roll is not None and vote.known is Known.FULL:
        return roll.count(Option.YES), roll.count(Option.NO)
    totals = vote.totals
    return (totals[Option.YES], totals[Option.NO]) if {Option.YES, Option.NO} <= totals.keys() else None


def _all_cast(vote: Vote, roll: Roll | None) -> int:
    options = (Option.YES, Option.NO, Option.ABSTAIN)
    if roll is not None and vote.known is Known.FULL:
        return sum(roll.count(option) for option in options)
    return sum(vote.totals.get(option, 0) for option in options)


def _has_veto(rule: Rule, roll: Roll | None, permanent: tuple[str, ...]) -> bool:
    return rule.veto and roll is not None and any(code in permanent for code in roll.members_of(Option.NO))


def _needed(rule: Rule, yes: int, no: int, cast: int, members: int) -> int:
    """Fewest yes votes that carry the motion: counted here on its own, as a second way beside the statistics."""
    threshold, base = rule.threshold, {"yes+no": yes + no, "cast": cast, "members": members}[rule.base]
    if threshold.ballots is not None:
        return threshold.ballots
    for ballots in range(base + 1):
        over = threshold.more_than is not None and ballots > threshold.more_than * base
        reached = threshold.at_least is not None and ballots >= threshold.at_least * base
        if over or reached:
            return max(1, ballots)
    return base + 1
