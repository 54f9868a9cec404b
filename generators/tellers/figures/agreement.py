"""Agreement: how often a member cast the same ballot as a few others, over votes on one topic.

Each point is about the five votes that end there, and only about those in which both cast a ballot. One step is one vote,
so that votes of one month do not lie on one another. Read back: the axis from its ticks, the points against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tellers.claims import Claim, Mark, Said, Says, Sentence
from tellers.claims.words import Words, agreement, figures
from tellers.figures.chart import Cell, Chart, Table
from tellers.figures.drawing import Circle, Drawing, Path, Rect, Tag, Text, Thing
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import r, spread
from tellers.figures.vote_words import roll_sources, source_line
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.manifest import Input, digest_of_inputs
from tellers.model import Body, Content, Known, Option, Roll, Vote
from tellers.records.read import record_digest
from tellers.stats import Agreement, result_of
from tellers.stats import agreement as agreement_of

SUBJECT = "member"
WIDTHS = (360, 700)
FILES = (700,)
"""Widths of which files are made: there is a figure for every member, and few are taken elsewhere."""

WINDOW = 5
OTHERS = 5
"""With how many others a member is compared at most."""

TICKS = (0, 50, 100)


def topic_votes(content: Content) -> tuple[str, list[Vote]]:
    """The topic of the site's comparisons and the votes on it in order of time.

    Those are the votes of the series that `compare` names with whatever belongs to them; all votes where it names none.
    """
    compare = content.site.compare
    known = sorted(content.votes.values(), key=lambda vote: (vote.date, vote.id))
    if compare is None:
        return "", known
    listed = {vote for id in compare.series for vote in content.series[id].votes}
    return compare.topic, [vote for vote in known if not listed or vote.id in listed or vote.of in listed]


@dataclass(frozen=True, slots=True)
class _Votes:
    """The votes that are counted: all of one body, with every ballot known."""

    topic: str
    body: Body
    votes: tuple[Vote, ...]
    rolls: tuple[Roll, ...]

    @property
    def ends(self) -> range:
        """Positions of the votes at which a window is full."""
        return range(WINDOW - 1, len(self.votes))

    def window(self, end: int) -> slice:
        return slice(end - WINDOW + 1, end + 1)


def _votes(content: Content) -> _Votes | None:
    """The fully known votes on the topic of the body that has the most of them; councils are left out."""
    topic, votes = topic_votes(content)
    full = [vote for vote in votes if vote.known is Known.FULL and vote.id in content.rolls]
    whole = [vote for vote in full if content.bodies[vote.body].layout != "horseshoe"]
    if not whole:
        return None
    count = {vote.body: sum(other.body == vote.body for other in whole) for vote in whole}
    body = max(sorted(count), key=count.__getitem__)
    chosen = tuple(vote for vote in whole if vote.body == body)
    return _Votes(topic, content.bodies[body], chosen, tuple(content.rolls[vote.id] for vote in chosen))


def _others(content: Content, member: str, votes: _Votes) -> tuple[str, ...]:
    """Whom the member is compared with; on a site that names nobody, the first members of the last roll."""
    compare = content.site.compare
    named = (compare.instead.get(member) or compare.members) if compare is not None else ()
    present = [code for code in named if votes.rolls[-1].option_of(code) is not None]
    return tuple(code for code in present or votes.rolls[-1].members if code != member)[:OTHERS]


_Shares = Mapping[str, Mapping[int, Agreement]]
"""By other member and position of the vote: the agreement over the window that ends there, where it has a share."""


def _shares(content: Content, member: str, votes: _Votes) -> _Shares:
    found: dict[str, dict[int, Agreement]] = {}
    for other in _others(content, member, votes):
        points = {end: agreement_of(votes.rolls[votes.window(end)], member, other) for end in votes.ends}
        found[other] = {end: point for end, point in points.items() if point.both}
    return {other: points for other, points in found.items() if points}


def subjects(content: Content) -> list[str]:
    """Members with at least one point: they and one of the others both cast a ballot in some window."""
    votes = _votes(content)
    if votes is None or not votes.ends:
        return []
    return [code for code in content.registers[votes.body.register_] if _shares(content, code, votes)]


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A point for each other member and vote, carrying the agreement over the five votes that end there."""
    votes = _votes(content)
    if votes is None:
        raise ValueError(f"{subject}: no votes to compare")
    register = content.registers[votes.body.register_]
    shares = _shares(content, subject, votes)
    names = {code: register[code].latest.short for code in (subject, *shares)}
    lines = _roles(shares)
    rolls = zip(votes.votes, votes.rolls, strict=True)
    inputs = tuple(Input(f"votes/{vote.id}", _digest(vote, roll, names)) for vote, roll in rolls)
    sources = dict.fromkeys(id for vote in votes.votes for id in roll_sources(result_of(content, vote.id)))
    points = tuple(
        Mark(
            f"point:{code}:{votes.votes[end].id}", lines[code], _claim(subject, code, end, point, votes),
            _end_label(names[code], point, words), member=code, group=votes.votes[end].id,
        )
        for code in lines
        for end, point in shares[code].items()
    )  # fmt: skip
    return Chart(
        figure=f"{subject}.agreement",
        kind="agreement",
        inputs=inputs,
        title=_finding(subject, names, shares, votes, words),
        subtitle=agreement.subtitle(
            words, body=votes.body.short, topic=votes.topic, first=votes.votes[0].date, last=votes.votes[-1].date,
            no_record=any(roll.count(Option.NO_RECORD) for roll in votes.rolls),
        ),
        alt=_alt(names[subject], names, shares, votes, words),
        desc=" ".join(_line(end, names, shares, votes, words) for end in votes.ends),
        source=source_line(words, [content.sources[id] for id in sources]),
        marks=points,
        table=_table(subject, names, shares, votes, words),
        labels={
            **{f"x:{votes.votes[end].id}": votes.votes[end].date.isoformat() for end in votes.ends},
            **{f"y:{tick}": words.percent(Fraction(tick, 100)) if tick == TICKS[-1] else str(tick) for tick in TICKS},
            "note": agreement.equal(words) if _coincide(shares) else "",
            "mark": figures.data_mark(words, digest_of_inputs(inputs), content.site.name),
        },
    )  # fmt: skip


