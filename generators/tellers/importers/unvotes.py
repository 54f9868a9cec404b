"""Votes of the General Assembly as Erik Voeten's project and the R package unvotes publish them.

Two forms, told apart by their columns: the package's tables (`rcid,country,country_code,vote` beside roll calls), and the
raw rolls by Correlates of War number (`rcid,session,vote,ccode,…`) beside descriptions with stated totals. What is special:

- The code of Namibia is `NA`, and an empty code is the Federal Republic of Germany, the Yemen Arab Republic or Zanzibar.
- The number of a roll call is written 3 in one file and 3.0 in the other.
- Paragraphs and amendments have the symbol of their resolution.
- One number spans states that followed one another, so the day decides: 365 is the USSR, then the Russian Federation.
- Up to the 57th session a day from 1 to 7 is no day of the month: the file has nothing else before November 1997. Resolution
  2758 (XXVI) of 25 October 1971 stands under 7 October, 3379 (XXX) of 10 November 1975 under 1 November. Only the month of
  such a day is taken.
- In roll calls 1110 and 1111, of September 1970, Fiji votes no, which was a member from 13 October; the stated totals leave
  it out.
- Absent (8) is said also of members that had no seat yet; 9 says that a country was no member.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from tellers.formats.table import Table, read_table
from tellers.importers.asked import Asked
from tellers.importers.cells import count_of, day_of
from tellers.importers.cow import Countries, countries
from tellers.importers.found import Ballots, Candidate, Found, FoundVote, Origin, Voter
from tellers.importers.options import options_of
from tellers.importers.saved import Saved
from tellers.importers.un import session_label
from tellers.model import Month, MotionKind, Option
from tellers.problems import Place, Problems

ABOUT = "Votes of the General Assembly since 1946: the R package unvotes, or Voeten's raw rolls."
FILES = "un_votes and un_roll_calls (and un_roll_call_issues), or the raw rolls and the descriptions; gzip is read too."
BODY = "un-ga"
EXAMPLE = "`tellers import unvotes un_votes.csv.gz un_roll_calls.csv.gz --session 71 --dry-run`"

OPTIONS = {"yes": (Option.YES,), "no": (Option.NO,), "abstain": (Option.ABSTAIN,)}
RAW_OPTIONS = {
    "1": (Option.YES,), "2": (Option.ABSTAIN,), "3": (Option.NO,), "8": (Option.ABSENT, Option.NOT_VOTING), "9": (),
}  # fmt: skip
_TOPICS = {
    "me": "Palestinian conflict", "nu": "Nuclear weapons and nuclear material", "di": "Arms control and disarmament",
    "hr": "Human rights", "co": "Colonialism", "ec": "Economic development",
}  # fmt: skip
LAST_WITHOUT_DAYS = 57
"""The last session in which a day of 1 to 7 may stand for any day of the month."""


def read(saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None:
    """The votes of the files and their ballots."""
    tables = [table for file in saved if (table := _table(file, problems)) is not None]
    rolls, calls = _one(tables, ("vote",), saved, problems), _one(tables, ("unres", "short"), saved, problems)
    if problems or rolls is None or calls is None:
        return None
    issues = next((table for table in tables if "issue" in table), None)
    numbers = {number: at for at, number in enumerate(_numbers(calls, problems))}
    if len(numbers) < len(calls):
        problems.add(Place(calls.path, 1), "rcid", "a roll call is described twice", "save the file again")
    topics = _topics(calls, issues)
    origin = _origin(saved)
    votes = [_vote(calls, row, number, topics.get(number, ()), origin, problems) for number, row in numbers.items()]
    ballots = _ballots(rolls, numbers, asked, problems)
    kept = tuple(vote for vote in votes if vote is not None)
    if len(kept) < len(votes) or ballots is None:
        return None
    return Found(kept, ballots, lists_everybody=False, silent_rows=True)


def _table(file: Saved, problems: Problems) -> Table | None:
    text = file.text(problems)
    return read_table(text, file.name, ("rcid",), problems) if text is not None else None


def _one(tables: Sequence[Table], columns: Sequence[str], saved: Sequence[Saved], problems: Problems) -> Table | None:
    """The table with these columns."""
    found = [table for table in tables if all(column in table for column in columns)]
    if len(found) != 1:
        wrong = f"{len(found)} files with the columns rcid, {', '.join(columns)}"
        do = "give the ballots and the roll calls, one file each"
        problems.add(Place(", ".join(file.name for file in saved)), "files", wrong, do)
        return None
    return found[0]


def _numbers(table: Table, problems: Problems) -> list[str]:
    """The numbers of roll calls, 3 for 3.0."""
    plain = {text: text.removesuffix(".0") for text in dict.fromkeys(table["rcid"])}
    for text, number in plain.items():
        if not (number.isascii() and number.isdigit()):
            row = list(table["rcid"]).index(text)
            problems.add(table.place(row), "rcid", f'"{text}" is no number of a roll call', "compare it with the source")
    return [plain[text] for text in table["rcid"]]


def _topics(calls: Table, issues: Table | None) -> dict[str, tuple[str, ...]]:
    """Topics by roll call, from the flags of the descriptions or from the table of issues."""
    found: dict[str, list[str]] = {}
    flags = [name for name in _TOPICS if name in calls]
    for row, rcid in enumerate(calls["rcid"]):
        found[rcid.removesuffix(".0")] = [_TOPICS[name] for name in flags if calls[name][row] == "1"]
    for row, rcid in enumerate(issues["rcid"] if issues is not None else ()):
        found.setdefault(rcid.removesuffix(".0"), []).append(issues["issue"][row] if issues is not None else "")
    return {number: tuple(dict.fromkeys(topics)) for number, topics in found.items()}


def _vote(
    calls: Table, row: int, number: str, topics: tuple[str, ...], origin: Origin, problems: Problems
) -> FoundVote | None:
    place = calls.place(row)
    session = session_label(calls.cell("session", row))
    day = day_of(calls.cell("date", row), place, "date", problems)
    if day is None:
        return None
    totals = {"yes": Option.YES, "no": Option.NO, "abstain": Option.ABSTAIN}
    counts = {option: count_of(calls.cell(column, row), place, column, problems) for column, option in totals.items()}
    symbol = _symbol(calls.cell("unres", row).strip())
    kind = _kind(calls, row, symbol)
    return FoundVote(
        record=number, place=place, day=when(day, session), title=_title(calls, row) or symbol or f"Roll call {number}",
        origin=origin, symbol=symbol, kind=kind, session=session, topics=topics,
        stated={option: count for option, count in counts.items() if count is not None},
    )  # fmt: skip


def when(day: date, session: str | None) -> date:
    """The day, or its month where the file's day is none of the month."""
    early = session is not None and session.isdigit() and int(session) <= LAST_WITHOUT_DAYS
    return Month(day.year, day.month, 1) if early and day.day <= 7 else day


