"""Ways inside the page of a vote: to the parts that readers look for, and from each group's number to the ballots."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.claims import Unsound, parse_spec
from tellers.verify.content import IN_NO_GROUP, NO_GROUP, Content
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings

_PARTS = ("By group", "Every ballot", "What was said", "About this record", "Data and sources")
_BALLOTS = "#every-ballot"


def check_jumps(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """A list of the parts that the page has, each leading to its heading, right below the lead; and nowhere else one."""
    own = path.startswith("votes/") and path.removeprefix("votes/").removesuffix("/index.html") in content.votes
    headings = [(words(node).removesuffix("¶").strip(), f"#{attribute(node, 'id')}") for node in page.css("article h2")]
    wanted = [part for part in headings if part[0] in _PARTS] if own else []
    found = [(words(link), attribute(link, "href")) for link in page.css("article nav.tl-jump a")]
    findings.compare("links", path, "parts of the page", found, wanted)
    below = len(page.css("article p.tl-lead + nav.tl-jump")) if own else len(page.css("article nav"))
    findings.compare("links", path, "lists of its parts", below, int(own))
    if own:
        _check_groups(page, path, content, findings)


def _check_groups(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """Each number of a group that is not nought leads to the ballots; its row has the name that the group has there."""
    for row in page.css("article table.tl-groups tbody tr"):
        head = row.css_first("th")
        if head is None:
            continue  # said where tables are read
        for spec in [attribute(node, "data-claim") for node in row.css("data")][:1]:
            findings.compare(
                "links", path, f"short name of {words(head)}", attribute(head, "data-in"), _short(spec, content)
            )
        for cell in row.css("td"):
            ways = [attribute(link, "href") for link in cell.css("a")]
            findings.compare(
                "links", path, f"way from {words(cell)} of {words(head)}", ways, [] if words(cell) == "0" else [_BALLOTS]
            )


def _short(spec: str, content: Content) -> str:
    try:
        of = parse_spec(spec)[1]
        register = content.register_of(content.votes[of["vote"]])
        if of["group"] == NO_GROUP:
            return IN_NO_GROUP
        return str(content.groups[register][of["group"]]["short"])
    except (Unsound, KeyError):
        return "the name of a group"
