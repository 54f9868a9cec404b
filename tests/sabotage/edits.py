"""Random single edits of built files that change the meaning, defined before anything is run.

An edit changes the meaning when a reader of the page, the picture or the data could take away something else:

- a number that is said: a digit in visible words, in a title, description or alternative text, in a bound value, in a claim,
  in machine-readable words (`<meta>`, JSON-LD), in a cell or value of a download;
- a name that is said: a member's name or code put in the place of another's, in words, tags and cells;
- a word that is an option or an outcome, put in the place of another: yes, no, abstain, adopted, in favour, against;
- a fill: the role of a mark, chip or key exchanged, a colour of a figure's own style changed;
- a place or size of a mark, or the place of a label that belongs to a mark, by 4 px or more;
- a thing left out: a mark, a label, a row of a table, a bound value; or put in twice: a mark, a row.

It does not change the meaning, and is no edit here, when it touches white space, the order of attributes, ids of headings,
addresses made of them, names of style classes that paint nothing, the place of words that belong to no mark, or moves a
thing by less than 4 px.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Cut = tuple[int, int, str]
"""From where to where the text is replaced, and by what."""

NAMES = ("Ålund", "Brückstein", "Lower Weir", "Narrow Pass", "Nordby", "Onward", "Quillon", "Pellmouth", "Ostmill")
CODES = ("ALU", "BRU", "HAY", "LOW", "NA", "NO", "ON", "OST", "PEL", "QUI")
ROLES = ("yes", "no", "abstain", "absent", "not-voting")
SAID = (
    ("Yes", "No"), ("No", "Yes"), ("Abstain", "Yes"), ("in favour", "against"), ("against", "in favour"),
    ("Adopted", "Not adopted"), ("Not adopted", "Adopted"), ("adopted", "did not adopt"), ("Absent", "No"),
)  # fmt: skip
_ENTITY = re.compile(r"&[#\w]+;")
_TEXT = re.compile(r">([^<>]+)<")
_SAID_ATTRIBUTE = re.compile(r'\b(?:value|data-claim|data-member|data-option|data-tick|content|alt|aria-label)="([^"]*)"')
_MARK = re.compile(r'<(rect|circle|path|line)\b[^>]*\bdata-mark="(?!label)[^"]*"[^>]*/>')
_LABEL = re.compile(r'<text\b[^>]*\bdata-mark="label:[^"]*"[^>]*>[^<]*</text>')


@dataclass(frozen=True)
class Edited:
    """A text after one edit, and what the edit was."""

    text: str
    what: str


def edit(path: str, text: str, chance: random.Random) -> Edited | None:
    """One edit of the file that changes its meaning, of a kind that the file has places for."""
    kinds = list(_KINDS[path.rsplit(".", 1)[-1]])
    chance.shuffle(kinds)
    for kind in kinds:
        cuts = kind(text)
        if cuts:
            start, end, new = cuts[chance.randrange(len(cuts))]
            new = _resolved(new, text[start:end], chance)
            before, after = text[max(0, start - 70) : start], text[end : end + 40]
            what = f"{kind.__name__.strip('_')}: …{before}[{text[start:end]} → {new}]{after}…"
            return Edited(text[:start] + new + text[end:], " ".join(what.split()))
    return None


def _resolved(new: str, old: str, chance: random.Random) -> str:
    """What a placeholder in a cut stands for, drawn now: another digit, name, code, role, or a move."""
    if new == "\0digit":
        return chance.choice([digit for digit in "0123456789" if digit != old])
    if new == "\0name":
        return chance.choice([name for name in NAMES if name != old])
    if new == "\0code":
        return chance.choice([code for code in CODES if code != old])
    if new == "\0role":
        return chance.choice([role for role in ROLES if role != old])
    if new == "\0move":
        return f"{float(old) + chance.choice([-60, -25, -9, -4, 4, 9, 25, 60]):g}"
    if new == "\0twice":
        return old + old
    return new


def _spans(text: str) -> list[tuple[int, int]]:
    """Where a page or picture says something: words between tags, and the attributes that say or bind."""
    start, end = _seen(text)
    spans = [found.span(1) for found in _TEXT.finditer(text, start, end)]
    spans += [found.span(1) for found in _SAID_ATTRIBUTE.finditer(text, start, end)]
    spans += [found.span(1) for found in re.finditer(r"<title>([^<]*)<", text)]
    head = text.find("</head>")
    if head > 0:
        spans += [f.span(1) for f in re.finditer(r'<meta (?:name="description"|property="og:(?:title|description|image:alt)")[^>]* content="([^"]*)"', text[:head])]  # fmt: skip  # noqa: E501
        spans += [f.span(1) for f in re.finditer(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)]
    hidden = [f.span() for f in re.finditer(r'<a class="headerlink".*?</a>|<style.*?</style>', text, re.DOTALL)]
    return [span for span in spans if not any(a <= span[0] < b for a, b in hidden)]


def _seen(text: str) -> tuple[int, int]:
    """The article of a page; the whole of a picture."""
    if "<article" not in text:
        return 0, len(text)
    return text.find("<article"), text.find("</article>")


def _digits(text: str) -> list[Cut]:
    out: list[Cut] = []
    for start, end in _spans(text):
        entities = [f.span() for f in _ENTITY.finditer(text, start, end)]
        out += [
            (at, at + 1, "\0digit")
            for at in range(start, end)
            if text[at] in "0123456789" and not any(a <= at < b for a, b in entities)
        ]
    return out


def _words(text: str, names: Sequence[str], new: str) -> list[Cut]:
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    return [(*found.span(), new) for start, end in _spans(text) for found in pattern.finditer(text, start, end)]


def _names(text: str) -> list[Cut]:
    return _words(text, NAMES, "\0name")


def _codes(text: str) -> list[Cut]:
    return _words(text, CODES, "\0code")


def _options(text: str) -> list[Cut]:
    out: list[Cut] = []
    for old, new in SAID:
        out += _words(text, [old], new)
    return out


def _roles(text: str) -> list[Cut]:
    start, end = _seen(text)
    inside = re.compile(rf'<(?:rect|circle|path|line)\b[^>]*class="({"|".join(ROLES)})"[^>]*data-mark=')
    also = re.compile(rf'<(?:rect|circle|path|line)\b[^>]*data-mark=[^>]*class="({"|".join(ROLES)})"')
    chips = re.compile(rf'class="tl-chip tl-({"|".join(ROLES)})"')
    return [(*f.span(1), "\0role") for pattern in (inside, also, chips) for f in pattern.finditer(text, start, end)]


def _colours(text: str) -> list[Cut]:
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    if style is None:
        return []
    found = re.finditer(r"#[0-9a-f]{6}", text[style.start(1) : style.end(1)])
    return [(style.start(1) + f.start(), style.start(1) + f.end(), "#7a1f5c") for f in found]


def _places(text: str) -> list[Cut]:
    """Coordinates of marks, and of labels that belong to a mark."""
    out: list[Cut] = []
    for shape in [*_MARK.finditer(text), *_LABEL.finditer(text)]:
        for number in re.finditer(r' (?:x|y|cx|cy|width|height|r|x1|x2|y1|y2)="(-?[\d.]+)"', shape.group().split(">")[0]):
            at = shape.start() + number.start(1)
            out.append((at, at + len(number[1]), "\0move"))
    return out


def _shapes_left_out(text: str) -> list[Cut]:
    return [(*shape.span(), "") for shape in [*_MARK.finditer(text), *_LABEL.finditer(text)]]


def _shapes_twice(text: str) -> list[Cut]:
    return [(*shape.span(), "\0twice") for shape in _MARK.finditer(text)]


def _parts(text: str) -> list[tuple[int, int]]:
    start, end = _seen(text)
    pattern = re.compile(r"<tr><t[hd](?:(?!</tr>).)*</tr>|<data\b[^>]*>[^<]*</data>", re.DOTALL)
    return [found.span() for found in pattern.finditer(text, start, end)]


def _parts_left_out(text: str) -> list[Cut]:
    return [(*span, "") for span in _parts(text)]


def _rows_twice(text: str) -> list[Cut]:
    return [(*span, "\0twice") for span in _parts(text) if text.startswith("<tr", span[0])]


def _cells(text: str) -> list[Cut]:
    """Cells of a CSV and values of JSON: a digit, a code, an option in place of another."""
    out: list[Cut] = [(f.start(), f.end(), "\0digit") for f in re.finditer(r"(?<=\d)\d|(?<=[:\s\"])\d", text)]
    out += [(*f.span(), "\0role") for f in re.finditer(rf"(?<=[,\"])(?:{'|'.join(ROLES)})(?=[\"\n])", text)]
    out += [(*f.span(), "\0code") for f in re.finditer(rf"(?<![\w])(?:{'|'.join(CODES)})(?=[\",])", text)]
    out += [(*f.span(), "\0name") for f in re.finditer("|".join(NAMES), text)]
    return out


def _lines_left_out(text: str) -> list[Cut]:
    return [(f.start(), f.end(), "") for f in re.finditer(r"(?<=\n)[^\n]+\n", text)]


Kind = Callable[[str], list[Cut]]
_PAGE: tuple[Kind, ...] = (_digits, _names, _codes, _options, _roles, _parts_left_out, _rows_twice)
_PICTURE: tuple[Kind, ...] = (
    _digits, _names, _codes, _options, _roles, _colours, _places, _shapes_left_out, _shapes_twice,
)  # fmt: skip
_KINDS: dict[str, tuple[Kind, ...]] = {
    "html": _PAGE,
    "svg": _PICTURE,
    "csv": (_cells, _cells, _lines_left_out),
    "json": (_cells,),
}
