"""Tables: their shape, the rows that each has to have, and the result beside each vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.manifest import ClaimLine, Manifest
from tellers.verify.claims import CAST, Claims, Unsound, parse_spec
from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings
from tellers.verify.sentences import check_result, expected_of
from tellers.verify.words import LABELS

_NEWEST = 8
"""So many votes are on the home page, the newest."""
_COMPARED, _LEAST_BASE = 5, 5
"""A member is compared with so many that agree most and as many that agree least, over so many votes at least."""
_CELLS = ("td", "th")


def check_tables(page: LexborHTMLParser, path: str, claims: Claims, findings: Findings) -> None:
    """Every table of the page: a cell below each head, no row twice, and no row that is missing."""
    for table in page.css("table"):
        heads = [words(head) for head in table.css("thead th")]
        rows = [[cell for cell in row.iter() if cell.tag in _CELLS] for row in table.css("tbody tr")]
        _check_shape(heads, rows, path, findings)
        if "Result" in heads:
            for row in rows:
                _check_result(row, heads.index("Result"), path, claims.content, findings)
    _check_votes(page, path, claims.content, findings)
    _check_members(page, path, claims, findings)


def check_numbers(figure: LexborNode, manifest: Manifest, path: str, findings: Findings) -> None:
    """The table below a figure has every number that the figure shows."""
    said: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
    for node in figure.css("table [data-claim]"):
        try:
            says, of = parse_spec(attribute(node, "data-claim"))
        except Unsound:
            continue
        said.add((says, tuple(sorted(of.items()))))
    for claim in manifest.claims:
        if _is_listed(manifest.kind, claim):
            findings.count("numbers below figures")
            if (claim.says, tuple(sorted(claim.of.items()))) not in said:
                what = " ".join([claim.says, *(f"{key}={text}" for key, text in sorted(claim.of.items()))])
                findings.differs(path, f"table of {manifest.figure}", "no row", f"a row with {claim.value}: {what}")


def _is_listed(kind: str, claim: ClaimLine) -> bool:
    if kind == "blocks":
        return "group" in claim.of
    return claim.says in _LISTED.get(kind, ()) or claim.of.get("of") == "unstated"


_LISTED: dict[str, tuple[str, ...]] = {
    "tally": ("tally",),
    "timeline": ("tally",),
    "waffle": ("tally",),
    "hemicycle": ("tally",),
    "council": ("ballot",),
    "alluvial": ("shift",),
    "agreement": ("agreement",),
    "words": ("ballot", "text"),
    "quote": ("text",),
}


def _check_shape(heads: Sequence[str], rows: list[list[LexborNode]], path: str, findings: Findings) -> None:
    findings.count("rows of tables", len(rows))
    if not heads or not all(heads):
        findings.differs(path, "head of a table", list(heads), "a name above each column")
    said = [tuple(words(cell) for cell in row) for row in rows]
    for row in said:
        if len(row) != len(heads):
            findings.differs(path, "row of a table", " | ".join(row), f"{len(heads)} cells: {' | '.join(heads)}")
    for row, number in Counter(said).items():
        if number > 1:
            findings.differs(path, "row of a table", f"{number} times {' | '.join(row)}", "each row once")


def _check_result(row: list[LexborNode], at: int, path: str, content: Content, findings: Findings) -> None:
    """The result in a row is that of the vote to which the row leads."""
    linked = [vote for cell in row for vote in _targets(cell, "votes")]
    if len(row) <= at or not linked or linked[0] not in content.votes:
        findings.differs(path, "row of a table", " | ".join(map(words, row)), "a row that leads to its vote")
        return
    expected = expected_of(content, linked[0])
    check_result(words(row[at]), expected, path, f"result of {expected.name}", findings)


def _check_votes(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """A list of votes has every vote that belongs into it, and in its order."""
    table = page.css_first("article table.tl-votes")
    wanted = _votes_listed(path, content)
    if wanted is None or (table is None and not wanted):
        return
    found = [vote for row in (table.css("tbody tr") if table else []) for vote in _targets(row, "votes")[:1]]
    findings.compare("lists", path, "votes listed", found, wanted, "list each of them once, in order")


def _votes_listed(path: str, content: Content) -> list[str] | None:
    """Ids of the votes that a page lists; None where it has no such list."""
    newest = sorted(content.votes, key=lambda id: (str(content.votes[id]["date"]), id), reverse=True)
    folder, *rest = path.split("/")
    if path == "index.html":
        return newest[:_NEWEST]
    if path == "votes/index.html":
        return newest
    if folder == "bodies" and len(rest) > 1:
        return [id for id in newest if content.votes[id]["body"] == rest[0]]
    if folder == "series" and len(rest) > 1 and rest[0] in content.series:
        return [str(id) for id in content.series[rest[0]]["votes"]]
    return None


def _check_members(page: LexborHTMLParser, path: str, claims: Claims, findings: Findings) -> None:
    """The list of members has each that cast a ballot; a member's page compares it with those that it has to."""
    folder, *rest = path.split("/")
    if path == "members/index.html":
        voted = {member for roll in claims.content.rolls.values() for member in roll.ballots}
        rows = page.css("article tbody tr")
        found = sorted(member for row in rows for member in _targets(row, "members")[:1])
        findings.compare("lists", path, "members listed", found, sorted(voted))
        counted = sorted(spec for row in rows for spec in _specs(row))
        wanted = sorted(f"count of=cast member={member}" for member in voted)
        findings.compare("lists", path, "what is counted of members", counted, wanted)
    elif folder == "members" and len(rest) == 2:
        _check_summary(page, rest[0], path, claims.content, findings)
        rows = [row for row in page.css("article tbody tr") if "of=same" in " ".join(_specs(row))]
        found = [member for row in rows for member in _targets(row, "members")[:1]]
        findings.compare("lists", path, "members compared", found, _compared(rest[0], claims))
        _check_stood(page, rest[0], path, claims, findings)


