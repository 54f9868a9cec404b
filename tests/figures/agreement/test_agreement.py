"""The agreement lines, read back from their SVG: the axis from its ticks, each point against a count by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tellers.figures import agreement
from tellers.figures.furniture import PAD
from tellers.model import Content, Option
from tests.figures.timeline.reading import Read, check_layout, number, points, read

CAST = (Option.YES, Option.NO, Option.ABSTAIN)
SOME = ["USA", "RUS", "CHN", "UKR", "GBR", "IND", "HUN", "AFG", "VCT", "COG", "BDI"]


def _share_at(figure: Read, y: float) -> float:
    """The share at this height, from the ticks of the axis: their texts stand a little below their lines."""
    ticks = {int(t): number(e, "y") - 4.3 for e in figure.all("text") if (t := e.get("data-tick")) in ("0", "50", "100")}
    assert ticks[50] == pytest.approx((ticks[0] + ticks[100]) / 2, abs=0.02)
    return (ticks[0] - y) / (ticks[0] - ticks[100])


def _by_hand(content: Content, votes: str, one: str, other: str) -> Fraction:
    ballots = [(content.rolls[id].option_of(one), content.rolls[id].option_of(other)) for id in votes.split(",")]
    both = [(a, b) for a, b in ballots if a in CAST and b in CAST]
    assert len(ballots) == 5
    return Fraction(sum(a == b for a, b in both), len(both))


@pytest.mark.parametrize("width", agreement.WIDTHS)
@pytest.mark.parametrize("member", SOME)
def test_points_lie_where_they_should(flagship: Content, member: str, width: int) -> None:
    figure = read("agreement", member, flagship, width)
    check_layout(figure, PAD)
    for mark in figure.chart.marks:
        of = dict(mark.claim.of)
        assert (of["member"], of["with"]) == (member, mark.member)
        share = _by_hand(flagship, of["votes"], member, mark.member)
        assert mark.claim.value == share
        assert _share_at(figure, number(figure.mark(mark.id), "cy")) == pytest.approx(float(share), abs=0.005)


@pytest.mark.parametrize("width", agreement.WIDTHS)
def test_tiny_lines_go_through_their_points(tiny: Content, width: int) -> None:
    for member in agreement.subjects(tiny):
        figure = read("agreement", member, tiny, width)
        check_layout(figure, PAD)
        lines = {e.get("data-member"): points(e) for e in figure.all("path") if e.get("data-member")}
        for other, line in lines.items():
            marks = [figure.mark(m.id) for m in figure.chart.marks if m.member == other]
            assert [(number(e, "cx"), number(e, "cy")) for e in marks] == line


def test_two_lines_stand_out(flagship: Content) -> None:
    """The highest and the lowest at the end; between equals, those that the topic is about."""
    figure = read("agreement", "USA", flagship, 700)
    roles = {mark.member: mark.role for mark in figure.chart.marks}
    assert (roles["UKR"], roles["RUS"]) == ("line-1", "line-2")
    assert set(roles) == {"UKR", "GBR", "FRA", "CHN", "RUS"}


def test_no_ballot_is_no_disagreement(flagship: Content) -> None:
    """A member that never cast a ballot has no figure; nobody is compared with itself."""
    members = agreement.subjects(flagship)
    assert "TKM" not in members and "GBR" in members
    assert "GBR" not in {mark.member for mark in read("agreement", "GBR", flagship, 360).chart.marks}


def test_alts_are_short(flagship: Content) -> None:
    from tellers.claims.words import Words

    for member in agreement.subjects(flagship):
        assert len(agreement.marks(member, flagship, Words()).alt) <= 150
