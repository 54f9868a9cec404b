"""Bound values of a page: each `data-claim` is computed again and compared with its value and its visible words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.claims import Claims, Unsound, parse_spec
from tellers.verify.content import IN_NO_GROUP, Content
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings
from tellers.verify.sentences import vetoing
from tellers.verify.words import LABELS, day, says, ways_to_say

Spec = tuple[str, dict[str, str]]


def check_bound(page: LexborHTMLParser, path: str, claims: Claims, findings: Findings) -> None:
    """Every bound value of the page, and whether it stands where the table says it does."""
    for node in page.css("data, [data-claim]"):
        check_value(node, path, claims, findings)
    for table in page.css("table"):
        _check_table(table, path, claims, findings)


def check_value(node: LexborNode, path: str, claims: Claims, findings: Findings) -> None:
    """One bound value: its claim computed again, its value, and the words that say it."""
    spec, text = attribute(node, "data-claim"), words(node)
    if not spec:
        findings.differs(path, f"data {text}", "a value that is bound to nothing", "a data-claim")
        return
    try:
        says_, of = parse_spec(spec)
        expected = claims.value(says_, of)
    except Unsound as reason:
        findings.differs(path, spec, text, f"a claim that can be computed: {reason}")
        return
    if node.tag == "data" or "value" in node.attributes:
        findings.compare("bound values", path, f"{spec} value", attribute(node, "value"), str(expected))
    _check_after(node, says_, of, path, findings)
    _check_around(node, says_, of, expected, path, claims, findings)
    findings.count("bound words")
    if not _is_said(says_, of, expected, text, claims):
        findings.differs(path, spec, text, f"words for {expected}")


_AFTER = re.compile(
    r"\s*(votes? in favour|against|abstentions?|voted (?:yes|no|in favour|against)|abstained|did not vote)\b"
)
_OPTION_SAID = {"votes in favour": "yes", "vote in favour": "yes", "against": "no", "abstention": "abstain",
                "abstentions": "abstain", "voted yes": "yes", "voted in favour": "yes", "voted no": "no",
                "voted against": "no", "abstained": "abstain", "did not vote": "not-voting"}  # fmt: skip


def _check_after(node: LexborNode, kind: str, of: dict[str, str], path: str, findings: Findings) -> None:
    """The word after a number is that of the option which it counts: `18 against`."""
    after = node.next
    if kind != "tally" or after is None or after.tag != "-text":
        return
    found = _AFTER.match(after.text_content or "")
    if found:
        findings.compare("words after numbers", path, f"{kind} {of}", _OPTION_SAID[found[1]], of.get("option"))


_VERDICT = re.compile(r"(Not adopted: vetoed|Not adopted|Adopted|not adopted: vetoed|not adopted|adopted) $")


def _check_around(
    node: LexborNode, kind: str, of: dict[str, str], value: int | str, path: str, claims: Claims, findings: Findings
) -> None:
    """The verdict before the score of a vote is that of the vote; one abstention is one, and several are several."""
    before, after = node.prev, node.next
    content = claims.content
    said = _VERDICT.search(before.text_content or "") if before is not None and before.tag == "-text" else None
    if said and kind == "tally" and of.get("option") == "yes" and of["vote"] in content.votes:
        adopted = content.votes[of["vote"]]["outcome"] == "adopted"
        wanted = "adopted" if adopted else "not adopted: vetoed" if vetoing(content, of["vote"]) else "not adopted"
        findings.compare("words after numbers", path, f"verdict on {of['vote']}", said[1].lower(), wanted)
    several = (
        re.match(r"\s*(abstentions?)\b", after.text_content or "") if after is not None and after.tag == "-text" else None
    )
    if several:
        findings.compare(
            "words after numbers", path, f"{kind} {of}", several[1], "abstention" if value == 1 else "abstentions"
        )


def _is_said(kind: str, of: dict[str, str], expected: int | str, text: str, claims: Claims) -> bool:
    if kind == "agreement":
        same, both = claims.agreement(of)
        return text == f"{same:,} of {both:,}" or says(kind, expected, text)
    return says(kind, expected, text)


_OPTION_OF = {label: option for option, label in LABELS.items()}


def _check_table(table: LexborNode, path: str, claims: Claims, findings: Findings) -> None:
    """A number stands in the row and below the head that its claim is about."""
    heads = [words(cell) for cell in table.css("thead th")]
    for row in table.css("tbody tr"):
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        linked = _linked(row, "votes")
        if cells and not claims.content.is_dated(words(cells[0]), ways_to_say):
            findings.differs(path, "row of a table", words(cells[0]), "the day of the vote that it names")
        _check_member_row(cells, row, path, claims, findings)
        _check_vote_row(cells, row, linked, path, claims, findings)
        for position, cell in enumerate(cells):
            head = heads[position] if position < len(heads) else ""
            for node in cell.css("data"):
                try:
                    _, of = parse_spec(attribute(node, "data-claim"))
                except Unsound:
                    continue
                _check_place(of, head, words(cells[0]), linked, path, claims, findings)


def _check_vote_row(
    cells: list[LexborNode], row: LexborNode, linked: set[str], path: str, claims: Claims, findings: Findings
) -> None:
    """A row about one vote names that vote, its day and its title."""
    content = claims.content
    about = {of["vote"] for _, of in _specs(row) if "vote" in of} or linked
    vote = next(iter(about)) if len(about) == 1 else ""
    if vote not in content.votes:
        return
    record, names = content.votes[vote], {content.name_of(other) for other in content.votes.values()}
    for cell in cells:
        said = words(cell)
        if said in names:
            findings.compare("cells in place", path, f"name in the row of {vote}", said, content.name_of(record))
        if cell is cells[0] and re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", said) and said not in ways_to_say(record["date"]):
            findings.differs(path, f"day in the row of {vote}", said, day(record["date"]))
    for small in row.css("small"):
        findings.compare(
            "cells in place", path, f"title in the row of {vote}", words(small), " ".join(record["title"].split())
        )


def _specs(node: LexborNode) -> Iterator[Spec]:
    """The claims below the node that can be read."""
    for bound in node.css("data"):
        try:
            yield parse_spec(attribute(bound, "data-claim"))
        except Unsound:
            continue


def _check_member_row(cells: list[LexborNode], row: LexborNode, path: str, claims: Claims, findings: Findings) -> None:
    """A row whose numbers are about one member leads to that member, by its name, and shows its code."""
    counted = [of for says_, of in _specs(row) if says_ == "count" and "member" in of]
    about = {of.get("with") or of["member"] for of in counted}
    bases = [of["of"] for of in counted if of["of"] in ("same", "both")]
    if bases:
        findings.compare(
            "cells in place", path, f"numbers in the row of {', '.join(sorted(about))}", bases, ["same", "both"]
        )
    linked = _linked(cells[0], "members") if cells else set()
    if len(about) != 1 or not linked:
        return
    member = next(iter(about))
    names = claims.content.names_of(member)
    findings.compare("cells in place", path, f"link in the row of {member}", sorted(linked), [member])
    if words(cells[0]) not in names:
        findings.differs(path, f"name in the row of {member}", words(cells[0]), " or ".join(sorted(names)))
    for cell in cells[1:]:
        if claims.content.names_of(words(cell)):
            findings.compare("cells in place", path, f"code in the row of {member}", words(cell), member)


def _check_place(
    of: dict[str, str], head: str, start: str, linked: set[str], path: str, claims: Claims, findings: Findings
) -> None:
    if "with" in of and _is_member(head, claims.content) and head not in claims.content.names_of(of["with"]):
        findings.differs(
            path, f"head of the column of {of['with']}", head, " or ".join(sorted(claims.content.names_of(of["with"])))
        )
    for label in (head, start):
        if label in _OPTION_OF and "option" in of:
            findings.compare("cells in place", path, f"head of {of}", _OPTION_OF[label], of["option"])
    if "group" in of and "vote" in of:
        content = claims.content
        register = content.register_of(content.votes[of["vote"]]) if of["vote"] in content.votes else ""
        group = content.groups.get(register, {}).get(of["group"], {"name": IN_NO_GROUP, "short": IN_NO_GROUP})
        if start not in (group["name"], group["short"]):
            findings.differs(path, f"row of {of}", start, group["name"])
    vote = of.get("vote") or (of.get("record", "").removeprefix("votes/") if of.get("field") == "date" else "")
    if vote and len(linked) == 1 and of.get("record", "votes/").startswith("votes/"):
        findings.compare("cells in place", path, f"row of {of}", next(iter(linked)), vote)


def _is_member(name: str, content: Content) -> bool:
    return any(name in (row["name"], row["short"]) for register in content.registers.values() for row in register)


def _linked(row: LexborNode, folder: str) -> set[str]:
    """Ids of the records of a folder that the row leads to."""
    targets = (attribute(link, "href").lstrip("./") for link in row.css("a[href]"))
    return {t.removeprefix(f"{folder}/").rstrip("/") for t in targets if t.startswith(f"{folder}/") and t.endswith("/")}
