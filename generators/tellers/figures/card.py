"""Social card: one vote on 1200 by 630 pixels, the size in which other sites show a link.

The result is its headline; the bar below has the numbers. Votes without totals are told in words alone. Read back: bar
widths against the total, and the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellers.claims import Mark
from tellers.claims.words import Words, figures, labels, votes
from tellers.figures.chart import Chart
from tellers.figures.drawing import NO_TAG, Drawing, Rect, Tag, Text, Thing, check, cross
from tellers.figures.placing import dodge, r
from tellers.figures.vote_words import counts_table, vote_chart
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import cue_role_on
from tellers.model import Content, Known
from tellers.stats import Result, result_of

SUBJECT = "vote"
WIDTHS = (1200,)
WIDTH, HEIGHT = 1200.0, 630.0
EDGE = 64.0
INNER = WIDTH - 2 * EDGE
BAR, GAP = 72.0, 5.0
FOOT = HEIGHT - 52
"""Base line of the words at the foot."""


def subjects(content: Content) -> list[str]:
    """Every vote."""
    return list(content.votes)


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A bar an option, each carrying its tally; where no totals are known, the outcome in words."""
    result = result_of(content, subject)
    chart = vote_chart(
        result, content, words, kind="card", what=figures.base_members(words, result.members), picture=words.text("Card"),
        marks=_bars(result, words), table=counts_table(result, words), labels=_labels(result, content, words),
    )  # fmt: skip
    if result.tally.counts:
        return chart
    outcome = labels.outcome(words, result.vote.outcome, bool(result.vetoes))
    alt = figures.alt(words, kind=words.text("Card"), name=result.vote.name, day=result.vote.date, numbers=outcome.lower())
    return replace(chart, alt=alt, desc=alt)


def _bars(result: Result, words: Words) -> tuple[Mark, ...]:
    if not result.tally.counts:
        return (Mark("outcome", "ink", result.outcome, labels.outcome(words, result.vote.outcome, bool(result.vetoes))),)
    bars = [
        Mark(f"bar:{option}", option, claim, labels.option(words, option), option=option)
        for option, claim in result.counts.items()
    ]
    if result.unstated is not None:
        bars.append(Mark("bar:unstated", "no-record", result.unstated, labels.unstated(words)))
    return tuple(bars)


def _labels(result: Result, content: Content, words: Words) -> dict[str, str]:
    vote = result.vote
    where = words.text("{body}, {day}", body=result.body.short, day=words.day(vote.date))
    if vote.name != vote.title:
        where = words.text("{where} · {symbol}", where=where, symbol=vote.name)
    return {
        "headline": str(votes.result(words, vote.outcome, vote.method, result.counts, bool(result.vetoes))),
        "motion": vote.title,
        "where": where,
        "known": labels.known(words, vote.known) if vote.known is Known.OUTCOME else "",
        "site": content.site.name,
    }


# Drawing ----------------------------------------------------------------------------------------------------------------


def draw(chart: Chart, width: int) -> Drawing:
    """The card; it has one size only."""
    if width != WIDTH:
        raise ValueError(f"{chart.figure}: a card is {WIDTH:.0f} pixels wide, not {width}")
    bars = [mark for mark in chart.with_role("bar") if chart.value(mark.id)]
    things = [*_words(chart, EDGE - 12, 252.0), *_bar(chart, bars, 420.0)] if bars else _words(chart, 150.0, 300.0)
    return Drawing(WIDTH, HEIGHT, tuple(things + foot(chart.labels["where"], chart.labels["site"])))


