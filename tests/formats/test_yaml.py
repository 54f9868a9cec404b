"""YAML as strings with places: nothing is guessed, and what could surprise is refused."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tellers.formats.yaml import MAX_BYTES, MAX_DEPTH, Tree, read_yaml
from tellers.problems import Place, Problems


def read(text: str) -> Tree:
    problems = Problems()
    tree = read_yaml(text, "a.yml", problems)
    assert tree is not None, problems.found
    return tree


def refusal(text: str) -> tuple[Place, str]:
    problems = Problems()
    assert read_yaml(text, "a.yml", problems) is None
    (problem,) = problems.found
    return problem.place, problem.wrong


@pytest.mark.parametrize("word", [
    "NO", "no", "Yes", "on", "OFF", "y", "null", "Null", "11:30", "1_000", "0x1F", "0o17", "017", "1e3", ".inf", ".nan",
    "1.0", "2025-02-24",
    "2025-02-24T10:00:00Z", "=", "12,5", "+1",
])  # fmt: skip
def test_a_scalar_stays_what_was_written(word: str) -> None:
    assert read(f"a: {word}\n").value == {"a": word}
    assert read(f"- {word}\n").value == [word]
    assert read(f"{word}: a\n").value == {word: "a"}


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(st.characters(min_codepoint=32, max_codepoint=126))
    )
)
def test_quoted_words_come_back(fields: dict[str, str]) -> None:
    text = "".join(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in fields.items())
    if fields:
        assert read(text).value == fields


def test_what_is_empty_is_an_empty_string() -> None:
    assert read("a:\nb: ''\nc: ~\nd:\n  - \n").value == {"a": "", "b": "", "c": "~", "d": [""]}


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="there is only one loader here")
@pytest.mark.parametrize("text", ["a:\nb: ''\nc: ~\n- x\n"[:-4], "a: >\n  b\n  c\nd: |\n  e\n", "a: {b: [c, 'd', \"e\"]}\n"])
def test_both_loaders_of_yaml_read_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(text)
    monkeypatch.setattr("tellers.formats.yaml._LOADER", yaml.BaseLoader)
    assert read(text) == fast


def test_every_value_has_its_place() -> None:
    tree = read("# remark\nbody: un-ga\nstated:\n  yes: 93\n  no:\nvotes:\n  - one\n  - {a: b}\n")
    assert tree.place(("body",)) == Place("a.yml", 2, 7)
    assert tree.place(("stated", "yes")) == Place("a.yml", 4, 8)
    assert tree.place(("stated", "no")) == Place("a.yml", 5, 3), "of what is empty, the key"
    assert tree.place(("votes",)) == Place("a.yml", 6, 1), "of a list, the key"
    assert tree.place(("votes", 1, "a")) == Place("a.yml", 8, 9)
    assert tree.place(("votes", 7, "z")) == Place("a.yml", 6, 1), "what is not there stands where its list does"


@pytest.mark.parametrize(("text", "line", "wrong"), [
    ("a: 1\na: 2\n", 2, "key 'a' a second time"),
    ("b:\n  a: 1\n  'a': 2\n", 3, "key 'a' a second time"),
    ("a: &x 1\n", 1, "anchor &x"),
    ("- *x\n", 1, "alias *x"),
    ("a: !!int 1\n", 1, "tag !!int"),
    ("a: !env HOME\n", 1, "tag !env"),
    ("a: 1\n---\nb: 2\n", 2, "a second document"),
    ("", 1, "the file is empty"),
    ("# nothing\n\n", 1, "the file is empty"),
    ("a:\n  <<: {b: 1}\n", 2, "merge key <<"),
    ("? [a, b]\n: 1\n", 1, "a key that is no word"),
    ("a: 1\nb:\n\tc: 2\n", 3, "not YAML: found character that cannot start any token"),
    ("a: [1\n", 2, "not YAML: did not find expected ',' or ']'"),
    ("a: 'x\n", 2, "not YAML: found unexpected end of stream"),
    ("a: b: c\n", 1, "not YAML: mapping values are not allowed in this context"),
])  # fmt: skip
def test_what_could_surprise_is_refused(text: str, line: int, wrong: str) -> None:
    place, found = refusal(text)
    assert (place.line, found) == (line, wrong)


def test_depth_and_size_have_limits() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert refusal("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1] == "nested too deeply"
    assert refusal("[" * 100_000)[1] == "nested too deeply"
    assert refusal("a: " + "x" * MAX_BYTES)[1] == f"{MAX_BYTES + 3} characters are too many"


def test_a_bomb_of_aliases_never_opens() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    assert refusal(bomb)[1] == "anchor &a0"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    problems = Problems()
    assert (read_yaml(text, "a.yml", problems) is None) == bool(problems)
