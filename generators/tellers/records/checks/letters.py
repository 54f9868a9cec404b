"""Whether the figures' fonts have every letter of what is drawn around a quote; a box in place of a letter is no word."""

from __future__ import annotations

from tellers.formats.yaml import Key
from tellers.look.metrics import MEASURES, Face
from tellers.records.checks.references import Lookup

_QUOTED, _PLAIN, _STRONG = (Face.SERIF, Face.SERIF_REGULAR), (Face.REGULAR,), (Face.REGULAR, Face.SEMIBOLD)


def check_letters(look: Lookup) -> None:
    """The words of every quote and its context, and the names of its speaker, offices and source."""
    content = look.content
    in_script = "write a translation as `text`, and these words under `original`"
    for id, quote in content.quotes.items():
        _check(look, f"quotes/{id}", ("text",), quote.text, _QUOTED, in_script)
        _check(look, f"quotes/{id}", ("context",), quote.context or "", _PLAIN, "write it in Latin letters")
    for id, speaker in content.speakers.items():
        _check(look, f"speakers/{id}", ("name",), speaker.name, _STRONG, "write the name in Latin letters")
        for position, role in enumerate(speaker.roles):
            for field, text in (("title", role.title), ("organisation", role.organisation)):
                _check(look, f"speakers/{id}", ("roles", position, field), text, _PLAIN, "write it in Latin letters")
    for id in sorted({quote.anchor.source for quote in content.quotes.values()} & content.sources.keys()):
        source = content.sources[id]
        for field, text in (("publisher", source.publisher), ("title", source.title)):
            _check(look, f"sources/{id}", (field,), text, _PLAIN, "write it in Latin letters")


def _check(look: Lookup, record: str, key: Key, text: str, faces: tuple[Face, ...], do: str) -> None:
    missing = next((sign for face in faces for sign in " ".join(text.split()) if sign not in MEASURES[face].advances), None)
    if missing is not None:
        look.wrong(record, key, f'the fonts of figures have no "{missing}" (U+{ord(missing):04X})', do)
