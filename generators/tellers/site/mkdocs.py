"""MkDocs with Material over `build/docs`; any builder that reads the same folder could stand here."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.structure.pages import Page

from tellers.formats.text import decode
from tellers.formats.yaml import read_yaml
from tellers.problems import EnvironmentFault, Place, Problem, Problems, Refused
from tellers.site import framing
from tellers.site.framing import Frame, Placed
from tellers.site.index import INDEX, make_plain
from tellers.site.languages import Spoken, in_language, share_assets

_MUTED = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "0"}
_REFUSED = {
    "INHERIT": ("settings of another file, which nobody checks", "write them here"),
    "hooks": (
        "code that runs wherever the site is built",
        "remove it; what it does belongs into a package that is installed",
    ),
}
"""Settings that this site may not have, with what is wrong and what to do."""
_NONE: Mapping[str, str] = MappingProxyType({})
_LOGGERS = ("mkdocs", "properdocs")


class _Complaints(logging.Handler):
    """Warnings of the builder: every one is a problem of ours, because pages are ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def build_site(
    site: Path, docs: Path, out: Path, framed: Mapping[str, str] = _NONE, before: Placed | None = None
) -> Placed:  # fmt: skip
    """Build the plain files in `docs` into the folder `out`, with the settings of the site's `mkdocs.yml`.

    The pages `framed`, by their paths in `docs` and with the digests of their bytes, are finished but for the frame around
    them; of those in the site `before` that are the same, `out` shares the files.

    Raises Refused for every warning of the builder, and when a page of `docs` is missing in `out`.
    """
    with _listening() as said:
        _whole(_config(site, docs, out, framed))
        placed = framing.place_all(docs, out, framed, before)
    _refuse(said, _missing(docs, out))
    return placed


def build_language(site: Path, docs: Path, out: Path, spoken: Spoken) -> None:
    """Build the pages in `docs` into the folder of their language below the site in `out`, of which they take the assets."""
    own = out / spoken.language
    with _listening() as said:
        config = _config(site, docs, own, {})
        in_language(config, spoken)
        _whole(config)
        share_assets(own)
    _refuse(said, _missing(docs, own))


class Preview:
    """A site that is built whole once, and of which single pages are then rendered again."""

    def __init__(self, site: Path, docs: Path, out: Path, framed: Mapping[str, str] = _NONE) -> None:
        self.site, self.docs, self.out, self.framed = site, docs, out, framed
        self._config: Any = None
        self._frames: Mapping[str, Frame] = {}

    def build(self) -> None:
        """Build everything."""
        with _listening() as said:
            self._config = _config(self.site, self.docs, self.out, self.framed)
            _whole(self._config)
            self._frames = framing.cut_all(self.out, self.framed)
            framing.place_all(self.docs, self.out, self.framed)
        _refuse(said, _missing(self.docs, self.out))

    def place(self, paths: Iterable[str]) -> bool:
        """Put these finished pages into their frames; False when only a whole build can show one of them."""
        needed = {path: self._frames.get(framing.frame_of(path)) for path in paths}
        for path, frame in needed.items():
            if frame is not None:
                framing.place(self.docs, self.out, path, frame)
        return None not in needed.values()

    def update(self, changed: Iterable[str]) -> bool:
        """Render the changed pages and copy the changed files; False when only a whole build can show the change.

        The search index stays as it was at the last whole build.
        """
        seen = self._config.plugins["tellers"].seen if self._config is not None else None
        if seen is None:
            return False
        files, nav, env = seen
        found = [(path, files.get_file_from_path(path)) for path in changed]
        if any(file is None or not (self.docs / path).is_file() for path, file in found):
            return False
        with _listening() as said:
            for _, file in found:
                if file.page is None:
                    file.copy_file(False)
                    continue
                old = file.page
                page = Page(old.title if old.parent is not None else None, file, self._config)
                page.parent, page.previous_page, page.next_page = old.parent, old.previous_page, old.next_page
                _populate_page(page, self._config, files, False)
                _build_page(page, self._config, files.documentation_pages(), nav, env, False, excluded=False)
        _refuse(said, [])
        return True


def _whole(config: Any) -> None:
    config.plugins.run_event("startup", command="build", dirty=False)
    mkdocs_build(config)
    make_plain(Path(config.site_dir) / INDEX)
    config.plugins.run_event("shutdown")


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The builder's warnings, collected and not printed; its errors become problems."""
    complaints = _Complaints()
    before = {name: os.environ.get(name) for name in _MUTED}
    os.environ.update(_MUTED)
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield complaints.said
    except (ConfigurationError, Abort) as error:
        said = [_line(text) for text in complaints.said] or [_line(error)]
        raise Refused([Problem(Place("mkdocs.yml"), "settings", text, "mend mkdocs.yml") for text in said]) from error
    except MkDocsException as error:
        raise Refused([Problem(Place("build/docs"), "site", _line(error), "report this as an error of tellers")]) from error
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
        logger.propagate = propagate
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


def _refuse(said: list[str], missing: list[Problem]) -> None:
    problems = [Problem(Place("build/docs"), "site", _line(text), "mend the page that it names") for text in said] + missing
    if problems:
        raise Refused(problems)


def _config(site: Path, docs: Path, out: Path, framed: Mapping[str, str]) -> Any:
    file = site / "mkdocs.yml"
    if not file.is_file():
        raise EnvironmentFault(f"no mkdocs.yml in {site}; run this in a site's folder, or start one with `tellers new`")
    _check_settings(file)
    config = load_config(config_file=str(file), docs_dir=str(docs), site_dir=str(out), strict=False)
    ours = config.plugins.get("tellers")
    if ours is None:
        raise Refused(
            [Problem(Place("mkdocs.yml"), "plugins", "the plugin tellers is missing", "add `- tellers` to plugins")]
        )
    ours.say = str  # the builder may hand out the plugin of an earlier build
    ours.docs, ours.framed, ours.frames = docs, frozenset(framed), framing.frames(framed)
    return config


def _check_settings(file: Path) -> None:
    """Settings are read as strictly as content first: a tag of YAML would let MkDocs run whatever it names.

    What would bring in another file with such tags, or code, is refused.
    """
    problems = Problems()
    text = decode(file.read_bytes(), file.name, problems)
    tree = read_yaml(text, file.name, problems) if text is not None else None
    settings = tree.value if tree is not None and isinstance(tree.value, dict) else {}
    for name, (wrong, do) in _REFUSED.items():
        if tree is not None and name in settings:
            problems.add(tree.place((name,)), name, wrong, do)
    if problems:
        raise Refused(problems.in_order())


def _missing(docs: Path, out: Path) -> list[Problem]:
    """Pages that stand in `docs` and not in `out`: a builder that skips one must not go unnoticed."""
    problems = []
    for page in sorted(docs.rglob("*.md")):
        relative = page.relative_to(docs)
        target = out / (relative.parent if relative.stem == "index" else relative.with_suffix("")) / "index.html"
        if not target.is_file():
            place = Place(f"build/docs/{relative.as_posix()}")
            problems.append(Problem(place, "site", "the builder made no page of it", "look for a page of the same address"))
    return problems


def _line(error: object) -> str:
    return " ".join(str(error).split()) or type(error).__name__
