"""Tally bar: how many chose what, to scale, with the threshold where a source says which majority applied.

Read back: bar widths against the total, labels, the place of the threshold's tick. Widths are exact; the gaps between bars
are painted on top.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from tellers.claims import Mark
from tellers.claims.words import Words, figures, labels
from tellers.figures.chart import Chart
from tellers.figures.drawing import Drawing, Path, Rect, Tag, Text, Thing, check, cross
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.placing import dodge, r
from tellers.figures.seats import outlined
from tellers.figures.vote_words import counts_table, vote_chart
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import cue_role_on
from tellers.model import Content
from tellers.stats import result_of

SUBJECT = "vote"
WIDTHS = (360, 700)
BAR = 34.0
GAP = 3.0
NEEDED = "tick:needed"


def subjects(content: Content) -> list[str]:
    """Votes of which totals are known."""
    return [id for id in content.votes if result_of(content, id).tally.counts]


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A bar an option, each carrying its tally, and a tick that carries the number of votes needed.

    An option that nobody chose has a mark and a label, and no bar to draw.
    """
    result = result_of(content, subject)
    bars = [
        Mark(f"bar:{option}", option, claim, labels.option(words, option), option=option)
        for option, claim in result.counts.items()
    ]
    if result.unstated is not None:
        bars.append(Mark("bar:unstated", "no-record", result.unstated, labels.unstated(words)))
    more = {}
    if result.needed is not None and result.rule is not None:
        bars.append(Mark(NEEDED, "tick", result.needed, words.text("{n} needed", n=result.needed)))
        more["rule"] = result.rule.name
    return vote_chart(
        result, content, words, kind="tally", what=figures.base_members(words, result.members), labels=more,
        picture=words.text("Bar chart"), marks=tuple(bars), table=counts_table(result, words),
    )  # fmt: skip


def draw(chart: Chart, width: int) -> Drawing:
    """The figure at this width."""
    return framed(chart, width, lambda frame: _picture(chart, frame))


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar's mark, left edge and length; the length is nought where nobody chose the option."""

    mark: Mark
    number: str
    x: float
    length: float

    @property
    def right(self) -> float:
        return self.x + self.length


@dataclass(frozen=True, slots=True)
class _Style:
    """How labels stand: number above name, or beside it; how wide a line of a name may be."""

    number: float
    name: float
    stacked: bool
    widest: float = 400.0

    def lines(self, bar: _Bar) -> tuple[str, ...]:
        return metrics.wrap(bar.mark.label, self.name, Face.REGULAR, self.widest)

    def width(self, bar: _Bar) -> float:
        number = metrics.width(bar.number, self.number, Face.BOLD)
        name = max(metrics.width(line, self.name, Face.REGULAR) for line in self.lines(bar))
        return max(number, name) if self.stacked else number + 6 + name


PHONE_STYLES = (_Style(19, 13, True), _Style(19, 13, True, 90))
SITE_STYLES = (_Style(22, 14, False), _Style(22, 14, True), _Style(22, 14, True, 110))


def _picture(chart: Chart, frame: Frame) -> Picture:
    bars = _bars(chart, frame)
    things, label_bottom = _labels(bars, frame)
    top = label_bottom + 9
    shown = [bar for bar in bars if bar.length]
    for bar in shown:
        inset = 0.5 if outlined(bar.mark.role) else 0.0
        box = (r(bar.x), top + inset, r(bar.length), BAR - 2 * inset)
        things.append(Rect(*box, bar.mark.role, Tag(bar.mark.id, option=bar.mark.option)))
    for left, right in pairwise(shown):
        things += _gap(left, right, top)
    things += [cue for bar in shown for cue in _cue(bar, top)]
    if NEEDED in chart.by_id:
        return _threshold(chart, things, sum(bar.length for bar in bars), top, frame)
    return things, top + BAR


def _bars(chart: Chart, frame: Frame) -> list[_Bar]:
    """The bars in order on one scale that starts at the frame's left edge."""
    counts = [(mark, chart.value(mark.id)) for mark in chart.with_role("bar")]
    scale = frame.width / sum(count for _, count in counts)
    found: list[_Bar] = []
    passed = 0
    for mark, count in counts:
        found.append(_Bar(mark, str(count), frame.x + passed * scale, count * scale))
        passed += count
    return found


def _labels(bars: list[_Bar], frame: Frame) -> Picture:
    """A label above each bar; where labels had to move off their bar, a leader leads back to it."""
    style, places = _fitting(bars, frame)
    base = frame.y + style.number * 0.76
    rows = max(len(style.lines(bar)) for bar in bars) if style.stacked else 0
    bottom = base + 1 + (17 + 15 * (rows - 1) if rows else 0)
    led = any(_astray(bar, x) or not bar.length for bar, x in zip(bars, places, strict=True))
    things: list[Thing] = []
    for bar, x in zip(bars, places, strict=True):
        things += _label(bar, x, base, style)
        if _astray(bar, x) or not bar.length:
            things.append(_leader(bar, x, style.width(bar), bottom + 4, bottom + 15))
    return things, bottom + (8 if led else 0)


def _fitting(bars: list[_Bar], frame: Frame) -> tuple[_Style, list[float]]:
    """The first style in which no label is astray, or that in which they are least so, and the labels' left edges in it."""
    styles = [(style, _dodged(bars, style, frame)) for style in (PHONE_STYLES if frame.phone else SITE_STYLES)]
    return min(styles, key=lambda at: sum(abs(x - bar.x) for bar, x in zip(bars, at[1], strict=True) if _astray(bar, x)))


