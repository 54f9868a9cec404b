"""Templates to text. A value reaches a template as finished markup, or is encoded; templates cannot look anything up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tellers.encode import Html


class Templates:
    """The templates of page kinds: `vote/page.md.j2` beside the module of the kind."""

    def __init__(self, *folders: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=Html.escape,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """The template with the context's words in place; raises UndefinedError for a word that is not there."""
        return self._environment.get_template(template).render(**context)
