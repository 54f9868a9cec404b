"""The licence gate: what the terms of a record are, and that they follow from its sources alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellers.claims.words import Words
from tellers.desk.terms import is_noncommercial, licence_line, sources_of, terms_of
from tellers.model import Content, Source

UN = "LicenseRef-UN-noncommercial-attribution"


def source(id: str, licence: str = "CC0-1.0", attribution: str | None = None) -> Source:
    return Source.model_validate(
        {"id": id, "publisher": f"House of {id}", "title": "Minutes", "address": "unknown", "read": "2025-01-01",
         "licence": licence, "attribution": attribution}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("licence", "closed"),
    [(UN, True), ("CC-BY-NC-3.0-IGO", True), ("CC-BY-NC-SA-4.0", True), ("CC-BY-4.0", False), ("NCGL-UK-2.0", False),
     ("LicenseRef-UN-terms", False)],
)  # fmt: skip
def test_noncommercial(licence: str, closed: bool) -> None:
    assert is_noncommercial(licence) is closed


def test_who_asks_for_it_is_named_once_and_the_mark_is_set() -> None:
    terms = terms_of([source("a"), source("b", UN, "© B"), source("c", UN, "© B"), source("d", "CC-BY-NC-4.0")])
    assert terms.credits == (("© B", UN), ("House of d", "CC-BY-NC-4.0"))
    assert terms.noncommercial


def test_where_nobody_asks_the_first_source_is_named() -> None:
    assert terms_of([source("a"), source("b")]).credits == (("House of a", "CC0-1.0"),)
    assert terms_of([]).credits == ()


def test_terms_spread_from_a_source_to_every_record_that_rests_on_it(tiny: Content) -> None:
    closed = tiny.sources["minutes-2024"].model_copy(update={"licence": UN, "attribution": "© Nine Towns"})
    content = replace(tiny, sources={**tiny.sources, "minutes-2024": closed})
    words = Words()
    for key in ("votes/assembly/24_1", "series/bridge", "bodies/assembly", "members/ALU"):
        line = licence_line(content, words, key)
        assert f"© Nine Towns ({UN})" in line
        assert "Non-commercial use only." in line
    assert "Non-commercial" not in licence_line(content, words, "votes/assembly/25_4")


def test_an_explainer_rests_on_the_records_that_its_expressions_name(flagship: Content) -> None:
    for id in flagship.explainers:
        named = sources_of(flagship, f"explainers/{id}")
        assert named, id
    assert "undl-4076672" in sources_of(flagship, f"explainers/{flagship.site.lead}")
