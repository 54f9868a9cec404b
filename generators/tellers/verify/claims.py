"""Each claim computed again from the records, by loops that a reader can follow with a pencil."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from tellers.verify.anchors import finding
from tellers.verify.asked import Memo
from tellers.verify.content import Content
from tellers.verify.proof import KEYS, proof
from tellers.verify.words import LABELS

Value = int | str
Of = Mapping[str, str]
CAST = ("yes", "no", "abstain")


class Unsound(Exception):
    """The claim cannot be computed: an unknown kind, record or key."""


class Claims:
    """Values of claims, each computed once; `drawn` holds how many marks and claims each figure's manifest lists."""

    def __init__(self, content: Content, drawn: Mapping[str, tuple[int, int]] | None = None) -> None:
        self.content = content
        self.drawn = drawn or {}
        self._known: Memo[Value] = Memo()
        self._agreed: Memo[tuple[int, int]] = Memo()

    def value(self, says: str, of: Of) -> Value:
        """The value that the records give; raises Unsound with the reason where they give none."""
        return self._known.get((says, tuple(sorted(of.items()))), lambda: self._compute(says, of))

    def forget(self) -> None:
        """Keep no values: those of thousands of votes would fill the memory."""
        self._known.clear()

    def agreement(self, of: Of) -> tuple[int, int]:
        """In how many votes the two chose the same, and in how many both cast a ballot."""
        return self._agreed.get(tuple(sorted(of.items())), lambda: _same_of_both(self.content, of))

    def _compute(self, says: str, of: Of) -> Value:
        if says not in _BY_KIND:
            raise Unsound(f'no kind of claim is called "{says}"')
        keys = _KEYS[says]
        if not any(set(of) == wanted for wanted in keys):
            raise Unsound(f"{says} of {', '.join(sorted(of))} is nothing that can be computed")
        try:
            return _BY_KIND[says](self, of)
        except (KeyError, IndexError) as error:
            raise Unsound(f"no record has {error}") from error

    def count(self, of: Of) -> Value:
        what, content = of["of"], self.content
        if what in _COUNTS:
            return _COUNTS[what](content, of)
        if what in ("marks", "claims") and "figure" in of:
            return self.drawn[of["figure"]][what == "claims"]
        if what == "marks":
            return sum(marks for marks, _ in self.drawn.values())
        if what in KEYS:
            return proof()[what]
        if what == "figures":
            return len(self.drawn)
        raise Unsound(f'nothing is counted as "{what}"')


def parse_spec(spec: str) -> tuple[str, dict[str, str]]:
    """`tally vote=un-ga/es-11_7 option=yes` as its kind and its records; raises Unsound where it is not one."""
    says, *pairs = spec.split(" ")
    of: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not key or not equals or not value or key in of:
            raise Unsound(f'cannot read "{pair}" in "{spec}"')
        of[key] = value
    return says, of


def _tally(claims: Claims, of: Of) -> Value:
    content, vote = claims.content, of["vote"]
    if of["option"] not in LABELS:
        raise Unsound(f'no option is called "{of["option"]}"')
    if "group" not in of:
        if not content.complete(vote) and of["option"] not in content.stated(vote):
            raise Unsound(f"no number of {of['option']} votes is known of {vote}")
        return content.tally(vote).get(of["option"], 0)
    if not content.complete(vote):
        raise Unsound(f"not every ballot of {vote} is known, so that no group can be counted")
    return _ballots_in_group(content, of)


def _ballots_in_group(content: Content, of: Of) -> int:
    inside = content.in_group(content.votes[of["vote"]], of["group"])
    number = 0
    for member, option in content.rolls[of["vote"]].ballots.items():
        if member in inside and option == of["option"]:
            number += 1
    return number


