"""What a sentence about one vote says, taken apart: verdict, score, abstentions, who did not vote, on which day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tellers.verify.claims import needed
from tellers.verify.content import Content
from tellers.verify.report import Findings
from tellers.verify.words import day

_SCORE = re.compile(
    r"(?P<verdict>[Nn]ot adopted(?:: vetoed)?|[Aa]dopted|[Vv]oted) (?P<yes>\d+)–(?P<no>\d+)"
    r"(?:, with (?P<abstain>\d+|no) abstentions?)?"
)
_VOTES = re.compile(r"(?P<yes>\d+) votes? in favour(?:, (?P<no>\d+) against(?:, with (?P<abstain>\d+|no) abstentions?)?)?")
_REST = (
    (re.compile(r"(\d+) of (\d+) members? did not vote"), "not-voting"),
    (re.compile(r"(\d+) of (\d+) members? w(?:as|ere) absent"), "absent"),
    (re.compile(r"(\d+) of (\d+) members? ha(?:s|ve) no vote recorded"), "no-record"),
    (re.compile(r"stated totals leave (\d+) of (\d+) members unaccounted"), "unstated"),
)
_OPENING = re.compile(r"((?:On \d{1,2}|In) [A-Z][a-z]+ \d{4}) the (.+?) (adopted|did not adopt|voted on) ")
_NEEDED = re.compile(r"Needed: (\d+) yes votes")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the records say about one vote."""

    name: str
    when: str
    body: str
    outcome: str
    vetoed: bool
    counts: dict[str, int]
    members: int
    unstated: int
    needed: int | None


def expected_of(content: Content, vote_id: str) -> Expected:
    """The vote as counted from the records."""
    vote = content.votes[vote_id]
    tally = content.tally(vote_id)
    if content.complete(vote_id):
        options = content.bodies[vote["body"]].get("options") or []
        tally = {option: 0 for option in ("yes", "no", "abstain") if option in options} | tally
    seated = len(content.seated(vote))
    carries = needed(content, vote_id) if isinstance(vote.get("majority"), Mapping) and tally else None
    return Expected(
        name=content.name_of(vote),
        when=("On " if len(vote["date"]) > len("1971-10") else "In ") + day(vote["date"]),
        body=content.bodies[vote["body"]]["short"],
        outcome=vote["outcome"],
        vetoed=bool(vetoing(content, vote_id)),
        counts=tally,
        members=seated,
        unstated=seated - sum(tally.values()) if tally else 0,
        needed=carries,
    )


def vetoing(content: Content, vote_id: str) -> list[str]:
    """Permanent members whose no defeated the motion."""
    vote = content.votes[vote_id]
    if vote.get("vetoed-by"):
        return list(vote["vetoed-by"])
    body, majority = content.bodies[vote["body"]], vote.get("majority")
    if not isinstance(majority, Mapping) or vote_id not in content.rolls or not isinstance(body.get("seats"), list):
        return []
    rule = next(rule for rule in body["rules"] if rule["id"] == majority["rule"])
    if rule.get("veto") != "true" or content.tally(vote_id).get("yes", 0) < needed(content, vote_id):
        return []
    ballots = content.rolls[vote_id].ballots
    seated = content.seated(vote)
    permanent = sorted({seat["member"] for seat in body["seats"] if seat.get("permanent") == "true"})
    return [code for code in permanent if code in seated and ballots.get(code) == "no"]


def check_sentence(text: str, expected: Expected, path: str, field: str, findings: Findings) -> int:
    """Compare everything that the text says about the vote; how many statements were found in it."""
    said = 0
    for pattern in (_SCORE, _VOTES):
        for found in pattern.finditer(text):
            said += 1
            _check_score(found, expected, path, field, findings, "vetoed" in text[found.end() :])
    for pattern, option in _REST:
        for found in pattern.finditer(text):
            said += 1
            number = expected.unstated if option == "unstated" else expected.counts.get(option, 0)
            _same(found.group(0), (int(found[1]), int(found[2])), (number, expected.members), path, field, findings)
    for found in _OPENING.finditer(text):
        said += 1
        wanted = (expected.when, expected.body, DEEDS[expected.outcome])
        _same(found.group(0), (found[1], found[2], found[3]), wanted, path, field, findings)
    for found in _NEEDED.finditer(text):
        said += 1
        _same(found.group(0), int(found[1]), expected.needed, path, field, findings)
    return said


