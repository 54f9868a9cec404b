"""What pages that count over decades have to say: of a member, of all members, and of two that a reader chooses."""

from __future__ import annotations

from fractions import Fraction

from tellers.verify.archives import Archive
from tellers.verify.blocs import HALVES, SURE
from tellers.verify.decade import STOOD, Decade
from tellers.verify.wanted import Block, Wanted
from tellers.verify.words import LABELS, day, percent

_HEADS = {
    "majority": "With the majority", "minority": "With the minority", "even": "Yes or no, where both were equal",
    "abstained": "Abstained", "silent": "Cast no ballot", "seatless": "Had no seat", "alone": "Alone with that ballot",
}  # fmt: skip
_MEANING = (
    "The majority is the larger side of yes and no. Alone: nobody else cast the same ballot, be it yes, no or an abstention."
)
_DISTANCE = (
    "Members that voted alike lie close together: the square of the distance between two is the part of the votes on which "
    "they differed, an abstention against a yes or no counting half."
)
_AXES = (
    "An axis has no meaning of its own: look at who lies at its ends. Placed are members that cast a ballot in at least "
    "three fifths of the votes."
)
_ERROR = (
    "After ± stands the standard error: how far a place moves when the votes, in order of time, are cut into {parts} parts "
    "and each is left out in turn."
)
_BLOC = (
    "A bloc is five members or more that on average cast the same ballot in at least four of five votes, of those in which "
    "both cast one; members are joined step by step, those that differed least first."
)
_AGAIN = (
    f"Found again says in how many of {HALVES} halves of the votes a bloc comes out with three quarters of the members in "
    f"common. The number after a name says in how many of them it is in that bloc, where it is fewer than {SURE}."
)
_NO_BLOC = "No five members voted so much alike in this decade."
_PAIRS = "Agreement of every two members"
_LATEST = "9999-12-31"


def wanted_member(archive: Archive, code: str, decade: int) -> Wanted:
    """A member in a decade."""
    about, start, rows = archive.about, f"/archives/{archive.id}/", archive.rows(code, decade)
    name = archive.named(code, _LATEST)
    chosen = [row.option for row in rows]
    counts = ", ".join(f"{chosen.count(option):,} {LABELS[option].lower()}" for option in LABELS if option in chosen)
    summary = f"{name} ({code}), ballots of the {decade}s in this archive: {counts}."
    blocks: list[Block] = [("p", "tl-kicker", about["title"]), ("h1", "", f"{name}, {decade}s"), ("p", "tl-lead", summary)]
    links = [start]
    span = archive.spans.get(decade)
    if span is not None and code in span.stood:
        _stood(archive, code, span, blocks, links)
    said = ["Day Vote Ballot"]
    for row in rows:
        more = f" {row.title}" if row.title != row.name else ""
        said.append(f"{day(row.date)} {row.name}{more} {LABELS[row.option]}")
    blocks += [("h2", "", "Every ballot"), ("div", "tl-scroll", " ".join(said))]
    others = [other for other in archive.decades[code] if other != decade]
    if others:
        blocks += [("h2", "", "Other decades"), ("ul", "tl-topics", " ".join(f"{other}s" for other in others))]
    links += [*(f"/votes/{row.id}/" for row in rows), *(f"{start}members/{code}/{other}s/" for other in others)]
    return Wanted(f"{name}, {decade}s · {about['title']}", summary, blocks, links)


def _stood(archive: Archive, code: str, span: Decade, blocks: list[Block], links: list[str]) -> None:
    start, counts = f"/archives/{archive.id}/", span.stood[code]
    shown = [where for where in STOOD if counts[where] or where not in ("even", "seatless")]
    table = " ".join(f"{_HEADS[where]} {counts[where]:,}" for where in [*shown, "alone"])
    blocks += [
        ("h2", "", "Where the member stood"),
        ("p", "", f"{_whole(span)} {_MEANING}"),
        ("div", "tl-scroll", f"Where the member stood Votes {table}"),
        ("p", "tl-meta", "All members in this decade"),
    ]
    links.append(f"{start}decades/{span.first}s/")
    most, least = span.alike(code)
    if not most:
        return
    left = (
        f"Left out are members that did so together with this member in fewer than half of the {counts['cast']:,} ballots."
    )
    blocks.append(("h2", "", "Who cast the same ballot"))
    blocks.append(("p", "", f"Counted are votes in which both said yes, no or abstain. {left}"))
    for head, rows in (("Most alike", most), ("Least alike", least)):
        said = [
            f"{archive.named(other, _LATEST)} {same:,} of {both:,} {percent(Fraction(same, both))}"
            for other, same, both in rows
        ]
        blocks += [("div", "tl-scroll", " ".join([f"{head} Same ballot Share", *said]))] if rows else []
        links += [f"{start}members/{other}/{span.first}s/" for other, _, _ in rows]
    blocks.append(("p", "tl-meta", "Compare any two members, over any years and topic"))
    links.append(f"{start}compare/")


def _whole(span: Decade) -> str:
    votes = "vote" if span.number == 1 else "votes"
    return f"In the {span.number:,} {votes} of the {span.first}s of which every ballot is known."


