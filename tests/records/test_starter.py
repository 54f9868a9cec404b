"""The starter holds what it is there to show, and its quotes stand in their source."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tellers.model import Content, Known, Method, MotionKind, Option, Outcome

SNAPSHOTS = Path(__file__).resolve().parents[1] / "sites/nine-towns"


def test_it_shows_every_kind_of_result(tiny: Content) -> None:
    votes = tiny.votes.values()
    assert {vote.known for vote in votes} == {Known.FULL, Known.PART, Known.TOTALS}
    assert {vote.method for vote in votes} == set(Method)
    assert {vote.outcome for vote in votes} == set(Outcome)
    assert {vote.kind for vote in votes} == {MotionKind.RESOLUTION, MotionKind.AMENDMENT}
    assert [vote.id for vote in votes if vote.vetoed_by] == ["council/24_1"]
    assert [vote.id for vote in votes if vote.intended] == ["assembly/24_2"]
    assert tiny.votes["assembly/25_3-amendment"].motion.parent == "assembly/25_3"
    assert {layout.layout for layout in tiny.bodies.values()} == {"blocks", "horseshoe"}


def test_it_is_small_enough_to_count_by_hand(tiny: Content) -> None:
    assert len(tiny.votes) == 10
    assert len(tiny.registers["towns"]) == 10
    assert len(tiny.groups["towns"]) == 3
    assert sum(len(roll) for roll in tiny.rolls.values()) == 5 * 9 + 3 + 2 * 5


def test_it_has_the_names_and_codes_on_which_readers_stumble(tiny: Content) -> None:
    assert {"NA", "NO", "ON"} <= set(tiny.registers["towns"])
    shorts = " ".join(member.latest.short for member in tiny.registers["towns"].values())
    assert "Ålund" in shorts
    assert "Haye's Landing" in shorts
    assert tiny.rolls["assembly/24_1"].option_of("NO") is Option.NO


def test_it_says_that_it_is_invented(tiny: Content) -> None:
    assert "invented" in tiny.site.name
    assert "invented" in tiny.site.tagline
    assert all("invented" in body.summary for body in tiny.bodies.values())
    assert "invented" in next(iter(tiny.explainers.values())).text


@pytest.mark.parametrize("quote", ["odell-2025-05-06-answer", "odland-2025-05-06-wood"])
def test_its_quotes_stand_where_they_say(quote: str, tiny: Content) -> None:
    said = tiny.quotes[quote]
    source = tiny.sources[said.anchor.source]
    raw = (SNAPSHOTS / f"{source.id}.txt").read_bytes()
    assert source.snapshot is not None
    assert source.snapshot.digest == "sha256:" + hashlib.sha256(raw).hexdigest()
    text = raw.decode().replace("\n", " ")
    start, end = said.anchor.start, said.anchor.end
    assert start is not None
    assert end is not None
    assert text[start:end] == said.text
    assert text[:start].endswith(said.anchor.prefix or "?")
    assert text[end:].startswith(said.anchor.suffix or "?")


def test_the_flagship_reads_too(flagship: Content) -> None:
    assert flagship.rolls["un-ga/es-11_7"].count(Option.YES) == 93
    assert len(flagship.rolls["un-ga/es-11_7"]) == 193
