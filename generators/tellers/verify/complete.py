"""What a page must not leave out: every record of its list, every note, source, correction and gap of its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content, Record
from tellers.verify.corrected import changed
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings
from tellers.verify.spaces import unspaced
from tellers.verify.words import day

Wanted = Iterator[tuple[str, str]]
_SHOWN = {"blocks": "blocks", "horseshoe": "council"}
"""The figure of single ballots that a body's votes are shown by."""


def check_complete(page: LexborHTMLParser, path: str, content: Content, drawn: frozenset[str], findings: Findings) -> None:
    """Words, lists and pictures that the page has to have; `drawn` are the figures of the site."""
    article = page.css_first("article")
    if article is None:
        return
    folder, _, id = path.removesuffix("/index.html").partition("/")
    said = unspaced(words(article))
    for what, wanted in _WORDS.get((folder, bool(id)), _nothing)(id, content):
        findings.count("words of records")
        if unspaced(wanted) not in said:
            findings.differs(path, what, "no such words", wanted)
    for selector, target, ids in _lists(folder, id, content):
        found = [_id(attribute(link, "href"), target) for link in page.css(f"{selector} a")]
        listed = [code for code in found if code]
        for code in sorted(set(listed) ^ set(ids)) or [code for code in ids if listed.count(code) > 1]:
            findings.differs(
                path, f"list of {target}", f"{code} {listed.count(code)} times", f"{code} {ids.count(code)} times"
            )
        days = [str(content.votes[code]["date"]) for code in listed if code in content.votes]
        ordered = sorted(days, reverse=folder != "series")
        findings.compare("lists", path, f"days of the list of {target}", days, ordered)
    if folder == "votes" and id in content.votes:
        _check_groups(page, path, id, content, findings)
        _check_pictures(page, path, id, content, drawn, findings)


def _lists(folder: str, id: str, content: Content) -> Iterator[tuple[str, str, list[str]]]:
    """Selector, folder of the records and their ids; the newest come first but in series."""
    if (folder, id) == ("votes", ""):
        yield "table.tl-votes", "votes", list(content.votes)
    elif folder == "bodies" and id in content.bodies:
        yield "table.tl-votes", "votes", [vote for vote, record in content.votes.items() if record["body"] == id]
    elif folder == "series" and id in content.series:
        yield "table.tl-votes", "votes", list(content.series[id]["votes"])
    elif (folder, id) == ("members", ""):
        yield "table.tl-members", "members", sorted({code for roll in content.rolls.values() for code in roll.ballots})


def _vote(id: str, content: Content) -> Wanted:
    vote = content.votes.get(id)
    if vote is None:
        return
    if content.name_of(vote) != vote["title"]:
        yield "motion", str(vote["title"])
    for key in ("note", "why", "checked"):
        if vote.get(key):
            yield key, str(vote[key]).rstrip(".")
    majority = vote.get("majority")
    if isinstance(majority, Mapping):
        rule = next(rule for rule in content.bodies[vote["body"]]["rules"] if rule["id"] == majority["rule"])
        if content.tally(id):
            yield "threshold", f"yes votes ({rule['name']}; {rule['text']})"
    for source in vote.get("sources") or []:
        yield from _source(str(source), content)
    for row in content.discrepancies:
        if row["vote"] == id:
            yield from _discrepancy(row)
    yield from (
        pair
        for row in _rows(content, "corrections.yml")
        if row["record"] == f"votes/{id}"
        for pair in _correction(row, content)
    )


def _sources(id: str, content: Content) -> Wanted:
    for source in content.sources:
        yield from _source(source, content)


def _source(id: str, content: Content) -> Wanted:
    record = content.sources[id]
    title = record.get("title")
    known = title and title != "unknown"
    yield f"source {id}", f"{record['publisher']}: {title if known else 'title not known.'}"
    if record.get("weight") == "weak":
        yield f"source {id}", "A weak source: read with care."
    if record.get("note"):
        yield f"note on {id}", str(record["note"]).rstrip(".")


