"""What is taken away of a figure says its numbers, whatever shows it, and nothing in a record can leave its place."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tellers.build.taking import Taken, take
from tellers.desk import snippets
from tellers.files.start import new_site
from tellers.kit.texts import FORMATS
from tellers.problems import Refused

NUMBERS = "5 yes, 3 no, 1 abstain"
HOSTILE = '</textarea><script>x</script> "quoted" [link](javascript:x) **bold** & `code`'


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    folder = tmp_path_factory.mktemp("taken") / "site"
    new_site(folder)
    return take(folder, "assembly/24_1.tally")


@pytest.mark.parametrize("form", ["html", "mjml", "markdown", "text", "alt", "description"])
def test_every_text_says_the_numbers(taken: Taken, form: str) -> None:
    assert NUMBERS in taken.text(form)


def test_mail_has_the_numbers_with_pictures_off(taken: Taken) -> None:
    page = LexborHTMLParser(taken.text("html"))
    picture = page.css_first("img")
    assert picture is not None
    said = picture.attributes
    assert (said["width"], said["height"]) == ("600", str(taken.picture.heights[600]))
    assert NUMBERS in (said["alt"] or "") and len(said["alt"] or "") <= 150
    picture.decompose()
    assert NUMBERS in page.body.text()  # type: ignore[union-attr]
    assert "CC0-1.0" in page.body.text()  # type: ignore[union-attr]


def test_a_pinned_picture_takes_the_place_of_the_latest(taken: Taken) -> None:
    assert "/f/0123456789abcdef.png" in taken.text("markdown", "/f/0123456789abcdef.png")
    assert "/figures/assembly/24_1.tally.png" in taken.text("markdown")


def test_nothing_in_a_text_becomes_markup(taken: Taken) -> None:
    snippet = replace(snippets.snippet_of(taken.desk, taken.picture), title=HOSTILE, alt=HOSTILE)
    page = LexborHTMLParser(snippets.html(snippet))
    assert page.css("script, textarea") == []
    assert page.css_first("img").attributes["alt"] == HOSTILE  # type: ignore[union-attr]
    assert HOSTILE in " ".join(page.body.text().split())  # type: ignore[union-attr]
    assert "\\[link\\](javascript:x)" in snippets.markdown(snippet)
    assert "\\*\\*bold\\*\\*" in snippets.markdown(snippet)


def test_numbers_as_data(taken: Taken) -> None:
    rows = list(csv.DictReader(io.StringIO(taken.text("csv"))))
    assert [(row["mark"], row["value"]) for row in rows][:3] == [("bar:yes", "5"), ("bar:no", "3"), ("bar:abstain", "1")]
    said = json.loads(taken.text("json"))
    assert [mark["value"] for mark in said["marks"]][:3] == [5, 3, 1]
    assert said["licence"].endswith("CC0-1.0.")


def test_everything_has_a_file_and_pictures_are_light(taken: Taken) -> None:
    files = taken.everything()
    assert {f"24_1.tally{form.ending}" for form in FORMATS.values()} <= files.keys()
    for name in ("", "-dark", "-square", "-card"):
        assert len(files[f"24_1.tally{name}.png"]) <= 60 * 1024


def test_an_unknown_figure_is_refused_with_the_nearest(taken: Taken, tmp_path: Path) -> None:
    new_site(tmp_path / "site")
    with pytest.raises(Refused, match=r"assembly/24_1\.tally"):
        take(tmp_path / "site", "assembly/24_1.taly")
