"""XML with lines; nothing outside of the file is read, and no entity grows."""

from __future__ import annotations

import pytest

from tellers.formats.xml import read_xml
from tellers.problems import Problems


def test_elements_have_their_lines_and_words() -> None:
    root = read_xml(b'<a xmlns="urn:x">\n <b c="1">two\n words</b><d><b/></d></a>', "a.xml", Problems())
    assert root is not None
    assert [(found.line, found.attributes, found.text) for found in root.each("b")] == [
        (2, {"c": "1"}, "two words"),
        (3, {}, ""),
    ]


def test_other_encodings_and_single_letters() -> None:
    raw = '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE a [<!ENTITY euro "&#8364;">]><a>\xe9 &euro;</a>'
    root = read_xml(raw.encode("latin-1"), "a.xml", Problems())
    assert root is not None and root.text == "é €"


@pytest.mark.parametrize("raw", [
    b"", b"<a>", b"<a></b>", b"\xff\xfe", b"<a>&unknown;</a>", b"<a/><b/>",
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
    b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
    b'<!DOCTYPE a [<!ENTITY x "a whole sentence">]><a>&x;</a>',
    b"<a>" * 100,
])  # fmt: skip
def test_what_is_no_harmless_xml_is_refused_in_a_line(raw: bytes) -> None:
    problems = Problems()
    assert read_xml(raw, "a.xml", problems) is None
    assert [problem.do for problem in problems.found] == ["save the file again"]