def _share(claims: Claims, of: Of) -> Value:
    content, vote = claims.content, of["vote"]
    tally = content.tally(vote)
    whole = _base(content, vote, of["base"])
    if not whole:
        raise Unsound(f"the base {of['base']} of {vote} is empty")
    part = Fraction(tally.get(of["option"], 0), whole)
    return f"{part.numerator}/{part.denominator}"


def _base(content: Content, vote: str, base: str) -> int:
    tally = content.tally(vote)
    if base == "members":
        return len(content.seated(content.votes[vote]))
    if base == "cast":
        return sum(tally.get(option, 0) for option in CAST)
    if base == "yes+no":
        return tally.get("yes", 0) + tally.get("no", 0)
    raise Unsound(f'no base is called "{base}"')


def _ballot(claims: Claims, of: Of) -> Value:
    content, vote = claims.content, of["vote"]
    found = content.rolls[vote].ballots.get(of["member"]) if vote in content.rolls else None
    if found is None and not content.complete(vote) and of["member"] in content.seated(content.votes[vote]):
        return "no-record"
    if found is None:
        raise Unsound(f"{of['member']} has no ballot in {vote}")
    return found


def _outcome(claims: Claims, of: Of) -> Value:
    return str(claims.content.votes[of["vote"]]["outcome"])


def _shift(claims: Claims, of: Of) -> Value:
    content = claims.content
    then, now = content.rolls[of["before"]].ballots, content.rolls[of["after"]].ballots
    number = 0
    for member, option in then.items():
        if option == of["from"] and now.get(member) == of["to"]:
            number += 1
    return number


def _agreement(claims: Claims, of: Of) -> Value:
    same, both = claims.agreement(of)
    if not both:
        raise Unsound("the two never both cast a ballot")
    part = Fraction(same, both)
    return f"{part.numerator}/{part.denominator}"


def _same_of_both(content: Content, of: Of) -> tuple[int, int]:
    votes = of["votes"].split(",") if "votes" in of else [vote for vote in content.rolls if content.complete(vote)]
    same = both = 0
    for vote in votes:
        if not content.complete(vote):
            continue
        ballots = content.rolls[vote].ballots
        one, other = ballots.get(of["member"]), ballots.get(of["with"])
        if one in CAST and other in CAST:
            both += 1
            if one == other:
                same += 1
    return same, both


def needed(content: Content, vote_id: str) -> int:
    """The smallest number of yes votes that carries the motion under the majority that a source names."""
    vote = content.votes[vote_id]
    rules = {rule["id"]: rule for rule in content.bodies[vote["body"]]["rules"]}
    rule = rules[vote["majority"]["rule"]]
    threshold = rule["threshold"]
    if "ballots" in threshold:
        return max(1, int(threshold["ballots"]))
    whole = _base(content, vote_id, rule["base"])
    number = 1
    share = Fraction(threshold.get("more-than") or threshold["at-least"])
    while number < share * whole or ("more-than" in threshold and number == share * whole):
        number += 1
    return number


def _threshold(claims: Claims, of: Of) -> Value:
    return needed(claims.content, of["vote"])


def _field(claims: Claims, of: Of) -> Value:
    found: Any = claims.content.trees[of["record"] + ".yml"]
    named = of["field"]
    for key in named.split("."):
        found = found[int(key)] if isinstance(found, list) else found[key]
    if not isinstance(found, str):
        raise Unsound(f"{of['record']} {of['field']} is no single value")
    return found


def _finding(claims: Claims, of: Of) -> Value:
    return finding(claims.content, claims.content.quotes[of["quote"]])


def _days(claims: Claims, of: Of) -> Value:
    """How many days after the vote the words were said; before it, a number below zero."""
    said, voted = claims.content.quotes[of["quote"]]["date"], claims.content.votes[of["vote"]]["date"]
    return date.fromisoformat(said).toordinal() - date.fromisoformat(voted).toordinal()


def _members(content: Content, of: Of) -> int:
    return len(content.seated(content.votes[of["vote"]]))


