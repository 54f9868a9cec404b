"""One built page, read once for everything that is checked on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.manifest import Manifest
from tellers.verify.archive_pages import Archived
from tellers.verify.bound import check_bound
from tellers.verify.compared import check_compared
from tellers.verify.complete import check_complete
from tellers.verify.content import Content
from tellers.verify.dictionary import check_dictionary
from tellers.verify.elements import check_elements
from tellers.verify.evidence import check_evidence
from tellers.verify.feeds import check_discovery, check_feeds_page
from tellers.verify.figures import Reader, check_figure, inline_figures
from tellers.verify.frames import Frame, frame_of
from tellers.verify.heads import check_head
from tellers.verify.html import attribute, parse, words
from tellers.verify.jumps import check_jumps
from tellers.verify.languages import Spoken
from tellers.verify.links import Anchors, anchors_of
from tellers.verify.manifests import data_digest
from tellers.verify.manuscripts import check_manuscript
from tellers.verify.phrases import Phrases
from tellers.verify.policy import check_policy
from tellers.verify.prose import Prose
from tellers.verify.quotes import check_quotes, check_speaker
from tellers.verify.related import check_licence, check_related
from tellers.verify.report import Findings
from tellers.verify.rolls import check_rolls
from tellers.verify.search import Index, check_entries
from tellers.verify.shared import check_shared
from tellers.verify.structured import check_structured
from tellers.verify.tables import check_numbers, check_tables
from tellers.verify.targets import check_targets
from tellers.verify.variants import check_framed, check_inline, whole

ALONE = ("use/", "embed/")
"""Pages of one figure each, which the reader of kits reads as a whole: nothing of theirs is prose, or searched."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed to read any page."""

    built: Path
    content: Content
    reader: Reader
    prose: Prose
    phrases: Phrases
    index: Index
    archived: Archived = field(default_factory=dict)
    """Pages that are read against the whole of what they have to say."""
    translated: Mapping[str, tuple[str, Spoken]] = field(default_factory=dict)
    """Pages in other languages, each with the path of the English one and its language."""


def check_page(path: str, desk: Desk, findings: Findings) -> tuple[Anchors, Frame | None]:
    """Everything on one page; its ids, addresses and frame, for those that need the whole site."""
    try:
        text = (desk.built / path).read_text("utf-8")
    except UnicodeDecodeError as error:
        findings.differs(path, "file", f"byte {error.start} is not UTF-8", "a page")
        return Anchors(frozenset(), ()), None
    page = parse(text)
    findings.count("pages")
    check_bound(page, path, desk.reader.claims, findings)
    check_tables(page, path, desk.reader.claims, findings)
    check_rolls(page, path, desk.content, findings)
    check_quotes(page, path, desk.content, findings)
    check_evidence(page, path, desk.content, findings)
    check_speaker(page, path, desk.content, findings)
    manifests = _check_figures(text, page, path, desk, findings)
    if not path.startswith(ALONE):
        _check_article(page, path, desk, findings)
        check_structured(page, path, manifests, desk.built, desk.content, findings)
    _check_names(page, path, findings)
    anchors = anchors_of(page, path, str(desk.content.site.get("address", "")), findings)
    return anchors, None if path.startswith(ALONE) else frame_of(page, path, desk.content, findings)


def _check_article(page: LexborHTMLParser, path: str, desk: Desk, findings: Findings) -> None:
    """What is asked of the pages that the site builder made."""
    check_elements(page, path, findings)
    check_head(page, path, desk.built, desk.content, desk.prose, findings)
    check_shared(page, path, desk.built, desk.content, findings)
    check_targets(page, path, desk.content, findings)
    check_discovery(page, path, desk.content, findings)
    check_related(page, path, desk.content, findings)
    check_jumps(page, path, desk.content, findings)
    check_licence(page, path, desk.content, findings)
    check_feeds_page(page, path, desk.content, findings)
    check_dictionary(page, path, findings)
    check_entries(page, path, desk.index, findings)
    check_policy(page, path, findings)
    desk.prose.check(page, path, findings)
    desk.phrases.check(page, path, findings)
    check_complete(page, path, desk.content, frozenset(desk.reader.claims.drawn), findings)
    check_compared(page, path, desk.content, findings)
    check_manuscript(page, path, desk.content, desk.phrases, findings)


