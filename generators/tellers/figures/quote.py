"""Quote: exact words with who said them, in which office, on which day, and where they were published.

The words are set whole, never shortened. Read back: the lines put together again are the text of the record.
"""

from __future__ import annotations

from dataclasses import dataclass

from tellers.claims import Claim, Mark, Said, Says, Sentence
from tellers.claims.words import Words, figures, quotes
from tellers.figures.card import EDGE, HEIGHT, INNER, WIDTH, fitted, foot
from tellers.figures.chart import Chart, Table
from tellers.figures.drawing import Drawing, Rect, Tag, Text, Thing
from tellers.figures.furniture import PAD, PHONE
from tellers.figures.placing import r
from tellers.look import metrics
from tellers.look.metrics import Face
from tellers.manifest import Input, digest_of_inputs
from tellers.model import Content, Quote

SUBJECT = "quote"
WIDTHS = (360, 700, 1200)
MARK = "quote:text"
ALT = 150
LEAD = 1.32
"""Distance of the base lines of the words, in font sizes."""


def subjects(content: Content) -> list[str]:
    """Every quote."""
    return list(content.quotes)


def marks(subject: str, content: Content, words: Words) -> Chart:
    """One mark, a bar beside the words, which carries the claim that these are the words."""
    quote = content.quotes[subject]
    speaker = content.speakers[quote.speaker]
    office = quotes.office(words, speaker.role_on(quote.date))
    claim = text_claim(quote)
    record = f"quotes/{subject}"
    inputs = tuple(Input(name, content.digests[name]) for name in (record, f"speakers/{speaker.id}"))
    day = Said(words.day(quote.date), Claim.make(Says.DATE, quote.date, record=record, field="date"))
    said = Said(quote.text, claim)
    whole = quotes.alt(words, speaker=speaker.name, day=quote.date, text=quote.text)
    brief = quotes.alt_without_words(words, speaker=speaker.name, office=office, day=quote.date)
    return Chart(
        figure=f"{subject}.quote",
        kind="quote",
        inputs=inputs,
        title=quotes.title(words, speaker=speaker.name, day=day),
        subtitle=Sentence.of(office),
        alt=whole if len(whole) <= ALT else brief,
        desc=whole,
        source=quotes.source(words, content.sources[quote.anchor.source]),
        marks=(Mark(MARK, "accent", claim, quote.text),),
        table=Table(
            (words.text("Speaker"), words.text("Day"), words.text("Words")),
            ((speaker.name, Sentence.of(day), quotes.quoted(words, said)),),
        ),
        labels={
            "speaker": speaker.name,
            "office": office,
            "day": words.day(quote.date),
            "context": quote.context or "",
            "language": _language(quote, words),
            "open": quotes.opening(words),
            "close": quotes.closing(words),
            "site": content.site.name,
            "mark": figures.data_mark(words, digest_of_inputs(inputs), content.site.name),
        },
    )


def text_claim(quote: Quote) -> Claim:
    """The claim that the record of the quote has these words."""
    return Claim.make(Says.TEXT, quote.text, record=f"quotes/{quote.id}", field="text")


def _language(quote: Quote, words: Words) -> str:
    original = quote.original
    if original is None or original.language in ("unknown", quote.language):
        return ""
    return quotes.translated(words, language=words.language(quote.language), original=words.language(original.language))


# Drawing ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Marks:
    """The opening and the closing mark of a quotation."""

    open: str
    close: str


SIZES = ((350, (27.0, 20.0)), (550, (22.0, 17.0)), (850, (18.0, 14.5)), (1100, (15.0, 13.0)), (1 << 30, (13.0, 12.0)))
"""Up to how many letters the words are how large, on pages and on phones: the longer, the smaller."""


def draw(chart: Chart, width: int) -> Drawing:
    """The words, large; below them the speaker and the source. At 1200 pixels a card of fixed height."""
    return _card(chart) if width == WIDTH else _column(chart, width)


