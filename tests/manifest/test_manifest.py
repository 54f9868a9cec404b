"""The figure's description of itself survives being written and read, and nothing else passes for one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellers.manifest import ClaimLine, Input, Manifest, MarkLine, NotAManifest, digest_of_inputs, dump, load

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
COUNTED, SHARED = ["tally", "shift", "threshold", "count"], ["share", "agreement"]
OF = st.dictionaries(TEXT, TEXT, max_size=3)
CLAIM = st.one_of(
    st.builds(ClaimLine, TEXT, st.sampled_from(COUNTED), OF, st.integers()),
    st.builds(ClaimLine, TEXT, st.sampled_from(SHARED), OF, st.from_regex(r"\A[0-9]{1,6}/[1-9][0-9]{0,5}\Z")),
    st.builds(ClaimLine, TEXT, TEXT.filter(lambda says: says not in [*COUNTED, *SHARED]), OF, st.integers() | TEXT),
)
MANIFEST = st.builds(
    Manifest,
    figure=TEXT, kind=TEXT, width=st.integers(0, 4000), theme=st.sampled_from(["light", "dark"]),
    inputs=st.lists(st.builds(Input, TEXT, TEXT), max_size=3).map(tuple),
    claims=st.lists(CLAIM, max_size=3).map(tuple),
    marks=st.lists(st.builds(MarkLine, TEXT, TEXT, TEXT), max_size=3).map(tuple),
    words=st.dictionaries(TEXT, TEXT, max_size=3), site=st.dictionaries(TEXT, TEXT, max_size=3),
)  # fmt: skip

SMALL = Manifest(
    figure="assembly/24_1.tally", kind="tally", width=700, theme="light",
    inputs=(Input("votes/assembly/24_1", "sha256:00"),),
    claims=(ClaimLine("c1", "tally", {"vote": "assembly/24_1", "option": "yes"}, 5),),
    marks=(MarkLine("bar:yes", "yes", "c1"),),
    words={"title": "Ålund’s “bridge”"},
)  # fmt: skip


@given(MANIFEST)
def test_it_comes_back(manifest: Manifest) -> None:
    text = dump(manifest)
    assert load(text) == manifest
    assert dump(load(text)) == text


@given(MANIFEST)
def test_it_is_canonical_json(manifest: Manifest) -> None:
    plain = {"format": 1, **asdict(manifest)}
    assert dump(manifest) == json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_it_is_one_line_in_one_order() -> None:
    assert dump(SMALL) == (
        '{"claims":[{"id":"c1","of":{"option":"yes","vote":"assembly/24_1"},"says":"tally","value":5}],'
        '"figure":"assembly/24_1.tally","format":1,"inputs":[{"digest":"sha256:00","record":"votes/assembly/24_1"}],'
        '"kind":"tally","marks":[{"claim":"c1","id":"bar:yes","role":"yes"}],"site":{},"theme":"light",'
        '"width":700,"words":{"title":"Ålund’s “bridge”"}}'
    )


@pytest.mark.parametrize("field", ["format", "figure", "kind", "width", "theme", "inputs", "claims", "marks", "words"])
def test_every_field_is_needed(field: str) -> None:
    raw = json.loads(dump(SMALL))
    del raw[field]
    with pytest.raises(NotAManifest):
        load(json.dumps(raw))


@pytest.mark.parametrize("text", [
    "", "{", "[]", "null", "1", '"format"', '{"format": 2}', '{"format": "1"}', "<svg/>",
    dump(SMALL).replace('"format":1', '"format":2'), dump(SMALL).replace('"value":5', '"value":5,"extra":1'),
    dump(SMALL).replace('"claims":[', '"claims":[1,'), dump(SMALL).replace('"inputs":[', '"inputs":[[],'), "[" * 100_000,
    "9" * 5000,
    dump(SMALL).replace('"value":5', '"value":5.0'), dump(SMALL).replace('"value":5', '"value":true'),
    dump(SMALL).replace('"width":700', '"width":"700"'), dump(SMALL).replace('"says":"tally"', '"says":["tally"]'),
    dump(SMALL).replace('"value":5', '"value":"5"'), dump(SMALL).replace('"says":"tally"', '"says":"share"'),
    dump(SMALL).replace('"says":"tally","value":5', '"says":"agreement","value":"1/0"'),
    dump(SMALL).replace('"words":{', '"words":{"alt":1,'), dump(SMALL).replace('"option":"yes"', '"option":null'),
])  # fmt: skip
def test_nothing_else_passes_for_one(text: str) -> None:
    with pytest.raises(NotAManifest):
        load(text)


def test_a_site_that_is_not_named_is_none() -> None:
    raw = json.loads(dump(SMALL))
    del raw["site"]
    assert load(json.dumps(raw)) == SMALL


def test_the_digest_of_inputs_is_that_of_their_lines_in_order() -> None:
    one, two = Input("votes/a", "sha256:1"), Input("votes/b", "sha256:2")
    assert digest_of_inputs((one, two)) == hashlib.sha256(b"votes/a sha256:1\nvotes/b sha256:2").hexdigest()
    assert digest_of_inputs((one, two)) != digest_of_inputs((two, one))
    assert digest_of_inputs((one,)) != digest_of_inputs((Input("votes/a", "sha256:2"),))