def wanted_decade(archive: Archive, first: int) -> Wanted:
    """All members in a decade."""
    about, start, span = archive.about, f"/archives/{archive.id}/", archive.spans[first]
    people = span.people(lambda code: archive.named(code, _LATEST))
    columns = [where for where in (*STOOD, "alone") if where not in ("even", "seatless")]
    rows = [f"{name} {' '.join(f'{span.stood[code][where]:,}' for where in columns)}" for name, code in people]
    blocks: list[Block] = [
        ("p", "tl-kicker", about["title"]),
        ("h1", "", f"{first}s"),
        ("p", "tl-lead", _whole(span)),
        ("p", "tl-meta", "Compare two members"),
        *_blocs(archive, span),
        *_alike_places(archive, span),
        ("h2", "", "Where each member stood"),
        ("p", "", _MEANING),
        ("div", "tl-scroll", " ".join(["Member", *(_HEADS[where] for where in columns), *rows])),
        ("h2", "", "Data to take away"),
        ("ul", "tl-topics", f"Where each member stood, as CSV members.csv {_PAIRS}, as CSV agreement.csv"),
    ]
    links = [start, f"{start}compare/"]
    placed = [code for code, _ in _ranked(span)]
    links += [f"{start}members/{code}/{first}s/" for code in placed if archive.rows(code, first)]
    links += [f"{start}members/{code}/{first}s/" for _, code in people if archive.rows(code, first)]
    links += [f"{start}decades/{first}s/{name}" for name in ("members.csv", "agreement.csv")]
    what = "how often each member stood with the majority, with the minority or alone in"
    return Wanted(
        f"{first}s · {about['title']}",
        f"{first}s: {what} {about['title']}, and who voted alike.",
        blocks,
        links,
        decade=first,
    )


def _ranked(span: Decade) -> list[tuple[str, list[tuple[int, int]]]]:
    """Members with their published places, from the right to the left."""
    places = span.published.places.items() if span.published is not None else ()
    return sorted(places, key=lambda row: (*(-at for at, _ in row[1]), row[0]))


def _alike_places(archive: Archive, span: Decade) -> list[Block]:
    published = span.published
    if published is None:
        return []
    parts = [percent(Fraction(round(shown * 1000), 1000)) for shown in published.shown]
    second = f", the second {parts[1]}." if len(parts) > 1 else "; no second one stands out."
    rows = [
        f"{archive.named(code, _LATEST)} {' '.join(f'{_hundredths(at)} ± {_hundredths(error)}' for at, error in place)}"
        for code, place in _ranked(span)
    ]
    return [
        ("h2", "", "Who voted alike"),
        ("p", "", f"{_DISTANCE} The first axis shows {parts[0]} of all squared distances{second}"),
        ("p", "", f"{_AXES} {_ERROR.format(parts=published.parts)}"),
        *([("figure", "tl-figure tl-map", None)] if len(parts) > 1 else []),
        ("div", "tl-scroll", " ".join(["Member First axis", *(["Second axis"] if len(parts) > 1 else []), *rows])),
    ]


def _blocs(archive: Archive, span: Decade) -> list[Block]:
    if span.blocs is None:
        return []
    blocks: list[Block] = [("h2", "", "Blocs"), ("p", "", _BLOC), ("p", "", _AGAIN if span.blocs else _NO_BLOC)]
    for bloc in span.blocs:
        named = sorted((archive.named(code, _LATEST), number) for code, number in bloc.members.items())
        named.sort(key=lambda row: row[0].casefold())
        said = ", ".join(name if number >= SURE else f"{name} ({number})" for name, number in named)
        head = f"{len(named)} members, found again in {bloc.again} of {HALVES} halves"
        blocks.append(("section", "tl-ballots", f"{head} {said}"))
    return blocks


def _hundredths(thousandths: int) -> str:
    """Two digits, halves away from zero."""
    digits = f"{(abs(thousandths) + 5) // 10:03}"
    sign = "−" if thousandths < 0 and digits.strip("0") else ""
    return f"{sign}{digits[:-2]}.{digits[-2:]}"


def wanted_comparison(archive: Archive) -> Wanted:
    """Two members of a reader's choice: what stands there before a script fills it."""
    about, start = archive.about, f"/archives/{archive.id}/"
    decades, what = [f"{first}s" for first in archive.spans], "How often two members cast the same ballot"
    pages = "Each decade has a page with its files, and each member a page a decade with those that voted most like it"
    blocks: list[Block] = [
        ("p", "tl-kicker", about["title"]),
        ("h1", "", "Compare two members"),
        ("p", "tl-lead", f"{what} (yes, no or abstain), in the votes in which both cast one, and on what they differed."),
        ("div", "tl-search tl-compare", ""),
        ("h2", "", "By decade"),
        ("p", "", f"{pages}; these need no script:"),
        ("ul", "tl-topics", " ".join([*decades, "Members"])),
    ]  # fmt: skip
    links = [start, *(f"{start}decades/{name}/" for name in decades), f"{start}members/"]
    said = f"{what} in {about['title']}, over any years and topic, and on what they differed."
    return Wanted(f"Compare two members · {about['title']}", said, blocks, links, script="compare")