def unread(text: str, expected: Expected) -> str:
    """What is left of the text around a number that stands in no statement that was taken apart; empty where none is."""
    left = text.replace(expected.name, "\u241f")
    for pattern in (_OPENING, _SCORE, _VOTES, *(pattern for pattern, _ in _REST)):
        left = pattern.sub("\u241f", left)
    found = re.search(r".{0,30}\d.{0,30}", left.removesuffix("…"))
    return found.group() if found and not text.endswith("…") else ""


def check_headline(text: str, expected: Expected, path: str, field: str, findings: Findings) -> None:
    """The headline is the vote's name and its result, nothing else."""
    start = expected.name + ": "
    findings.count("headlines")
    if not text.startswith(start):
        findings.differs(path, field, text, start + "…", "name the vote that the page is about")
        return
    check_result(text.removeprefix(start), expected, path, field, findings)


def check_result(text: str, expected: Expected, path: str, field: str, findings: Findings) -> None:
    """The text is the vote's result, nothing else: `Adopted 93–18, with 65 abstentions`."""
    score = _SCORE.fullmatch(text)
    findings.count("results")
    if score is not None:
        _check_score(score, expected, path, field, findings)
        missing = expected.counts.get("abstain") is not None and score["abstain"] is None
        if missing:
            findings.differs(path, field, text, f"{text}, with {expected.counts['abstain']} abstentions")
    elif {"yes", "no"} <= expected.counts.keys() or text not in _VERDICTS[expected.outcome]:
        findings.differs(path, field, text, worded(expected))


_VERDICTS = {
    "adopted": ("Adopted", "Adopted without a vote", "adopted", "adopted without a vote"),
    "not-adopted": ("Not adopted", "Not adopted: vetoed", "not adopted", "not adopted: vetoed"),
    "unknown": ("Outcome unknown", "outcome unknown"),
}
DEEDS = {"adopted": "adopted", "not-adopted": "did not adopt", "unknown": "voted on"}
"""What a body did with a motion of each outcome."""


def worded(expected: Expected) -> str:
    """The result in a few words: `Adopted 93–18, with 65 abstentions`."""
    counts = expected.counts
    if not {"yes", "no"} <= counts.keys():
        return "Outcome unknown" if expected.outcome == "unknown" else _verdict(expected)
    verdict = _verdict(expected)
    abstain = counts.get("abstain", 0)
    return f"{verdict} {counts['yes']}–{counts.get('no', 0)}, with {abstain or 'no'} abstention{'' if abstain == 1 else 's'}"


def _verdict(expected: Expected) -> str:
    """The word before the numbers."""
    if expected.outcome == "not-adopted" and expected.vetoed:
        return "Not adopted: vetoed"
    return {"adopted": "Adopted", "not-adopted": "Not adopted", "unknown": "Voted"}[expected.outcome]


def _check_score(
    found: re.Match[str], expected: Expected, path: str, field: str, findings: Findings, said_later: bool = False
) -> None:
    """Verdict and numbers; the veto may be said after the numbers instead of before them."""
    groups = found.groupdict()
    if groups.get("verdict"):
        verdict = groups["verdict"].lower()
        verdict += ": vetoed" if said_later and expected.vetoed and verdict == "not adopted" else ""
        _same(found.group(0), verdict, _verdict(expected).lower(), path, field, findings)
    if groups["no"] is None and "no" in expected.counts:
        findings.differs(path, field, found.group(0), f"{expected.counts['no']} against")
    for option in ("yes", "no", "abstain"):
        if groups.get(option) is not None:
            number = 0 if groups[option] == "no" else int(groups[option])
            _same(f"{option} in “{found.group(0)}”", number, expected.counts.get(option, 0), path, field, findings)


def _same(what: str, found: object, wanted: object, path: str, field: str, findings: Findings) -> None:
    findings.count("statements")
    if found != wanted:
        findings.differs(path, f"{field} ({what})", found, wanted)