def _digest(vote: Vote, roll: Roll, members: Iterable[str]) -> str:
    """The digest of what the figure shows of a vote: its day, its name, its sources, and the ballots of its own members.

    Any other ballot may be corrected, and any title, without a new picture of each member.
    """
    named = [vote.roll.source if vote.roll else None, vote.stated_source, *vote.sources]
    ballots = {code: str(option) for code in members if (option := roll.option_of(code)) is not None}
    return record_digest({
        "vote": vote.id, "date": vote.date.isoformat(), "name": vote.name, "sources": [id for id in named if id],
        "no-record": "some" if roll.count(Option.NO_RECORD) else "none", "ballots": ballots,
    })  # fmt: skip


def _coincide(shares: _Shares) -> bool:
    """Whether any two lines have a point in common, so that one hides the other."""
    at = [(end, point.share) for points in shares.values() for end, point in points.items()]
    return len(set(at)) < len(at)


def _claim(member: str, other: str, end: int, point: Agreement, votes: _Votes) -> Claim:
    ids = ",".join(vote.id for vote in votes.votes[votes.window(end)])
    return Claim.make(Says.AGREEMENT, Fraction(point.same, point.both), member=member, with_=other, votes=ids)


def _last(points: Mapping[int, Agreement]) -> tuple[int, Agreement]:
    end = max(points)
    return end, points[end]


def _rank(shares: _Shares) -> list[str]:
    """The others from the highest agreement at the end to the lowest; of equals, the more telling one stands further out."""
    codes = list(shares)  # in the order of the site's comparison, the more telling first
    ends = {code: _last(shares[code])[1].share or Fraction(0) for code in codes}
    top = max(codes, key=ends.__getitem__)
    low = min((code for code in codes if code != top), key=ends.__getitem__, default=top)
    middle = sorted((code for code in codes if code not in (top, low)), key=lambda code: -ends[code])
    return [top, *middle, *([low] if low != top else [])]


def _roles(shares: _Shares) -> dict[str, str]:
    """The paint of each line, in the order in which they are painted: the others first, highest and lowest on top."""
    ranked = _rank(shares)
    middle = {code: ("line-3", "line-4")[at % 2] for at, code in enumerate(ranked[1:-1])}
    return {**middle, **({ranked[-1]: "line-2"} if len(ranked) > 1 else {}), ranked[0]: "line-1"}


