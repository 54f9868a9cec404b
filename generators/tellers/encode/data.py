"""Text for formats that programs read: XML, JSON in a script, YAML, BibTeX, CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tellers.encode.markup import Html, markup
from tellers.encode.text import clean

_FORMULA = re.compile(r"^\s*[=+\-@|%＝＋－＠]")
_TEX = {character: "\\" + character for character in "#$%&_"} | {
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", '"': r"\textquotedbl{}",
}  # fmt: skip
_RAW_JSON = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_SPACED = re.compile(r"( +)")
_KEY = re.compile(r"[a-z_]+")


class ScriptJson(str):
    """Finished JSON for a `<script>` element."""

    __slots__ = ()


def xml(text: str) -> str:
    """Text for an SVG or XML element or a double-quoted attribute."""
    return _entities(clean(text))


def kept(text: str) -> str:
    """Text for a `<textarea>` of a page that no Markdown goes through: lines and spaces stay as they are."""
    lines = ("".join(clean(part) if part.strip() else part for part in _SPACED.split(line)) for line in text.splitlines())
    return "\n".join(lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def bibtex(text: str) -> str:
    """Text for a field of BibTeX in braces: what TeX would obey is written as a character."""
    return "".join(_TEX.get(character, character) for character in clean(text))


def script_json(value: Any) -> ScriptJson:
    """JSON for a `<script>` element of HTML: nothing in it can close the element or open a comment."""
    return ScriptJson(_without_tags(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))))


def _without_tags(text: str) -> str:
    return _RAW_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def yaml_scalar(text: str) -> str:
    """Text as a double-quoted scalar on one line of YAML, which every reader of YAML takes for the same string."""
    return json.dumps(clean(text), ensure_ascii=False)


def front_matter(fields: Mapping[str, object]) -> str:
    """A YAML front matter whose texts are encoded as markup, because themes print them raw."""
    return "---\n" + "".join(f"{_key(name)}: {_flow(value)}\n" for name, value in fields.items()) + "---\n"


def _key(name: str) -> str:
    if not _KEY.fullmatch(name):
        raise ValueError(f"no key of a front matter: {name[:60]!r}")
    return name


def _flow(value: object) -> str:
    """The value in YAML's flow style, which is JSON."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(name)}: {_flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return json.dumps(str(value) if isinstance(value, Html | ScriptJson) else str(markup(value)), ensure_ascii=False)
    return json.dumps(value)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str | int | Decimal]]) -> str:
    """A CSV (RFC 4180, LF) in which no cell is a formula to a spreadsheet: such cells begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: str | int | Decimal) -> str:
    text = clean(str(value))
    return "'" + text if isinstance(value, str) and _FORMULA.match(text) else text
