"""JSON with places: what is read is what the standard library reads, as strings; the rest is refused in a line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers.formats.json import read_json
from tellers.problems import Problems

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)),
    max_leaves=12,
)


def plain(value: Any) -> Any:
    """The value as this reader gives it: numbers and flags as they are written."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_reads_what_was_written(value: Any, indent: int | None, escaped: bool) -> None:
    problems = Problems()
    tree = read_json(json.dumps(value, indent=indent, ensure_ascii=escaped), "a.json", problems)
    assert problems.found == []
    assert tree is not None and tree.value == plain(value)


def test_every_value_has_its_place() -> None:
    tree = read_json('{\n "a": [1,\n  {"b": null}]}', "a.json", Problems())
    assert tree is not None
    assert str(tree.place(("a", 1, "b"))) == "a.json:3:9"


@pytest.mark.parametrize(("text", "said"), [
    ("", "a.json:1:1 file: not JSON: the file ends too early"),
    ('{"a": 1', "a.json:1:8 file: not JSON: the file ends too early"),
    ('{"a": 1} 2', "a.json:1:9 file: not JSON: something after the end of the document"),
    ('{"a": 1, "a": 2}', 'a.json:1:10 file: not JSON: name "a" a second time'),
    ("[1, ]", 'a.json:1:5 file: not JSON: "]" where a value is expected'),
    ("{1: 2}", 'a.json:1:2 file: not JSON: "1" where a name is expected'),
    ("[1 2]", 'a.json:1:4 file: not JSON: "2" where , or ] is expected'),
    ("[NaN]", 'a.json:1:2 file: not JSON: "NaN]"'),
    ('["\\ud800"]', "a.json:1:2 file: not JSON: half of a character"),
    ("[" * 100, "a.json:1:42 file: not JSON: nested too deeply"),
])  # fmt: skip
def test_what_is_no_json_is_refused_in_a_line(text: str, said: str) -> None:
    problems = Problems()
    assert read_json(text, "a.json", problems) is None
    assert [str(problem) for problem in problems.found] == [said + "; save the file again"]
