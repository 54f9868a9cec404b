"""What cells of dumps say: a day, a number, the label of a session."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SPECIAL = {"es": "ES-", "emsp": "ES-", "s": "S-", "sp": "S-", "": ""}


def iso_day(text: str) -> str:
    """`2016-12-19` of that day, of an instant on it, or of `12/19/2016`."""
    text = text.strip()
    if "/" in text:
        month, day, year = (int(part) for part in text.split("/"))
        return f"{year}-{month:02}-{day:02}"
    return text[:10]


def numbers(cells: Mapping[str, str]) -> dict[str, str]:
    """Whole numbers by option, of the cells that have one; `159.0` and `011` are ways to write one."""
    return {option: str(int(float(cell))) for option, cell in cells.items() if cell.strip()}


def session_of(text: str) -> str:
    """`79`; `ES-11` of an emergency special session, `S-6` of a special one, in whichever way it is written."""
    found = re.fullmatch(r"(?:(e?s)-?)?(\d\d?)(emsp|sp)?(?:\.0)?", text.strip().lower())
    if found is None:
        return text.strip()
    return f"{_SPECIAL[found[1] or found[3] or '']}{int(found[2])}"
