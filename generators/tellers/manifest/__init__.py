"""The figure's description of itself: what it claims, and which mark carries which claim.

Shared by the writer and by the independent reader, therefore free of drawing, counting and wording: it only knows the
shape of the JSON that a figure carries in its SVG `<metadata>` or in its PNG's iTXt chunk `tellers`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any

FORMAT = 1
KEYWORD = "tellers"


class NotAManifest(ValueError):
    """The text is not a manifest of a format that this version reads."""


@dataclass(frozen=True, slots=True)
class Input:
    """A record that the figure was made from, with the digest of its canonical JSON."""

    record: str
    digest: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim: `says` what, `of` which records, with which value (fractions are written `a/b`)."""

    id: str
    says: str
    of: Mapping[str, str]
    value: int | str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A drawn mark and the id of the claim that it carries."""

    id: str
    role: str
    claim: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a figure says about itself; `words` has title, subtitle, alt, desc and source."""

    figure: str
    kind: str
    width: int
    theme: str
    inputs: tuple[Input, ...]
    claims: tuple[ClaimLine, ...]
    marks: tuple[MarkLine, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    site: Mapping[str, str] = field(default_factory=dict)
    """Licence, canonical address and name of the site that published the figure."""


def dump(manifest: Manifest) -> str:
    """Canonical JSON of the manifest: sorted keys, no spaces, one line.

    Written by hand, for a figure has hundreds of claims and marks and is written down ten times.
    """
    claims = ",".join([_claim_json(row) for row in manifest.claims])
    inputs = ",".join([_input_json(row) for row in manifest.inputs])
    marks = ",".join([_mark_json(row) for row in manifest.marks])
    return (
        f'{{"claims":[{claims}],"figure":{quoted(manifest.figure)},"format":{FORMAT},"inputs":[{inputs}],'
        f'"kind":{quoted(manifest.kind)},"marks":[{marks}],"site":{_texts_json(manifest.site)},'
        f'"theme":{quoted(manifest.theme)},"width":{manifest.width},"words":{_texts_json(manifest.words)}}}'
    )


@lru_cache(maxsize=32)
def load(text: str) -> Manifest:
    """The manifest in the text; raises NotAManifest with the reason when it is not one.

    The files of one figure have the same text in them, and are read one after the other.
    """
    try:
        raw = json.loads(text)
        if raw["format"] != FORMAT:
            raise NotAManifest(f"format {raw['format']!r}, this version reads {FORMAT}")
        return Manifest(
            figure=_text(raw["figure"]),
            kind=_text(raw["kind"]),
            width=_number(raw["width"]),
            theme=_text(raw["theme"]),
            inputs=tuple(Input(**_texts(row)) for row in raw["inputs"]),
            claims=tuple(_claim(**row) for row in raw["claims"]),
            marks=tuple(MarkLine(**_texts(row)) for row in raw["marks"]),
            words=_texts(raw["words"]),
            site=_texts(raw.get("site", {})),
        )
    except NotAManifest:
        raise
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise NotAManifest(f"{type(error).__name__}: {error}") from error


def digest_of_inputs(inputs: tuple[Input, ...]) -> str:
    """The figure's data digest: SHA-256 of a line for each input in order, its record and its digest.

    The first 16 hexadecimal digits stand in `data-digest`, the first eight in the footer.
    """
    joined = "\n".join(f"{row.record} {row.digest}" for row in inputs)
    return hashlib.sha256(joined.encode()).hexdigest()


_FRACTION = re.compile(r"[0-9]{1,6}/[1-9][0-9]{0,5}")
_COUNTED = frozenset({"tally", "shift", "threshold", "count"})
_SHARED = frozenset({"share", "agreement"})


def _claim(id: Any, says: Any, of: Any, value: Any) -> ClaimLine:
    shown = value if isinstance(value, str) and says not in _COUNTED else _number(value)
    if says in _SHARED and not _FRACTION.fullmatch(_text(value)):
        raise ValueError(f"{value!r:.60} is no fraction")
    return ClaimLine(_text(id), _text(says), _texts(of), shown)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.60} is no text")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{value!r:.60} is no whole number")
    return value


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r:.60} has no fields")
    for text in value.values():
        _text(text)
    return value


def _claim_json(row: ClaimLine) -> str:
    value = row.value if isinstance(row.value, int) else quoted(row.value)
    return f'{{"id":{quoted(row.id)},"of":{_texts_json(row.of)},"says":{quoted(row.says)},"value":{value}}}'


def _input_json(row: Input) -> str:
    return f'{{"digest":{quoted(row.digest)},"record":{quoted(row.record)}}}'


def _mark_json(row: MarkLine) -> str:
    return f'{{"claim":{quoted(row.claim)},"id":{quoted(row.id)},"role":{quoted(row.role)}}}'


def _texts_json(texts: Mapping[str, str]) -> str:
    return "{" + ",".join([key + quoted(texts[name]) for name, key in _keys(tuple(texts))]) + "}"


@lru_cache(maxsize=256)
def _keys(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The names in their order, each with how it is written as a key."""
    return tuple((name, f"{quoted(name)}:") for name in sorted(names))
