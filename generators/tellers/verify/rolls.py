"""Ballots in tables: member, option, colour, letter and word of each cell, and every member once."""

from __future__ import annotations

from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.claims import Unsound, parse_spec
from tellers.verify.content import IN_NO_GROUP, Content
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings
from tellers.verify.words import LABELS, LETTERS, in_alphabet


def check_rolls(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """Every cell with a ballot; on a vote's page each member of its roll once, on a member's page each of its votes once."""
    seen: Counter[tuple[str, str]] = Counter()
    for cell in page.css("td[data-member]"):
        seen[_check_cell(cell, path, content, findings)] += 1
    names = [words(row.css_first("th")) for row in page.css("table.tl-roll tbody tr")]
    findings.compare("rows of rolls", path, "order of ballots", names, sorted(names, key=in_alphabet))
    parts = path.split("/")
    if parts[0] == "votes" and len(parts) > 2:
        vote = "/".join(parts[1:-1])
        members = content.rolls[vote].ballots if vote in content.rolls else {}
        _check_once(seen, {(vote, member) for member in members}, path, findings)
    elif parts[0] == "members" and len(parts) == 3:
        votes = {vote for vote, roll in content.rolls.items() if parts[1] in roll.ballots}
        _check_once(seen, {(vote, parts[1]) for vote in votes}, path, findings)


def _check_once(seen: Counter[tuple[str, str]], wanted: set[tuple[str, str]], path: str, findings: Findings) -> None:
    for vote, member in sorted(wanted | set(seen)):
        number = int((vote, member) in wanted)
        findings.compare("rows of rolls", path, f"rows for {member} in {vote}", seen[vote, member], number)


def _check_cell(cell: LexborNode, path: str, content: Content, findings: Findings) -> tuple[str, str]:
    """One cell; the vote and the member that it is about."""
    member, shown = attribute(cell, "data-member"), attribute(cell, "data-option")
    of = _claim_in(cell)
    vote = of.get("vote", "")
    findings.compare("ballots", path, f"claim in the cell of {member}", of.get("member"), member)
    true = content.rolls[vote].ballots.get(member) if vote in content.rolls else None
    place = f"ballot of {member} in {vote or 'no vote'}"
    if not findings.compare("ballots", path, place, shown, true or "no ballot"):
        return vote, member
    chip = cell.css_first(".tl-chip")
    classes = set(attribute(chip, "class").split()) if chip is not None else set()
    findings.compare("ballots", path, f"{place}, colour", sorted(classes - {"tl-chip"}), [f"tl-{shown}"])
    letter = words(cell.css_first("b"))
    findings.compare("ballots", path, f"{place}, letter", letter, LETTERS.get(shown))
    word = words(cell).removeprefix(letter).strip()
    findings.compare("ballots", path, f"{place}, word", word, LABELS.get(shown))
    _check_row(cell, member, vote, path, content, findings)
    return vote, member


def _check_row(cell: LexborNode, member: str, vote: str, path: str, content: Content, findings: Findings) -> None:
    """The row's first cell names the member, or the row leads to the vote; code and group are the member's."""
    row = cell.parent
    if row is None or not path.startswith("votes/"):
        return
    cells = [node for node in row.iter() if node.tag in ("td", "th")]
    name = words(cells[0])
    findings.count("rows of rolls")
    if name not in content.names_of(member):
        findings.differs(path, f"name of {member}", name, " or ".join(sorted(content.names_of(member))))
    for link in cells[0].css("a[href]"):
        target = attribute(link, "href").rstrip("/").rsplit("/", 1)[-1]
        findings.compare("rows of rolls", path, f"link of {member}", target, member)
    if len(cells) > 3:
        findings.compare("rows of rolls", path, f"code of {name}", words(cells[1]), member)
        known = content.groups.get(content.register_of(content.votes[vote]), {})
        shorts = {str(row["short"]) for id, row in known.items() if member in _in_group(content, vote, id)}
        found = words(cells[2])
        if found not in (shorts or {"", IN_NO_GROUP}):
            findings.differs(path, f"group of {member}", found, " or ".join(sorted(shorts)))


def _in_group(content: Content, vote: str, group: str) -> set[str]:
    """Members of the group in the vote; none where the body is not broken down by it."""
    record = content.votes[vote]
    named = content.bodies[record["body"]].get("groups") or []
    return content.in_group(record, group) if group in named else set()


def _claim_in(cell: LexborNode) -> dict[str, str]:
    """The records that the cell's bound word is about."""
    bound = cell.css_first("data")
    try:
        return parse_spec(attribute(bound, "data-claim"))[1] if bound is not None else {}
    except Unsound:
        return {}
