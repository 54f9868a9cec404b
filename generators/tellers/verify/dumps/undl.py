"""Voting data of the UN Digital Library: a row a ballot, the facts of the vote repeated in each.

Columns were renamed in March 2025, and `vote_note` was added in July. A vote is known by its record, its resolution and its
day together, because some records have no number here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from tellers.verify.dumps.call import Call, People, Period, Voter
from tellers.verify.dumps.cells import iso_day, numbers, session_of
from tellers.verify.dumps.table import tables_of

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "Y": ("yes",), "N": ("no",), "A": ("abstain",), "X": ("not-voting",), "NV": ("not-voting",), "": ("not-voting",),
}  # fmt: skip
SILENT = False
_BEFORE_2025 = {
    "ms_code": "ms_codes", "ms_name": "ms_names", "ms_vote": "ms_votes", "resolution": "resolutions", "total_yes": "yes",
    "total_no": "no", "total_abstentions": "abstentions", "total_non_voting": "non-voting",
}  # fmt: skip
_TOTALS = {
    "yes": "total_yes", "no": "total_no", "abstain": "total_abstentions", "not-voting": "total_non_voting",
}  # fmt: skip
_FACTS = ("undl_id", "resolution", "date", "draft", "title", "description", "session", "vote_note", *_TOTALS.values())
_ALSO = {
    "DEU": ("DEU", "GER"), "SRB": ("SRB", "SCG"), "RUS": ("RUS", "SUN"), "UAR": ("EGY",), "HVO": ("BFA",), "ZAR": ("COD",),
    "I07": ("EAZ",), "I08": ("TZA",), "BYS": ("BLR",), "BUR": ("MMR",), "ROM": ("ROU",), "TMP": ("TLS",), "DHY": ("BEN",),
    "RHO": ("ZWE",),
}  # fmt: skip
"""Members that a code can be where the register has another code, or two: one of them alone has a seat on the day."""

_CALLED = {
    "germany federal republic of": "GER", "union of soviet socialist republics": "SUN",
    "byelorussian soviet socialist republic": "BLR", "ukrainian soviet socialist republic": "UKR",
    "netherlands kingdom of the": "NLD", "swaziland": "SWZ", "macedonia": "MKD",
    "united kingdom of great britain and northern ireland": "GBR", "united states of america": "USA",
}  # fmt: skip


def read_calls(files: list[bytes]) -> list[Call]:
    """Every vote in the order of its first row."""
    (table,) = tables_of(files)
    asked = ("ms_code", "ms_name", "ms_vote", *_FACTS)
    found: dict[tuple[str, ...], Call] = {}
    same: dict[str, str] = {}
    for code, name, word, *cells in table.rows(*(_column(column, table.head) for column in asked)):
        vote = tuple(cells[:3])
        call = found.get(vote)
        if call is None:
            call = found[vote] = _call(dict(zip(_FACTS, cells, strict=True)), "session" in table.head)
        voter = f"{code}\t{name}"
        call.ballots.append((same.setdefault(voter, voter), same.setdefault(word, word)))
    return list(found.values())


def _column(name: str, head: list[str]) -> str:
    return name if name in head else _BEFORE_2025.get(name, name)


def _call(row: dict[str, str], has_session: bool) -> Call:
    record, symbol, draft = row["undl_id"].removesuffix(".0"), row["resolution"].strip(), row["draft"].strip()
    day, note = iso_day(row["date"]), _composed(row["vote_note"]).strip()
    return Call(
        number=record or f"{symbol or draft}_{day}", symbol=symbol or draft, title=_title(row) or symbol or draft, date=day,
        kind="resolution" if symbol or not draft else "draft",
        session=session_of(row["session"] if has_session else _session_in(symbol)), topics=[],
        stated=numbers({option: row[column] for option, column in _TOTALS.items()}),
        outcome="adopted" if "/RES/" in symbol else "unknown", note=f"Note in the source: {note}" if note else "",
    )  # fmt: skip


def _title(row: dict[str, str]) -> str:
    """The title up to what the catalogue says of the document: `Aggression against Ukraine`."""
    text = _composed(row["title"] or row["description"]).strip()
    return re.sub(r" ?: (draft )?resolution( /.*)?$", "", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _session_in(symbol: str) -> str:
    """The session in `A/RES/ES-11/1`, of files that have no column for it."""
    parts = symbol.split("/")
    return parts[2] if len(parts) > 3 and re.fullmatch(r"(E?S-)?\d+", parts[2]) else ""


def voter(written: str, people: People) -> Voter:
    """The members of a code, or of a name without one; nobody where the two are of different members."""
    code, _, name = (part.strip() for part in written.partition("\t"))
    coded = [member for member in _ALSO.get(code, (code,)) if member in people]
    called = _by_name(tuple((member, *names) for member, names in people.items())).get(_bare(name), [])
    if code and called and not set(called) & set(coded):
        coded = []
    return Voter(f"{code} {name}".strip(), tuple(Period(member) for member in (coded if code else called)))


@cache
def _by_name(people: tuple[tuple[str, ...], ...]) -> dict[str, list[str]]:
    """Members by each name that they ever had, as `_bare` has it, and by what the Library calls them."""
    found: dict[str, list[str]] = {}
    known = {member for member, *_ in people}
    for member, *names in people:
        for name in names:
            for key in {_bare(name), _bare(re.sub(r"^[Tt]he |\s*\([Tt]he\)$", "", name))}:
                found.setdefault(key, []).append(member)
    for name, member in _CALLED.items():
        if member in known:
            found.setdefault(name, []).append(member)
    return {name: list(dict.fromkeys(members)) for name, members in found.items()}


@cache
def _bare(name: str) -> str:
    """Letters and digits in lower case, without accents, marks and abbreviations."""
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    words = re.findall(r"\w+", letters.replace("&", " and ").replace("’", "'"))
    return " ".join("saint" if word == "st" else word for word in words)
