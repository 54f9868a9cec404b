"""The licence gate: data that leaves out commercial use says so, and whom to name, in every file it reaches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tellers.desk import Desk, structured
from tellers.kit import api, citation, feeds, packages, popolo
from tellers.model import Content
from tests.kit.test_feeds import desk_of

UN = "LicenseRef-UN-noncommercial-attribution"
LINE = f"© Nine Towns ({UN})"
MARK = "Non-commercial use only."
CLOSED = "assembly/24_1"
"""A vote that was read in the source whose terms are narrowed here; one that was not is assembly/25_4."""


@pytest.fixture(scope="module")
def desk(tiny: Content) -> Desk:
    narrowed = tiny.sources["minutes-2024"].model_copy(update={"licence": UN, "attribution": "© Nine Towns"})
    return desk_of(replace(tiny, sources={**tiny.sources, "minutes-2024": narrowed}))


def made(desk: Desk) -> Iterator[tuple[str, str]]:
    """Every file with words or numbers of records, as text; tables stand beside a package that speaks for them."""
    for maker in (api, citation, feeds, packages, popolo):
        for path, raw in maker.files(desk).items():
            if not path.endswith((".csv", ".parquet", "data.json")):
                yield path, raw.decode()


def test_every_file_about_the_vote_names_its_source_and_bears_the_mark(desk: Desk) -> None:
    reached = 0
    for path, text in made(desk):
        plain = text.replace("\\_", "_")
        if CLOSED in path or f"{CLOSED}/" in plain or f'"{CLOSED}"' in plain:
            reached += 1
            assert LINE in plain and MARK in plain, path
    assert reached > 20


def test_every_entry_of_a_feed_has_its_own_line(desk: Desk) -> None:
    for path, raw in feeds.files(desk).items():
        if path.endswith(".json"):
            for item in json.loads(raw)["items"]:
                closed = CLOSED in item["id"] or "24_2" in item["id"] or "24_3" in item["id"]
                for words in (item["content_html"], item["_tellers"]["licence_line"]):
                    assert MARK in words or not closed, item["id"]
                    assert "Words and figures: The Nine Towns Example, CC0-1.0." in words


def test_every_package_with_tables_speaks_for_them(desk: Desk) -> None:
    files = packages.files(desk)
    folders = {path.rpartition("/")[0] for path in files if path.endswith((".csv", ".parquet"))}
    assert folders == {"bodies/assembly", "bodies/council", "series/bridge", "data"}
    for folder in folders:
        said = json.loads(files[f"{folder}/datapackage.json"])
        assert said["noncommercial"] and MARK in said["licenceLine"]
        assert UN in [licence["name"] for licence in said["licenses"]]


def test_what_pages_say_to_machines_brings_the_line(desk: Desk) -> None:
    for said in (structured.vote_dataset(desk, CLOSED), structured.series_dataset(desk, "bridge")):
        assert LINE in str(said["creditText"]) and MARK in str(said["creditText"])


def test_terms_do_not_spread_to_what_does_not_rest_on_them(desk: Desk) -> None:
    files = {**citation.files(desk), **popolo.files(desk)}
    for path in ("votes/assembly/25_4/cite.bib", "votes/assembly/25_4/vote.json"):
        assert MARK not in files[path].decode()
