"""Words against votes: what a member's officials said beside how it voted, year by year.

Two lanes on the site, one mixed list on phones. Years without a quote say so: an empty lane would look like silence. Read
back: ballots member by member, and each quote's lines put together against its record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tellers.claims import Claim, Mark, Said, Says, Sentence
from tellers.claims.words import Words, figures, labels, quotes
from tellers.figures.agreement import topic_votes
from tellers.figures.card import WIDTH
from tellers.figures.chart import Chart, Table
from tellers.figures.drawing import Circle, Drawing, Rect, Tag, Text, Thing, cross
from tellers.figures.furniture import Frame, Picture, framed
from tellers.figures.little import SQUARE, little, square
from tellers.figures.placing import r
from tellers.figures.quote import Marks, quotation, text_claim
from tellers.figures.strip import card
from tellers.figures.vote_words import roll_sources, source_line
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.look.palette import cue_role_on
from tellers.manifest import Input, digest_of_inputs
from tellers.model import Content, NamePeriod, Quote
from tellers.stats import Result, result_of

SUBJECT = "member"
WIDTHS = (360, 700, 1080, 1200)
MOST = 3
"""So many quotes a year are shown; of more, the longest are left out whole, and their number is said."""


def subjects(content: Content) -> list[str]:
    """Members for which somebody is quoted and that have a recorded vote."""
    codes = {content.speakers[quote.speaker].speaks_for for quote in content.quotes.values()}
    return sorted(code for code in codes if code and _name(code, content) and _ballots(code, content))


def marks(subject: str, content: Content, words: Words) -> Chart:
    """A mark for each recorded vote and for each quote, in order of time."""
    topic, _ = topic_votes(content)
    ballots, (shown, left_out) = _ballots(subject, content), _quotes(subject, content)
    name = _name(subject, content)
    if name is None:
        raise ValueError(f"{subject}: not in any register")
    days = sorted([*(b.vote.date for b in ballots), *(quote.date for quote in shown)])
    records = [f"votes/{b.vote.id}" for b in ballots] + [f"quotes/{quote.id}" for quote in shown]
    records += sorted({f"speakers/{quote.speaker}" for quote in shown})
    inputs = tuple(Input(record, content.digests[record]) for record in records)
    sources = dict.fromkeys([*(id for b in ballots for id in roll_sources(b)), *(quote.anchor.source for quote in shown)])
    latest = ballots[-1]
    return Chart(
        figure=f"{subject}.words",
        kind="words",
        inputs=inputs,
        title=quotes.against_votes(words, member=name.short, topic=topic),
        subtitle=quotes.lanes(
            words, bodies=list(dict.fromkeys(b.body.short for b in ballots)), first=days[0], last=days[-1],
            most=MOST,
            left_out=left_out, held=_held(subject, len(shown) + left_out),
        ),
        alt=quotes.lanes_alt(
            words, member=name.short, first=days[0], last=days[-1], option=_option(latest, subject, words),
            day=latest.vote.date,
        ),
        desc=_desc(subject, ballots, shown, content, words),
        source=source_line(words, [content.sources[id] for id in sources]),
        marks=(*(_vote_mark(b, subject, words) for b in ballots), *(_quote_mark(quote, content) for quote in shown)),
        table=_table(subject, ballots, shown, content, words),
        claims=tuple(_day(quote) for quote in shown),
        labels={**_labels(ballots, shown, content, words),
                "mark": figures.data_mark(words, digest_of_inputs(inputs), content.site.name)},
    )  # fmt: skip


def _name(code: str, content: Content) -> NamePeriod | None:
    found = [register[code] for register in content.registers.values() if code in register]
    return found[0].latest if found else None


def _ballots(code: str, content: Content) -> list[Result]:
    """Results of the votes on the topic in which the member's ballot is known by name."""
    known = [result_of(content, vote.id) for vote in topic_votes(content)[1] if vote.id in content.rolls]
    return [result for result in known if result.option_of(code) is not None]


def _quotes(code: str, content: Content) -> tuple[list[Quote], int]:
    """The quotes to show, in order of time, and how many are left out."""
    own = [quote for quote in content.quotes.values() if content.speakers[quote.speaker].speaks_for == code]
    chosen: list[Quote] = []
    for quote in sorted(own, key=lambda quote: (len(quote.text), quote.id)):
        if sum(other.date.year == quote.date.year for other in chosen) < MOST:
            chosen.append(quote)
    return sorted(chosen, key=lambda quote: (quote.date, quote.id)), len(own) - len(chosen)


def _held(code: str, number: int) -> Claim:
    """The claim that so many quotes of the member's officials are held."""
    return Claim.make(Says.COUNT, number, of="quotes", member=code)


