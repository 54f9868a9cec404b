"""What all sources of the United Nations have in common: codes of members, labels of sessions, the Library's terms."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tellers.importers.found import Candidate, Origin, Voter
from tellers.importers.voters import Names
from tellers.model import Member, Outcome, Weight
from tellers.problems import Place, Problems

LICENCE = "LicenseRef-UN-noncommercial-attribution"
ATTRIBUTION = "© United Nations; non-commercial use with attribution"

CODES: Mapping[str, tuple[str, ...]] = {
    "DEU": ("DEU", "GER"), "SRB": ("SRB", "SCG"), "RUS": ("RUS", "SUN"), "UAR": ("EGY",), "HVO": ("BFA",),
    "ZAR": ("COD",), "I07": ("EAZ",), "I08": ("TZA",), "BYS": ("BLR",), "BUR": ("MMR",), "ROM": ("ROU",), "TMP": ("TLS",),
    "DHY": ("BEN",), "RHO": ("ZWE",),
}  # fmt: skip
"""Codes that a source may write for a member of another code; which state it was that day, its seat decides.

The Library's authority file has DEU and SRB also for the Federal Republic of Germany and for Serbia and Montenegro, whose
ballots stand under GER and SCG; I07 and I08 are its codes of Zanzibar and Tanganyika.
"""

NAMES: Mapping[str, tuple[str, ...]] = {
    "Germany, Federal Republic of": ("GER",), "Union of Soviet Socialist Republics": ("SUN",),
    "Byelorussian Soviet Socialist Republic": ("BLR",), "Ukrainian Soviet Socialist Republic": ("UKR",),
    "Netherlands (Kingdom of the)": ("NLD",), "Swaziland": ("SWZ",), "Macedonia": ("MKD",),
    "United Kingdom of Great Britain and Northern Ireland": ("GBR",), "United States of America": ("USA",),
    "Holy See": (), "State of Palestine": (),
}  # fmt: skip

_SESSION = re.compile(r"(?:(?P<before>E?S)-?)?(?P<number>\d{1,2})(?P<after>emsp|sp)?(?:\.0)?", re.ASCII | re.IGNORECASE)
_SPECIAL = {"ES": "ES-", "EMSP": "ES-", "S": "S-", "SP": "S-", "": ""}
RECORD = "https://digitallibrary.un.org/record/"


def undl_voter(code: str, name: str, members: Mapping[str, Member], names: Names) -> Voter:
    """The voter of a code and a name; where the two are of different members, it is nobody."""
    codes = CODES.get(code) or ((code,) if code in members else ())
    by_code = tuple(Candidate(known) for known in codes if known in members)
    by_name = names.voter(name).candidates if name else ()
    text = f"{code} {name}".strip()
    if not code:
        return Voter(text, by_name)
    if by_name and not {c.code for c in by_name} & {c.code for c in by_code}:
        return Voter(text, (), f'the code "{code}" and the name "{name}" are of different members')
    return Voter(text, by_code)


def session_label(text: str) -> str | None:
    """`79`, `ES-11` or `S-6`, whichever way the source writes it (`11emsp`, `6sp`, `79.0`); None where there is none."""
    found = _SESSION.fullmatch(text.strip())
    if found is None:
        return text.strip() or None
    return f"{_SPECIAL[(found['before'] or found['after'] or '').upper()]}{int(found['number'])}"


def undl_origin(record: str, symbol: str) -> Origin:
    """The voting record of the Library of which a row or file tells the number; without one, the data set as a whole."""
    return Origin(
        id=f"undl-{record}" if record else "undl-voting-data",
        publisher="United Nations Dag Hammarskjöld Library",
        title=f"{symbol}, voting record" if record else "Voting data of the UN Digital Library",
        address=RECORD + record if record else "unknown",
        licence=LICENCE, attribution=ATTRIBUTION, weight=Weight.PRIMARY,
        why=None if record else "The file does not tell the number of the voting record.",
        note="Read in the voting data that the Library publishes.",
    )  # fmt: skip


def outcome_of(symbol: str | None) -> Outcome:
    """Adopted, where the symbol is that of a resolution: only what was adopted is given one."""
    return Outcome.ADOPTED if symbol and "/RES/" in symbol else Outcome.UNKNOWN


def check_council(permanent: bool, several: bool, body: str, place: Place, problems: Problems) -> bool:
    """Whether a file of the Security Council goes to a body with permanent seats, and one of the Assembly to another."""
    if permanent == several:
        return True
    which = "the Security Council" if permanent else "the General Assembly"
    do = f"name the body with --body, such as --body {'un-sc' if permanent else 'un-ga'}"
    problems.add(place, "body", f"a file of {which}, but {body} is another body", do)
    return False
