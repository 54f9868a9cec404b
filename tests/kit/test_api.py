"""The static API: its documented addresses are those that exist, and programs find the same numbers in each."""

from __future__ import annotations

import json
import re

from tellers.claims.words import Words
from tellers.desk.api import addresses
from tellers.kit import api
from tellers.model import Content
from tests.kit.test_feeds import desk_of


def test_every_file_has_a_documented_address(tiny: Content) -> None:
    made = api.files(desk_of(tiny))
    patterns = [re.sub(r"\\\{\w+\\\}", ".+", re.escape(one.pattern)) for one in addresses(Words())]
    assert all(any(re.fullmatch(pattern, path) for pattern in patterns) for path in made)
    assert all(any(re.fullmatch(pattern, path) for path in made) for pattern in patterns)


def test_a_vote_says_what_its_list_says(tiny: Content) -> None:
    made = {path: json.loads(raw) for path, raw in api.files(desk_of(tiny)).items()}
    for row in made["api/v1/votes.json"]["votes"]:
        one = made[f"api/v1/votes/{row['id']}.json"]
        assert {name: one[name] for name in row} == row
        assert one["version"] == "v1"
        if one["ballots"] and one["record"]["known"] == "full":
            counted = list(one["ballots"].values())
            assert {o: n for o, n in row["totals"].items() if n} == {o: counted.count(o) for o in set(counted)}


def test_what_is_not_known_is_not_there(tiny: Content) -> None:
    made = api.files(desk_of(tiny))
    partly = json.loads(made["api/v1/votes/assembly/25_4.json"])
    assert partly["ballots"] == {} and partly["totals"] == {"yes": 5, "no": 1, "abstain": 2}
    assert json.loads(made["api/v1/votes/assembly/25_2.json"])["totals"] == {}