def _discrepancy(row: Record) -> Wanted:
    yield (
        "discrepancy",
        f"Discrepancy in the number of “{row['field']}” votes: {row['stated']} stated, {row['roll']} in the roll.",
    )
    yield "reason of a discrepancy", str(row["reason"]).rstrip(".")


def _correction(row: Record, content: Content) -> Wanted:
    yield "correction", f"Corrected on {day(row['signed'])}: {changed(row, content)}."
    yield "reason of a correction", str(row["reason"]).rstrip(".")


def _corrections(id: str, content: Content) -> Wanted:
    yield from (pair for row in _rows(content, "corrections.yml") for pair in _correction(row, content))


def _gaps(id: str, content: Content) -> Wanted:
    for row in _rows(content, "gaps.yml"):
        yield "gap", str(row["what"])
        if row.get("tried"):
            yield "gap", f"Looked for in: {row['tried']}"
    for vote in content.votes.values():
        if vote.get("known", "full") != "full" and vote.get("why"):
            yield "vote known in part", str(vote["why"])
    for row in content.discrepancies:
        yield from _discrepancy(row)
        yield "day of a discrepancy", f"Signed {day(row['signed'])}"


def _body(id: str, content: Content) -> Wanted:
    body = content.bodies.get(id)
    for rule in (body.get("rules") or []) if body is not None else ():
        yield f"rule {rule['id']}", f"{rule['name']}{_needed(rule['threshold'])}{rule['text']}"
    if body is not None and body.get("summary"):
        yield "summary", str(body["summary"])


def _needed(threshold: dict[str, str]) -> str:
    if "ballots" in threshold:
        return f"{threshold['ballots']} yes votes"
    share = threshold.get("more-than")
    return f"more than {share} of the base" if share else f"at least {threshold['at-least']} of the base"


def _member(id: str, content: Content) -> Wanted:
    """Every name of the member, and each group to which it belongs to this day."""
    for register, lines in content.registers.items():
        for line in lines:
            if line["member"] == id:
                yield "name", line["name"]
        for row in content.memberships[register]:
            if row["member"] == id and not row.get("to"):
                yield f"group {row['group']}", str(content.groups[register][row["group"]]["name"])


def _fixed(id: str, content: Content) -> Wanted:
    """Headings under which the reader says what it did and what it could not do."""
    yield from (("heading", text) for text in ("What is checked", "What we could not check"))


def _nothing(id: str, content: Content) -> Wanted:
    return iter(())


_WORDS = {
    ("votes", True): _vote, ("sources", False): _sources, ("corrections", False): _corrections, ("gaps", False): _gaps,
    ("verification", False): _fixed, ("bodies", True): _body, ("members", True): _member,
}  # fmt: skip


def _check_groups(page: LexborHTMLParser, path: str, id: str, content: Content, findings: Findings) -> None:
    """Each group that had a member in the vote has a row, once."""
    table = page.css_first("article table.tl-groups")
    if table is None:
        return
    vote = content.votes[id]
    known = content.groups[content.register_of(vote)]
    wanted = [
        known[group]["name"] for group in content.bodies[vote["body"]].get("groups") or [] if content.in_group(vote, group)
    ]
    found = [words(row.css_first("th")) for row in table.css("tbody tr")]
    for name in wanted:
        findings.compare("lists", path, f"group {name}", f"{name} {found.count(name)} times", f"{name} 1 times")


def _check_pictures(
    page: LexborHTMLParser, path: str, id: str, content: Content, drawn: frozenset[str], findings: Findings
) -> None:
    """The bar of the vote and, where ballots are known, the figure of its body are on its page."""
    shown = [attribute(node, "data-figure") for node in page.css("figure[data-figure]")]
    layout = _SHOWN.get(str(content.bodies[content.votes[id]["body"]].get("layout")), "")
    for figure in (f"{id}.tally", f"{id}.{layout}"):
        if figure in drawn:
            findings.compare("lists", path, f"figure {figure}", f"{shown.count(figure)} times", "1 times")


def _rows(content: Content, path: str) -> list[Record]:
    found = content.trees.get(path)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _id(href: str, folder: str) -> str:
    target = href.lstrip("./").rstrip("/")
    return target.removeprefix(f"{folder}/") if target.startswith(f"{folder}/") else ""
