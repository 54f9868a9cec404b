"""Single cells of a source: days and numbers, exactly as sources write them; anything else is a problem."""

from __future__ import annotations

import re
from datetime import date

from tellers.problems import Place, Problems

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_COUNT = re.compile(r"0*(\d{1,4})(?:\.0+)?", re.ASCII)


def day_of(text: str, place: Place, field: str, problems: Problems) -> date | None:
    """The day of `2024-03-15`, of `2024-03-15T18:44:00`, or of the American `3/15/2024`."""
    iso, american = _ISO.fullmatch(text.strip()), _AMERICAN.fullmatch(text.strip())
    if iso is not None:
        year, month, day = (int(part) for part in iso.groups())
    elif american is not None:
        month, day, year = (int(part) for part in american.groups())
    else:
        problems.add(place, field, f'"{text}" is no day', "write a day such as 2024-03-15")
        return None
    try:
        return date(year, month, day)
    except ValueError:
        problems.add(place, field, f'"{text}" is no day of the calendar', "compare it with the source")
        return None


def count_of(text: str, place: Place, field: str, problems: Problems) -> int | None:
    """The number of `159`, `159.0` or `011`; None where the cell is empty."""
    if not text.strip():
        return None
    found = _COUNT.fullmatch(text.strip())
    if found is None:
        problems.add(place, field, f'"{text}" is no count', "write one to four digits, 0 to 9")
        return None
    return int(found[1])
