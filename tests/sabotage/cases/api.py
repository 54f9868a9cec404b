"""The static API: other values, names, addresses and terms; a vote left out of a list."""

from __future__ import annotations

from tests.sabotage.tools import Case, in_json, resub, same, swap


def _drop_vote(said: dict) -> None:  # type: ignore[type-arg]
    del said["votes"][3]


def _drop_member(said: dict) -> None:  # type: ignore[type-arg]
    del said["members"][0]


def _ballot(said: dict) -> None:  # type: ignore[type-arg]
    said["ballots"]["BRU"] = "yes"


def _no_ballot(said: dict) -> None:  # type: ignore[type-arg]
    del said["ballots"]["assembly/24_1"]


CASES = [
    Case("API index: number of votes", "api/v1/index.json",
         resub(r'"votes":\d+', '"votes":11'), ("counts.votes", "11", "10")),
    Case("API votes: one left out", "api/v1/votes.json", in_json(_drop_vote), ("votes names",)),
    Case("API vote: total", "api/v1/votes/assembly/24_1.json", swap('"totals":{"yes":5', '"totals":{"yes":6'),
         ("totals.yes", "6", "5")),
    Case("API vote: ballot", "api/v1/votes/assembly/24_2.json", in_json(_ballot), ("ballots.BRU", '"yes"', '"no"')),
    Case("API vote: result", "api/v1/votes/assembly/24_3.json",
         resub(r'"result":"([^"]*?)\d', r'"result":"\g<1>8'), ("result of", "8")),
    Case("API vote: lead", "api/v1/votes/assembly/25_1.json", swap("9 votes in favour", "8 votes in favour"), ("lead", "8")),
    Case("API vote: digest", "api/v1/votes/assembly/25_3.json",
         resub(r'"digest":"sha256:\w{8}', '"digest":"sha256:00000000'), ("digest", "00000000")),
    Case("API vote: discrepancy", "api/v1/votes/assembly/25_3-amendment.json", same, ("title",),
         copy_of="api/v1/votes/assembly/25_3.json"),
    Case("API vote: veto", "api/v1/votes/council/24_1.json", resub(r'"vetoes":\[[^\]]*\]', '"vetoes":[]'), ("vetoes", "[]")),
    Case("API vote: licence line", "api/v1/votes/council/25_1.json",
         resub(r'"licence_line":"[^"]*"', '"licence_line":""'), ("licence line", "Minutes")),
    Case("API members: one left out", "api/v1/members.json", in_json(_drop_member), ("members names",)),
    Case("API member: ballot", "api/v1/members/ALU.json",
         resub(r'("assembly/24_1":)"yes"', r'\1"no"'), ("ballots.assembly/24_1", '"no"', '"yes"')),
    Case("API member: ballot left out", "api/v1/members/BRU.json", in_json(_no_ballot), ("ballots.assembly/24_1", "None")),
    Case("API member: name", "api/v1/members/QUI.json", swap('"name":"Quillon"', '"name":"Onward"', 9), ("name", "Onward")),
    Case("API series: order", "api/v1/series.json",
         swap('"assembly/24_1","assembly/24_3"', '"assembly/24_3","assembly/24_1"'), ("votes names",)),
    Case("API quotes: word", "api/v1/quotes.json", resub(r'"text":"(\w+) ', r'"text":"Never '), ("text", "Never")),
    Case("API corrections: value", "api/v1/corrections.json", swap('"now":"1"', '"now":"2"'), ("now", '"2"', '"1"')),
    Case("API bodies: rule", "api/v1/bodies.json", swap('"at-least":"2/3"', '"at-least":"3/5"'), ("at-least", "3/5", "2/3")),
]  # fmt: skip