def _unstated(content: Content, of: Of) -> int:
    return _members(content, of) - sum(content.stated(of["vote"]).values())


def _ballots(content: Content, of: Of) -> int:
    """Known ballots of a vote (of an option, in a group), or of a member over all votes."""
    number = 0
    for vote, roll in content.rolls.items():
        if of.get("vote", vote) != vote:
            continue
        inside = content.in_group(content.votes[vote], of["group"]) if "group" in of else None
        for member, option in roll.ballots.items():
            wanted = of.get("member", member) == member and of.get("option", option) == option
            number += wanted and (inside is None or member in inside)
    return number


def _cast(content: Content, of: Of) -> int:
    """In how many votes the member chose yes, no or to abstain."""
    return sum(roll.ballots.get(of["member"]) in CAST for roll in content.rolls.values())


def _stance(content: Content, of: Of) -> int:
    """In how many votes of which every ballot is known, and in which it had a seat, the member stood there."""
    number = 0
    for vote, roll in content.rolls.items():
        said = roll.ballots.get(of["member"])
        if said is None or not content.complete(vote):
            continue
        ballots = list(roll.ballots.values())
        yes, no = ballots.count("yes"), ballots.count("no")
        larger = "yes" if yes > no else "no"
        places = {"full-votes"}
        if said in CAST and ballots.count(said) == 1:
            places.add("alone")
        if said == "abstain":
            places.add("abstained")
        elif said not in CAST:
            places.add("silent")
        else:
            places.add("even" if yes == no else "majority" if said == larger else "minority")
        number += of["of"] in places
    return number


def _quotes(content: Content, of: Of) -> int:
    if "finding" in of:
        return sum(finding(content, quote) == of["finding"] for quote in content.quotes.values())
    if "site" in of:
        return len(content.quotes)
    return sum(content.speakers[q["speaker"]].get("speaks-for") == of["member"] for q in content.quotes.values())


_COUNTS: dict[str, Callable[[Content, Of], int]] = {
    "members": _members,
    "unstated": _unstated,
    "ballots": _ballots,
    "cast": _cast,
    "quotes": _quotes,
    "votes": lambda content, of: len(content.series[of["series"]]["votes"] if "series" in of else content.votes),
    "partial-votes": lambda content, of: sum(vote.get("known", "full") != "full" for vote in content.votes.values()),
    "same": lambda content, of: _same_of_both(content, of)[0],
    "both": lambda content, of: _same_of_both(content, of)[1],
    **dict.fromkeys(("full-votes", "majority", "minority", "even", "abstained", "silent", "alone"), _stance),
}
_BY_KIND: dict[str, Callable[[Claims, Of], Value]] = {
    "tally": _tally,
    "share": _share,
    "ballot": _ballot,
    "outcome": _outcome,
    "shift": _shift,
    "agreement": _agreement,
    "threshold": _threshold,
    "count": Claims.count,
    "date": _field,
    "text": _field,
    "finding": _finding,
    "days": _days,
}
_KEYS: dict[str, tuple[set[str], ...]] = {
    "tally": ({"vote", "option"}, {"vote", "option", "group"}),
    "share": ({"vote", "option", "base"},),
    "ballot": ({"vote", "member"},),
    "outcome": ({"vote"},),
    "shift": ({"before", "after", "from", "to"},),
    "agreement": ({"member", "with", "votes"},),
    "threshold": ({"vote"},),
    "count": (
        {"of", "vote"}, {"of", "vote", "option"}, {"of", "vote", "option", "group"}, {"of", "member"},
        {"of", "member", "option"}, {"of", "member", "with"}, {"of", "member", "with", "votes"}, {"of", "series"},
        {"of", "figure"}, {"of", "site"}, {"of", "finding"},
    ),
    "date": ({"record", "field"},),
    "text": ({"record", "field"},),
    "finding": ({"quote"},),
    "days": ({"quote", "vote"},),
}  # fmt: skip
