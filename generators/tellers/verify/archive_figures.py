"""Figures on pages of archives: small, without a list of their claims and marks, which the reader makes from the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from tellers.manifest import ClaimLine, Manifest, MarkLine
from tellers.verify.archived import ORDER, shown
from tellers.verify.archives import Archive
from tellers.verify.content import NO_GROUP
from tellers.verify.figures import Reader, check_read, inline_figures, read_figure
from tellers.verify.html import attribute
from tellers.verify.report import Findings
from tellers.verify.tables import check_numbers

_WIDTHS = {"tally": ("700", "360"), "blocks": ("360",), "hemicycle": ("360",), "council": ("360",)}


def check_figures(
    text: str, page: LexborHTMLParser, path: str, vote: str, archive: Archive, reader: Reader, findings: Findings
) -> None:
    """The pictures of the vote, each with the marks that the records want, and the table below them."""
    written = inline_figures(text)
    wanted = [(f"{vote}.{kind}", width) for kind in shown(archive, vote) for width in _WIDTHS[kind]]
    drawn = [(attribute(svg, "data-figure"), attribute(svg, "data-width")) for svg in page.css("article svg")]
    if not findings.compare("figures", path, "pictures", drawn, wanted) or len(written) != len(drawn):
        return
    manifests: dict[str, Manifest] = {}
    for svg in written:
        own = Findings()
        manifest = _check(svg, vote, archive, reader, own)
        findings.counts.update(own.counts)
        for problem in own.problems:
            findings.problems.append(replace(problem, place=replace(problem.place, path=path)))
        if manifest is not None:
            manifests[manifest.figure] = manifest
    for node in page.css("figure[data-figure]"):
        name = attribute(node, "data-figure")
        inside = {attribute(svg, "data-figure") for svg in node.css("svg")}
        findings.compare("figures", path, f"pictures in {name}", sorted(inside), [name])
        if name in manifests:
            check_numbers(node, manifests[name], path, findings)


def _check(svg: str, vote: str, archive: Archive, reader: Reader, findings: Findings) -> Manifest | None:
    read = read_figure(svg, findings)
    if read is None:
        return None
    picture, stated = read
    findings.compare("figures", "", "claims and marks listed", len(stated.claims) + len(stated.marks), 0)
    claims, marks = _lists(stated.kind, vote, archive)
    manifest = replace(stated, claims=claims, marks=marks)
    check_read(picture, manifest, reader, findings)
    return manifest


def _lists(kind: str, vote: str, archive: Archive) -> tuple[tuple[ClaimLine, ...], tuple[MarkLine, ...]]:
    """Every claim that the figure has to carry with its true value, and every mark with its role."""
    rows = _KINDS[kind](vote, archive)
    rows_ = [(f"c{number}", *row) for number, row in enumerate(rows, 1)]
    claims = [ClaimLine(id, says, of, value) for id, _, _, says, of, value in rows_]
    marks = [MarkLine(mark, role, id) for id, mark, role, *_ in rows_ if mark]
    return tuple(claims), tuple(marks)


Line = tuple[str, str, str, dict[str, str], int | str]
"""Mark, role, kind of claim, what it is about, value; no mark where the claim stands in the words of the figure."""


def _options(vote: str, archive: Archive) -> dict[str, int]:
    tally = archive.tally(vote)
    options = archive.bodies[archive.votes[vote]["body"]]["options"]
    main = {"yes", "no", "abstain"} & set(options if archive.complete(vote) else tally)
    return {option: tally.get(option, 0) for option in options if tally.get(option, 0) or option in main}


def _tally(vote: str, archive: Archive) -> list[Line]:
    rows: list[Line] = [
        (f"bar:{option}", option, "tally", {"vote": vote, "option": option}, number)
        for option, number in _options(vote, archive).items()
    ]
    seated = len(archive.seated(archive.votes[vote]))
    if missing := seated - sum(archive.tally(vote).values()):
        rows.append(("bar:unstated", "no-record", "count", {"of": "unstated", "vote": vote}, missing))
    return [*rows, ("", "", "count", {"of": "members", "vote": vote}, seated)]


def _blocks(vote: str, archive: Archive) -> list[Line]:
    record, ballots = archive.votes[vote], archive.rolls[vote].ballots
    seated, whole = archive.seated(record), archive.complete(vote)
    rows: list[Line] = []
    groups = [*(archive.bodies[record["body"]].get("groups") or []), NO_GROUP]
    insides = {group: archive.in_group(record, group) for group in groups if group != NO_GROUP}
    rest = set(seated).difference(*insides.values())
    insides |= {NO_GROUP: rest} if rest else {}
    if whole:
        counted = _options(vote, archive)
        rows += [(f"count:{o}", o, "tally", {"vote": vote, "option": o}, n) for o, n in counted.items()]
    else:
        rows += _known(vote, ballots, seated, "")
    for group, inside in insides.items():
        if not whole:
            rows += _known(vote, ballots, [code for code in seated if code in inside], group)
            continue
        chosen = [option for code, option in ballots.items() if code in inside]
        for option in ORDER:
            if option in chosen:
                of = {"vote": vote, "option": option, "group": group}
                rows.append((f"count:{group}:{option}", option, "tally", of, chosen.count(option)))
    for code in seated:
        option = ballots.get(code, "no-record")
        rows.append((f"tile:{code}", option, "ballot", {"vote": vote, "member": code}, option))
    rows.append(("", "", "count", {"of": "members", "vote": vote}, len(seated)))
    return rows if whole else [*rows, ("", "", "count", {"of": "ballots", "vote": vote}, len(ballots))]


def _hemicycle(vote: str, archive: Archive) -> list[Line]:
    seated = len(archive.seated(archive.votes[vote]))
    return [*_seats(vote, archive), ("count:members", "ink", "count", {"of": "members", "vote": vote}, seated)]


def _council(vote: str, archive: Archive) -> list[Line]:
    seated, outcome = len(archive.seated(archive.votes[vote])), archive.votes[vote]["outcome"]
    rows = [*_seats(vote, archive), ("", "", "count", {"of": "members", "vote": vote}, seated)]
    return [*rows, ("outcome", "ink", "outcome", {"vote": vote}, outcome)]


def _seats(vote: str, archive: Archive) -> list[Line]:
    """The number of each option, and a seat a member."""
    counted, ballots = _options(vote, archive), archive.rolls[vote].ballots
    rows: list[Line] = [(f"count:{o}", o, "tally", {"vote": vote, "option": o}, n) for o, n in counted.items()]
    return rows + [
        (f"seat:{code}", ballots[code], "ballot", {"vote": vote, "member": code}, ballots[code])
        for code in archive.seated(archive.votes[vote])
    ]


def _known(vote: str, ballots: Mapping[str, str], codes: list[str], group: str) -> list[Line]:
    """Numbers of the ballots that are known, where not all are."""
    chosen = [ballots[code] for code in codes if code in ballots]
    of = {"of": "ballots", "vote": vote} | ({"group": group} if group else {})
    name = f"count:{group}:" if group else "count:"
    return [
        (f"{name}{option}", option, "count", {**of, "option": option}, chosen.count(option))
        for option in ORDER
        if option in chosen
    ]


_KINDS = {"tally": _tally, "blocks": _blocks, "hemicycle": _hemicycle, "council": _council}
