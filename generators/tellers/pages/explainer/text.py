"""Placing values in an explainer's text: each expression is read as a call of ours, never as a template."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tellers.desk import Desk
from tellers.encode import Html, prose
from tellers.model import Explainer
from tellers.pages.explainer.call import Call, Unreadable, read_call
from tellers.pages.explainer.expressions import Expressions, Untrue
from tellers.problems import Place
from tellers.records.fit import nearest

_ANY = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The Markdown with its values in place, and the votes and sources it used, in order."""

    markdown: Html
    votes: tuple[str, ...] = field(default=())
    sources: tuple[str, ...] = field(default=())


def render_text(desk: Desk, explainer: Explainer, root: str) -> Rendered:
    """The explainer's text; each expression that fails is a problem with its place, and all are found in one run."""
    expressions = Expressions(desk, root)
    known = expressions.names()
    out: list[Html] = []
    end = 0
    for found in _ANY.finditer(explainer.text):
        out.append(prose(explainer.text[end : found.start()]))
        end = found.end()
        try:
            out.append(_placed(read_call(found.group(1)), known))
        except (Untrue, Unreadable) as error:
            shown = "" if isinstance(error, Untrue) else f"{{{{ {found.group(1).strip()[:60]} }}}}: "
            desk.problems.add(_place(explainer, found.start()), "text", f"{shown}{error.wrong}", error.do)
    out.append(prose(explainer.text[end:]))
    return Rendered(Html("").join(out), tuple(expressions.votes), tuple(expressions.sources))


def _placed(call: Call, known: dict[str, Callable[..., Html]]) -> Html:
    """What the expression places; raises Unreadable when it is none of ours, or its arguments are not the ones it takes."""
    if call.name not in known:
        raise Unreadable(f'unknown expression "{call.name}"', nearest(call.name, list(known), "see the table in the README"))
    make = known[call.name]
    try:
        given = inspect.signature(make, eval_str=True).bind(*call.arguments, **call.named)
    except TypeError as error:
        raise Unreadable(str(error), "mend the arguments") from error
    for name, value in given.arguments.items():
        if not _fits(value, given.signature.parameters[name].annotation):
            raise Unreadable(f"{name}={value!r} does not fit", "mend the argument")
    return make(*given.args, **given.kwargs)


def _fits(value: object, wanted: object) -> bool:
    """Whether a constant is of the type that an expression's parameter names."""
    parts = getattr(wanted, "__args__", None)
    origin = getattr(wanted, "__origin__", None)
    if origin is tuple and parts:
        return isinstance(value, tuple) and len(value) == len(parts) and all(map(_fits, value, parts))
    if origin is list and parts:
        return isinstance(value, tuple) and all(_fits(item, parts[0]) for item in value)
    if parts:
        return any(_fits(value, part) for part in parts)
    return value is None if wanted is type(None) else isinstance(wanted, type) and type(value) is wanted


def _place(explainer: Explainer, at: int) -> Place:
    line = explainer.text.count("\n", 0, at)
    return Place(explainer.path, explainer.line + line, at - (explainer.text.rfind("\n", 0, at) + 1) + 1)
