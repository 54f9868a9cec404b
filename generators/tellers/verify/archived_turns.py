"""What the page of turning points of an archive has to say, and the lines of the file beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tellers.verify.archives import Archive
from tellers.verify.wanted import Block, Wanted
from tellers.verify.words import percent

_MEANING = (
    "Compared are the five years before a year with the five years that begin with it, in votes in which both cast a ballot "
    "(yes, no or abstain). What is voted on changes too, so the change of the median member is taken away. Each member "
    "stands here once, with the year of its largest change."
)
_ERROR = (
    "After ± stands the standard error, in percentage points, found by leaving out each of the ten years in turn. Listed "
    "are changes of more than three standard errors; the largest of many changes looks somewhat larger than it is."
)
_LATEST = "9999-12-31"


def wanted_turns(archive: Archive) -> Wanted:
    """Every change of more than three standard errors, the largest first."""
    about, start = archive.about, f"/archives/{archive.id}/"
    name = archive.named(str(about["anchor"]), _LATEST)
    lead = f"{name}: when other members began to cast the same ballot more often, or less often, in {about['title']}."
    blocks: list[Block] = [
        ("p", "tl-kicker", about["title"]),
        ("h1", "", "Turning points"),
        ("p", "tl-lead", lead),
        ("p", "", _MEANING),
        ("p", "", _ERROR),
    ]
    links = [start]
    sure = sorted((-abs(turn.thousandths[0]), code, turn) for code, turn in archive.turns.items() if turn.sure)
    rows = ["Member Year Change Five years before Five years from it"]
    for _, code, turn in sure:
        (change, error), links = turn.thousandths, [*links, f"{start}members/{code}/{turn.year // 10}0s/"]
        sides = " ".join(
            f"{same:,} of {both:,} ({percent(Fraction(same, both))})" for same, both in (turn.before, turn.after)
        )
        size = (abs(change) + 5) // 10
        sign = "" if not size else "−" if change < 0 else "+"
        rows.append(f"{archive.named(code, _LATEST)} {turn.year} {sign}{size} ± {(error + 5) // 10} {sides}")
    if sure:
        blocks.append(("div", "tl-scroll", " ".join(rows)))
    else:
        blocks.append(("p", "tl-meta", "No member has so large a change in this archive."))
    blocks += [("h2", "", "Data to take away"), ("ul", "tl-topics", "All changes, as CSV turns.csv")]
    return Wanted(f"Turning points · {about['title']}", lead, blocks, [*links, f"{start}turns/turns.csv"])


def lines_of_turns(archive: Archive) -> Iterator[list[str]]:
    """Every member's largest change, sure or not; change and error in thousandths."""
    yield ["member", "name", "year", "same-before", "both-before", "same-after", "both-after", "beyond", "error"]
    for code, turn in sorted(archive.turns.items()):
        numbers = [turn.year, *turn.before, *turn.after, *turn.thousandths]
        yield [code, archive.named(code, _LATEST), *map(str, numbers)]
