"""A hostile page against its benign twin: the same nodes, and in place of each token the words of its value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tellers.encode import clean
from tests.fuzz.chromium import Node, Seen

_TOKEN = re.compile(r"q(\d{6})q")


def token(number: int) -> str:
    """The benign word that stands where value `number` will stand."""
    return f"q{number:06}q"


@dataclass(slots=True)
class Figures:
    """What was reached in one context."""

    inputs: int = 0
    executions: int = 0
    nodes: int = 0
    texts: int = 0
    outside: int = 0
    tracebacks: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not (self.executions or self.nodes or self.texts or self.outside or self.tracebacks)

    def add(self, other: Figures) -> None:
        for name in ("inputs", "executions", "nodes", "texts", "outside", "tracebacks"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.examples += other.examples

    def note(self, what: str, example: object) -> None:
        setattr(self, what, getattr(self, what) + 1)
        self.examples.append(f"{what}: {example!r}"[:300])


def judge(seen: Seen, twin: list[Node], values: Mapping[int, str], figures: Figures) -> None:
    """Compare a page with its twin, in which each value's token stands."""
    for _ in range(seen.ran):
        figures.note("executions", list(values.values())[:1])
    for url in seen.outside:
        figures.note("outside", url)
    if len(seen.nodes) != len(twin):
        pair = next(((a, b) for a, b in zip(seen.nodes, twin, strict=False) if not _alike(a, b)), None)
        figures.note("nodes", pair or (len(seen.nodes), len(twin)))
        return
    for node, other in zip(seen.nodes, twin, strict=True):
        if not _alike(node, other):
            figures.note("nodes", (node, other))
        elif wrong := _altered(node, other, values):
            figures.note("texts", wrong)


def _alike(node: Node, other: Node) -> bool:
    return node[0] == other[0] and node[1].keys() == other[1].keys()


def _altered(node: Node, other: Node, values: Mapping[int, str]) -> tuple[str, str] | None:
    """What is shown and what should be; anchors are made of headings and may differ."""
    named = [(name, value, other[1][name]) for name, value in node[1].items() if not _anchor(name, value)]
    for name, shown, pattern in [("", node[2], other[2]), *named]:
        if not _TOKEN.search(pattern):
            continue
        structured = pattern.startswith('{"')
        for said, wanted in zip(*((_texts(text) if structured else [text]) for text in (shown, pattern)), strict=False):
            put = _put(wanted, values, "" if name == "href" else " ")
            if _tight(clean(said)) != _tight(put):
                return said, put
    return None


def _put(pattern: str, values: Mapping[int, str], space: str) -> str:
    """The pattern with each token replaced by its value; an address holds no spaces."""

    def put(found: re.Match[str]) -> str:
        value = values.get(int(found[1]), found[0])
        return clean(value) if space else clean("".join(value.split()))

    return _TOKEN.sub(put, pattern)


def _texts(text: str) -> list[str]:
    """The texts of the JSON; the text itself where it is none."""
    try:
        return list(_strings(json.loads(text)))
    except json.JSONDecodeError:
        return [text]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    else:
        yield str(value)


def _anchor(name: str, value: str) -> bool:
    return name in ("id", "data-md-score") or (name == "href" and ("#" in value or "?h=" in value))


def _tight(text: str) -> str:
    return " ".join(text.split())
