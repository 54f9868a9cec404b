"""Region blocks: a tile a member with its code inside, grouped as the body's members are. The phone's map.

Read back: the text of each tile against its fill, member by member, without any tag. Of a vote of which only some ballots
are known, the known ones have their option and all others are shown as not known, never filled in.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tellers.claims import Claim, Mark, Says, Sentence
from tellers.claims.words import Words, figures, labels
from tellers.figures.chart import Cell, Chart, Table
from tellers.figures.drawing import Drawing, Rect, Tag, Text, Thing
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import r
from tellers.figures.seats import GAP, crosses, key, outlined
from tellers.figures.vote_words import member_marks, vote_chart
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import text_role_on
from tellers.model import ORDER, Content, Group, Option
from tellers.stats import Result, result_of

SUBJECT = "vote"
WIDTHS = (360, 700)
LAYOUTS = ("blocks", "hemicycle")
ALL = "all"
"""The one block of a body that has no groups."""
MOST = 75
"""So many tiles at most have their codes in a picture that travels: letters do not pack, and it may have 60 KB."""


def subjects(content: Content) -> list[str]:
    """Votes of large bodies of which every ballot, or at least one, is known."""
    return [id for id, vote in content.votes.items() if id in content.rolls and content.bodies[vote.body].layout in LAYOUTS]


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A tile a member that carries its ballot, and a count for each option, in all and in each group."""
    result = result_of(content, subject)
    block_of = _block_of(result)
    tiles = [_in_block(mark, block_of[mark.member]) for mark in member_marks(result, "tile")]
    groups = {group.id: group.short for group in result.groups} or {ALL: ""}
    inside = {id: _counts_in(result, id if result.groups else "") for id in groups}
    counts = [
        Mark(f"count:{group}:{option}", option, claim, _count_text(words, option, claim), option=option, group=group)
        for group, claims in inside.items()
        if result.groups
        for option, claim in claims.items()
    ]
    totals = [
        Mark(f"count:{option}", option, claim, labels.option(words, option), option=option)
        for option, claim in _counts_in(result, "").items()
    ]
    return vote_chart(
        result, content, words, kind="blocks", what=_what(words, result), picture=words.text("A tile a member"),
        marks=(*totals, *counts, *tiles), table=_table(words, result, inside),
        labels=_labels(words, result, groups), desc=_desc(words, result, groups, inside),
        claims=() if result.complete else (_known(result),),
    )  # fmt: skip


def _labels(words: Words, result: Result, groups: Mapping[str, str]) -> dict[str, str]:
    unknown = {} if result.complete else {"key:no-record": words.text("Not known by name")}
    return unknown | {f"group:{id}": name for id, name in groups.items()}


def _what(words: Words, result: Result) -> Sentence:
    if result.complete:
        return figures.one_mark_a_member(words, result.members)
    return figures.known_by_name(words, _known(result), result.members)


def _known(result: Result) -> Claim:
    """The claim that the roll holds so many ballots."""
    return Claim.make(Says.COUNT, len(result.roll or ()), of="ballots", vote=result.vote.id)


def _counts_in(result: Result, group: str) -> Mapping[Option, Claim]:
    """A claim for each option that occurs in the group (in all, where it is empty): tallies, or numbers of known ballots.

    Tallies only where the roll is complete: known ballots of a partial roll are no tally, and say so.
    """
    if result.complete:
        if not group:
            return result.counts
        found = next(g for g in result.groups if g.id == group)
        return {option: result.count_in(found, option) for option in result.options if result.tally_in(found)[option]}
    chosen = [option for code, option in result.roll or () if not group or code in _members(result, group)]
    about = {"vote": result.vote.id, **({"group": group} if group else {})}
    return {
        option: Claim.make(Says.COUNT, chosen.count(option), of="ballots", option=option, **about)
        for option in ORDER
        if option in chosen
    }


def _members(result: Result, group: str) -> tuple[str, ...]:
    return next(members for found, members in result.groups.items() if found.id == group)


def _block_of(result: Result) -> dict[str, str]:
    """The block of each member: the first of the body's groups that it is in."""
    found = dict.fromkeys(result.seated, ALL)
    for group, members in reversed(list[tuple[Group, tuple[str, ...]]](result.groups.items())):
        found |= dict.fromkeys(members, group.id)
    return found


def _in_block(mark: Mark, group: str) -> Mark:
    return Mark(mark.id, mark.role, mark.claim, mark.label, mark.member, mark.option, group)


def _count_text(words: Words, option: Option, claim: Claim) -> str:
    return str(labels.counted(words, option, claim))


def _table(words: Words, result: Result, inside: Mapping[str, Mapping[Option, Claim]]) -> Table:
    """Groups by options; of a partial roll the numbers of ballots known by name."""
    whole = _counts_in(result, "")
    names = {group.id: group.name for group in result.groups}
    header = (words.text("Group"), *(labels.option(words, option) for option in whole))
    rows: list[tuple[Cell, ...]] = [
        (names[id], *(_cell(words, claims.get(option)) for option in whole)) for id, claims in inside.items() if id in names
    ]
    rows.append((words.text("All members"), *(_cell(words, claim) for claim in whole.values())))
    return Table(header, tuple(rows))


def _cell(words: Words, claim: Claim | None) -> Sentence:
    return words.say("{n}", n=claim) if claim is not None else words.say("–")


