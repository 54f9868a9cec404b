"""Citations: nothing in a title can leave its field, and figures can be cited too."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from tellers.claims import Claim, Said, Says, Sentence
from tellers.desk.works import Work, WorkKind
from tellers.kit import citation

HOSTILE = [
    "}, year = {1066}, x = {",
    "\\input{/etc/passwd}",
    "100 % & #1 _ $x$ ~ ^",
    "two\r\nER  - \r\nTY  - BOOK",
    '"quoted"',
]

DAY = date(2026, 11, 23)
WORK = Work(
    key="votes/assembly/24_1",
    kind=WorkKind.DATASET,
    title=Sentence.of("N/24/1: Adopted"),
    author="A & B",
    site="Votes",
    day=DAY,
    said_day=Said("23 November 2026", Claim.make(Says.DATE, DAY, record="votes/assembly/24_1", field="published")),
    address="https://nine-towns.example/votes/assembly/24_1/",
    terms="Words and figures: A & B, CC0-1.0.",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_stays_in_its_field(title: str) -> None:
    work = replace(WORK, title=Sentence.of(title))
    bib = citation.bibtex(work)
    assert re.findall(r"^  (\w+) =", bib, re.M) == ["author", "title", "howpublished", "year", "month", "day", "url", "note"]
    assert bib.count("{") == bib.count("}"), "every brace has its partner"
    assert re.search(r"(?<!\\)[#$%&_~^\"]", bib.partition("title")[2].partition("howpublished")[0]) is None
    ris = citation.ris(work)
    assert [line[:2] for line in ris.split("\r\n")[:-1]] == ["TY", "TI", "AU", "T2", "PY", "DA", "UR", "N1", "ER"]
    assert json.loads(citation.csl(work))[0]["title"] == title


def test_the_same_in_every_format() -> None:
    (item,) = json.loads(citation.csl(WORK))
    assert item["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert "  year = {2026},\n  month = {11},\n  day = {23}," in citation.bibtex(WORK)
    assert "PY  - 2026\r\nDA  - 2026/11/23/\r\n" in citation.ris(WORK)
    assert r"author = {{A \& B}}" in citation.bibtex(WORK)