def _words(chart: Chart, y: float, room: float) -> list[Thing]:
    """The headline, in one line if it is not too small for that, and the motion's title in what room is left."""
    tag = Tag("label:outcome") if "outcome" in chart.by_id else Tag()
    bottom = y + room
    headline, motion = chart.labels["headline"], chart.labels["motion"]
    size, lines = fitted(headline, Face.SERIF, (72, 68, 64, 60, 56, 54, 52), INNER, 72 * 1.16, 1.16)
    if len(lines) > 1:
        size, lines = fitted(headline, Face.SERIF, (60, 54, 48), INNER, 2 * 60 * 1.16, 1.16)
    things, y = heading(size, lines, y, tag)
    y += 12
    small, rest = fitted(motion, Face.REGULAR, (40, 38, 36, 34, 32), INNER, 40 * 1.32, 1.32)
    if len(rest) > 1:
        small, rest = fitted(motion, Face.REGULAR, (40, 36, 32, 30, 28, 26, 24), INNER, bottom - y, 1.32)
    for line in rest:
        y += small * 1.32
        things.append(Text(EDGE, r(y - small * 0.28), line, small, "muted"))
    if known := chart.labels["known"]:
        things.append(Text(EDGE, r(y + 52), known, 28, "muted"))
    return things


def heading(size: float, lines: Sequence[str], y: float, tag: Tag = NO_TAG) -> tuple[list[Thing], float]:
    """The lines of a headline below y, and the y below them."""
    things: list[Thing] = []
    for line in lines:
        y += size * 1.16
        things.append(Text(EDGE, r(y - size * 0.22), line, size, "ink", Face.SERIF, tag=tag))
    return things, y


def fitted(
    text: str, face: Face, sizes: Sequence[float], width: float, height: float, lead: float
) -> tuple[float, tuple[str, ...]]:
    """The largest of the sizes, largest first, in which the lines of the text fit; the last one where none does."""
    size, lines = sizes[-1], metrics.wrap(text, sizes[-1], face, width * 0.985)
    for size in sizes:
        lines = metrics.wrap(text, size, face, width * 0.985)
        fits = all(metrics.width(line, size, face) <= width for line in lines)
        if fits and len(lines) * size * lead <= height:
            break
    return size, lines


def _bar(chart: Chart, bars: Sequence[Mark], top: float) -> list[Thing]:
    """The bar to scale, number and name above each part, moved apart where they would touch."""
    scale = INNER / sum(chart.value(mark.id) for mark in bars)
    starts: list[float] = []
    left = 0
    for mark in bars:
        starts.append(EDGE + left * scale)
        left += chart.value(mark.id)
    things: list[Thing] = []
    for x, mark in zip(starts, bars, strict=True):
        length = chart.value(mark.id) * scale
        things.append(Rect(r(x), top, r(length), BAR, mark.role, Tag(mark.id, option=mark.option)))
    things += [Rect(r(x - GAP / 2), top - 1, GAP, BAR + 2, "gap") for x in starts[1:]]
    things += [cue for x, mark in zip(starts, bars, strict=True) for cue in _cue(x, chart.value(mark.id) * scale, top, mark)]
    numbers = [str(chart.value(mark.id)) for mark in bars]
    widths = [
        max(metrics.width(number, 46, Face.BOLD), metrics.width(mark.label, 26, Face.REGULAR))
        for number, mark in zip(numbers, bars, strict=True)
    ]
    for at, number, mark in zip(dodge(starts, widths, 24, EDGE, WIDTH - EDGE), numbers, bars, strict=True):
        tag = Tag(f"label:{mark.id}")
        things.append(Text(r(at), top - 52, number, 46, "ink", Face.BOLD, tag=tag))
        things.append(Text(r(at), top - 18, mark.label, 26, "muted", tag=tag))
    return things


def _cue(x: float, length: float, top: float, mark: Mark) -> list[Thing]:
    if length < 56 or mark.role not in ("yes", "no"):
        return []
    draw_cue = check if mark.role == "yes" else cross
    return [draw_cue(r(x + 32), top + BAR / 2, 18, cue_role_on(mark.role))]


def foot(left: str, site: str, width: float = WIDTH, base: float = FOOT) -> list[Thing]:
    """Where and when on the left, the site's name on the right, both on one line."""
    room = width - 2 * EDGE - metrics.width(site, 26, Face.SEMIBOLD) - 30
    size, lines = fitted(left, Face.REGULAR, (26, 24, 22, 20), room, 40, 1.3)
    things: list[Thing] = [
        Text(EDGE, r(base - (len(lines) - 1 - at) * size * 1.3), line, size, "muted") for at, line in enumerate(lines)
    ]
    return [*things, Text(width - EDGE, base, site, 26, "ink", Face.SEMIBOLD, "end")]
