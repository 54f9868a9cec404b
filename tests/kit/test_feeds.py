"""Feeds as others read them: by schema, by a feed reader's library, and as content changes."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.kit import feeds
from tellers.model import Content
from tellers.problems import Problems
from tellers.stats import result_of
from tests.built import starter_folder

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The feeds of the starter as they are published."""
    return starter_folder(tmp_path_factory) / "build" / "site" / "feeds"


def desk_of(content: Content) -> Desk:
    """A desk without pictures: enough for words and numbers."""
    return Desk(content, Words(), {id: result_of(content, id) for id in content.votes}, {}, Problems())


def items_of(content: Content, path: str = "feeds/all.json") -> list[dict]:  # type: ignore[type-arg]
    return list(json.loads(feeds.files(desk_of(content))[path])["items"])


def found(folder: Path, ending: str) -> Iterator[Path]:
    paths = sorted(folder.rglob(f"*{ending}"))
    assert len(paths) == 15, "everything, corrections, two bodies, a series and ten members"
    return iter(paths)


@pytest.mark.parametrize(("ending", "schema"), [(".atom.xml", "atom.rng"), (".rss.xml", "rss.rng")])
def test_xml_feeds_are_valid(folder: Path, ending: str, schema: str) -> None:
    relax = etree.RelaxNG(etree.parse(SCHEMAS / schema))
    for path in found(folder, ending):
        relax.assertValid(etree.parse(path))


def test_json_feeds_are_valid(folder: Path) -> None:
    schema = Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text()), format_checker=FormatChecker())
    for path in found(folder, ".json"):
        schema.validate(json.loads(path.read_text()))


def test_a_feed_reader_sees_the_same_entries_in_every_format(folder: Path) -> None:
    for path in found(folder, ".atom.xml"):
        atom, rss = (feedparser.parse(path.read_bytes()) for path in (path, Path(str(path).replace(".atom.", ".rss."))))
        assert not atom.bozo and not rss.bozo
        items = json.loads(Path(str(path).replace(".atom.xml", ".json")).read_text())["items"]
        told = [(item["id"], item["title"], item["content_html"]) for item in items]
        assert told == [(e.id, e.title, e.content[0].value) for e in atom.entries]
        assert told == [(e.id, e.title, e.content[0].value) for e in rss.entries]
        assert [item["summary"] for item in items] == [html.unescape(e.summary) for e in rss.entries]


def test_no_two_entries_have_one_id(folder: Path) -> None:
    ids = [item["id"] for path in found(folder, ".json") for item in json.loads(path.read_text())["items"]]
    for id in set(ids):
        members = re.search(r":members/\w+/", id)
        assert members is None or ids.count(id) == 1


def test_an_update_moves_an_entry_and_keeps_its_id(tiny: Content) -> None:
    before = items_of(tiny)
    moved = tiny.votes["assembly/24_1"].model_copy(update={"updated": date(2025, 12, 1)})
    after = items_of(replace(tiny, votes={**tiny.votes, "assembly/24_1": moved}))
    assert after[0]["id"] == "tag:nine-towns.example,2025-09-01:votes/assembly/24_1"
    assert after[0]["date_modified"] == "2025-12-01T00:00:00Z"
    assert {item["id"] for item in before} == {item["id"] for item in after}
    assert [item for item in before if item["id"] != after[0]["id"]] == after[1:]


def test_a_corrected_entry_begins_with_what_changed(tiny: Content) -> None:
    (first, *others) = items_of(tiny)
    changed = "Corrected on 1 October 2025: the stated number of “Not voting” votes was “unknown”, is “1”."
    assert first["content_html"].startswith(f"<p><strong>{changed}")
    assert first["summary"].startswith(changed)
    assert first["date_modified"] == "2025-10-01T00:00:00Z"
    assert not any("Corrected on" in item["content_html"] for item in others)
    never = tiny.votes["assembly/24_2"].model_copy(update={"updated": None})
    for corrections, day in (((), "2025-09-01"), (tiny.corrections, "2025-10-01")):
        items = items_of(replace(tiny, votes={**tiny.votes, "assembly/24_2": never}, corrections=corrections))
        same = next(item for item in items if item["id"] == first["id"])
        assert same["date_modified"] == f"{day}T00:00:00Z"


def test_a_feed_without_entries_is_a_feed(tiny: Content) -> None:
    made = feeds.files(desk_of(replace(tiny, corrections=())))
    relax = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    relax.assertValid(etree.fromstring(made["feeds/corrections.atom.xml"]))
    assert b"<updated>2025-09-01T00:00:00Z</updated>" in made["feeds/corrections.atom.xml"]


def test_words_of_content_stay_words(tiny: Content) -> None:
    nasty = "</content><script>alert(1)</script>]]>&amp;\x0b<b>x</b>"
    title = tiny.votes["assembly/24_1"].model_copy(update={"about": nasty})
    made = feeds.files(desk_of(replace(tiny, votes={**tiny.votes, "assembly/24_1": title})))
    for path, raw in made.items():
        if path.endswith(".xml"):
            parsed = feedparser.parse(raw, sanitize_html=False)
            assert not parsed.bozo
            for entry in parsed.entries:
                said = entry.content[0].value
                assert "<script" not in said and "<b>" not in said
