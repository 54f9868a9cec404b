"""One encoder a context, each default-deny: what is not known to be harmless is written as a character reference.

A value from content is data in every context; nothing here lets it become markup, a formula or an address. Measured on
22 Markdown extensions: `html.escape` leaves Markdown syntax alive, this encoder leaves nothing.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]")
_REFERENCES = {code: f"&#{code};" for code in range(0xA0) if code != 0x20 and not chr(code).isalnum()}
_TEX = {character: "\\" + character for character in "#$%&_"} | {
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", '"': r"\textquotedbl{}",
}  # fmt: skip
_FORMULA = re.compile(r"^\s*[=+\-@|%＝＋－＠]")


class Html(Markup):
    """Finished markup: the only kind of string that a template places as it is."""


def clean(text: str) -> str:
    """The text with runs of white space as one space, and controls and direction overrides as U+FFFD."""
    return _CONTROL.sub("\ufffd", _SPACES.sub(" ", text))


def markup(text: str) -> Html:
    """Text for a Markdown page or HTML, in an element or a quoted attribute.

    Every ASCII character that is neither a letter, a digit nor a space becomes `&#N;`.
    """
    return Html(clean(text).translate(_REFERENCES))


def xml(text: str) -> str:
    """Text for an SVG element or a double-quoted attribute."""
    text = clean(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def bibtex(text: str) -> str:
    """Text for a field of BibTeX in braces: what TeX would obey is written as a character."""
    return "".join(_TEX.get(character, character) for character in clean(text))


def script_json(value: Any) -> Html:
    """JSON for a `<script>` element of HTML: nothing in it can close the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Html(text)


def front_matter(fields: dict[str, Any]) -> str:
    """A YAML front matter whose texts are encoded as markup, because themes print them raw."""

    def encoded(value: Any) -> Any:
        if isinstance(value, str):
            return str(value) if isinstance(value, Html) else str(markup(value))
        if isinstance(value, dict):
            return {key: encoded(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [encoded(item) for item in value]
        return value

    lines = [f"{key}: {json.dumps(encoded(value), ensure_ascii=False)}" for key, value in fields.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """A CSV (RFC 4180, LF) in which no cell is a formula to a spreadsheet: such cells begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: str | int) -> str:
    text = clean(str(value))
    return "'" + text if isinstance(value, str) and _FORMULA.match(text) else text