def _check_figures(text: str, page: LexborHTMLParser, path: str, desk: Desk, findings: Findings) -> dict[str, Manifest]:
    """Each figure of the page: its pictures, and the line below it that says what was checked."""
    written = [whole(svg, path, desk.built) for svg in inline_figures(text)]
    nodes = page.css("svg[data-figure]")
    if len(written) != len(nodes):
        findings.differs(path, "figures", f"{len(nodes)} in the document", f"{len(written)} as written")
    manifests = [check_figure(svg, path, desk.reader, findings) for svg in written]
    for svg, manifest in zip(written, manifests, strict=True):
        if manifest is not None:
            check_inline(svg, manifest, desk.built, path, findings)
            check_framed(manifest, desk.built, path, findings)
            if manifest.kind == "words" and 'data-mark="label:vote:' not in svg and not path.startswith(ALONE):
                findings.differs(path, f"figure {manifest.figure}: words", "marks alone", "every quote in its words")
    known = {manifest.figure: manifest for manifest in manifests if manifest is not None}
    for node in page.css("figure[data-figure]"):
        figure = attribute(node, "data-figure")
        inside = {attribute(svg, "data-figure") for svg in node.css("svg[data-figure]")}
        findings.compare("figures", path, f"pictures in {figure}", sorted(inside), [figure])
        for place, narrow in ((".tl-wide", False), (".tl-narrow", True)):
            widths = [attribute(svg, "data-width") for svg in node.css(f"{place} svg[data-figure]")]
            if len(widths) != 1 or (widths[0] == "360") != narrow:
                wanted = "one picture of 360" if narrow else "one picture of 700"
                findings.differs(path, f"{place} of {figure}", ", ".join(widths) or "no picture", wanted)
        if figure in known:
            check_numbers(node, known[figure], path, findings)
            _check_line(node.css_first(".tl-checked"), known[figure], path, findings)
            _check_ways(node.css_first(".tl-checked"), page, figure, path, findings)
            _check_mail(node, figure, path, desk, findings)
    return known


def _check_mail(node: LexborNode, figure: str, path: str, desk: Desk, findings: Findings) -> None:
    """The text for mail below a figure is that of the page from which the figure is taken away."""
    found = node.css_first("textarea.tl-copy")
    file = desk.built / f"use/{figure}/index.html"
    if not file.is_file():
        findings.differs(path, f"way to take {figure} away", f"no file at {figure}", "a page that has its texts")
        return
    offered = parse(file.read_text("utf-8")).css_first("textarea.tl-copy")
    said, wanted = words(found), words(offered)
    findings.compare("kits", path, f"text for mail of {figure}", said, wanted)


_LINE = re.compile(r"Checked: (?:1 mark|(?!1 )[\d,]+ marks), (?:1 claim|(?!1 )[\d,]+ claims); data [0-9a-f]{8}\.")


def _check_line(node: LexborNode | None, manifest: Manifest, path: str, findings: Findings) -> None:
    """The line says how many marks and claims were checked, of which data, and nothing else but where that is told."""
    if not _LINE.fullmatch(words(node).removesuffix(f" {_NOTES}")):
        findings.differs(
            path, f"line below {manifest.figure}", words(node) or "no line", "Checked: … marks, … claims; data …."
        )
    found = re.search(r"data ([0-9a-f]{8})", words(node))
    findings.compare("figures", path, f"data of {manifest.figure}", found[1] if found else "", data_digest(manifest)[:8])
    said = [attribute(value, "data-claim") for value in node.css("[data-claim]")] if node is not None else []
    wanted = [f"count of={what} figure={manifest.figure}" for what in ("marks", "claims")]
    findings.compare("figures", path, f"line below {manifest.figure}", said, wanted)


_NOTES = "About this record"


def _check_ways(line: LexborNode | None, page: LexborHTMLParser, figure: str, path: str, findings: Findings) -> None:
    """The line leads to how everything is checked, and on a vote's page to what is said of its record, where it is said."""
    noted = path.startswith("votes/") and page.css_first('h2[id="about-this-record"]') is not None
    wanted = [("Checked", "verification/"), *([(_NOTES, "#about-this-record")] if noted else [])]
    links = line.css("a") if line is not None else []
    found = [(words(link), attribute(link, "href").replace("../", "")) for link in links]
    findings.compare("figures", path, f"ways from the line below {figure}", found, wanted)


def _check_names(page: LexborHTMLParser, path: str, findings: Findings) -> None:
    """What names or describes an element is there."""
    for name in ("aria-labelledby", "aria-describedby"):
        for node in page.css(f"[{name}]"):
            for id in attribute(node, name).split():
                findings.count("ids")
                if page.css_first(f'[id="{id}"]') is None:
                    findings.differs(path, name, id, "the id of an element on the page")
