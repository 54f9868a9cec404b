"""YAML as a tree of strings, lists and mappings, each with its line and column.

Scalars stay the strings that were written, also what is empty: whether `NO` is Norway is for the field's type to say.
Tags, anchors, aliases, merge keys, duplicate keys, several documents and deep nesting are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from tellers.problems import Place, Problems

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 50_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A document: plain strings, lists and dicts, and the place of each value and key by its path."""

    path: str
    value: Any
    places: dict[Key, Place] = field(default_factory=dict)

    def place(self, key: Key) -> Place:
        """Where the value at this path stands, or the nearest value above it."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, Place(self.path, 1, 1))


class _Refusal(Exception):
    def __init__(self, mark: Any, wrong: str, do: str) -> None:
        super().__init__(wrong)
        self.mark, self.wrong, self.do = mark, wrong, do


def read_yaml(text: str, path: str, problems: Problems) -> Tree | None:
    """The document in the text; None, with problems added, when it cannot be read."""
    if len(text) > MAX_BYTES:
        problems.add(Place(path, 1, 1), "file", f"{len(text)} characters are too many", f"keep it below {MAX_BYTES}")
        return None
    places: dict[Key, Place] = {}
    try:
        node = _single(text)
        value = _plain(node, (), path, places, 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problems.add(_at(path, mark), "file", f"not YAML: {error.problem or error.context}", "mend the syntax at this place")
        return None
    except yaml.YAMLError as error:
        problems.add(Place(path), "file", f"not YAML: {str(error).splitlines()[0]}", "remove the character")
        return None
    except _Refusal as refusal:
        problems.add(_at(path, refusal.mark), "file", refusal.wrong, refusal.do)
        return None
    return Tree(path, value, places)


def _single(text: str) -> yaml.Node:
    """The only node of the text, composed only after its events were found harmless."""
    depth = 0
    documents = scalars = 0
    for event in yaml.parse(text, Loader=_LOADER):
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise _Refusal(mark, f"alias *{event.anchor}", "write the value out")
        if anchor := getattr(event, "anchor", None):
            raise _Refusal(mark, f"anchor &{anchor}", "remove it; aliases are not used here")
        if tag := getattr(event, "tag", None):
            raise _Refusal(mark, f"tag {tag.replace('tag:yaml.org,2002:', '!!')}", "remove it; the field's type decides")
        scalars += isinstance(event, yaml.ScalarEvent)
        if scalars > MAX_VALUES:
            raise _Refusal(mark, f"more than {MAX_VALUES} keys and values", "split the file")
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _Refusal(mark, "a second document", "keep one document a file")
        opens = isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent)
        closes = isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent)
        depth += opens - closes
        if depth > MAX_DEPTH:
            raise _Refusal(mark, "nested too deeply", f"use at most {MAX_DEPTH} levels")
    node = yaml.compose(text, Loader=_LOADER)
    if node is None:
        raise _Refusal(None, "the file is empty", "write the record, or delete the file")
    return node


def _plain(node: yaml.Node, key: Key, path: str, places: dict[Key, Place], depth: int) -> Any:
    places[key] = _at(path, node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*key, i), path, places, depth + 1) for i, item in enumerate(node.value)]
    out: dict[str, Any] = {}
    for name_node, value_node in node.value:
        name = name_node.value
        if not isinstance(name, str):
            raise _Refusal(name_node.start_mark, "a key that is no word", "use a plain word as key")
        if name in out:
            raise _Refusal(name_node.start_mark, f"key {name!r} a second time", "keep one of the two")
        if name == "<<":
            raise _Refusal(name_node.start_mark, "merge key <<", "write the fields out")
        out[name] = _plain(value_node, (*key, name), path, places, depth + 1)
        if out[name] == "" or not isinstance(value_node, yaml.ScalarNode):
            places[(*key, name)] = _at(path, name_node.start_mark)
    return out


def _at(path: str, mark: Any) -> Place:
    return Place(path, mark.line + 1, mark.column + 1) if mark is not None else Place(path, 1, 1)
