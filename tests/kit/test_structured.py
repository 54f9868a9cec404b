"""JSON-LD on the built pages, against the definitions of schema.org and as an independent parser finds it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html

from tellers.model import Content
from tests.built import starter_folder

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "schema-org.json").read_text())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return starter_folder(tmp_path_factory) / "build" / "site"


def blocks(built: Path, folder: str) -> Iterator[dict]:  # type: ignore[type-arg]
    """What each page of the folder says in its one block."""
    for path in sorted((built / folder).rglob("index.html")):
        for script in html.parse(str(path)).xpath('//script[@type="application/ld+json"]'):
            yield json.loads(script.text)


@pytest.mark.parametrize(
    ("folder", "type", "number"),
    [("votes", "Dataset", 10), ("series", "Dataset", 1), ("explainers", "Article", 1), ("quotes", "Quotation", 4)],
)
def test_records_say_what_they_are(built: Path, folder: str, type: str, number: int) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    found = [said for said in blocks(built, folder) if said["@type"] == type]
    assert len(found) == number
    for said in found:
        validator.validate(said)


def test_every_block_is_valid_and_every_figure_has_an_image(built: Path) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    images = 0
    for path in sorted(built.rglob("index.html")):
        tree = html.parse(str(path))
        figures = tree.xpath("//figure[@data-figure]/@data-figure")
        scripts = tree.xpath('//script[@type="application/ld+json"]')
        for script in scripts:
            validator.validate(json.loads(script.text))
        shown = [image["contentUrl"] for script in scripts for image in json.loads(script.text).get("image", [])]
        assert len(shown) == len(set(figures)), path
        assert all((built / address.partition(".example/")[2]).is_file() for address in shown)
        images += len(shown)
    assert images > 30


def test_a_quotation_has_the_exact_words(built: Path, tiny: Content) -> None:
    said = next(said for said in blocks(built, "quotes") if said["url"].endswith("/odell-2025-05-06-answer/"))
    assert said["text"] == tiny.quotes["odell-2025-05-06-answer"].text
    assert said["creator"] == {"@type": "Person", "name": "Ása O’Dell"}
    assert said["dateCreated"] == "2025-05-06"
