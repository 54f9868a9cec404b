"""The starter holds what it is there to show, and its quotes stand in their source."""

from __future__ import annotations

from tellers.anchors import standing
from tellers.model import Content, Finding, Known, Method, MotionKind, Option, Outcome


def test_it_shows_every_kind_of_result(tiny: Content) -> None:
    votes = tiny.votes.values()
    assert {vote.known for vote in votes} == {Known.FULL, Known.PART, Known.TOTALS}
    assert {vote.method for vote in votes} == set(Method)
    assert {vote.outcome for vote in votes} == {Outcome.ADOPTED, Outcome.NOT_ADOPTED}
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


def test_its_quotes_stand_where_they_say(tiny: Content) -> None:
    """Found, letter for letter; found, with an edit undone; and one of which no copy is kept."""
    found = {id: standing(tiny, quote) for id, quote in tiny.quotes.items()}
    assert {id: (match.finding, match.to_the_letter) for id, match in found.items()} == {
        "odell-2025-05-04-stone": (Finding.FOUND, True),
        "odell-2025-05-06-answer": (Finding.FOUND, False),
        "odland-2025-05-06-wood": (Finding.FOUND, True),
        "odland-2025-06-03-bridge": (Finding.CANNOT_CHECK, False),
    }
    text = tiny.snapshots["evening-post-2025-05-07"]
    stone = found["odell-2025-05-04-stone"]
    assert text[stone.start : stone.end] == "Stone lasts, and she – the bridge, I mean – will outlast us,"


def test_the_flagship_reads_too(flagship: Content) -> None:
    assert flagship.rolls["un-ga/es-11_7"].count(Option.YES) == 93
    assert len(flagship.rolls["un-ga/es-11_7"]) == 193
