"""The way in for those who live in MkDocs: `mkdocs build` and `mkdocs serve` generate the plain files first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from tellers.build import generate, overrides
from tellers.problems import EnvironmentFault, Refused

_OPENING = ("<figure", '<div class="tl-', '<blockquote class="tl-', '<ul class="tl-', '<section class="tl-')
_EXCLUDED = re.compile(
    r"(?P<start><(?P<tag>figure|table) [^<>]*\bdata-search-exclude[^<>]*>)(?P<inside>.*?)(?P<end></(?P=tag)>)", re.DOTALL
)
"""What no search finds anything in."""
_CLOSING = {"<f": "</figure>", "<d": "</div>", "<b": "</blockquote>", "<u": "</ul>", "<s": "</section>"}


class TellersPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Generates `build/docs` and points MkDocs there; `docs` is set by a build that has generated them already."""

    def __init__(self) -> None:
        super().__init__()
        self.docs: Path | None = None
        self.framed: frozenset[str] = frozenset()
        """Pages that are put into a frame after the build, by their paths; not set when MkDocs is alone."""
        self.frames: Mapping[str, str] = {}
        """What is rendered in their place, by path: one page of each section and depth."""
        self.say: Callable[[str], str] = str
        """What templates of ours say, in the language of the site."""
        self._serving = False
        self._taken_out: list[str] = []
        self._nav: Navigation | None = None
        self.seen: tuple[Files, Navigation, Environment] | None = None
        """Files, navigation and templates of the last whole build, from which a preview renders single pages."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether pages will carry MkDocs' own script that reloads them."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Generate when nobody has; take name, address and theme files from content and package."""
        site = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        config.docs_dir = str(self.docs or _generated(site))
        config.theme.dirs.insert(0, str(overrides()))
        if self._serving:
            config.extra["policy"] = False
        config.markdown_extensions.append(StashExtension())  # type: ignore[arg-type]
        return config

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch what editors write, not what is generated from it."""
        server.unwatch(config.docs_dir)
        server.watch(str(Path(config.config_file_path or "mkdocs.yml").resolve().parent / "content"))
        return server

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Frames in place of the pages that need no more than a frame."""
        if not self.framed:
            return files
        made = [File.generated(config, path, content=text) for path, text in self.frames.items()]
        return Files([file for file in files if file.src_uri not in self.framed] + made)

    @event_priority(100)
    def _without_excluded(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Empty what no search looks into while the index is made: it is most of a page, and takes most of the time."""
        content = page.content or ""
        self._taken_out = [found["inside"] for found in _EXCLUDED.finditer(content)]
        page.content = _EXCLUDED.sub(r"\g<start>\g<end>", content)

    @event_priority(-100)
    def _with_excluded(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Put it back."""
        left = iter(self._taken_out)
        page.content = _EXCLUDED.sub(lambda found: found["start"] + next(left) + found["end"], page.content or "")

    on_page_context = CombinedEvent(_without_excluded, _with_excluded)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates the words of the language; remember what single pages are rendered with."""
        env.globals["t"] = self.say
        if self._nav is not None:
            self.seen = files, self._nav, env
        return env

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav = nav
        return nav


def _generated(site: Path) -> Path:
    try:
        return generate(site).docs
    except Refused as refused:
        raise PluginError("\n".join(map(str, refused.problems))) from refused
    except EnvironmentFault as fault:
        raise PluginError(str(fault)) from fault


class StashExtension(Extension):
    """Keeps our finished blocks away from Markdown, which takes eight times as long to leave them as they are."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Stash(md), "tellers", 25)


class _Stash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        block: list[str] = []
        closing = ""
        for line in lines:
            if not closing and line.startswith(_OPENING):
                closing = _CLOSING[line[:2]]
            if not closing:
                out.append(line)
                continue
            block.append(line)
            if line.rstrip().endswith(closing):
                out += ["", self.md.htmlStash.store("\n".join(block)), ""]
                block, closing = [], ""
        return out + block
