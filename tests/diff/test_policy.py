"""A published value never changes in silence: each kind of change without its entry, and with it."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from tellers.cli import run
from tellers.diff import sides, unsigned
from tellers.model import Correction
from tellers.model.edition import Edition
from tellers.stats.changes import changes
from tellers.stats.policy import missing
from tests.diff.conftest import Pair
from tests.edits import change_ballot, replace, sign

VOTE = "votes/assembly/24_1"
FILE = "content/votes/assembly/24_1"


def asked(pair: Pair) -> list[tuple[str, str]]:
    """Field and file of each value that has no entry."""
    return [(problem.field, problem.place.path) for problem in unsigned(*sides(pair.old, pair.new))]


def test_nothing_changed_asks_for_nothing(pair: Pair) -> None:
    assert asked(pair) == []


def test_a_ballot_asks_for_itself_and_the_totals_that_were_stated(pair: Pair) -> None:
    change_ballot(pair.new, "assembly/24_1", "BRU", "no", "yes")
    assert asked(pair) == [("roll.BRU", f"{FILE}.csv"), ("stated.no", f"{FILE}.yml"), ("stated.yes", f"{FILE}.yml")]
    sign(pair.new, VOTE, "roll.BRU", "no", "yes")
    sign(pair.new, VOTE, "stated.yes", "5", "6")
    assert asked(pair) == [("stated.no", f"{FILE}.yml")]
    sign(pair.new, VOTE, "stated.no", "3", "2")
    assert asked(pair) == []


def test_a_swap_that_keeps_every_total_is_seen(pair: Pair) -> None:
    change_ballot(pair.new, "assembly/24_2", "ALU", "yes", "no")
    change_ballot(pair.new, "assembly/24_2", "BRU", "no", "yes")
    assert [field for field, _ in asked(pair)] == ["roll.ALU", "roll.BRU"]
    sign(pair.new, "votes/assembly/24_2", "roll", "as copied", "as printed")
    assert asked(pair) == []


def test_the_line_is_that_of_the_field(pair: Pair) -> None:
    replace(pair.new, f"{FILE}.yml", "date: 2024-03-12", "date: 2024-03-13")
    (problem,) = unsigned(*sides(pair.old, pair.new))
    assert (problem.place.line, problem.field) == (7, "date")
    assert 'was published as "2024-03-12", is "2024-03-13" now' in problem.wrong


def test_the_entry_to_write_is_complete_but_for_what_only_an_editor_knows(pair: Pair) -> None:
    replace(pair.new, f"{FILE}.yml", "date: 2024-03-12", "date: 2024-03-13")
    (problem,) = unsigned(*sides(pair.old, pair.new))
    (entry,) = yaml.safe_load(problem.do.partition(": ")[2])
    assert entry == {
        "record": VOTE, "field": "date", "was": "2024-03-12", "now": "2024-03-13",
        "reason": "…", "sources": ["…"], "signed": "…",
    }  # fmt: skip


def test_a_region_that_is_mended_asks_for_one_entry(pair: Pair) -> None:
    replace(pair.new, "content/members/towns.groups.csv", "river,ON,", "coast,ON,")
    found = asked(pair)
    assert len(found) > 2
    assert all(field.startswith("tally.") for field, _ in found)
    sign(pair.new, "members/ON", "groups", "river", "coast")
    assert asked(pair) == []


def test_the_command_says_2_and_the_entry(pair: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--policy", str(pair.old), str(pair.new)]) == 0
    change_ballot(pair.new, "assembly/24_2", "ALU", "yes", "no")
    change_ballot(pair.new, "assembly/24_2", "BRU", "no", "yes")
    assert run(["diff", "--policy", str(pair.old), str(pair.new)]) == 2
    said = capsys.readouterr().out
    assert 'content/votes/assembly/24_2.csv roll.ALU: was published as "yes", is "no" now' in said
    assert '- {record: votes/assembly/24_2, field: roll.ALU, was: "yes", now: "no", reason: …' in said
    assert run(["diff", "--policy", "--format", "github", str(pair.old), str(pair.new)]) == 2
    assert capsys.readouterr().out.startswith("::error file=content/votes/assembly/24_2.csv::roll.ALU: was published")


# Values alone, by hand ------------------------------------------------------------------------------------------------

_V = "votes/a/1"


def entry(field: str, was: str, now: str, record: str = _V, day: int = 1) -> Correction:
    return Correction(record=record, field=field, was=was, now=now, reason="A slip.", signed=date(2025, 1, day))


def lacking(
    old: dict[str, str], new: dict[str, str] | None, *signed: Correction, before: tuple[Correction, ...] = ()
) -> list[str]:
    """Fields without an entry when a vote's values go from the one to the other."""
    said = {"body": "a", "name": "A/1"}
    then = Edition({_V: said | old}, before)
    now = Edition({_V: said | new} if new is not None else {}, (*before, *signed))
    return [one.field for one in missing(then, now, changes(then, now, lambda _: None, lambda _: None))]


def test_a_value_that_changed_twice_is_followed_through_its_entries() -> None:
    first, second = entry("stated.yes", "5", "6"), entry("stated.yes", "6", "7", day=2)
    assert lacking({"stated.yes": "5"}, {"stated.yes": "7"}, second, first) == []
    assert lacking({"stated.yes": "5"}, {"stated.yes": "7"}, second) == ["stated.yes"]
    assert lacking({"stated.yes": "5"}, {"stated.yes": "7"}, first) == ["stated.yes"]


def test_an_entry_that_was_published_before_counts_no_second_time() -> None:
    there, back = entry("stated.yes", "5", "6"), entry("stated.yes", "6", "5", day=2)
    assert lacking({"stated.yes": "5"}, {"stated.yes": "6"}, before=(there, back)) == ["stated.yes"]


def test_entries_of_other_records_or_values_count_for_nothing() -> None:
    assert lacking({"outcome": "adopted"}, {"outcome": "not-adopted"}, entry("outcome", "adopted", "lost")) == ["outcome"]
    other = entry("outcome", "adopted", "not-adopted", record="votes/a/2")
    assert lacking({"outcome": "adopted"}, {"outcome": "not-adopted"}, other) == ["outcome"]


def test_what_becomes_known_needs_no_entry_and_what_is_withdrawn_does() -> None:
    assert lacking({}, {"stated.yes": "5", "tally.yes": "5"}) == []
    assert lacking({"stated.yes": "5"}, {}) == ["stated.yes"]
    assert lacking({"stated.yes": "5"}, {}, entry("stated.yes", "5", "unknown")) == []


def test_a_vote_that_is_gone_is_signed_at_its_body() -> None:
    assert lacking({"outcome": "adopted"}, None) == [_V]
    assert lacking({"outcome": "adopted"}, None, entry(_V, "published", "withdrawn", record="bodies/a")) == []


def test_a_mended_rule_is_signed_at_its_body() -> None:
    assert lacking({"needed": "5"}, {"needed": "6"}) == ["needed"]
    assert lacking({"needed": "5"}, {"needed": "6"}, entry("rules", "half", "two thirds", record="bodies/a")) == []


def test_words_of_a_quote_are_published_too() -> None:
    said = {"speaker": "ada", "date": "2025-01-01", "text": "Wood would have done,"}
    then, now = Edition({"quotes/q": said}, ()), Edition({"quotes/q": {**said, "text": "Wood could have done,"}}, ())
    asked_ = missing(then, now, changes(then, now, lambda _: None, lambda _: None))
    assert [(one.record, one.field, one.was) for one in asked_] == [("quotes/q", "text", "Wood would have done,")]