def _finding(member: str, names: Mapping[str, str], shares: _Shares, votes: _Votes, words: Words) -> Sentence:
    ranked = _rank(shares)
    said = [_counted(member, code, *_last(shares[code]), votes, words) for code in (ranked[0], ranked[-1])]
    if len(ranked) == 1:
        return agreement.title_of_one(words, member=names[member], other=names[ranked[0]], share=said[0])
    return agreement.title(
        words, member=names[member], high=names[ranked[0]], most=said[0], low=names[ranked[-1]], least=said[1]
    )  # fmt: skip


def _counted(member: str, other: str, end: int, point: Agreement, votes: _Votes, words: Words) -> Said:
    """`4 of 5`, bound to the share."""
    return agreement.counted(words, same=point.same, both=point.both, claim=_claim(member, other, end, point, votes))


def _end_label(name: str, point: Agreement, words: Words) -> str:
    return agreement.end(words, member=name, share=Fraction(point.same, point.both))


def _alt(member: str, names: Mapping[str, str], shares: _Shares, votes: _Votes, words: Words) -> str:
    ends = [_end_label(names[code], _last(shares[code])[1], words) for code in _rank(shares)]
    latest = max(end for points in shares.values() for end in points)
    return agreement.alt(words, member=member, ends=ends, day=votes.votes[latest].date)


def _line(end: int, names: Mapping[str, str], shares: _Shares, votes: _Votes, words: Words) -> str:
    vote = votes.votes[end]
    counts = [
        agreement.counts(words, name=names[code], same=points[end].same, both=points[end].both)
        for code, points in shares.items()
        if end in points
    ]
    return agreement.line(words, day=vote.date, vote=vote.name, counts=counts or [agreement.no_share(words)])


def _table(member: str, names: Mapping[str, str], shares: _Shares, votes: _Votes, words: Words) -> Table:
    rows = []
    for end in votes.ends:
        vote = votes.votes[end]
        cells: list[Cell] = [agreement.row(words, day=vote.date, vote=vote.name)]
        for code, points in shares.items():
            if end in points:
                cells.append(Sentence.of(_counted(member, code, end, points[end], votes, words)))
            else:
                cells.append(agreement.no_share(words))
        rows.append(tuple(cells))
    return Table((words.text("Five votes to"), *(names[code] for code in shares)), tuple(rows))


# Drawing ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the axes are: pixels of the first and last vote, of 100 and of 0 per cent, and the votes in order."""

    left: float
    right: float
    top: float
    bottom: float
    votes: tuple[str, ...]

    def x(self, vote: str) -> float:
        steps = max(1, len(self.votes) - 1)
        return self.left + (self.right - self.left) * self.votes.index(vote) / steps

    def y(self, share: Fraction) -> float:
        return float(self.bottom - (self.bottom - self.top) * share)


def draw(chart: Chart, width: int) -> Drawing:
    """Lines with a point at each vote, their names at their ends."""
    return framed(chart, width, lambda frame: _picture(chart, frame))


def _picture(chart: Chart, frame: Frame) -> Picture:
    size = 12.0 if frame.phone else 13.0
    ends = _ends(chart)
    room = max(metrics.width(mark.label, size, Face.SEMIBOLD) for mark in ends) * 1.03
    axis = metrics.width(chart.labels[f"y:{TICKS[-1]}"], 12, Face.REGULAR) + 10
    votes = tuple(key.partition(":")[2] for key in chart.labels if key.startswith("x:"))
    plot = _Plot(
        frame.x + axis + 4, frame.right - room - 20, frame.y + 8, frame.y + (228 if frame.phone else 268), votes
    )  # fmt: skip
    things = _grid(chart, plot)
    years, bottom = _years(chart, plot, frame)
    things += years + _lines(chart, plot) + _names(ends, plot, size)
    if note := chart.labels["note"]:
        bottom += 20
        things.append(Text(frame.x, r(bottom), note, 11.5, "muted"))
    return things, bottom + 2


def _ends(chart: Chart) -> list[Mark]:
    """The last point of each line."""
    last = {mark.member: mark for mark in chart.marks}
    return list(last.values())


def _grid(chart: Chart, plot: _Plot) -> list[Thing]:
    things: list[Thing] = []
    for tick in TICKS:
        y = plot.y(Fraction(tick, 100))
        things.append(Rect(r(plot.left - 4), r(y - 0.5), r(plot.right - plot.left + 8), 1, "rule"))
        label = chart.labels[f"y:{tick}"]
        things.append(Text(r(plot.left - 10), r(y + 4.3), label, 12, "muted", anchor="end", tag=Tag(tick=str(tick))))
    return things