def _option(result: Result, code: str, words: Words) -> str:
    option = result.option_of(code)
    if option is None:
        raise ValueError(f"{result.vote.id}: no ballot of {code}")
    return labels.option(words, option)


def _vote_mark(result: Result, code: str, words: Words) -> Mark:
    claim = result.ballot(code)
    option = str(claim.value)
    return Mark(
        f"vote:{result.vote.id}", option, claim, _option(result, code, words), member=code, option=option,
        group=str(result.vote.date.year),
    )  # fmt: skip


def _quote_mark(quote: Quote, content: Content) -> Mark:
    return Mark(f"quote:{quote.id}", "accent", text_claim(quote), quote.text, group=str(quote.date.year))


def _day(quote: Quote) -> Claim:
    return Claim.make(Says.DATE, quote.date, record=f"quotes/{quote.id}", field="date")


def _labels(ballots: Sequence[Result], shown: Sequence[Quote], content: Content, words: Words) -> dict[str, str]:
    said = {"votes": words.text("Votes"), "words": words.text("Words")}
    said |= {"no-words": quotes.no_words(words), "no-vote": quotes.no_vote(words)}
    said |= {"open": quotes.opening(words), "close": quotes.closing(words)}
    for result in ballots:
        vote, key = result.vote, f"vote:{result.vote.id}"
        said[f"at:{key}"] = vote.date.isoformat()
        symbol = vote.name if vote.name != vote.title else ""
        said[f"head:{key}"] = quotes.of_vote(words, day=vote.date, name=symbol) if symbol else words.short_day(vote.date)
        said[f"title:{key}"] = vote.title
    for quote in shown:
        key, speaker = f"quote:{quote.id}", content.speakers[quote.speaker]
        said[f"at:{key}"] = quote.date.isoformat()
        said[f"by:{key}"] = quotes.of_words(
            words, speaker=speaker.name, office=speaker.role_on(quote.date).title, day=quote.date
        )
    return said


def _desc(code: str, ballots: Sequence[Result], shown: Sequence[Quote], content: Content, words: Words) -> str:
    entries: list[tuple[date, str]] = []
    for result in ballots:
        vote = quotes.of_vote(words, day=result.vote.date, name=result.vote.name)
        entries.append((result.vote.date, quotes.voted(words, vote=vote, option=_option(result, code, words))))
    for quote in shown:
        speaker = content.speakers[quote.speaker].name
        entries.append((quote.date, quotes.alt(words, speaker=speaker, day=quote.date, text=quote.text)))
    return " ".join(text for _, text in sorted(entries, key=lambda entry: entry[0]))


def _table(code: str, ballots: Sequence[Result], shown: Sequence[Quote], content: Content, words: Words) -> Table:
    """A row a vote or quote, in order of time."""
    rows: list[tuple[date, tuple[str | Sentence, ...]]] = []
    for result in ballots:
        option = Sentence.of(Said(_option(result, code, words), result.ballot(code)))
        rows.append((result.vote.date, (words.short_day(result.vote.date), result.vote.name, option)))
    for quote in shown:
        day = Sentence.of(Said(words.short_day(quote.date), _day(quote)))
        said = quotes.quoted(words, Said(quote.text, text_claim(quote)))
        rows.append((quote.date, (day, content.speakers[quote.speaker].name, said)))
    header = (words.text("Date"), words.text("Vote or speaker"), words.text("Ballot or words"))
    return Table(header, tuple(row for _, row in sorted(rows, key=lambda row: row[0])))


# Drawing ----------------------------------------------------------------------------------------------------------------

SWATCH = 13.0


@dataclass(frozen=True, slots=True)
class _Lane:
    """A column: its left edge and its width."""

    x: float
    width: float


def draw(chart: Chart, width: int) -> Drawing:
    """Year by year: votes left and words right; on phones everything in one column; on cards as marks alone."""
    if width == WIDTH:
        return card(chart)
    if width == SQUARE:
        return square(chart)
    return framed(chart, width, lambda frame: _list(chart, frame) if frame.phone else _lanes(chart, frame))


def draw_file(chart: Chart, width: int) -> Drawing:
    """What travels: marks alone, for the words would be a page of text."""
    return draw(chart, width) if width in (WIDTH, SQUARE) else little(chart, width)


def _years(chart: Chart) -> list[tuple[str, list[Mark], list[Mark]]]:
    years = sorted({mark.group for mark in chart.marks})
    return [
        (
            year,
            [mark for mark in chart.with_role("vote") if mark.group == year],
            [mark for mark in chart.with_role("quote") if mark.group == year],
        )
        for year in years
    ]


