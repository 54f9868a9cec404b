"""The contexts: each puts values where they stand in what is published, and has Chromium or a parser read them back."""

from __future__ import annotations

import csv
import html
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import markdown
import yaml
from playwright.sync_api import Browser

from tellers.encode import Html, clean, csv_text, front_matter, markup, prose, yaml_scalar
from tellers.figures.drawing import Circle, Drawing, Tag, Text
from tellers.files.resources import fonts
from tellers.look.palette import Theme
from tellers.manifest import Manifest
from tellers.pages.explainer.markdown import refused
from tellers.render.svg import file_svg, inline_svg
from tests.fuzz import sites
from tests.fuzz.chromium import Chromium, looking
from tests.fuzz.judge import Figures, judge, token

BATCH = 250
FIGURE = 20
"""So many values stand in one figure."""

THEMED = 10
"""Of so many vote pages one is opened with the theme's own scripts, which might obey what they find."""

FRAMES = 25
"""So many pages are open at once."""

Values = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Walls:
    """Which walls stand: the encoders, and the policy of the page."""

    encoders: bool = True
    policy: bool = False

    def __call__(self) -> AbstractContextManager[None]:
        return nullcontext() if self.encoders else sites.bypassed()

    def built(self, values: Values, folder: Path) -> sites.Site:
        with self():
            return sites.build(values, folder)

    def looking(self, browser: Browser, folder: Path, theme: bool = True) -> AbstractContextManager[Chromium]:
        """A page of the browser; where the encoders are passed by, what it looks like does not matter."""
        return looking(browser, folder, self.policy, theme, self.encoders)


def pages(values: Values, walls: Walls, browser: Browser) -> dict[str, Figures]:
    """A built site: a page a vote (headings, title, meta, JSON-LD), lists (text, cells, addresses), and search results."""
    found = {name: Figures() for name in ("page head and heading", "text", "table cell", "address", "search result")}
    with tempfile.TemporaryDirectory() as folder:
        site = walls.built(values, Path(folder, "site"))
        twin = sites.twin(len(values)) if walls.encoders else site
        if site.complaints and walls.encoders:
            found["text"].note("tracebacks", site.complaints)
        themed = {n: value for n, value in values.items() if not n % THEMED}
        for theme, votes in ((True, themed), (False, {n: value for n, value in values.items() if n % THEMED})):
            with walls.looking(browser, twin.folder, theme) as benign, walls.looking(browser, site.folder, theme) as hostile:
                _votes(benign, hostile, votes, values, found["page head and heading"])
                if theme:
                    _lists(benign, hostile, values, found)
                    _search(benign, hostile, values, found["search result"])
    return found


def _lists(benign: Chromium, hostile: Chromium, values: Values, found: dict[str, Figures]) -> None:
    for name, path in (("text", "gaps/"), ("table cell", "votes/"), ("address", "sources/")):
        found[name].inputs += len(values)
        judge(hostile.open(path), benign.open(path).nodes, values, found[name])


def _votes(benign: Chromium, hostile: Chromium, some: Values, values: Values, figures: Figures) -> None:
    """Pages of some votes, which name the votes of the other values as well."""
    for part in batched(some.items(), FRAMES):
        paths = [_vote_page(number) for number, _ in part]
        for seen, twin in zip(hostile.open_all(paths), benign.open_all(paths), strict=True):
            figures.inputs += 1
            judge(seen, twin.nodes, values, figures)


def _vote_page(number: int) -> str:
    return f"votes/assembly/{sites.vote_id(number)}/"


def _search(benign: Chromium, hostile: Chromium, values: Values, figures: Figures) -> None:
    """The results of a search that finds every hostile vote, as the theme draws them."""
    if hostile.reads:
        figures.inputs += len(values)
        for browser in (benign, hostile):
            browser.open("method/")
        judge(hostile.search("adopted", len(values)), benign.search("adopted", len(values)).nodes, values, figures)


