"""One page of an archive: nothing on it but what the records want, in their order; every number counted again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from posixpath import normpath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.archive_claims import ArchiveClaims
from tellers.verify.archive_figures import check_figures
from tellers.verify.archive_files import check_decade_files, check_turns_file
from tellers.verify.archived import wanted_pages
from tellers.verify.archives import Archive
from tellers.verify.asked import GONE, note
from tellers.verify.bound import check_value
from tellers.verify.captions import Captions
from tellers.verify.content import leaves
from tellers.verify.elements import check_elements
from tellers.verify.figures import Reader
from tellers.verify.found import check_found
from tellers.verify.frames import Frame, frame_of
from tellers.verify.html import attribute, parse, words
from tellers.verify.mapped import check_map
from tellers.verify.paints import Paints
from tellers.verify.policy import check_policy
from tellers.verify.prose import Prose
from tellers.verify.report import Findings
from tellers.verify.search import first_difference
from tellers.verify.sentences import DEEDS, check_sentence, expected_of, unread
from tellers.verify.shared import check_shared
from tellers.verify.spaces import unspaced
from tellers.verify.wanted import Wanted
from tellers.verify.words import LABELS

_DAY = re.compile(r"\b(?:\d{1,2} )?[A-Z][a-z]{2,8} \d{4}\b")


class VoteProse(Prose):
    """Knows the texts of one vote, and names that have a number, among which it is no claim."""

    def __init__(self, archive: Archive, vote: str, numbered: frozenset[str] = frozenset()) -> None:
        super().__init__(archive)
        self.vote, self.numbered = archive.votes[vote], numbered

    @cached_property
    def _named(self) -> re.Pattern[str]:
        texts = {" ".join(text.split()).rstrip(".") for text in leaves(self.vote) if any(map(str.isdigit, text))}
        texts |= self.numbered
        texts |= {_DAY.sub("\u241f", text) for text in texts}  # as it is where days were looked at before
        mixed = sorted((text for text in texts if any(map(str.isalpha, text))), key=lambda text: (-len(text), text))
        return re.compile("|".join(map(re.escape, mixed)) or r"(?!)")


@dataclass(frozen=True, slots=True)
class ArchiveDesk:
    """What is needed to read any page of an archive."""

    built: Path
    archive: Archive
    claims: ArchiveClaims
    paints: Paints
    files: frozenset[str]
    numbered: frozenset[str] = frozenset()
    """Names of members that have a number."""

    def reader(self, vote: str) -> Reader:
        """A reader of the figures of one page: it knows the words of that vote, and forgets what it counted for others."""
        self.claims.forget()
        return Reader(self.claims, Captions(self.claims, VoteProse(self.archive, vote, self.numbered)), self.paints)


Beside = Callable[[Path, Findings], None]
"""What reads the files beside a page, in this folder of a built site."""


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """What a page has to say, the desk on which it is read, and what is read with it."""

    wanted: Callable[[], Wanted]
    desk: ArchiveDesk
    beside: Beside | None = None


Archived = Mapping[str, ArchivedPage]
"""Pages of archives by path."""


def archived_pages(
    built: Path, archives: Iterable[Archive], kept: Mapping[str, object], paints: Paints, files: frozenset[str]
) -> Archived:
    """Every page that these archives have; `kept` are votes that have their pages from files of their own."""
    found: dict[str, ArchivedPage] = {}
    for archive in archives:
        lines = archive.registers[archive.bodies[archive.about["body"]]["register"]]
        numbered = frozenset(line["short"] for line in lines if any(map(str.isdigit, line["short"])))
        desk = ArchiveDesk(built, archive, ArchiveClaims(archive), paints, files, numbered)
        beside = _beside(archive, kept)
        wanted = wanted_pages(archive, frozenset(kept))
        found |= {path: ArchivedPage(page, desk, beside.get(path)) for path, page in wanted.items()}
    return found


def _beside(archive: Archive, kept: Mapping[str, object]) -> dict[str, Beside]:
    """What is read with some pages: the index of the search, turning points, and the files of each decade."""
    start = f"archives/{archive.id}"
    found: dict[str, Beside] = {
        f"{start}/index.html": lambda built, own: check_found(built, archive.whole(), frozenset(kept), own),
        f"{start}/turns/index.html": lambda built, own: check_turns_file(built, archive, own),
    }
    for first in archive.spans:
        found[f"{start}/decades/{first}s/index.html"] = partial(_decade_files, archive, first)
    return found


def _decade_files(archive: Archive, first: int, built: Path, findings: Findings) -> None:
    check_decade_files(built, archive, first, findings)


def check_archived(path: str, archived: ArchivedPage, findings: Findings) -> Frame | None:
    """Everything on one page, and in the files beside it; its frame, for those that need the whole site."""
    desk = archived.desk
    if archived.beside is not None:
        archived.beside(desk.built, findings)
    wanted = archived.wanted()
    try:
        text = (desk.built / path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        findings.differs(path, "file", f"{type(error).__name__}: {error}", "a page")
        return None
    page = parse(text)
    findings.count("pages")
    article = page.css_first("article")
    if article is None:
        findings.differs(path, "<article>", "no article", "the words of the page")
        return None
    _check_blocks(article, wanted, desk.archive, path, findings)
    _check_links(article, wanted, path, desk.files, findings)
    for node in article.css("data, [data-claim]"):
        check_value(node, path, desk.claims, findings)
    _check_head(page, wanted, path, findings)
    if wanted.decade is not None:
        check_map(article, path, desk.archive.spans[wanted.decade], findings)
    if wanted.vote:
        _check_lead(article, wanted.vote, path, desk.archive, findings)
        check_figures(text, page, path, wanted.vote, desk.archive, desk.reader(wanted.vote), findings)
    check_elements(page, path, findings)
    check_shared(page, path, desk.built, desk.archive, findings, mended=False)
    check_policy(page, path, findings)
    return _without_script(frame_of(page, path, desk.archive, findings), wanted.script, path, findings)


_SCRIPTS = {f"script /assets/javascripts/{name}.js": name for name in ("archive", "compare")}


def _without_script(frame: Frame, script: str, path: str, findings: Findings) -> Frame:
    """The frame as it is elsewhere; the scripts that search and compare are loaded where they have something to do."""
    own = [_SCRIPTS[loaded] for loaded in frame.loaded if loaded in _SCRIPTS]
    findings.compare("frames", path, "scripts of its own", own, [script] if script else [])
    return replace(frame, loaded=tuple(loaded for loaded in frame.loaded if loaded not in _SCRIPTS))


def _check_blocks(article: LexborNode, wanted: Wanted, archive: Archive, path: str, findings: Findings) -> None:
    """The blocks one after the other, each with its element, its class and its words, and nothing beside them."""
    inside = list(article.iter())
    if len(inside) != 1 or attribute(inside[0], "class") != "tl-archived":
        findings.differs(path, "article", [child.tag for child in inside], "one block that holds the page")
        return
    loose = "".join(child.text_content or "" for child in inside[0].iter(include_text=True) if child.tag == "-text")
    findings.compare("words of archives", path, "words outside blocks", loose.strip(), "")
    found = list(inside[0].iter())
    kinds = [(node.tag, attribute(node, "class")) for node in found]
    named = [(tag, name) for tag, name, _ in wanted.blocks]
    if not findings.compare("words of archives", path, "blocks", kinds, named):
        return
    for node, (tag, name, said) in zip(found, wanted.blocks, strict=True):
        if said is not None:
            one, other = unspaced(_said(node)), unspaced(said)
            shown = first_difference(one, other) if one != other else ("", "")
            findings.compare("words of archives", path, f"{tag} {name}".strip(), *shown)
    _check_colours(inside[0], archive, path, findings)


def _check_colours(block: LexborNode, archive: Archive, path: str, findings: Findings) -> None:
    """What has the colour of an option says that option; the search leads to the votes of the archive's body."""
    for cell in block.css("td[class]"):
        label = LABELS.get(attribute(cell, "class").removeprefix("tl-"), "nothing")
        findings.compare("words of archives", path, f"colour {attribute(cell, 'class')}", words(cell), label)
    for box in block.css("[data-body]"):
        findings.compare("words of archives", path, "data-body", attribute(box, "data-body"), archive.about["body"])
    for section in block.css("section[data-option]"):
        label = LABELS.get(attribute(section, "data-option"), "nothing")
        said = words(section.css_first("h3")).rpartition(" ")[0]
        findings.compare("words of archives", path, f"option {attribute(section, 'data-option')}", said, label)


