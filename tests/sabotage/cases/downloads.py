"""What lies beside a page: the roll as CSV, the vote as JSON, the style sheet."""

from __future__ import annotations

from tests.sabotage.tools import Case, both, exchange, in_json, resub, same, swap


def _set_count(said: dict) -> None:  # type: ignore[type-arg]
    said["counts"][0]["value"] += 1


def _swap_voters(said: dict) -> None:  # type: ignore[type-arg]
    yes = next(row for row in said["votes"] if row["option"] == "yes")
    no = next(row for row in said["votes"] if row["option"] == "no")
    yes["option"], no["option"] = "no", "yes"


def _drop_voter(said: dict) -> None:  # type: ignore[type-arg]
    said["votes"].pop()


CASES = [
    Case("CSV cell", "votes/assembly/24_1/roll.csv", swap("Brückstein,no", "Brückstein,yes"), ("BRU", '"yes"', '"no"')),
    Case("CSV names swapped", "votes/assembly/24_2/roll.csv", exchange("Lower Weir", "Onward"), ("name of", "Onward")),
    Case("CSV row dropped", "votes/assembly/24_3/roll.csv", resub(r"\nNO,[^\n]*", ""), ("NO", "no row", "no")),
    Case("CSV row added", "votes/assembly/25_1/roll.csv", swap("QUI,", "XYZ,Nowhere,no\nQUI,"), ("XYZ", "no such row")),
    Case(
        "CSV shifted by one row",
        "votes/assembly/25_3/roll.csv",
        resub(r"\nALU,([^\n]*),yes\nBRU,([^\n]*),no", r"\nALU,\1,no\nBRU,\2,yes"),
        ("ALU", '"no"', '"yes"'),
    ),
    Case("JSON count", "votes/assembly/24_1/vote.json", in_json(_set_count), ("counts yes", "6", "5")),
    Case("JSON ballots swapped", "votes/assembly/24_2/vote.json", in_json(_swap_voters), ("votes ALU", '"no"', '"yes"')),
    Case("JSON ballot dropped", "votes/assembly/24_3/vote.json", in_json(_drop_voter), ("number of votes", "8", "9")),
    Case("JSON outcome", "votes/council/24_1/vote.json", swap('"fail"', '"pass"', 9), ("result", '"pass"', '"fail"')),
    Case("JSON day", "votes/council/25_1/vote.json", resub(r'"start_date": "20', '"start_date": "19'), ("start_date", "19")),
    Case(
        "style sheet: colours swapped",
        "assets/tellers/figures.css",
        both(swap("--tl-yes:#24508a", "--tl-yes:#c4501b"), swap("--tl-no:#c4501b", "--tl-no:#24508a")),
        ("paint of",),
        at="figures/",
    ),
    Case(
        "style sheet: two roles one colour",
        "assets/tellers/figures.css",
        swap("--tl-absent:#fcfcfd", "--tl-absent:#fdfefe"),
        ("colour other than",),
    ),
    Case(
        "roll of another vote",
        "votes/assembly/25_1/roll.csv",
        same,
        ("option of", "yes"),
        copy_of="votes/assembly/24_1/roll.csv",
    ),
]
