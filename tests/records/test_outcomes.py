"""Reading and the statistics each work out on their own whether a motion was carried: they must never disagree."""

from __future__ import annotations

import hashlib
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tellers.model import Base, Content, Option, Roll
from tellers.records import read_content
from tellers.stats import carried, tally_of_roll

COUNCIL, VOTE, ROLL = "content/bodies/council.yml", "content/votes/council/25_1.yml", "content/votes/council/25_1.csv"
OPTIONS = [Option.YES, Option.NO, Option.ABSTAIN, Option.ABSENT, Option.NOT_VOTING]
SEATED, PERMANENT = ("BRU", "LOW", "NO", "ON", "OST"), ("BRU", "NO")
THRESHOLDS = st.one_of(
    st.sampled_from(["1/2", "2/3", "3/5", "1/3", "0"]).map(lambda share: ("more-than", share)),
    st.sampled_from(["1/2", "2/3", "3/5", "4/5", "1"]).map(lambda share: ("at-least", share)),
    st.integers(1, 5).map(lambda ballots: ("ballots", str(ballots))),
)


def written(
    tiny_files: dict[str, bytes], roll: Roll, base: Base, threshold: tuple[str, str], veto: bool, adopted: bool
) -> dict[str, bytes]:
    """The starter with another rule, roll and outcome for the last vote of the Council, its totals left out."""
    name, value = threshold
    rule = f"    base: {base}\n    threshold:\n      {name}: {value}\n    veto: {str(veto).lower()}\n"
    body = tiny_files[COUNCIL].decode()
    head, tail = body.rsplit("    base: members\n    threshold:\n      ballots: 3\n    veto: true\n", 1)
    lines = "".join(line + "\n" for line in roll.lines())
    outcome = "adopted" if adopted else "not-adopted"
    vote = "\n".join([
        "body: council", "title: A watch on the bridge", "date: 2025-07-01", f"outcome: {outcome}",
        "majority: {rule: substantive, source: minutes-2025}", "sources: [minutes-2025]", "published: 2025-09-01",
        f"roll: {{file: 25_1.csv, digest: 'sha256:{hashlib.sha256(lines.encode()).hexdigest()}', source: minutes-2025}}", "",
    ])  # fmt: skip
    changed = {COUNCIL: head + rule + tail, VOTE: vote, ROLL: "member,option\n" + lines}
    others = {path: raw for path, raw in tiny_files.items() if not path.startswith("content/votes/council/24_1")}
    return {**others, **{path: text.encode() for path, text in changed.items()}}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(OPTIONS), min_size=5, max_size=5), st.sampled_from(list(Base)), THRESHOLDS, st.booleans())
def test_the_outcome_that_the_statistics_give_is_the_only_one_accepted(
    tiny_files: dict[str, bytes], chosen: list[Option], base: Base, threshold: tuple[str, str], veto: bool
) -> None:
    roll = Roll.of(zip(SEATED, chosen, strict=True))
    content = read_content(written(tiny_files, roll, base, threshold, veto, adopted=True)).content
    other = read_content(written(tiny_files, roll, base, threshold, veto, adopted=False)).content
    assert (content is None) != (other is None), "one of the two outcomes is right"
    vetoed = veto and any(roll.option_of(code) is Option.NO for code in PERMANENT)
    read: Content | None = content or other
    assert read is not None
    rule = read.bodies["council"].rule("substantive")
    assert rule is not None
    assert (content is not None) == carried(tally_of_roll(roll), rule, vetoed)
    assert rule.threshold.ballots or Fraction(threshold[1]) in (rule.threshold.more_than, rule.threshold.at_least)
