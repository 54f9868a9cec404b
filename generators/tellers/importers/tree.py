"""Fields of a JSON document taken with their lines; what is there in another shape is a problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tellers.formats.json import read_json
from tellers.formats.yaml import Key, Tree
from tellers.importers.saved import Saved
from tellers.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a document, and the path that leads to it."""

    tree: Tree
    value: Any
    key: Key = ()

    @property
    def place(self) -> Place:
        return self.tree.place(self.key)

    def at(self, *names: str) -> Node:
        """The value below these names; nothing where one of them is not there."""
        value: Any = self.value
        for name in names:
            value = value.get(name) if isinstance(value, dict) else None
        return Node(self.tree, value, (*self.key, *names))

    @property
    def text(self) -> str:
        """The words on one line; empty where there is nothing, or no words."""
        return " ".join(self.value.split()) if isinstance(self.value, str) else ""

    @property
    def rows(self) -> list[Node]:
        """The parts of a list; none of anything else."""
        found = self.value if isinstance(self.value, list) else []
        return [Node(self.tree, value, (*self.key, number)) for number, value in enumerate(found)]

    @property
    def is_record(self) -> bool:
        return isinstance(self.value, dict)

    def listed(self, name: str, problems: Problems) -> list[Node]:
        """The list below the name, nothing where there is none; a problem when something else stands there."""
        node = self.at(name)
        if node.value is not None and not isinstance(node.value, list):
            problems.add(node.place, name, "is no list", "compare the file with its source")
        for row in node.rows:
            if not row.is_record:
                problems.add(row.place, name, "holds something that is no record", "compare the file with its source")
        return [row for row in node.rows if row.is_record]


def read_node(saved: Saved, problems: Problems) -> Node | None:
    """The document of a file; None, with a problem, when it is none."""
    text = saved.text(problems)
    tree = read_json(text, saved.name, problems) if text is not None else None
    return Node(tree, tree.value) if tree is not None else None
