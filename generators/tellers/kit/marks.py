"""What a figure shows, as data: each mark with what it claims, as CSV and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction

from tellers import encode
from tellers.desk import Desk, Picture
from tellers.desk.snippets import snippet_of
from tellers.manifest import ClaimLine, MarkLine


def files(desk: Desk) -> Mapping[str, bytes]:
    """`<id>.csv` and `<id>.json` beside the pictures of each figure."""
    shown = [picture for picture in desk.pictures.values() if picture.heights]
    made = {f"figures/{picture.figure}.csv": csv_of(picture).encode() for picture in shown}
    return made | {f"figures/{picture.figure}.json": json_of(desk, picture).encode() for picture in shown}


def csv_of(picture: Picture) -> str:
    """A line a mark: its name, what is said of which records, and the value.

    A share is written as a decimal number to four places, because spreadsheets take 4/5 for a day; JSON has it exact.
    """
    claimed = list(_claimed(picture))
    keys = list(dict.fromkeys(key for _, claim in claimed for key in claim.of))
    rows = [(mark.id, claim.says, *(claim.of.get(key, "") for key in keys), _cell(claim)) for mark, claim in claimed]
    return encode.csv_text(("mark", "says", *keys, "value"), rows)


def json_of(desk: Desk, picture: Picture) -> str:
    """The words of the figure, its records with their digests, its terms, and its marks with exact values."""
    said = picture.manifest.words
    figure = {
        "figure": picture.figure,
        "title": said["title"],
        "subtitle": said["subtitle"],
        "alt": said["alt"],
        "description": said["desc"],
        "source": said["source"],
        "licence": snippet_of(desk, picture).terms,
        "records": [{"record": row.record, "digest": row.digest} for row in picture.manifest.inputs],
        "marks": [
            {"mark": mark.id, "says": claim.says, "of": dict(claim.of), "value": claim.value}
            for mark, claim in _claimed(picture)
        ],
    }
    return json.dumps(figure, ensure_ascii=False, indent=1) + "\n"


def _claimed(picture: Picture) -> Iterator[tuple[MarkLine, ClaimLine]]:
    claims = {claim.id: claim for claim in picture.manifest.claims}
    yield from ((mark, claims[mark.claim]) for mark in picture.manifest.marks)


def _cell(claim: ClaimLine) -> str | int:
    """The value as spreadsheets read it."""
    if claim.says in ("share", "agreement"):
        return f"{float(Fraction(str(claim.value))):.4f}"
    return claim.value