def _lanes(chart: Chart, frame: Frame) -> Picture:
    left = _Lane(frame.x + 50, 290)
    right = _Lane(frame.x + 368, frame.right - frame.x - 368)
    things: list[Thing] = [
        Text(left.x, r(frame.y + 10), chart.labels["votes"], 13, "muted", Face.SEMIBOLD),
        Text(right.x, r(frame.y + 10), chart.labels["words"], 13, "muted", Face.SEMIBOLD),
    ]
    y = frame.y + 22
    for year, votes, said in _years(chart):
        things += _year(year, frame, y)
        ends = []
        for lane, marks_of, empty in ((left, votes, "no-vote"), (right, said, "no-words")):
            drawn, end = _stack(chart, marks_of, lane, y + 12) if marks_of else _gap(chart.labels[empty], lane, y + 12)
            things += drawn
            ends.append(end)
        y = max(ends) + 8
    return things, y - 4


def _list(chart: Chart, frame: Frame) -> Picture:
    lane = _Lane(frame.x, frame.right - frame.x)
    things: list[Thing] = []
    y = frame.y
    for year, votes, said in _years(chart):
        things += _year(year, frame, y)
        mixed = sorted([*votes, *said], key=lambda mark: chart.labels[f"at:{mark.id}"])
        drawn, y = _stack(chart, mixed, lane, y + 32)
        things += drawn
        for missing, empty in ((said, "no-words"), (votes, "no-vote")):
            if not missing:
                drawn, y = _gap(chart.labels[empty], lane, y)
                things += drawn
        y += 4
    return things, y - 4


def _year(year: str, frame: Frame, y: float) -> list[Thing]:
    line = Rect(frame.x, r(y), r(frame.right - frame.x), 1, "rule")
    return [line, Text(frame.x, r(y + 23), year, 14, "ink", Face.BOLD, tag=Tag(tick=year))]


def _stack(chart: Chart, column: Sequence[Mark], lane: _Lane, y: float) -> tuple[list[Thing], float]:
    """The entries under one another; the y below the last."""
    things: list[Thing] = []
    for mark in column:
        drawn, y = _vote(chart, mark, lane, y) if mark.id.startswith("vote:") else _quote(chart, mark, lane, y)
        things += drawn
    return things, y


def _gap(text: str, lane: _Lane, y: float) -> tuple[list[Thing], float]:
    lines = metrics.wrap(text, 12, Face.REGULAR, lane.width * 0.985)
    return [Text(lane.x, r(y + 12 + 16 * at), line, 12, "muted") for at, line in enumerate(lines)], y + 16 * len(lines) + 8


def _vote(chart: Chart, mark: Mark, lane: _Lane, y: float) -> tuple[list[Thing], float]:
    """Swatch, option, day and symbol in one line; what was voted on below."""
    tag = Tag(f"label:{mark.id}", member=mark.member)
    x = lane.x + SWATCH + 8
    things: list[Thing] = [
        *_swatch(mark, lane.x, y + 1),
        Text(r(x), r(y + 12), mark.label, 13, "ink", Face.SEMIBOLD, tag=tag),
    ]
    after = x + metrics.width(mark.label, 13, Face.SEMIBOLD) + 8
    things.append(Text(r(after), r(y + 12), chart.labels[f"head:{mark.id}"], 12, "muted"))
    y += 14
    for line in metrics.wrap(chart.labels[f"title:{mark.id}"], 12, Face.REGULAR, (lane.x + lane.width - x) * 0.985):
        y += 15.5
        things.append(Text(r(x), r(y), line, 12, "ink"))
    return things, y + 14


def _swatch(mark: Mark, x: float, y: float) -> list[Thing]:
    """The option as a small mark: square for a ballot that was cast, with a cross for no; a ring for none."""
    tag = Tag(mark.id, member=mark.member, option=mark.option)
    middle = SWATCH / 2
    if mark.role not in ("yes", "no", "abstain"):
        return [Circle(r(x + middle), r(y + middle), 5, mark.role, tag)]
    square = Rect(r(x), r(y), SWATCH, SWATCH, mark.role, tag)
    return [square, *([cross(r(x + middle), r(y + middle), 6, cue_role_on("no"))] if mark.role == "no" else [])]


def _quote(chart: Chart, mark: Mark, lane: _Lane, y: float) -> tuple[list[Thing], float]:
    """The exact words beside a bar, then who said them and when."""
    marks_of = Marks(chart.labels["open"], chart.labels["close"])
    things, y = quotation(mark.label, marks_of, lane.x, y, lane.width, 15.5, mark.id, Face.SERIF_REGULAR)
    for line in metrics.wrap(chart.labels[f"by:{mark.id}"], 12, Face.REGULAR, lane.width * 0.985):
        y += 16
        things.append(Text(lane.x, r(y), line, 12, "muted"))
    return things, y + 16
