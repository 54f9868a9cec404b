"""Rendering an explainer's text: a Jinja environment whose only names are our expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tellers.desk import Desk
from tellers.encode import Html, markup
from tellers.model import Explainer
from tellers.pages.explainer.expressions import Expressions, Untrue
from tellers.problems import Place

_ANY = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The Markdown with its values in place, and the votes and sources it used, in order."""

    markdown: str
    votes: tuple[str, ...] = field(default=())
    sources: tuple[str, ...] = field(default=())


def render_text(desk: Desk, explainer: Explainer, root: str) -> Rendered:
    """The explainer's text; each expression that fails is a problem with its place, and all are found in one run."""
    expressions = Expressions(desk, root)
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_encoded)
    environment.globals.clear()
    environment.filters.clear()
    environment.globals.update(expressions.names())
    out: list[str] = []
    end = 0
    for found in _ANY.finditer(explainer.text):
        out.append(explainer.text[end : found.start()])
        end = found.end()
        place = _place(explainer, found.start())
        shown = found.group(1).strip()
        try:
            out.append(environment.from_string(found.group()).render())
        except Untrue as untrue:
            desk.problems.add(place, "text", untrue.wrong, untrue.do)
        except UndefinedError as error:
            desk.problems.add(place, "text", f"{error.message}", f"use an expression of the README in {{{{ {shown} }}}}")
        except TemplateSyntaxError as error:
            desk.problems.add(place, "text", f"cannot read {{{{ {shown} }}}}: {error.message}", "mend the expression")
        except (TypeError, SecurityError) as error:
            desk.problems.add(place, "text", f"{{{{ {shown} }}}}: {error}", "mend the arguments")
    out.append(explainer.text[end:])
    return Rendered("".join(out), tuple(expressions.votes), tuple(expressions.sources))


def _encoded(value: object) -> Html:
    return value if isinstance(value, Html) else markup(str(value))


def _place(explainer: Explainer, at: int) -> Place:
    line = explainer.text.count("\n", 0, at)
    return Place(explainer.path, explainer.line + line, at - (explainer.text.rfind("\n", 0, at) + 1) + 1)
