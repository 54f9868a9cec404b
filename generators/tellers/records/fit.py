"""Fitting a tree of strings to a model type; what does not fit becomes problems an editor can act on."""

from __future__ import annotations

from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from tellers.formats.yaml import Key, Tree
from tellers.model.record import key as written
from tellers.problems import Place, Problems

Kind = TypeVar("Kind", bound=BaseModel)

_PATTERNS = {
    "^https://": ("is no https address", "write https:// and a host in plain letters, as in https://example.org/page"),
    "^sha256:": ("is no digest", "write sha256: and 64 hexadecimal digits"),
    "^[a-z0-9_-]+(": ("is no id", "use a-z, 0-9, - and _, parts separated by /"),
    "^[a-z]+/": ("is no reference", "write folder and id, such as votes/un-ga/es-11_7 or members/FRA"),
    "^/(": ("is no address of this site", "write it from the root, such as /votes/un-ga/es-11_7/"),
    "^[A-Z0-9]": ("is no member code", "write the code of the register, such as FRA"),
    "^[a-z]{2,3}": ("is no language tag", "write a BCP 47 tag, such as en or uk"),
    "^(…": ("is no edit", "write …, […], or words in square brackets"),
    "^[^": ("has a control character", "remove it"),
}
_VALUES = {
    "count": ("is no count", "write one to four digits, 0 to 9"),
    "position": ("is no position", "write one to seven digits, 0 to 9"),
    "day": ("is no day", "write an ISO day such as 2025-02-24"),
    "flag": ("is no flag", "write true or false"),
    "fraction": ("is no share", "write a fraction such as 2/3"),
}


def fit(tree: Tree, kind: type[Kind], problems: Problems, **given: Any) -> Kind | None:
    """The tree as a record of this kind, with the `given` fields added; None when there are problems.

    `given` are facts that the file's place tells, such as its id; a file must not state them itself.
    """
    if not isinstance(tree.value, dict):
        problems.add(tree.place(()), "file", "holds no record", "write one `field: value` a line")
        return None
    return fit_value(tree.value, (), tree, kind, problems, **given)


def fit_value(value: Any, at: Key, tree: Tree, kind: type[Kind], problems: Problems, **given: Any) -> Kind | None:
    """A part of the tree, found at the path `at`, as a record of this kind."""
    if not isinstance(value, dict):
        problems.add(tree.place(at), _name(at) or "file", "holds no record", "write one `field: value` a line")
        return None
    stated = [name for name in value if name in given]
    for name in stated:
        problems.add(tree.place((*at, name)), name, "is told by the file's name", "remove the line")
    try:
        return kind.model_validate({**value, **given}, by_alias=True, by_name=False)
    except ValidationError as error:
        for detail in _first_of_each(error.errors(), {**value, **given}):
            if detail["loc"][:1] not in [(name,) for name in given]:  # what a name tells is checked where names are
                _explain(detail, at, tree, kind, problems)
        return None


def one_of(names: list[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def nearest(word: str, known: list[str], many: str) -> str:
    """What to do about an unknown word: the nearest known one if there is one, else all, else `many`."""
    known = list(dict.fromkeys(known))
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]}?"
    return f"use {one_of(known)}" if known and len(known) <= 12 else many


def _first_of_each(details: list[ErrorDetails], value: Any) -> list[ErrorDetails]:
    """One detail for each place, and none for what holds the place: a union reports each of its branches."""
    seen: dict[Key, ErrorDetails] = {}
    for detail in details:
        path = _path(detail, value)
        if path not in seen or detail["type"] == "extra_forbidden":
            seen[path] = {**detail, "loc": path}
    around = {path[:end] for path in seen for end in range(len(path))}
    return [detail for path, detail in seen.items() if path not in around]


