"""What one release of a site says, as values by record: the memory against which a silent correction shows.

The file `published.json` at the root of every release holds it: wherever a release lies, the next can be compared with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from tellers.model.series import Correction

PATH = "published.json"
FORMAT = 1


class NotAnEdition(ValueError):
    """The bytes are not a `published.json` of a format that this version reads."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Published values by record and field, and the corrections that were signed by then.

    A vote's fields are what its file states (`outcome`, `stated.yes`, `roll.digest`) and the numbers that follow from it
    (`tally.yes`, `tally.yes.africa`, `members`, `needed`).
    """

    records: Mapping[str, Mapping[str, str]]
    corrections: tuple[Correction, ...]


def dump(edition: Edition) -> bytes:
    """The edition as JSON, a line a record so that two of them can be compared by eye."""
    rows = [f"{_line(record)}: {_line(dict(sorted(fields.items())))}" for record, fields in sorted(edition.records.items())]
    signed = [_line(entry.model_dump(mode="json", by_alias=True)) for entry in edition.corrections]
    head = f'{{"format": {FORMAT},\n"corrections": [{_lines(signed)}],\n"records": {{{_lines(rows)}}}}}\n'
    return head.encode()


def load(raw: bytes) -> Edition:
    """The edition in the bytes; raises NotAnEdition with the reason when it is none."""
    try:
        said = json.loads(raw)
        if said["format"] != FORMAT:
            raise NotAnEdition(f"format {said['format']!r}, this version reads {FORMAT}")
        records = {str(record): _fields(fields) for record, fields in said["records"].items()}
        return Edition(records, tuple(Correction.model_validate(row) for row in said["corrections"]))
    except NotAnEdition:
        raise
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError, ValidationError) as error:
        raise NotAnEdition(f"{type(error).__name__}: {error}") from error


def _fields(value: Any) -> dict[str, str]:
    return {str(field): str(text) for field, text in value.items()}


def _lines(rows: list[str]) -> str:
    return "\n" + ",\n".join(rows) + "\n" if rows else ""


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