def _desc(words: Words, result: Result, groups: Mapping[str, str], inside: Mapping[str, Mapping[Option, Claim]]) -> str:
    said = [str(words.say("{numbers}.", numbers=figures.counts(words, result.counts, result.unstated)))]
    if not result.complete:
        said.append(str(_what(words, result)))
    for id, name in groups.items():
        if name and inside[id]:
            said.append(words.text("{group}: {numbers}.", group=name, numbers=figures.counts(words, inside[id])))
    return " ".join(said)


def draw(chart: Chart, width: int) -> Drawing:
    """The figure at this width, each tile with its code."""
    return framed(chart, width, lambda frame: _picture(chart, frame, len(chart.marks)))


def draw_file(chart: Chart, width: int) -> Drawing:
    """What travels: the smaller options have codes, as far as there is room."""
    return framed(chart, width, lambda frame: _picture(chart, frame, MOST))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns of square tiles with or without their codes."""

    columns: int
    side: float
    code: float
    """Font size of codes; 0 where they do not fit."""

    @classmethod
    def of(cls, codes: Sequence[str], frame: Frame) -> _Grid:
        """As many columns as leave room for the widest code; small plain tiles where codes are long."""
        size = 9.5 if frame.phone else 11.0
        widest = max((metrics.width(code, size, Face.SEMIBOLD) for code in codes), default=0)
        wanted = widest * 1.07
        if wanted > 36:
            wanted, size = 12.0, 0.0
        columns = int((frame.width + GAP) / (max(wanted, 22.0 if size else 12.0) + GAP))
        pitch = math.floor(2 * (frame.width + GAP) / columns) / 2  # whole pixels at twice the pixels: equal tiles pack well
        return cls(columns, pitch - GAP, size)


def _picture(chart: Chart, frame: Frame, most: int) -> Picture:
    tiles = chart.with_role("tile")
    grid = _Grid.of([tile.member for tile in tiles], frame)
    totals = [mark.option for mark in chart.with_role("count") if not mark.group]
    coded = _coded(tiles, most) if grid.code else frozenset()
    things, y = key(chart, frame, frame.y, totals, square=True)
    y += 18
    inside, counts = _by_group(tiles), _by_group(chart.with_role("count"))
    for name, text in chart.labels.items():
        group = name.removeprefix("group:")
        if group == name or group not in inside:
            continue
        y = _header(things, frame, y, text, counts.get(group, []))
        y = _tiles(things, frame, y, inside[group], grid, coded) + (14 if frame.phone else 16)
    return things, y - 16


def _by_group(marks: Sequence[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.group, []).append(mark)
    return found


def _coded(tiles: Sequence[Mark], most: int) -> frozenset[str]:
    """The options whose tiles have codes: the smallest ones, as far as there is room for so many."""
    sizes = Counter(tile.role for tile in tiles)
    ordered = sorted(sizes, key=lambda role: (sizes[role], role))
    room = accumulate(sizes[role] for role in ordered)
    return frozenset(role for role, number in zip(ordered, room, strict=True) if number <= most)


def _header(things: list[Thing], frame: Frame, y: float, name: str, counts: Sequence[Mark]) -> float:
    """The group's name and beside it, or below it where there is no room, its counts; the y of its tiles."""
    if not name:
        return y
    base = y + 12
    things.append(Text(frame.x, r(base), name, 14, "ink", Face.SEMIBOLD))
    widths = [metrics.width(mark.label, 12.5, Face.REGULAR) for mark in counts]
    whole = sum(widths) + 12 * (len(counts) - 1)
    x = frame.right - whole
    if x < frame.x + metrics.width(name, 14, Face.SEMIBOLD) + 16:
        x, base = frame.x, base + 18
    for mark, width in zip(counts, widths, strict=True):
        things.append(Text(r(x), r(base), mark.label, 12.5, "muted", tag=Tag(f"label:{mark.id}")))
        x += width + 12
    return base + 8


def _tiles(things: list[Thing], frame: Frame, y: float, tiles: Sequence[Mark], grid: _Grid, coded: frozenset[str]) -> float:
    """The group's tiles row by row, first all shapes and then all codes; the y of their lower edge."""
    pitch = grid.side + GAP
    codes: list[Thing] = []
    rise = metrics.cap_height(grid.code, Face.SEMIBOLD) / 2
    insets = {role: 0.5 if outlined(role) else 0.0 for role in {tile.role for tile in tiles}}
    sides = {inset: r(grid.side - 2 * inset) for inset in insets.values()}
    lefts = [frame.x + column * pitch for column in range(grid.columns)]
    at = {inset: [r(left + inset) for left in lefts] for inset in sides}
    for first in range(0, len(tiles), grid.columns):
        top = y + first // grid.columns * pitch
        tops = {inset: r(top + inset) for inset in sides}
        for column, tile in enumerate(tiles[first : first + grid.columns]):
            role, inset = tile.role, insets[tile.role]
            place = at[inset][column], tops[inset], sides[inset], sides[inset]
            things.append(Rect(*place, role, Tag(tile.id, tile.member, tile.option), 4))
            x = lefts[column] + grid.side / 2
            if role in coded:
                middle = (r(x), r(top + grid.side / 2 + rise))
                codes.append(Text(*middle, tile.label, grid.code, text_role_on(role), Face.SEMIBOLD, "middle"))
            elif role == "no":
                codes += crosses([(x, top + grid.side / 2)], grid.side / 2)
    things += codes
    return y + ((len(tiles) - 1) // grid.columns + 1) * pitch - GAP
