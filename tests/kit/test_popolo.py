"""VoteEvents against the schemas that Popolo publishes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft3Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from tellers.kit import popolo
from tellers.model import Content
from tests.kit.test_feeds import desk_of

HOME = "http://www.popoloproject.com/schemas/"
LINK = {"type": "object", "properties": {"url": {"type": "string", "required": True}, "note": {"type": ["string", "null"]}}}
NAMED = {"type": "object", "properties": {"id": {"type": ["string", "null"]}, "name": {"type": "string", "required": True}}}


@pytest.fixture(scope="module")
def schema(dumps: Path) -> Draft3Validator:
    """The schema of a VoteEvent, with those it refers to; of links, people and bodies what our files use of them."""
    folder = dumps / "formats" / "popolo"
    found = {
        name: json.loads((folder / f"schemas_{name}.json").read_text()) for name in ("vote_event", "motion", "vote", "count")
    }
    found |= {"link": LINK, "organization": NAMED, "person": NAMED, "event": NAMED, "group_result": {"type": "object"}}
    resources = [(f"{HOME}{name}.json", Resource(contents=text, specification=DRAFT3)) for name, text in found.items()]
    return Draft3Validator(found["vote_event"], registry=Registry().with_resources(resources))


@pytest.mark.parametrize("content", ["tiny", "flagship"])
def test_vote_events_are_valid(content: str, schema: Draft3Validator, request: pytest.FixtureRequest) -> None:
    made = popolo.files(desk_of(request.getfixturevalue(content)))
    assert made
    for raw in made.values():
        event = json.loads(raw)
        schema.validate(event)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", event["start_date"]), "a day: the hour is not known"
        assert all(re.match("https://", link["url"]) for link in event["sources"])


@pytest.mark.parametrize(
    "spoilt",
    [{"counts": [{"option": "yes"}]}, {"sources": [{"note": "no address"}]}, {"motion": {"text": 7}}, {"votes": {}}],
)
def test_a_schema_that_cannot_fail_does_not_count(tiny: Content, schema: Draft3Validator, spoilt: dict[str, object]) -> None:
    event = json.loads(popolo.files(desk_of(tiny))["votes/assembly/24_1/vote.json"])
    assert not schema.is_valid(event | spoilt)