def svg(values: Values, walls: Walls, browser: Browser) -> dict[str, Figures]:
    """Figures in a page and as files: words, tags, title, description and manifest hold the values."""
    figures = Figures(inputs=len(values))
    parts = [dict(part) for part in batched(values.items(), FIGURE)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, part in enumerate(parts):
            with walls():
                _write_svg(folder, f"{number}", list(part.values()))
            _write_svg(folder, f"twin{number}", [token(n) for n in part])
        with walls.looking(browser, folder) as page:
            for number, part in enumerate(parts):
                for ending in ("svg", "html") if walls.encoders else ("html",):  # a file of its own has no policy
                    judge(page.open(f"{number}.{ending}"), page.open(f"twin{number}.{ending}").nodes, part, figures)
    return {"SVG": figures}


def batched(items: Iterable[tuple[int, str]], size: int) -> Iterator[list[tuple[int, str]]]:
    """The items in lists of so many, the last of which may be shorter."""
    waiting = iter(items)
    while part := list(islice(waiting, size)):
        yield part


def _write_svg(folder: Path, name: str, words: list[str]) -> None:
    tags = [Tag(mark=word, member=word, option=word, tick=word) for word in words]
    texts = [Text(1, 20, word, 12, tag=tag) for word, tag in zip(words, tags, strict=True)]
    drawing = Drawing(100, 50, (*texts, *(Circle(5, 5, 2, "yes", tag) for tag in tags)))
    said = {"title": words[0], "desc": words[-1], "alt": " ".join(words), "source": words[0], "subtitle": words[0]}
    manifest = Manifest("a.tally", "tally", 100, "light", (), (), (), said, {"name": words[0]})
    figure = inline_svg(drawing, manifest, fonts())
    (folder / f"{name}.svg").write_text(file_svg(drawing, manifest, fonts(), Theme.LIGHT), "utf-8", "replace")
    page = f"<!doctype html><meta charset=utf-8>{sites.POLICY}<body>{figure}"
    (folder / f"{name}.html").write_text(page, "utf-8", "replace")


def mail(values: Values, walls: Walls, browser: Browser) -> dict[str, Figures]:
    """HTML that mail programs show: markup in a cell of a table and in an alternative text."""
    figures = Figures()
    row = '<tr><td style="font:16px serif">{word}</td><td><img alt="{word}" src="data:,"></td></tr>'
    with walls():
        rows = Html("").join(Html.of(row, word=value) for value in values.values())
    twins = Html("").join(Html.of(row, word=token(number)) for number in values)
    with tempfile.TemporaryDirectory() as name:
        for file, body in (("hostile", rows), ("twin", twins)):
            text = f"<!doctype html><meta charset=utf-8>{sites.POLICY}<body><table>{body}</table>"
            Path(name, f"{file}.html").write_text(text, "utf-8")
        with walls.looking(browser, Path(name)) as page:
            figures.inputs += len(values)
            judge(page.open("hostile.html"), page.open("twin.html").nodes, values, figures)
    return {"mail": figures}


EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "tables",
    "footnotes",
    "def_list",
    "abbr",
    "admonition",
    "fenced_code",
    "toc",
    "sane_lists",
]
PLAIN = {
    "#text", "HTML", "HEAD", "META", "BODY", "P", "EM", "STRONG", "CODE", "PRE", "A", "UL", "OL", "LI", "BLOCKQUOTE",
    "HR", "H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "DIV", "SUP", "DL",
    "DT", "DD", "BR", "ABBR",
}  # fmt: skip


def explainers(values: Values, walls: Walls, browser: Browser) -> dict[str, Figures]:
    """An editor's Markdown: what is not refused makes no other elements than Markdown's own, and runs nothing."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        for number, value in values.items():
            figures.inputs += 1
            text = f"Words.\n\n{value}\n"
            if walls.encoders and any(refused(text)):
                continue
            with walls():
                made = markdown.markdown(str(prose(text)), extensions=EXTENSIONS)
            body = f"<!doctype html><html><head><meta charset=utf-8>{sites.POLICY}</head><body>{made}</body>"
            Path(name, f"{number}.html").write_text(body, "utf-8", "replace")
        with walls.looking(browser, Path(name)) as page:
            for path in sorted(Path(name).iterdir()):
                seen = page.open(path.name)
                judge(replace(seen, nodes=[]), [], {0: path.stem}, figures)
                for tag, attributes, _ in seen.nodes:
                    scripted = any(
                        key.startswith("on") or value.lower().startswith("javascript:") for key, value in attributes.items()
                    )
                    if tag not in PLAIN or scripted:
                        figures.note("nodes", (values[int(path.stem)], tag))
    return {"explainer": figures}


def tables(values: Values, walls: Walls, browser: Browser) -> dict[str, Figures]:
    """CSV: as many cells as were written, none of them a formula, each the cleaned words."""
    figures = Figures(inputs=len(values))
    rows = list(csv.reader(io.StringIO(csv_text(["a", "b"], [[value, "x"] for value in values.values()]), newline="")))
    if [len(row) for row in rows] != [2] * (len(values) + 1):
        figures.note("nodes", "another number of cells")
    for row, value in zip(rows[1:], values.values(), strict=False):
        if row[0].lstrip().startswith(tuple("=+-@|%＝＋－＠\t")):
            figures.note("executions", row[0])
        if row[0].removeprefix("'") != clean(value).removeprefix("'"):
            figures.note("texts", (row[0], value))
    return {"CSV": figures}


def settings(values: Values, walls: Walls, browser: Browser) -> dict[str, Figures]:
    """YAML: front matter of pages, and scalars of records, read by the safe loader and by the loader of all things."""
    figures = Figures(inputs=len(values))
    for value in values.values():
        for loader in (yaml.SafeLoader, yaml.UnsafeLoader):
            front = yaml.load(front_matter({"title": value, "tags": [value]}).strip("-\n"), loader)
            if not isinstance(front, dict) or list(front) != ["title", "tags"] or len(front["tags"]) != 1:
                figures.note("nodes", value)
            elif html.unescape(front["title"]) != clean(value) or front["title"] != str(markup(value)):
                figures.note("texts", value)
            record = yaml.load(f"title: {yaml_scalar(value)}\nnext: x\n", loader)
            if record != {"title": clean(value), "next": "x"}:
                figures.note("texts", value)
    return {"YAML": figures}


Context = Callable[[Values, Walls, Browser], dict[str, Figures]]
CONTEXTS: dict[str, Context] = {
    "pages": pages, "svg": svg, "mail": mail, "explainers": explainers, "csv": tables, "yaml": settings,
}  # fmt: skip
WITHOUT_SCRIPTS = {"csv", "yaml"}
"""Contexts in which nothing runs, so that they have no second wall."""
