"""Popolo and Open Civic Data vote events as JSON, also those that this project publishes as `vote.json`.

Open Civic Data writes the motion into `motion_text` and names voters; Popolo has a motion of its own and ids. Counts of
groups are added up where there are no others. The option `other` says nothing and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pydantic import TypeAdapter, ValidationError

from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.found import Found, FoundVote, Origin, Voter, all_of
from tellers.importers.ids import slug
from tellers.importers.lists import BallotList
from tellers.importers.options import COMMON, Meanings
from tellers.importers.saved import Saved
from tellers.importers.tree import Node, read_node
from tellers.importers.voters import Names, by_code
from tellers.model import Month, MotionKind, Option, Outcome
from tellers.model.record import Address
from tellers.problems import Problems

ABOUT = "Popolo or Open Civic Data vote events as JSON, also the vote.json of a site like this one."
FILES = "One file with one vote event, a list of them, or a list under vote_events."
BODY = ""
EXAMPLE = "`tellers import popolo vote.json --body assembly`"

OPTIONS: Meanings = {**COMMON, "not voting": (Option.NOT_VOTING,), "nv": (Option.NOT_VOTING,)}
_RESULTS = {
    "pass": Outcome.ADOPTED, "passed": Outcome.ADOPTED, "adopted": Outcome.ADOPTED,
    "fail": Outcome.NOT_ADOPTED, "failed": Outcome.NOT_ADOPTED, "rejected": Outcome.NOT_ADOPTED, "": Outcome.UNKNOWN,
}  # fmt: skip
_KINDS = {kind.value: kind for kind in MotionKind}
_ADDRESS: TypeAdapter[str] = TypeAdapter(Address)
_NOT_PUBLISHED = "The file tells no address that can be published."


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The votes of the file and their ballots."""
    root = read_node(saved[0], problems)
    if root is None:
        return None
    events = _events(root, problems)
    ballots = BallotList(saved[0].name)
    voters: dict[str, Voter] = {}
    names = Names(asked.members)
    votes = []
    for number, event in enumerate(events):
        votes.append(_vote(event, saved[0], asked, problems))
        for ballot in event.listed("votes", problems):
            code, name = _voter(ballot)
            voters.setdefault(code or name, _found(code, name, asked, names))
            note = ballot.at("note").text or None
            ballots.add(number, code or name, ballot.at("option").text, ballot.place, note)
    columns = ballots.columns(voters, OPTIONS, asked.body, ("voter", "option"), problems)
    kept = all_of(votes)
    if kept is None:
        return None
    return Found(kept, columns, lists_everybody=False)


def _events(root: Node, problems: Problems) -> list[Node]:
    """The vote events of the document, however they are wrapped."""
    for name in ("vote_events", "votes_events", "results"):
        if isinstance(root.at(name).value, list):
            root = root.at(name)
    found = root.rows if isinstance(root.value, list) else [root]
    for event in found:
        if not event.is_record or not any(name in event.value for name in ("votes", "counts", "motion", "motion_text")):
            do = "give a vote event, with motion, counts or votes"
            problems.add(event.place, "file", "holds something that is no vote event", do)
    if not found:
        problems.add(root.place, "file", "holds no vote event", "give a file with one")
    return [event for event in found if event.is_record] if not problems else []


def _vote(event: Node, saved: Saved, asked: Asked, problems: Problems) -> FoundVote | None:
    motion = event.at("motion")
    title = motion.at("text").text or event.at("motion_text").text or asked.title
    symbol = event.at("identifier").text or asked.symbol
    day = _day(event, asked, problems)
    record = event.at("id").text.rpartition("/")[2] or (
        f"{day}-{slug(title or symbol or '')[:40]}" if title or symbol else None
    )
    result, stated = event.at("result").text, _stated(event, problems)
    if record is None:
        problems.add(event.place, "id", "nothing names the vote", "add --symbol or --title")
    if day is None or record is None:
        return None
    kind = motion.at("classification").text or event.at("motion_classification").text
    return FoundVote(
        record=record, place=event.place, day=day, title=title or symbol or record, symbol=symbol,
        origin=_origin(event, saved), kind=_KINDS.get(kind, MotionKind.MOTION),
        session=_session(event), outcome=_RESULTS.get(result.casefold(), Outcome.UNKNOWN), stated=stated,
        why=f'The source says "{result}" of the result.' if result.casefold() not in _RESULTS else None,
    )  # fmt: skip


def _day(event: Node, asked: Asked, problems: Problems) -> date | None:
    node = event.at("start_date") if event.at("start_date").text else event.at("motion", "date")
    if not node.text and asked.date is not None:
        return asked.date
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", node.text, re.ASCII)
    return Month(int(month[1]), int(month[2]), 1) if month else day_of(node.text, node.place, "start_date", problems)


def _session(event: Node) -> str | None:
    return event.at("legislative_session_id").text or event.at("legislative_session", "identifier").text or None


def _stated(event: Node, problems: Problems) -> dict[Option, int]:
    """Totals of the whole body; those of its groups added up where there are no others."""
    counts = event.listed("counts", problems)
    whole = [count for count in counts if not count.at("group").is_record and not count.at("group_id").text]
    found: dict[Option, int] = {}
    for count in whole or counts:
        word, value = count.at("option"), count.at("value")
        number = count_of(value.text, value.place, "counts.value", problems)
        options = OPTIONS.get(word.text)
        if options is None:
            do = f"this format has {', '.join(OPTIONS)}"
            problems.add(word.place, "counts.option", f'unknown option "{word.text}"', do)
        elif number is not None:
            found[options[0]] = found.get(options[0], 0) + number
    return found


def _voter(ballot: Node) -> tuple[str, str]:
    """The id and the name of a ballot's voter, as far as they are there."""
    code = ballot.at("voter_id").text or ballot.at("voter", "id").text
    return code, ballot.at("voter_name").text or ballot.at("voter", "name").text


def _found(code: str, name: str, asked: Asked, names: Names) -> Voter:
    """The member of that id, else of that name."""
    return by_code(code, asked.members) if code in asked.members or not name else names.voter(name)


def _origin(event: Node, saved: Saved) -> Origin:
    links = [row.at("url").text for row in event.at("sources").rows]
    address = next(filter(_is_address, links), "unknown")
    why = None if address != "unknown" else _NOT_PUBLISHED if any(links) else "The file does not tell an address."
    title = "Vote event, read as Popolo JSON"
    return Origin(f"popolo-{saved.digest[7:15]}", "unknown", title, address, "LicenseRef-unknown", why=why)


def _is_address(link: str) -> bool:
    """Whether a source can have this address."""
    try:
        _ADDRESS.validate_python(link)
    except ValidationError:
        return False
    return True
