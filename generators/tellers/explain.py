"""From a published number to the records and sources behind it."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.anchors import standing
from tellers.claims import Says
from tellers.model import Base, Content, Option, Source, Vote
from tellers.problems import Place, Problem, Refused
from tellers.stats import Result, agreement, moved, result_of


def explain(content: Content, spec: str) -> list[str]:
    """Lines that say the claim's value, what it was counted from, and where that was read; raises Refused if unreadable."""
    says, of = _parsed(spec)
    votes = [of[key] for key in ("vote", "before", "after") if key in of] + [v for v in of.get("votes", "").split(",") if v]
    unknown = [vote for vote in votes if vote not in content.votes]
    if unknown:
        raise _refused(f'unknown vote "{unknown[0]}"', "copy the claim from a page's data-claim")
    results = [result_of(content, vote) for vote in votes]
    lines = [f"{spec} = {_value(says, of, results, content)}"]
    for result in results:
        lines += _record(result.vote, content)
    if "quote" in of:
        quote = content.quotes[of["quote"]]
        lines.append(f"  quote: content/quotes/{quote.id}.yml, said {quote.date}")
        lines.append(f"  source: {_cited(content.sources[quote.anchor.source])}")
    if not results and "record" in of:
        lines.append(f"  record: content/{of['record']}.yml, field {of.get('field', '')}")
    return lines


def _parsed(spec: str) -> tuple[Says, Mapping[str, str]]:
    first, *rest = spec.split()
    pairs = [part.partition("=") for part in rest]
    if first not in list(Says) or any(not separator for _, separator, _ in pairs):
        do = 'write it as on a page: "tally vote=un-ga/es-11_7 option=yes"'
        raise _refused(f'"{spec}" is no claim', do)
    return Says(first), {key: value for key, _, value in pairs}


def _value(says: Says, of: Mapping[str, str], results: list[Result], content: Content) -> str:
    try:
        return _known_value(says, of, results, content)
    except (KeyError, ValueError, IndexError) as error:
        raise _refused(f"cannot work out {says}: {error}", "copy the whole claim from a page's data-claim") from error


def _known_value(says: Says, of: Mapping[str, str], results: list[Result], content: Content) -> str:
    if says is Says.TALLY:
        option, group = Option(of["option"]), of.get("group")
        result = results[0]
        if group is None:
            return str(result.tally[option])
        found = next(g for g in result.groups if g.id == group)
        return str(result.tally_in(found)[option])
    if says is Says.SHARE:
        claim = results[0].share_of(Option(of["option"]), Base(of["base"]))
        return str(claim.written) if claim else "share of an empty base"
    if says is Says.BALLOT:
        return str(results[0].ballot(of["member"]).value)
    if says is Says.OUTCOME:
        return results[0].vote.outcome.value
    if says is Says.THRESHOLD:
        claim = results[0].needed
        return str(claim.value) if claim else "not stated by any source"
    if says is Says.SHIFT:
        then, now = results[0].roll, results[1].roll
        if then is None or now is None:
            raise KeyError("a roll is missing")
        return str(len(moved(then, now, Option(of["from"]), Option(of["to"]))))
    if says is Says.AGREEMENT:
        rolls = [result.roll for result in results if result.roll is not None]
        share = agreement(rolls, of["member"], of["with"]).share
        return str(share)
    if says in (Says.FINDING, Says.DAYS):
        quote = content.quotes[of["quote"]]
        return str((quote.date - results[0].vote.date).days if says is Says.DAYS else standing(content, quote).finding)
    if says in (Says.DATE, Says.TEXT):
        folder, _, id = of["record"].partition("/")
        return str(getattr(getattr(content, folder)[id], of["field"].replace("-", "_")))
    return _count(of, results)


def _count(of: Mapping[str, str], results: list[Result]) -> str:
    if of.get("of") == "members":
        return str(len(results[0].seated))
    if of.get("of") == "unstated":
        return str(results[0].tally.unstated)
    return "a count over the whole site; `tellers verify` counts it again"


def _record(vote: Vote, content: Content) -> list[str]:
    lines = [f"  vote: {vote.name}, {vote.date}, content/votes/{vote.id}.yml"]
    if vote.roll is not None:
        folder = vote.id.rpartition("/")[0]
        lines.append(f"  roll: content/votes/{folder}/{vote.roll.file}, {vote.roll.digest[:23]}…")
    for id in dict.fromkeys([*([vote.roll.source] if vote.roll else []), *vote.sources]):
        lines.append(f"  source: {_cited(content.sources[id])}")
    for entry in content.discrepancies:
        if entry.vote == vote.id:
            lines.append(f"  discrepancy: {entry.field} {entry.stated} stated, {entry.roll} in the roll; {entry.reason}")
    return lines


def _cited(source: Source) -> str:
    through = f", read through {source.read_through.name} {source.read_through.version[:8]}" if source.read_through else ""
    return f"{source.publisher}, {source.title}, {source.address}, read {source.read}{through}"


def _refused(wrong: str, do: str) -> Refused:
    return Refused([Problem(Place("claim"), "claim", wrong, do)])
