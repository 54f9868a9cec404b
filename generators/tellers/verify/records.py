"""The records against themselves: digests, totals, seats. What the site is compared with has to be right first."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.verify.claims import needed
from tellers.verify.content import Content
from tellers.verify.report import Findings
from tellers.verify.sentences import vetoing


def check_records(content: Content, findings: Findings) -> None:
    """Every vote: roll against digest, stated totals, ledger of discrepancies, seats of the day, and majority."""
    for vote_id in content.votes:
        path = f"content/votes/{vote_id}.yml"
        if vote_id in content.rolls:
            _check_roll(vote_id, path, content, findings)
        elif isinstance(content.votes[vote_id].get("roll"), Mapping):
            findings.differs(path, "roll.file", content.votes[vote_id]["roll"].get("file"), "the name of a file beside it")
        _check_majority(vote_id, path, content, findings)


def _check_roll(vote_id: str, path: str, content: Content, findings: Findings) -> None:
    vote, roll = content.votes[vote_id], content.rolls[vote_id]
    findings.compare(
        "rolls", path, "roll.digest", vote["roll"].get("digest"), roll.digest, "compare the roll with its source"
    )
    findings.compare("rolls", path, "lines of the roll", len(roll.lines), len(roll.ballots), "keep one line a member")
    seated = set(content.seated(vote))
    strangers = sorted(set(roll.ballots) - seated)
    findings.compare("rolls", path, "members without a seat that day", strangers, [], "mend the roll or the register")
    if content.complete(vote_id):
        missing = sorted(seated - set(roll.ballots))
        findings.compare("rolls", path, "seated members without a line", missing, [], "add their ballots")
    _check_totals(vote_id, path, content, findings)


def _check_totals(vote_id: str, path: str, content: Content, findings: Findings) -> None:
    """Counts equal the stated totals, or a signed entry of the ledger names both."""
    ledger = {
        row["field"]: (int(row["stated"]), int(row["roll"])) for row in content.discrepancies if row["vote"] == vote_id
    }
    counted = content.tally(vote_id) if content.complete(vote_id) else {}
    for option, stated in content.stated(vote_id).items():
        if not content.complete(vote_id):
            known = sum(ballot == option for ballot in content.rolls[vote_id].ballots.values())
            findings.count("stated totals")
            if known > stated:
                findings.differs(path, f"stated.{option}", stated, f"at least the {known} names in the roll")
            continue
        number = counted.get(option, 0)
        if option in ledger:
            findings.compare("stated totals", path, f"discrepancy in {option}", ledger[option], (stated, number))
        else:
            findings.compare("stated totals", path, f"stated.{option}", stated, number, "mend it, or sign a discrepancy")


def _check_majority(vote_id: str, path: str, content: Content, findings: Findings) -> None:
    """Where a source says which majority applied, the counts and the veto lead to the recorded outcome."""
    vote = content.votes[vote_id]
    tally = content.tally(vote_id)
    if not isinstance(vote.get("majority"), Mapping) or "yes" not in tally or vote["outcome"] == "unknown":
        return
    carried = tally["yes"] >= needed(content, vote_id) and not vetoing(content, vote_id)
    findings.compare("outcomes", path, "outcome", vote["outcome"], "adopted" if carried else "not-adopted")
