"""A further language of the site: a folder of its own with its own search, which takes its assets from the site above."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config import load_config

_ASSETS = re.compile(r'"((?:\.\.?/)*)assets/')


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language of the site, and how its frame speaks it."""

    language: str
    word: Callable[[str, str], str]
    """A name of the site's settings in its context: `navigation` or `site`."""
    script: Mapping[str, str]
    """What scripts say, by what they say in English."""


def in_language(config: Any, spoken: Spoken) -> None:
    """Have the site builder speak the language, in the theme's own words, in names of the settings, and in its search."""
    config.theme["language"] = spoken.language
    config.site_url = f"{config.site_url.rstrip('/')}/{spoken.language}/"
    for name in ("site_name", "site_description", "copyright"):
        if config[name]:
            config[name] = spoken.word("site", config[name])
    for toggle in config.theme.get("palette") or ():
        if isinstance(toggle, dict) and isinstance(toggle.get("toggle"), dict):
            toggle["toggle"]["name"] = spoken.word("navigation", toggle["toggle"]["name"])
    t = partial(spoken.word, "")
    config.mdx_configs.setdefault("toc", {}).update(title=t("On this page"), permalink_title=t("Permanent link"))
    if config.nav:
        config.nav = _named(config.nav, spoken)
    config.plugins["tellers"].say = t
    config.extra["script_words"] = dict(spoken.script)
    for name, plugin in config.plugins.items():
        if name.endswith("search"):
            plugin.config["lang"] = [spoken.language]


def _named(nav: Any, spoken: Spoken) -> Any:
    if isinstance(nav, list):
        return [_named(item, spoken) for item in nav]
    if isinstance(nav, dict):
        return {spoken.word("navigation", title): _named(item, spoken) for title, item in nav.items()}
    return nav


def settings_words(site: Path) -> list[tuple[str, str]]:
    """What the site's settings say to readers, each with its context, once each."""
    settings = load_config(config_file=str(site / "mkdocs.yml"))
    found = [("site", str(settings[name])) for name in ("site_name", "site_description", "copyright") if settings[name]]
    toggles = [item["toggle"]["name"] for item in settings.theme.get("palette") or () if isinstance(item, dict)]
    return list(dict.fromkeys([*found, *(("navigation", title) for title in (*_titles(settings.nav), *toggles))]))


def _titles(nav: Any) -> Iterator[str]:
    if isinstance(nav, list):
        for item in nav:
            yield from _titles(item)
    elif isinstance(nav, dict):
        for title, item in nav.items():
            yield title
            yield from _titles(item)


def share_assets(out: Path) -> None:
    """Have every page take scripts, styles and fonts from the site above, and remove its own; hosts show one page for
    what is not there, that of the site above."""
    for page in out.rglob("*.html"):
        page.write_text(_ASSETS.sub(r'"../\1assets/', page.read_text("utf-8")), "utf-8")
    shutil.rmtree(out / "assets", ignore_errors=True)
    (out / "404.html").unlink(missing_ok=True)