def _said(node: LexborNode) -> str:
    """The words of the block; what stands in neighbouring elements is not one word."""
    return " ".join(child.text_content or "" for child in node.traverse(include_text=True) if child.tag == "-text")


def _check_links(article: LexborNode, wanted: Wanted, path: str, files: frozenset[str], findings: Findings) -> None:
    """Where every link of the page leads, in their order; and that a page is there."""
    for folder in {way.partition("/")[0] for link in wanted.links if link.startswith("/") for way in _ways(link)}:
        note(GONE, folder)
    here = "/" + path.removesuffix("index.html")
    found = [_place(attribute(link, "href"), here) for link in article.css("a")]
    if not findings.compare("links", path, "links", len(found), len(wanted.links)):
        return
    for one, other in zip(found, wanted.links, strict=True):
        findings.compare("links", path, "link", one, other)
        if other.startswith("/") and not {*_ways(other)} & files:
            findings.differs(path, "link", other, "an address that leads to a file", "mend the link")


def _ways(address: str) -> tuple[str, str]:
    """The files to which an address of the site can lead."""
    return f"{address[1:]}index.html", address[1:]


def _place(target: str, here: str) -> str:
    if "//" in target or ":" in target:
        return target
    return normpath(here + target) + ("/" if target.endswith("/") else "")


def _check_head(page: LexborHTMLParser, wanted: Wanted, path: str, findings: Findings) -> None:
    """Title and description, for search machines and for those who share the page."""
    title = words(page.css_first("title")).rpartition(" · ")[0]
    findings.compare("heads", path, "title", title, " ".join(wanted.title.split()))
    said = wanted.description or words(page.css_first("article .tl-lead"))
    for selector in ('meta[name="description"]', 'meta[property="og:description"]'):
        found = _content(page, selector)
        whole = found.removesuffix("…").rstrip()
        findings.compare("heads", path, selector, whole, said if len(said) <= 300 else said[: len(whole)])
        if len(said) > 300 and len(whole) < 80:
            findings.differs(path, selector, whole, said)
    findings.compare("heads", path, "og:title", _content(page, 'meta[property="og:title"]'), title)


def _content(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    return " ".join(attribute(node, "content").split()) if node is not None else ""


def _check_lead(article: LexborNode, vote: str, path: str, archive: Archive, findings: Findings) -> None:
    """The sentence on the vote says what the records say, and nothing else with a number."""
    expected, text = expected_of(archive, vote), words(article.css_first(".tl-lead"))
    start = f"{expected.when} the {expected.body} {DEEDS[expected.outcome]} {expected.name}"
    said = check_sentence(text, expected, path, "lead", findings)
    if not text.startswith(start) or not said or unread(text, expected):
        findings.differs(path, "lead", text, f"{start} …")