def _path(detail: ErrorDetails, value: Any) -> Key:
    """The location without the parts that name a branch of a union or a function: those are not in the value.

    A missing field is not there either, and the last part of its location.
    """
    path: list[str | int] = []
    missing = detail["type"] == "missing"
    for at, part in enumerate(detail["loc"], 1):
        listed = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if listed or (isinstance(value, dict) and part in value):
            value = value[part]
        elif not missing or at < len(detail["loc"]):
            continue
        path.append(part)
    return tuple(path)


def _explain(detail: ErrorDetails, at: Key, tree: Tree, kind: type[BaseModel], problems: Problems) -> None:
    path = (*at, *detail["loc"])
    place, name, value = tree.place(path), _name(path), detail["input"]
    problems.add(place, name, *_wrong_and_do(detail, kind, value))


def _wrong_and_do(detail: ErrorDetails, kind: type[BaseModel], value: Any) -> tuple[str, str]:
    sort, context = detail["type"], detail.get("ctx", {})
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    if sort == "missing":
        return "is missing", f"add a line `{last}: …`{_described(detail, kind)}"
    if sort == "extra_forbidden":
        return "unknown field", nearest(last, _fields(detail, kind), "see the schema of this kind of file")
    if value is None or value in ("", {}, []):
        needed = (field := _field(detail, kind)) is not None and field.is_required()
        return "is empty", "write its value" if needed else "write a value, or remove the line"
    if sort in ("enum", "literal_error"):
        expected = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return f'unknown word "{value}"', f"use {one_of(expected)}"
    if sort == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        found = next(
            (text for start, text in _PATTERNS.items() if pattern.startswith(start)), ("does not fit", f"match {pattern}")
        )
        return f'"{_short(value)}" {found[0]}', found[1]
    if sort == "value_error":
        wrong, do = _VALUES.get(str(context["error"]), (str(context["error"]), "mend it"))
        return f'"{_short(value)}" {wrong}', do
    if sort in ("tuple_type", "list_type"):
        return f'"{_short(value)}" is no list', "write [a, b] or one `- item` a line"
    if sort in ("dict_type", "model_type", "model_attributes_type"):
        return f'"{_short(value)}" has no fields', "write one `field: value` a line below it"
    if sort == "string_type":
        return "holds fields or a list where words are expected", "write the words on this line"
    if sort == "string_too_long":
        return f"{len(str(value))} characters are too many", f"use at most {context['max_length']}"
    return f'"{_short(value)}" does not fit ({detail["msg"]})', "mend it"


def _fields(detail: ErrorDetails, kind: type[BaseModel]) -> list[str]:
    """Names of the fields that the record around the detail may have."""
    for part in detail["loc"][:-1]:
        inner = _inner(kind, str(part))
        kind = inner or kind
    return [written(name) for name in kind.model_fields if name != "id"]


def _described(detail: ErrorDetails, kind: type[BaseModel]) -> str:
    field = _field(detail, kind)
    return f" ({field.description.rstrip('.')})" if field is not None and field.description else ""


def _field(detail: ErrorDetails, kind: type[BaseModel]) -> FieldInfo | None:
    """The field that the detail is about, if its name is one."""
    for part in detail["loc"][:-1]:
        kind = _inner(kind, str(part)) or kind
    wanted = str(detail["loc"][-1]) if detail["loc"] else ""
    return next((field for name, field in kind.model_fields.items() if written(name) == wanted), None)


def _inner(kind: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The record type that the field of this name holds, alone or in a list."""
    field = next((f for known, f in kind.model_fields.items() if written(known) == name), None)
    waiting: list[Any] = [field.annotation] if field is not None else []
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, type) and issubclass(part, BaseModel) and not issubclass(part, Enum):
            return part
        waiting += [arg for arg in getattr(part, "__args__", ()) if arg is not Ellipsis]
    return None


def _name(path: Key) -> str:
    return ".".join(str(part) for part in path)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


__all__ = ["Place", "fit", "fit_value", "nearest", "one_of"]
