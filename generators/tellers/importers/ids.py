"""Ids of imported votes: the symbol with `/` as `_`, in lower case; the record's own id besides where a symbol recurs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tellers.importers.found import FoundVote

_RESOLUTION = re.compile(r"^(?:[AS]/RES/|R/)")
_YEAR = re.compile(r"^(S/RES/\d+) ?\(\d{4}\)$")


def vote_ids(body: str, votes: Sequence[FoundVote]) -> list[str]:
    """An id below content/votes/ for each vote: `un-ga/es-11_7` for A/RES/ES-11/7 of the General Assembly."""
    stems = ["" if vote.own_id else stem_of(vote.symbol or "") for vote in votes]
    times = Counter(stems)
    return [f"{body}/{_stem(stem, vote.record, times[stem])}" for stem, vote in zip(stems, votes, strict=True)]


def _stem(stem: str, record: str, times: int) -> str:
    if not stem:
        return f"record-{slug(record)}" if record.isdigit() else slug(record)
    return stem if times == 1 else f"{stem}-{slug(record)}"


def stem_of(symbol: str) -> str:
    """The symbol without what every resolution's begins with: `es-11_7`, `2774`, `s_2022_155`."""
    return slug(_RESOLUTION.sub("", _YEAR.sub(r"\1", symbol)))


def slug(text: str) -> str:
    """Letters, digits and dashes of the text in lower case, everything else an underscore."""
    return re.sub(r"[^a-z0-9-]+", "_", text.casefold()).strip("_")[:100]
