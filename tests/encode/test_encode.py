"""One encoder a context: whatever the text, it stays text."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import string
import sys
import unicodedata
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tellers import encode
from tellers.encode import Html

NASTY = st.text() | st.lists(
    st.sampled_from([
        "<script>alert(1)</script>", "<!--", "-->", "]]>", "&", "&amp;", "&#60;", "{{ x }}", "{% raw %}", "*", "_", "`",
        "~~", "![](x)", "[a](b)",
        "\n# ", "\n\n", "    ", "|", ":::", "$$", "=", "+", "-", "@", "\t", "\r", "'", '"', "\\", "\u2028", "\u202e",
        "\u200b", "\x00", "\x85", "\ufeff",
        "＝1+1", "Å", "A\u030a", "’", "💥", "</title>", "---", "...", "javascript:", ": ", " #",
    ]), max_size=8,
).map("".join)  # fmt: skip


@given(NASTY)
def test_no_ascii_mark_survives(text: str) -> None:
    encoded = str(encode.markup(text))
    assert set(re.sub(r"&#[0-9]+;", "", encoded)) & set(string.punctuation) == set()
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", encoded), "nor a line break nor a control"


@given(NASTY)
def test_a_reader_gets_the_cleaned_text_back(text: str) -> None:
    assert html.unescape(str(encode.markup(text))) == encode.clean(text)
    assert html.unescape(encode.xml(text)) == encode.clean(text)


def test_every_sign_is_kept_or_replaced_as_its_category_says() -> None:
    unseen = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    for code in range(sys.maxunicode + 1):
        sign = chr(code)
        found = encode.clean(f"a{sign}b")
        if sign in " \t\r\n\f\v\u2028\u2029":
            assert found == "a b", hex(code)
        elif unicodedata.category(sign) == "Cc" or sign in "\u200b\u200e\u202e\u2066\ufeff\ufffc":
            assert found == "a\ufffdb", hex(code)
        elif unicodedata.category(sign) not in unseen | {"Cn", "Co"}:
            assert found == f"a{sign}b", hex(code)
    assert encode.clean("a  b   c") == "a b c"


@given(NASTY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = encode.clean(text)
    assert encode.clean(once) == once
    once.encode("utf-8")


def test_letters_of_the_world_stay_as_they_are() -> None:
    for text in ("Türkiye", "Côte d’Ivoire", "Ελλάδα", "日本", "عربي", "10 – 20", "…", "O’Dell"):
        assert encode.markup(text) == text
    assert encode.markup("Haye's Landing") == "Haye&#39;s Landing"
    assert encode.markup("  a\r\n\tb\u2028c  ") == " a b c "


@given(NASTY)
def test_markup_is_known_as_finished(text: str) -> None:
    encoded = encode.markup(text)
    assert isinstance(encoded, Html)
    assert Html("<b>{}</b>").format(encoded) == f"<b>{encoded}</b>", "and not encoded a second time"


@given(NASTY)
def test_svg_text_and_attributes_come_back(text: str) -> None:
    element = ElementTree.fromstring(f'<text data-x="{encode.xml(text)}">{encode.xml(text)}</text>')
    assert element.attrib["data-x"] == encode.clean(text)
    assert (element.text or "") == encode.clean(text)
    assert len(element) == 0


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | NASTY.filter(lambda text: text.isprintable() or max(text, default="") < "\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(JSON)
@example({"</script><script>": "<!--<script>"})
def test_json_in_a_script_comes_back_and_cannot_close_it(value: object) -> None:
    written = str(encode.script_json(value))
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029")


@given(
    st.dictionaries(
        st.sampled_from(["title", "summary", "tags", "status", "icon"]), NASTY | st.lists(NASTY, max_size=3), max_size=4
    )
)
def test_front_matter_is_parsed_to_encoded_words(fields: dict[str, str | list[str]]) -> None:
    text = encode.front_matter(fields)
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    parsed = yaml.safe_load(text.removeprefix("---\n").removesuffix("---\n")) or {}
    for key, value in fields.items():
        words, got = ([value], [parsed[key]]) if isinstance(value, str) else (value, parsed[key])
        assert [html.unescape(word) for word in got] == [encode.clean(word) for word in words]
        assert all(not set(re.sub(r"&#[0-9]+;", "", word)) & set(string.punctuation) for word in got)


def test_front_matter_encodes_at_every_depth() -> None:
    text = encode.front_matter({"a": {"b": ["<b>", {"c": "<c>"}]}})
    assert yaml.safe_load(text.strip("-\n")) == {"a": {"b": ["&#60;b&#62;", {"c": "&#60;c&#62;"}]}}


def test_front_matter_keeps_finished_markup_and_other_values() -> None:
    text = encode.front_matter({"title": Html("<b>x</b>"), "search": {"exclude": True}, "hide": ["toc"], "n": 3})
    assert yaml.safe_load(text.strip("-\n")) == {"title": "<b>x</b>", "search": {"exclude": True}, "hide": ["toc"], "n": 3}


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|x",
    "%x",
    "\t=1",
    "\r\n=1",
    "  =1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_neutralised(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(encode.csv_text(["a"], [[text]]).split("\n", 1)[1], newline=""))
    assert cell == "'" + encode.clean(text)


@given(st.lists(st.tuples(NASTY, NASTY, st.integers(-9999, 9999)), max_size=4))
def test_no_cell_is_a_formula_and_every_cell_comes_back(rows: list[tuple[str, str, int]]) -> None:
    written = encode.csv_text(["one", "two", "number"], rows)
    header, *read = list(csv.reader(io.StringIO(written, newline="")))
    assert header == ["one", "two", "number"]
    assert len(read) == len(rows)
    for cells, row in zip(read, rows, strict=True):
        assert int(cells[2]) == row[2], "a number is a number, also below zero"
        for cell, text in zip(cells[:2], row[:2], strict=True):
            assert not cell.strip().startswith(("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"))
            assert cell in (encode.clean(text), "'" + encode.clean(text))


def test_csv_is_rfc_4180_with_one_kind_of_line_end() -> None:
    assert encode.csv_text(["member", "name"], [["NO", "Haye's, “Landing”"], ["NA", 'a "b"']]) == (
        'member,name\nNO,"Haye\'s, “Landing”"\nNA,"a ""b"""\n'
    )
