"""An expression of an explainer as it is written: the name of one of ours with constants. Nothing is ever evaluated."""

from __future__ import annotations

import ast
from dataclasses import dataclass

MAX_LENGTH = 2000
MAX_DEPTH = 6
_DO = 'write name("…", option="…") with words, whole numbers and lists of words'

Constant = str | int | tuple["Constant", ...] | None


class Unreadable(Exception):
    """What stands between the braces is no call of ours."""

    def __init__(self, wrong: str, do: str = _DO) -> None:
        super().__init__(wrong)
        self.wrong, self.do = wrong, do


@dataclass(frozen=True, slots=True)
class Call:
    """`tally("un-ga/es-11_7", option="yes")`: a name, its arguments in order, and those that are named."""

    name: str
    arguments: tuple[Constant, ...]
    named: dict[str, Constant]


def read_call(text: str) -> Call:
    """The call in the text; raises Unreadable for anything else."""
    if len(text) > MAX_LENGTH:
        raise Unreadable(f"an expression of {len(text)} characters")
    if max(_depths(text), default=0) > MAX_DEPTH:
        raise Unreadable("too many brackets")
    if "\\" in text:
        raise Unreadable("a backslash", "write the character itself")
    try:
        node = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise Unreadable(f"cannot read it: {error.msg}") from error
    except (RecursionError, MemoryError) as error:
        raise Unreadable("too deep") from error
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        raise Unreadable("is no call")
    names = [keyword.arg for keyword in node.keywords]
    if None in names or len(set(names)) < len(names):
        raise Unreadable("an argument without a name of its own")
    named = {str(keyword.arg): _constant(keyword.value, MAX_DEPTH) for keyword in node.keywords}
    return Call(node.func.id, tuple(_constant(argument, MAX_DEPTH) for argument in node.args), named)


def _depths(text: str) -> list[int]:
    """How deep each bracket stands, those in words too, so that the parser is never given a tower of them."""
    depth, found = 0, []
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        found.append(depth)
    return found


def _constant(node: ast.expr, depth: int) -> Constant:
    """The value of a constant; raises Unreadable for anything that would have to be computed."""
    if isinstance(node, ast.Constant) and (node.value is None or type(node.value) in (str, int)):
        return node.value  # type: ignore[return-value]
    if isinstance(node, ast.List | ast.Tuple) and depth:
        return tuple(_constant(item, depth - 1) for item in node.elts)
    raise Unreadable("an argument is neither words nor a whole number nor a list of them")