def _years(chart: Chart, plot: _Plot, frame: Frame) -> tuple[list[Thing], float]:
    """A tick a vote, and below the first vote of each year the year, moved aside where it would touch the next."""
    things: list[Thing] = []
    firsts: dict[str, str] = {}
    for vote in plot.votes:
        things.append(Rect(r(plot.x(vote) - 0.5), r(plot.bottom + 4), 1, 5, "rule"))
        firsts.setdefault(chart.labels[f"x:{vote}"][:4], vote)
    at = [plot.x(vote) for vote in firsts.values()]
    widths = [metrics.width(year, 12, Face.REGULAR) for year in firsts]
    for (year, vote), x, place in zip(firsts.items(), at, spread(at, widths, 6, frame.x, frame.right), strict=True):
        path = (("M", r(x), r(plot.bottom + 4)), ("L", r(x), r(plot.bottom + 9)), ("L", r(place), r(plot.bottom + 17)))
        things.append(Path(path, "leader"))
        day = chart.labels[f"x:{vote}"]
        things.append(Text(r(place), r(plot.bottom + 30), year, 12, "muted", anchor="middle", tag=Tag(tick=day)))
    return things, plot.bottom + 32


def _lines(chart: Chart, plot: _Plot) -> list[Thing]:
    things: list[Thing] = []
    for code in dict.fromkeys(mark.member for mark in chart.marks):
        points = [mark for mark in chart.marks if mark.member == code]
        at = [(plot.x(mark.group), plot.y(_share(mark))) for mark in points]
        things.append(Path(_segments(points, at, plot), points[0].role, Tag(member=code)))
        radius = 1.3 if points[0].role in ("line-1", "line-2") else 0.9
        for mark, (x, y) in zip(points[:-1], at[:-1], strict=True):
            things.append(Circle(r(x), r(y), radius, mark.role, Tag(mark.id, member=code)))
        x, y = at[-1]
        things.append(Circle(r(x), r(y), 3.2, "gap"))
        things.append(Circle(r(x), r(y), 3.2, points[-1].role, Tag(points[-1].id, member=code)))
    return things


def _share(mark: Mark) -> Fraction:
    if not isinstance(mark.claim.value, Fraction):
        raise TypeError(f"mark {mark.id} claims {mark.claim.value!r}, not a share")
    return mark.claim.value


def _segments(points: Sequence[Mark], at: Sequence[tuple[float, float]], plot: _Plot) -> tuple[tuple[str | float, ...], ...]:
    """The line through the points; it is broken where a vote has none."""
    commands: list[tuple[str | float, ...]] = [("M", r(at[0][0]), r(at[0][1]))]
    steps = pairwise(plot.votes.index(mark.group) for mark in points)
    for (x, y), (before, now) in zip(at[1:], steps, strict=True):
        commands.append(("L" if now == before + 1 else "M", r(x), r(y)))
    return tuple(commands)


def _names(ends: Sequence[Mark], plot: _Plot, size: float) -> list[Thing]:
    """Names with values at the ends of the lines, moved apart where they would touch, each tied to its end."""
    outward = {"line-1": 0, "line-2": 2}
    order = sorted(ends, key=lambda mark: (plot.y(_share(mark)), outward.get(mark.role, 1)))
    heights = [plot.y(_share(mark)) for mark in order]
    places = spread(heights, [size * 1.3] * len(order), 1, plot.top - 8, plot.bottom + 8)
    things: list[Thing] = []
    for mark, y, place in zip(order, heights, places, strict=True):
        role, face = {"line-1": ("accent", Face.SEMIBOLD), "line-2": ("alert", Face.SEMIBOLD)}.get(
            mark.role, ("muted", Face.REGULAR)
        )
        start = plot.x(mark.group)
        things.append(
            Path((("M", r(start + 6), r(y)), ("L", r(plot.right + 9), r(y)), ("L", r(plot.right + 16), r(place))), "leader")
        )
        base = r(place + metrics.cap_height(size, face) / 2)
        things.append(
            Text(r(plot.right + 20), base, mark.label, size, role, face, tag=Tag(f"label:{mark.id}", member=mark.member))
        )
    return things
