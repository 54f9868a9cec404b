"""Which other votes a vote's page leads to: the motion that it concerns, those of the body on that day, amendments."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings
from tellers.verify.terms import check_line

_SAME_DAY = "On the same day, "
_DAY = len("2025-02-24")


def check_related(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """Each of them once, in this order, and those of the same day alone are said to be so; then the series."""
    folder, _, id = path.removesuffix("/index.html").partition("/")
    if folder != "votes" or id not in content.votes:
        return
    vote = content.votes[id]
    day, parent = str(vote["date"]), vote.get("of")
    before = [str(parent)] if parent else []
    others = {other: row for other, row in content.votes.items() if other not in (id, parent)}
    own = (vote["body"], day)
    that_day = sorted(other for other, row in others.items() if len(day) == _DAY and (row["body"], row["date"]) == own)
    later = [other for other, row in others.items() if row.get("of") == id and other not in that_day]
    series = [f"series/{name}" for name, row in content.series.items() if id in row["votes"]]
    lines = [
        (words(line), [_place(attribute(link, "href")) for link in line.css("a")]) for line in page.css(".tl-related li")
    ]
    found = [place for _, places in lines for place in places]
    wanted = [*(f"votes/{other}" for other in (*before, *that_day, *later)), *series]
    findings.compare("lists", path, "related votes and series", found, wanted)
    dated = [place for said, places in lines if said.startswith(_SAME_DAY) for place in places]
    findings.compare("lists", path, "votes of the same day", dated, [f"votes/{other}" for other in that_day])


def check_licence(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """Below the files of a vote, and nowhere else in an article, stand the terms under which they are passed on."""
    folder, _, id = path.removesuffix("/index.html").partition("/")
    own = folder == "votes" and id in content.votes
    lines = page.css("article .tl-licence")
    findings.compare("licence lines", path, "licence lines", len(lines), int(own))
    for line in lines if own else ():
        check_line(words(line), (f"votes/{id}",), path, "licence line", content, findings)


def _place(href: str) -> str:
    return href.replace("../", "").strip("/")