def _dodged(bars: list[_Bar], style: _Style, frame: Frame) -> list[float]:
    return dodge([bar.x for bar in bars], [style.width(bar) for bar in bars], 12, frame.x, frame.right)


def _astray(bar: _Bar, x: float) -> bool:
    """Whether a label at x begins beside its bar."""
    return bool(bar.length) and not bar.x - 1 <= x <= bar.right - 4


def _label(bar: _Bar, x: float, base: float, style: _Style) -> list[Thing]:
    tag = Tag(f"label:{bar.mark.id}")
    number = Text(r(x), r(base), bar.number, style.number, "ink", Face.BOLD, tag=tag)
    beside = x + metrics.width(bar.number, style.number, Face.BOLD) + 6
    if not style.stacked:
        return [number, Text(r(beside), r(base), bar.mark.label, style.name, "muted", tag=tag)]
    lines = enumerate(style.lines(bar))
    return [number, *(Text(r(x), r(base + 17 + 15 * i), line, style.name, "muted", tag=tag) for i, line in lines)]


def _leader(bar: _Bar, x: float, width: float, top: float, bottom: float) -> Path:
    """A line from the label to the middle of its bar: straight down where it can be."""
    end = bar.x + bar.length / 2
    start = min(max(end, x + 2), x + width - 2)
    return Path((("M", r(start), r(top)), ("L", r(end), r(bottom))), "leader")


def _gap(left: _Bar, right: _Bar, top: float) -> list[Thing]:
    """Free space between two bars, taken from the ends of both, though never much of a thin one; edges drawn again."""
    from_left = min(GAP / 2, left.length * 0.2)
    from_right = min(GAP - from_left, right.length * 0.2) if from_left < GAP / 2 else min(GAP / 2, right.length * 0.2)
    from_left = min(GAP - from_right, left.length * 0.2)
    x, end = left.right - from_left, right.x + from_right
    things: list[Thing] = [Rect(r(x), top - 1, r(end - x), BAR + 2, "gap")]
    for role, at in ((left.mark.role, x - 1), (right.mark.role, end)):
        if outlined(role):
            things.append(_edge(role, at, top))
    return things


def _edge(role: str, x: float, top: float) -> Thing:
    """The edge that a gap has covered, dashed where the bar's own is."""
    paint = "edge-abstain" if role == "abstain" else "edge-not-voting"
    if role != "no-record":
        return Rect(r(x), top, 1, BAR, paint)
    dashes = [
        (("M", r(x), y), ("L", r(x + 1), y), ("L", r(x + 1), y + 2), ("L", r(x), y + 2), ("Z",))
        for y in (top + 2 + 4 * i for i in range(int(BAR / 4)))
    ]
    return Path(tuple(command for dash in dashes for command in dash), paint)


def _cue(bar: _Bar, top: float) -> list[Thing]:
    """Tick or cross at the bar's beginning, in its middle where it is short, none where there is no room."""
    if bar.length < 13 or bar.mark.role not in ("yes", "no"):
        return []
    size = min(10.0, bar.length - 8)
    draw_cue = check if bar.mark.role == "yes" else cross
    x = bar.x + (17 if bar.length >= 34 else bar.length / 2)
    return [draw_cue(r(x), top + BAR / 2, r(size), cue_role_on(bar.mark.role))]


def _threshold(chart: Chart, things: list[Thing], length: float, top: float, frame: Frame) -> Picture:
    """The tick where enough votes are reached, its number beside its foot, and the rule."""
    tick, rule = chart.by_id[NEEDED], chart.labels["rule"]
    total = sum(chart.value(mark.id) for mark in chart.with_role("bar"))
    x = frame.x + chart.value(tick.id) * length / total
    foot = top + BAR + 20
    things.append(Rect(r(x - 2.5), top - 1, 5, BAR + 2, "gap"))
    things.append(Rect(r(x - 1), top - 5, 2, BAR + 25, "tick", Tag(tick.id, tick=str(chart.value(tick.id)))))
    number = metrics.width(tick.label, 13, Face.SEMIBOLD)
    whole = number + 8 + metrics.width(rule, 13, Face.REGULAR)
    tag, base = Tag(f"label:{tick.id}"), r(foot - 1)
    if x + 7 + whole <= frame.right or x - 7 - whole >= frame.x:
        start = x + 7 if x + 7 + whole <= frame.right else x - 7 - whole
        things.append(Text(r(start), base, tick.label, 13, "ink", Face.SEMIBOLD, tag=tag))
        things.append(Text(r(start + number + 8), base, rule, 13, "muted"))
        return things, foot + 2
    start = x + 7 if x + 7 + number <= frame.right else x - 7 - number
    things.append(Text(r(start), base, tick.label, 13, "ink", Face.SEMIBOLD, tag=tag))
    lines = metrics.wrap(rule, 12.5, Face.REGULAR, frame.width)
    widest = max(metrics.width(line, 12.5, Face.REGULAR) for line in lines)
    start = min(max(frame.x, start), frame.right - widest)
    things += [Text(r(start), r(base + 17 * (i + 1)), line, 12.5, "muted") for i, line in enumerate(lines)]
    return things, base + 17 * len(lines) + 3
