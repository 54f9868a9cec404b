"""The further languages of a site: each page beside its English one, pictures included, and nothing more in its folder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tellers.problems import Place
from tellers.verify.asked import Memo, Noted, note
from tellers.verify.beside import Said, check_beside
from tellers.verify.compared import check_compared
from tellers.verify.content import Content
from tellers.verify.figures import inline_figures
from tellers.verify.frames import Frame, frame_of
from tellers.verify.html import attribute, parse, words
from tellers.verify.inventory import check_map
from tellers.verify.links import Anchors, anchors_of
from tellers.verify.paints import Paints
from tellers.verify.policy import check_policy
from tellers.verify.report import Findings
from tellers.verify.search import Entry, Index, check_entries, read_index
from tellers.verify.taken import described
from tellers.verify.tongue import Tongue, read_tongue
from tellers.verify.translated import Pages
from tellers.verify.translated_figures import check_translated
from tellers.verify.translated_heads import Heads, check_heads
from tellers.verify.variants import whole
from tellers.verify.words import LABELS

_ONLY_ENGLISH = ("f/", "use/", "embed/")
"""Pages about one picture, which is in one language."""
_LEFT = ("explainers/", "data/")
_FACTS = {
    "fr": {
        "Yes": "Pour", "No": "Contre", "Abstain": "Abstention", "Absent": "Absent", "Not voting": "Non votant",
        "voted yes": "vote pour", "voted no": "vote contre", "abstained": "abstention", "was absent": "absence",
        "Adopted": "Adopté", "Not adopted": "Non adopté", "Not adopted: vetoed": "Non adopté : veto",
    },
}  # fmt: skip
"""Words that say how a vote went, once more: a translation that exchanged two of them would be false on every page."""
_NAME = re.compile(r"[A-Za-z]{2}.* ")
"""A title of more than one word."""
_SCRIPT = ("{n} of {all}", "{name}: {option}", "Filter", "Find a member", "Copy {what}", "Copy", "Copied")
"""What scripts say of themselves."""
_BESIDE = frozenset(["search/search_index.json", "sitemap.xml", "sitemap.xml.gz"])
"""What the folder of a language has beside its pages."""


@dataclass(slots=True)
class Spoken:
    """A language of the site: its words, its pages by the path of the English ones, and figures that were read in it."""

    language: str
    tongue: Tongue
    pages: frozenset[str]
    entries: Mapping[str, list[Entry]]
    """What its search finds, by page."""
    known: Memo[Findings] = field(default_factory=Memo)


def spoken_of(language: str, built: Path, content: Content, files: frozenset[str], findings: Findings) -> Spoken | None:
    """The language, when its words can be read; which files its folder has is compared with what it ought to have."""
    text = (content.stored.get(f"languages/{language}.po") or b"").decode("utf-8", "replace")
    try:
        titles = (str(vote["title"]) for vote in content.votes.values())
        tongue = read_tongue(language, text, [*content.strings(), *_stored(content)], filter(_NAME.search, titles))
    except ValueError as error:
        findings.differs("content/languages", language, str(error), "translations that can be read")
        return None
    for message, wanted in _FACTS.get(language, {}).items():
        known = sorted(tongue.said.exact.get(message, {message}))
        findings.compare("translations", f"content/languages/{language}.po", f"“{message}”", known, [wanted])
    pages = frozenset(
        path
        for path in files
        if path.endswith("index.html") and not path.startswith(_ONLY_ENGLISH) and not content.is_elsewhere(path)
    )
    start = f"{language}/"
    found = {path.removeprefix(start) for path in files if path.startswith(start)}
    pages = frozenset(path for path in pages if not _is_archived(path, content))
    for path in sorted(found ^ (pages | _BESIDE)):
        said = ("no file", "a page in each language") if path not in found else ("a file", "no file of this name")
        findings.differs(start + path, "file", *said, "build the site anew")
    check_map(built / language, start, pages, str(content.site.get("address", "")), findings)
    return Spoken(language, tongue, pages & found, read_index(built / language, findings).entries)


def _is_archived(path: str, content: Content) -> bool:
    """Whether the page is of an archive, which has its pages in English alone."""
    folder, _, id = path.removesuffix("/index.html").partition("/")
    return path.count("/") > 1 and (folder == "archives" or (folder == "votes" and id not in content.votes))


def _stored(content: Content) -> Iterator[str]:
    """What is kept of the texts of sources, line by line."""
    for path, raw in content.stored.items():
        if path.startswith("snapshots/"):
            yield from raw.decode("utf-8", "replace").splitlines()


def check_language(
    path: str, spoken: Spoken, built: Path, content: Content, paints: Paints, findings: Findings
) -> tuple[Anchors, Frame]:
    """One page of a language, at the path of the English one; its ids, addresses and frame."""
    own = f"{spoken.language}/{path}"
    note("records", "strings")
    first, text = ((built / name).read_text("utf-8", "replace") for name in (path, own))
    english, page = parse(first), parse(text)
    left = path.startswith(_LEFT) and path not in {f"{folder}index.html" for folder in _LEFT[:1]}
    pages = Pages(path, spoken.language, spoken.pages, spoken.tongue, findings, left_in_english=left)
    if english.body is not None and page.body is not None:
        pages.compare(english.body, page.body)
    check_heads(english, page, Heads(path, spoken.language, spoken.tongue, left), content, findings)
    _check_language(page, own, left, spoken, content, findings)
    _check_figures(first, text, path, spoken, left, built, content, paints, findings)
    check_policy(page, own, findings)
    compared = Findings()
    check_compared(page, path, content, compared, spoken.tongue.is_said)
    _place(compared, spoken.language, findings)
    index = Index(Noted(f"search {spoken.language}", spoken.entries))
    if left:
        findings.compare("search entries", own, "entries", len(index.entries.get(path, [])), 0)
    else:
        _check_search(page, path, spoken.language, index, findings)
    named = replace(content, name=words(page.css_first(".tl-brand")))
    frame, first_ = frame_of(page, own, named, findings), frame_of(english, path, content, Findings())
    findings.compare("frames", own, "what the page loads", frame.loaded, first_.loaded)
    return anchors_of(page, own, str(content.site.get("address", "")), findings), frame


def _check_search(page: LexborHTMLParser, path: str, language: str, index: Index, findings: Findings) -> None:
    found = Findings()
    check_entries(page, path, index, found)
    _place(found, language, findings)


def _place(found: Findings, language: str, findings: Findings) -> None:
    """What was found on a page of the language, as if it were in its first one."""
    placed = (replace(problem, place=Place(f"{language}/{problem.place.path}")) for problem in found.problems)
    findings.problems += placed
    findings.counts.update(found.counts)


def _check_language(
    page: LexborHTMLParser, own: str, left: bool, spoken: Spoken, content: Content, findings: Findings
) -> None:
    """The page says which language it is in, and where it is in English it says so; what scripts say is in the language."""
    article = page.css_first("article")
    findings.compare("languages", own, "lang", attribute(page.root, "lang") if page.root else "", spoken.language)
    findings.compare(
        "languages", own, "lang of the article", attribute(article, "lang") if article else "", "en" if left else ""
    )
    check_beside(page, own, content, Said(spoken.tongue.follows, left), findings)
    for link in page.css("a[hreflang]"):
        findings.compare("languages", own, f"language of {attribute(link, 'href')}", attribute(link, "hreflang"), "en")
    _check_script_words(attribute(article, "data-words") if article else "", own, spoken.tongue, findings)


def _check_script_words(said: str, own: str, tongue: Tongue, findings: Findings) -> None:
    """Scripts have a word for each thing that they say, and for each option."""
    try:
        found = dict(json.loads(said))
    except (ValueError, TypeError):
        found = {}
    findings.compare("languages", own, "words of scripts", sorted(found), sorted([*_SCRIPT, *LABELS]))
    for message, text in found.items():
        findings.count("translated words")
        sound = message in LABELS and text in tongue.said.exact.get(LABELS[message].lower(), ())
        if not sound and (message, text) not in tongue.said.messages:
            findings.differs(own, f"words of scripts, “{message}”", text, f"what it is in {tongue.language}")


def _check_figures(
    first: str,
    text: str,
    path: str,
    spoken: Spoken,
    left: bool,
    built: Path,
    content: Content,
    paints: Paints,
    findings: Findings,
) -> None:
    mine, theirs = inline_figures(first), inline_figures(text)
    own = f"{spoken.language}/{path}"
    if not findings.compare("translated figures", own, "number of figures", len(theirs), len(mine)):
        return
    for english, other in zip(mine, theirs, strict=True):
        if left:
            findings.compare("translated figures", own, "figure", _digest(other), _digest(english))
            continue
        read = spoken.known.get(
            _digest(english + other),
            partial(_figure, english, path, built, other, spoken.tongue, content, paints),
        )
        findings.problems += [replace(problem, place=Place(own)) for problem in read.problems]
        findings.counts.update(read.counts)


def _figure(english: str, path: str, built: Path, other: str, tongue: Tongue, content: Content, paints: Paints) -> Findings:
    found = Findings()
    manifest = described(whole(english, path, built))
    if manifest is None:
        found.differs("", "figure", "no manifest", "an English figure that says what it shows")
    else:
        check_translated(english, manifest, other, tongue, content, paints, found)
    for at, problem in enumerate(found.problems):
        found.problems[at] = replace(problem, field=f"figure {manifest.figure if manifest else ''}: {problem.field}")
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