def _symbol(text: str) -> str | None:
    """The symbol as the file has it; R/71/205 is A/RES/71/205, as resolutions are called since the 31st session."""
    found = re.fullmatch(r"R/(\d+)/(\d+[A-Z]*)", text)
    return f"A/RES/{found[1]}/{found[2]}" if found is not None and int(found[1]) >= 31 else text or None


def _kind(calls: Table, row: int, symbol: str | None) -> MotionKind:
    if calls.cell("amend", row) == "1":
        return MotionKind.AMENDMENT
    if calls.cell("para", row) == "1":
        return MotionKind.PARAGRAPH
    return MotionKind.RESOLUTION if symbol else MotionKind.MOTION


def _title(calls: Table, row: int) -> str:
    """What was voted on; quotation marks that the file writes as backslashes are written as marks again."""
    text = calls.cell("short", row).split("\t")[0].strip() or calls.cell("descr", row).strip()
    return re.sub(r'\\+"*', '"', text).strip(' "') if "\\" in text else text


def _origin(saved: Sequence[Saved]) -> Origin:
    return Origin(
        id=f"unvotes-{saved[0].digest[7:15]}", publisher="Erik Voeten, United Nations General Assembly Voting Data",
        title="United Nations General Assembly Voting Data", address="https://doi.org/10.7910/DVN/LEJUQZ",
        licence="CC0-1.0", attribution="Voeten, Erik: United Nations General Assembly Voting Data, Harvard Dataverse",
        note="A compilation by researchers, separate from the data of the UN Digital Library.",
    )  # fmt: skip


def _ballots(rolls: Table, numbers: Mapping[str, int], asked: Asked, problems: Problems) -> Ballots | None:
    known = countries()
    found = _numbers(rolls, problems)
    strangers = [number for number in dict.fromkeys(found) if number not in numbers]
    for number in strangers[:20]:
        row = found.index(number)
        problems.add(rolls.place(row), "rcid", f"roll call {number} is described nowhere", "give the file of its roll calls")
    if problems:
        return None
    raw = "ccode" in rolls
    lacking = [column for column in ("country_code", "country") if not raw and column not in rolls]
    if lacking:
        do = "give a file whose first line has rcid, country, country_code, vote"
        problems.add(Place(rolls.path, 1), "header", f"no column {', '.join(lacking)}", do)
        return None
    keys: Sequence[str | tuple[str, str]] = rolls["ccode"] if raw else _pairs(rolls)
    places = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    who = tuple(_voter(key, known, asked) for key in places)
    meanings = RAW_OPTIONS if raw else OPTIONS
    options = options_of(rolls["vote"], meanings, asked.body, rolls.place, "vote", problems)
    return Ballots(
        rolls.path, [numbers[number] for number in found], [places[key] for key in keys], options, rolls.lines, who,
        voter_field="ccode" if raw else "country_code",
    )  # fmt: skip


def _pairs(rolls: Table) -> list[tuple[str, str]]:
    return list(zip(rolls["country_code"], rolls["country"], strict=True))


def _voter(key: str | tuple[str, str], known: Countries, asked: Asked) -> Voter:
    """The voter of a number, of a code, or, where there is no code, of a name."""
    if isinstance(key, str):
        text, found = key, known.by_number.get(key, ())
    else:
        code, name = key
        text, found = code or name, known.by_code.get(code, ()) if code else known.by_name.get(name, ())
    return Voter(text, tuple(Candidate(c.code, c.from_, c.to) for c in found if c.code in asked.members))