def _check_summary(page: LexborHTMLParser, member: str, path: str, content: Content, findings: Findings) -> None:
    """What the member cast is counted as ballots; where it cast none, that is told apart, as what it is."""
    chosen = Counter(roll.ballots[member] for roll in content.rolls.values() if member in roll.ballots)
    said = {option: f"{chosen[option]} {label.lower()}" for option, label in LABELS.items() if option in chosen}
    cast = ", ".join(text for option, text in said.items() if option in CAST)
    others = ", ".join(text for option, text in said.items() if option not in CAST)
    name = words(page.css_first("h1")).removesuffix("¶").strip()
    wanted = f"{name}, ballots on this site: {cast}." if cast else f"{name}, no ballots on this site: {others}."
    wanted += f" In other votes: {others}." if cast and others else ""
    findings.compare("lists", path, "ballots", words(page.css_first("p.tl-lead")), wanted)


def _check_stood(page: LexborHTMLParser, member: str, path: str, claims: Claims, findings: Findings) -> None:
    """The sentence on where a member stood has its numbers in their order."""
    content = claims.content
    known = any(member in roll.ballots for vote, roll in content.rolls.items() if content.complete(vote))
    even = ["even"] if known and claims.value("count", {"of": "even", "member": member}) else []
    order = ["full-votes", "majority", "minority", *even, "abstained", "silent", "alone"] if known else []
    said = [attribute(node, "data-claim") for node in page.css("p.tl-stood [data-claim]")]
    findings.compare("lists", path, "where it stood", said, [f"count of={of} member={member}" for of in order])


def _compared(member: str, claims: Claims) -> list[str]:
    """Those that chose the same most often, and those that did least often."""
    content = claims.content
    others = {code for roll in content.rolls.values() for code in roll.ballots} - {member}
    counted = {code: claims.agreement({"member": member, "with": code}) for code in others}
    ranked = sorted(
        (code for code, (_, both) in counted.items() if both >= _LEAST_BASE),
        key=lambda code: (-Fraction(*counted[code]), -counted[code][1], code),
    )
    return ranked if len(ranked) <= 2 * _COMPARED else ranked[:_COMPARED] + ranked[-_COMPARED:]


def _specs(row: LexborNode) -> list[str]:
    return [attribute(node, "data-claim") for node in row.css("[data-claim]")]


def _targets(node: LexborNode, folder: str) -> list[str]:
    """Ids of the records of a folder to which links inside lead, in their order."""
    ways = [attribute(link, "href").removeprefix("./") for link in node.css("a[href]")]
    plain = [way.replace("../", "") for way in ways]
    return [way.removeprefix(f"{folder}/").rstrip("/") for way in plain if way.startswith(f"{folder}/")]
