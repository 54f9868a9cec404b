"""The plain files of the site: every page as Markdown, every figure, every download, complete before a builder starts."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from tellers import encode
from tellers.build.addresses import kept
from tellers.build.kinds import file_makers, page_makers
from tellers.build.languages import autonym
from tellers.build.drawing import Drawn
from tellers.claims.words import Words
from tellers.files import resources
from tellers.kit import embed
from tellers.look.css import site_css
from tellers.model import Content
from tellers.desk import Desk, Picture
from tellers.desk.feeds import FORMATS, by_page
from tellers.desk.said import address
from tellers.desk.structured import with_images
from tellers.encode import Html
from tellers.pages.page import Page
from tellers.problems import Problems, Refused
from tellers.render.text import Templates
from tellers.stats import Result
from tellers.verify.proof import proof
from tellers.verify.report import SCHEMA

_FIGURE = re.compile(r'<figure class="tl-figure[^>]* data-figure="([^"]+)"')
_BLANK = re.compile(r"\n{3,}")
FIGURES_CSS = "assets/tellers/figures.css"
REPORT_SCHEMA = "verification.schema.json"


def docs_of(
    content: Content,
    words: Words,
    results: Mapping[str, Result],
    pictures: Mapping[str, Picture],
    drawn: Mapping[str, Drawn],
) -> dict[str, bytes]:
    """All files of `build/docs` by path; raises Refused when an explainer says what is not so."""
    files: dict[str, bytes] = {FIGURES_CSS: site_css().encode(), REPORT_SCHEMA: SCHEMA.read_bytes()}
    desk = Desk(content, words, results, pictures, Problems(), proof())
    for page in pages_of(content, words, results, pictures):
        if page.path in files:
            raise ValueError(f"two pages at {page.path}")
        files[page.path] = page_bytes(page, desk)
        files |= embedded_page(page, files[page.path], desk)
    for figure in drawn.values():
        files |= {f"figures/{name}": data for name, data in figure.files.items()}
    for name, make in file_makers().items():
        made = make(desk)
        if twice := files.keys() & made.keys():
            raise ValueError(f"kit.{name} makes files that are there already: {sorted(twice)[:3]}")
        files |= made
    return dict(sorted((files | kept(desk.content, files)).items()))


def pages_of(content: Content, words: Words, results: Mapping[str, Result], pictures: Mapping[str, Picture]) -> list[Page]:
    """Every page of every kind, in the order of their paths."""
    desk = Desk(content, words, results, pictures, Problems(), proof())
    pages = [page for make in page_makers().values() for page in make(desk)]
    if desk.problems:
        raise Refused(desk.problems.in_order())
    return sorted(pages, key=lambda page: page.path)


def page_bytes(page: Page, desk: Desk) -> bytes:
    """The page as a Markdown file with its front matter."""
    text, front = rendered(page), plain_front(page, desk)
    if page.image:
        front["image"] = address(desk.content, page.image)
        front["image_alt"] = page.image_alt
    figures = dict.fromkeys(html.unescape(found) for found in _FIGURE.findall(text))
    if structured := with_images(desk, page.structured, page.title, page.address, figures):
        front["structured"] = encode.script_json(structured)
    front["feeds"] = _feeds(page, desk.content, desk.words)
    if page.data:
        front["data"] = page.data
    if page.updated is not None:
        front["updated"] = page.updated.isoformat()
    if figures:
        front["oembed"] = address(desk.content, f"/oembed/{page.key}.json")
    if languages := alternates(page, desk.content):
        front["languages"] = languages
    return file_of(front, text)


def rendered(page: Page) -> str:
    """The page's own text."""
    return templates().render(page.template, page.context)


def plain_front(page: Page, desk: Desk) -> dict[str, object]:
    """What every page says of itself, in whatever language; cards, feeds and data for programs are in the first one."""
    front: dict[str, object] = {"title": page.title, "description": short(page.description)}
    if page.boost != 1:
        front["search"] = {"boost": page.boost} if page.boost else {"exclude": True}
    return front | ways_to_mend(page, desk)


def file_of(front: Mapping[str, object], text: str) -> bytes:
    """Front matter and text as a Markdown file."""
    return (encode.front_matter(front) + "\n" + _BLANK.sub("\n\n", text).strip() + "\n").encode()


def ways_to_mend(page: Page, desk: Desk) -> dict[str, object]:
    """Where a reader says that the page is wrong, and where its file can be edited."""
    site = desk.content.site
    folder = "" if desk.language == "en" else f"/{desk.language}"
    found: dict[str, object] = {}
    if site.report:
        found["report"] = encode.address(f"{site.report}?page={quote(folder + page.address)}")
    if site.edit and page.data:
        found["edit"] = encode.address(site.edit + page.data)
    return found


def alternates(page: Page, content: Content, language: str = "en") -> list[tuple[str, str, str, str]]:
    """The page in every language: tag, name of the language, the way there from here, the full address."""
    if not content.site.languages or page.only_english or not page.has_languages:
        return []
    up = page.root + ("../" if language != "en" else "")
    found = []
    for tag in ("en", *content.site.languages):
        way = page.address if tag == "en" else f"/{tag}{page.address}"
        found.append((tag, autonym(tag), (up + way[1:]) or "./", address(content, way)))
    return found


def _feeds(page: Page, content: Content, words: Words) -> list[tuple[str, Html, Html]]:
    """Title, path and media type of the feeds that a reader's program is to find: the page's own, and that of everything."""
    found = by_page(content, words)
    offered = dict.fromkeys(found[address].path for address in (page.address, "/") if address in found)
    titles = {feed.path: feed.title for feed in found.values()}
    return [(titles[path], encode.token(path + ending), encode.media_type(kind)) for path in offered for ending, _, kind in FORMATS]


def embedded_page(page: Page, data: bytes, desk: Desk) -> dict[str, bytes]:
    """The oEmbed answer of a page: what stands for it elsewhere is the first of its figures."""
    found = _FIGURE.search(data.decode())
    picture = desk.picture(html.unescape(found[1])) if found else None
    if picture is None or not picture.heights:
        return {}
    return {f"oembed/{page.key}.json": embed.oembed(desk, embed.Embedded(page.title, picture))}


@cache
def templates() -> Templates:
    """The templates of all pages."""
    return Templates(resources.package() / "pages")


def short(text: str) -> str:
    """At most 300 characters for `<meta>`, whole sentences first."""
    if len(text) <= 300:
        return text
    cut = text[:300].rfind(". ")
    return text[: cut + 1] if cut > 80 else text[: text[:297].rfind(" ")] + " …"
