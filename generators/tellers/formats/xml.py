"""XML as elements with their lines; entities may stand for single characters, nothing outside is ever read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tellers.problems import Place, Problems

MAX_DEPTH = 60
LONGEST_ENTITY = 8


@dataclass(slots=True)
class Element:
    """An element: its name without a namespace, attributes, text of its own, children, and the line on which it begins."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words directly in it, on one line."""
        return " ".join("".join(self.parts).split())

    def each(self, name: str) -> Iterator[Element]:
        """Elements of that name at any depth, in order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.each(name)


class _Refusal(Exception):
    pass


def read_xml(raw: bytes, path: str, problems: Problems) -> Element | None:
    """The root element; None, with a problem, when the file is no XML or declares an entity that is more than a letter."""
    parser = expat.ParserCreate(namespace_separator=" ")
    root = Element("", {}, 1)
    stack = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > MAX_DEPTH:
            raise _Refusal("nested too deeply")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], plain, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_name: str) -> None:
        stack.pop()

    def words(text: str) -> None:
        stack[-1].parts.append(text)

    def entity(name: str, _parameter: bool, value: str | None, *_rest: object) -> None:
        if value is None or "&" in value or len(value) > LONGEST_ENTITY:
            raise _Refusal(f"entity {name} is more than a character")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = words, entity
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, _Refusal, LookupError, ValueError) as error:
        line = error.lineno if isinstance(error, expat.ExpatError) else parser.CurrentLineNumber
        problems.add(Place(path, max(line, 1)), "file", f"not XML: {str(error).split(':')[0]}", "save the file again")
        return None
    return root.children[0]
