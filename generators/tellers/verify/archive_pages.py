"""One page of an archive: nothing on it but what the records want, in their order; every number counted again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from posixpath import normpath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.archive_figures import check_figures
from tellers.verify.archive_files import check_files
from tellers.verify.archived import by_session, by_topic, slug, wanted_pages
from tellers.verify.archives import Archive, read_archives
from tellers.verify.bound import check_value
from tellers.verify.captions import Captions
from tellers.verify.claims import Claims, Of, Unsound, Value
from tellers.verify.content import Content, leaves
from tellers.verify.decade import STOOD, Decade
from tellers.verify.elements import check_elements
from tellers.verify.figures import Reader
from tellers.verify.found import check_found
from tellers.verify.frames import Frame, frame_of
from tellers.verify.html import attribute, parse, words
from tellers.verify.paints import Paints
from tellers.verify.policy import check_policy
from tellers.verify.prose import Prose
from tellers.verify.report import Findings
from tellers.verify.search import first_difference
from tellers.verify.sentences import check_sentence, expected_of, unread
from tellers.verify.shared import check_shared
from tellers.verify.spaces import unspaced
from tellers.verify.wanted import Wanted
from tellers.verify.words import LABELS

STANCES = (*STOOD, "alone", "cast")


class ArchiveClaims(Claims):
    """Values of claims about an archive; what a member chose in a decade is counted from its rows."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.archive = archive
        self.sessions = {name: len(ids) for name, ids in by_session(archive).items()}
        self.topics = {slug(name): len(ids) for name, ids in by_topic(archive).items()}

    def _compute(self, says: str, of: Of) -> Value:
        if says == "count" and set(of) == {"of", "member", "option", "decade"} and of["of"] == "ballots":
            rows = self.archive.records.get((of["member"], int(of["decade"])), [])
            return sum(option == of["option"] for _, option in rows)
        if says == "count" and set(of) == {"of", "decade"} and of["of"] == "full-votes":
            return len(self._span(of).votes)
        if says == "count" and set(of) == {"of", "member", "decade"} and of["of"] in STANCES:
            return self._span(of).stood[of["member"]][of["of"]]
        if says == "agreement" and set(of) == {"member", "with", "decade"}:
            same, both = self.agreement(of)
            return f"{Fraction(same, both).numerator}/{Fraction(same, both).denominator}"
        if says == "count" and of.get("of") == "votes" and len(of) == 2:
            return self._votes(of)
        return super()._compute(says, of)

    def agreement(self, of: Of) -> tuple[int, int]:
        """In how many votes of the decade the two said the same, and in how many both cast a ballot."""
        same, both = self._span(of).shared(of["member"], of["with"]) if "decade" in of else super().agreement(of)
        if not both:
            raise Unsound("the two never both cast a ballot")
        return same, both

    def _span(self, of: Of) -> Decade:
        found = self.archive.spans.get(int(of["decade"]))
        if found is None or not {of.get("member"), of.get("with")} <= {None, *found.members}:
            raise Unsound(f"no votes of {of}")
        return found

    def _votes(self, of: Of) -> int:
        if of.get("archive") == self.archive.id:
            return len(self.archive.votes)
        known = self.sessions if "session" in of else self.topics
        name = of.get("session") or of.get("topic") or ""
        if name not in known:
            raise Unsound(f'the archive has no "{name}"')
        return known[name]


_DAY = re.compile(r"\b(?:\d{1,2} )?[A-Z][a-z]{2,8} \d{4}\b")


class VoteProse(Prose):
    """Knows the texts of one vote, among which a number is no claim."""

    def __init__(self, archive: Archive, vote: str) -> None:
        super().__init__(archive)
        self.vote = archive.votes[vote]

    @cached_property
    def _named(self) -> re.Pattern[str]:
        texts = {" ".join(text.split()).rstrip(".") for text in leaves(self.vote) if any(map(str.isdigit, text))}
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

    def reader(self, vote: str) -> Reader:
        """A reader of the figures of one page: it knows the words of that vote, and forgets what it counted for others."""
        self.claims.forget()
        return Reader(self.claims, Captions(self.claims, VoteProse(self.archive, vote)), self.paints)


Archived = Mapping[str, tuple[Callable[[], Wanted], ArchiveDesk]]
"""Pages of archives by path, with what each has to say and the desk on which it is read."""


def archived_pages(
    built: Path, site: Path, content: Content, paints: Paints, files: frozenset[str], findings: Findings
) -> Archived:
    """Every page that the archives of the content have; their indexes are read at once."""
    archives, kept = read_archives(site, content), frozenset(content.votes)
    found: dict[str, tuple[Callable[[], Wanted], ArchiveDesk]] = {}
    for archive in archives.values():
        check_found(built, archive, kept, findings)
        check_files(built, archive, findings)
        desk = ArchiveDesk(built, archive, ArchiveClaims(archive), paints, files)
        found |= {path: (wanted, desk) for path, wanted in wanted_pages(archive, kept).items()}
    return found


def check_archived(path: str, wanted: Wanted, desk: ArchiveDesk, findings: Findings) -> Frame | None:
    """Everything on one page; its frame, for those that need the whole site."""
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
    if wanted.vote:
        _check_lead(article, wanted.vote, path, desk.archive, findings)
        check_figures(text, page, path, wanted.vote, desk.archive, desk.reader(wanted.vote), findings)
    check_elements(page, path, findings)
    check_shared(page, path, desk.built, desk.archive, findings)
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
    here = "/" + path.removesuffix("index.html")
    found = [_place(attribute(link, "href"), here) for link in article.css("a")]
    if not findings.compare("links", path, "links", len(found), len(wanted.links)):
        return
    for one, other in zip(found, wanted.links, strict=True):
        findings.compare("links", path, "link", one, other)
        if other.startswith("/") and not {f"{other[1:]}index.html", other[1:]} & files:
            findings.differs(path, "link", other, "an address that leads to a file", "mend the link")


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
    start = f"{expected.when} the {expected.body} voted on {expected.name}"
    said = check_sentence(text, expected, path, "lead", findings)
    if not text.startswith(start) or not said or unread(text, expected):
        findings.differs(path, "lead", text, f"{start} …")
