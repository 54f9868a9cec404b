"""MARC 21 records, as XML or as the JSON that converters make of it: fields by tag, each with its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tellers.formats.json import read_json
from tellers.formats.xml import Element, read_xml
from tellers.formats.yaml import Key, Tree
from tellers.importers.saved import Saved
from tellers.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the text of a control field under the code empty, or subfields by their codes."""

    tag: str
    place: Place
    parts: Mapping[str, str]

    def __getitem__(self, code: str) -> str:
        """The subfield, or nothing where there is none."""
        return self.parts.get(code, "")


@dataclass(frozen=True, slots=True)
class Marc:
    """A record and the place at which it begins."""

    place: Place
    fields: Sequence[Field]

    def each(self, tag: str) -> list[Field]:
        return [field for field in self.fields if field.tag == tag]

    def first(self, tag: str, code: str = "a") -> str:
        """The subfield of the first field of that tag, or nothing."""
        found = self.each(tag)
        return found[0][code] if found else ""


def read_marc(saved: Saved, problems: Problems) -> list[Marc]:
    """All records of the file; none, with a problem, when it is neither XML nor JSON."""
    raw = saved.bytes(problems)
    if raw is None:
        return []
    found = _from_xml(raw, saved.name, problems) if raw.lstrip()[:1] == b"<" else _from_json(saved, problems)
    if not found and not problems:
        problems.add(Place(saved.name, 1), "file", "no MARC record", "save the record as MARCXML")
    return found


def _from_xml(raw: bytes, name: str, problems: Problems) -> list[Marc]:
    root = read_xml(raw, name, problems)
    if root is None:
        return []
    records = [root] if root.name == "record" else list(root.each("record"))
    return [Marc(Place(name, record.line), [_of_element(part, name) for part in record.children]) for record in records]


def _of_element(element: Element, name: str) -> Field:
    parts: dict[str, str] = {} if element.children else {"": element.text}
    for child in element.children:
        parts.setdefault(child.attributes.get("code", ""), child.text)
    return Field(element.attributes.get("tag", ""), Place(name, element.line), parts)


def _from_json(saved: Saved, problems: Problems) -> list[Marc]:
    text = saved.text(problems)
    tree = read_json(text, saved.name, problems) if text is not None else None
    if tree is None:
        return []
    value = tree.value
    collection: Any = value.get("collection", value) if isinstance(value, dict) else None
    if not isinstance(collection, dict):
        return []
    key: Key = ("collection",) if collection is not value else ()
    records = collection.get("record", collection)
    many = list(enumerate(records)) if isinstance(records, list) else [(None, records)]
    at: Key = (*key, "record") if "record" in collection else key
    return [_of_tree(tree, record, at if n is None else (*at, n)) for n, record in many if isinstance(record, dict)]


def _of_tree(tree: Tree, record: Mapping[str, Any], at: Key) -> Marc:
    fields = []
    for kind in ("controlfield", "datafield"):
        found = record.get(kind, [])
        for number, field in enumerate(found if isinstance(found, list) else [found]):
            if isinstance(field, dict):
                place = tree.place((*at, kind, number))
                fields.append(Field(str(field.get("@tag", "")), Place(place.path, place.line), _parts(field)))
    place = tree.place(at)
    return Marc(Place(place.path, place.line), fields)


def _parts(field: Mapping[str, Any]) -> dict[str, str]:
    found = field.get("subfield")
    parts: dict[str, str] = {"": _words(field.get("#text"))} if found is None else {}
    for part in found if isinstance(found, list) else [found]:
        if isinstance(part, dict):
            parts.setdefault(str(part.get("@code", "")), _words(part.get("#text")))
    return parts


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