def _column(chart: Chart, width: int) -> Drawing:
    wide, narrow = next(sizes for most, sizes in SIZES if len(_text(chart)) <= most)
    size = narrow if width < PHONE else wide
    inner = width - 2 * PAD
    things, y = quotation(_text(chart), _marks(chart), PAD, PAD, inner, size, MARK)
    y += 12
    lines = [
        ("speaker", 15, Face.SEMIBOLD, "ink", 22), ("office", 13, Face.REGULAR, "muted", 18),
        ("day", 13, Face.REGULAR, "muted", 18), ("context", 12.5, Face.REGULAR, "muted", 17),
        ("language", 12.5, Face.REGULAR, "muted", 17),
    ]  # fmt: skip
    for name, points, face, role, lead in lines:
        y += 8 if name == "context" and chart.labels[name] else 0
        for line in metrics.wrap(chart.labels[name], points, face, inner * 0.985):
            y += lead
            things.append(Text(PAD, r(y), line, points, role, face))
    y += 10
    for text in (chart.source, chart.labels["mark"]):
        for line in metrics.wrap(text, 11, Face.REGULAR, inner * 0.985):
            y += 15.5
            things.append(Text(PAD, r(y), line, 11, "muted"))
    return Drawing(width, round(y + PAD), tuple(things))


def _card(chart: Chart) -> Drawing:
    """The words as large as they fit, speaker and office below them, source and site at the foot."""
    at_foot = foot(chart.source, chart.labels["site"])
    highest = min(thing.y for thing in at_foot if isinstance(thing, Text))
    points, office = fitted(chart.labels["office"], Face.REGULAR, (26, 24, 22), INNER, 40, 1.3)
    things: list[Thing] = []
    y = highest - 44
    for line in reversed(office):
        things.insert(0, Text(EDGE, r(y), line, points, "muted"))
        y -= points * 1.3
    y -= 6
    speaker = chart.labels["speaker"]
    after = EDGE + metrics.width(speaker, 32, Face.SEMIBOLD) + 18
    things.append(Text(EDGE, r(y), speaker, 32, "ink", Face.SEMIBOLD))
    things.append(Text(r(after), r(y), chart.labels["day"], 26, "muted"))
    top, room = EDGE - 8, y - 32 - 24 - (EDGE - 8)
    sizes = (size for size in range(64, 26, -2) if _height(_text(chart), _marks(chart), INNER, size) <= room)
    said, _ = quotation(_text(chart), _marks(chart), EDGE, top, INNER, next(sizes, 26), MARK)
    return Drawing(WIDTH, HEIGHT, tuple(said + things + at_foot))


def _text(chart: Chart) -> str:
    return chart.by_id[MARK].label


def _marks(chart: Chart) -> Marks:
    return Marks(chart.labels["open"], chart.labels["close"])


def quotation(
    text: str, marks: Marks, x: float, y: float, width: float, size: float, mark: str, face: Face = Face.SERIF
) -> tuple[list[Thing], float]:
    """A bar and beside it the exact words in lines, the opening mark outside their left edge; the y of its lower edge.

    The marks are texts of their own: the lines tagged with the label of `mark`, joined by spaces, are the text.
    """
    left = x + _indent(marks, size)
    lines = _lines(text, marks, width, size, face)
    lead = size * LEAD
    height = lead * len(lines)
    things: list[Thing] = [Rect(x, r(y), 3 if size < 30 else 6, r(height), "accent", Tag(mark))]
    base = y + lead * 0.5 + metrics.x_height(size, face) * 0.62
    things.append(Text(r(left - metrics.width(marks.open, size, face) - 1), r(base), marks.open, size, "muted", face))
    for line in lines:
        things.append(Text(r(left), r(base), line, size, "ink", face, tag=Tag(f"label:{mark}")))
        base += lead
    end = left + metrics.width(lines[-1], size, face) + 1
    things.append(Text(r(end), r(base - lead), marks.close, size, "muted", face))
    return things, y + height


def _lines(text: str, marks: Marks, width: float, size: float, face: Face) -> tuple[str, ...]:
    close = metrics.width(marks.close, size, face)
    return metrics.wrap(text, size, face, (width - _indent(marks, size) - close) * 0.985)


def _height(text: str, marks: Marks, width: float, size: float) -> float:
    return size * LEAD * len(_lines(text, marks, width, size, Face.SERIF))


def _indent(marks: Marks, size: float) -> float:
    return (3 if size < 30 else 6) + size * 0.35 + metrics.width(marks.open, size, Face.SERIF) + 1
