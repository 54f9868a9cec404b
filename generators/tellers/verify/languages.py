"""The further languages of a site: each page beside its English one, pictures included, and nothing more in its folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from posixpath import normpath

from selectolax.lexbor import LexborHTMLParser

from tellers.problems import Place
from tellers.verify.asked import Memo, Noted, note
from tellers.verify.content import Content
from tellers.verify.figures import inline_figures
from tellers.verify.frames import Frame, frame_of
from tellers.verify.html import attribute, parse, words
from tellers.verify.links import Anchors, anchors_of
from tellers.verify.paints import Paints
from tellers.verify.policy import check_policy
from tellers.verify.report import Findings
from tellers.verify.search import Entry, Index, check_entries, read_index
from tellers.verify.shared import check_report
from tellers.verify.taken import described
from tellers.verify.tongue import Tongue, read_tongue
from tellers.verify.translated import Pages
from tellers.verify.translated_figures import check_translated
from tellers.verify.variants import whole

_ONLY_ENGLISH = ("f/", "use/", "embed/")
"""Pages about one picture, which is in one language."""
_NOTICE = "This page is in English; nobody has translated it yet."
_LEFT = ("explainers/", "data/")
_FACTS = {
    "fr": {
        "Yes": "Pour", "No": "Contre", "Abstain": "Abstention", "Absent": "Absent", "Not voting": "Non votant",
        "voted yes": "vote pour", "voted no": "vote contre", "abstained": "abstention", "was absent": "absence",
        "Adopted": "Adopté", "Not adopted": "Non adopté", "Not adopted: vetoed": "Non adopté : veto",
    },
}  # fmt: skip
"""Words that say how a vote went, once more: a translation that exchanged two of them would be false on every page."""
_BESIDE = frozenset(["search/search_index.json", "sitemap.xml", "sitemap.xml.gz"])
"""What the folder of a language has beside its pages."""
_META = frozenset(
    ["Content-Security-Policy", "charset", "viewport", "description", "generator", "theme-color", "og:type", "og:site_name",
     "og:title", "og:description", "og:url"]
)  # fmt: skip


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
        tongue = read_tongue(language, text, [*content.strings(), *_stored(content)])
    except ValueError as error:
        findings.differs("content/languages", language, str(error), "translations that can be read")
        return None
    for message, wanted in _FACTS.get(language, {}).items():
        known = sorted(tongue.exact.get(message, {message}))
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
    _check_head(english, page, path, spoken, content, findings)
    _check_language(page, own, left, spoken, content, findings)
    _check_figures(first, text, path, spoken, left, built, content, paints, findings)
    check_policy(page, own, findings)
    index = Index(Noted(f"search {spoken.language}", spoken.entries))
    if left:
        findings.compare("search entries", own, "entries", len(index.entries.get(path, [])), 0)
    else:
        _check_search(page, path, spoken.language, index, findings)
    named = replace(content, name=words(page.css_first(".tl-brand")))
    return anchors_of(page, own, str(content.site.get("address", "")), findings), frame_of(page, own, named, findings)


def _check_search(page: LexborHTMLParser, path: str, language: str, index: Index, findings: Findings) -> None:
    found = Findings()
    check_entries(page, path, index, found)
    placed = (replace(problem, place=Place(f"{language}/{problem.place.path}")) for problem in found.problems)
    findings.problems += placed
    findings.counts.update(found.counts)


def _check_head(
    english: LexborHTMLParser, page: LexborHTMLParser, path: str, spoken: Spoken, content: Content, findings: Findings
) -> None:
    """Title and description say what the English ones say; the page names its address, and itself in every language."""
    own = f"{spoken.language}/{path}"
    root = str(content.site.get("address", "")).rstrip("/")
    mine, theirs = _metas(english), _metas(page)
    address = f"{root}/{own.removesuffix('index.html')}"
    article = page.css_first("article")
    left = article is not None and "lang" in article.attributes
    for name in sorted(theirs.keys() | (mine.keys() & _META)):
        said, found = mine.get(name, ""), theirs.get(name, "")
        findings.count("heads")
        if name not in _META or (name == "og:url" and found != address) or (name in _SAME and said != found):
            findings.differs(own, f"<meta {name}>", found, address if name == "og:url" else said or "nothing of that name")
        elif name in _SAID and found.endswith("…"):
            if said != found and not words(page.css_first(".tl-lead")).startswith(" ".join(found.split()).rstrip(" …")):
                findings.differs(own, f"<meta {name}>", found, "the beginning of what the page says first")
        elif name in _SAID and not (spoken.tongue.follows(said, found) or (left and said == found)):
            findings.differs(own, f"<meta {name}>", found, f"what “{said}” is in {spoken.language}")
    one, two = (words(node.css_first("title")) for node in (english, page))
    findings.count("heads")
    if not _titled(one, two, content.name, spoken, left):
        findings.differs(own, "title", two, f"what “{one}” is in {spoken.language}")
    canonical = [attribute(node, "href") for node in page.css('link[rel="canonical"]')]
    findings.compare("heads", own, "canonical address", canonical, [address])
    languages = ["en", *content.languages] if not left and not path.startswith(_LEFT[1:]) else []
    wanted = [(tag, f"{root}/{'' if tag == 'en' else tag + '/'}{path.removesuffix('index.html')}") for tag in languages]
    for document, name in ((english, path), (page, own)):
        found_ = [(attribute(node, "hreflang"), attribute(node, "href")) for node in document.css("link[hreflang]")]
        said_ = [*wanted[:1], ("x-default", wanted[0][1]), *wanted[1:]] if wanted else []
        findings.compare("heads", name, "languages", sorted(found_), sorted(said_))
        shown = [
            (attribute(node, "hreflang"), _place(name, attribute(node, "href"))) for node in document.css("a.tl-language")
        ]
        others = [(tag, where.removeprefix(root)) for tag, where in wanted if tag != _own(name, languages)]
        findings.compare("heads", name, "links to languages", shown, others)


def _own(path: str, languages: list[str]) -> str:
    start = path.partition("/")[0]
    return start if start in languages and "/" in path else "en"


def _place(path: str, target: str) -> str:
    """Where the link leads, from the root of the site."""
    place = normpath("/" + (PurePosixPath(path).parent / target).as_posix().lstrip("/"))
    return place if place == "/" else f"{place}/"


_SAID = ("description", "og:title", "og:description", "og:site_name")
_SAME = ("charset", "viewport", "generator", "theme-color", "og:type")


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.css("meta"):
        name = attribute(node, "name") or attribute(node, "property") or attribute(node, "http-equiv")
        found["charset" if "charset" in node.attributes else name] = attribute(node, "content") or attribute(node, "charset")
    return found


def _titled(one: str, two: str, name: str, spoken: Spoken, left: bool) -> bool:
    """The title of the page, and behind it the name of the site."""
    if spoken.tongue.follows(one, two):
        return True
    said, _, site = one.rpartition(" · ")
    found, _, theirs = two.rpartition(" · ")
    return spoken.tongue.follows(site, theirs) and (spoken.tongue.follows(said, found) or (left and said == found))


def _check_language(
    page: LexborHTMLParser, own: str, left: bool, spoken: Spoken, content: Content, findings: Findings
) -> None:
    """The page says which language it is in, and where it is in English it says so."""
    article, notice = page.css_first("article"), page.css_first(".tl-notice")
    findings.compare("languages", own, "lang", attribute(page.root, "lang") if page.root else "", spoken.language)
    findings.compare(
        "languages", own, "lang of the article", attribute(article, "lang") if article else "", "en" if left else ""
    )
    findings.count("languages")
    if (notice is not None) != left or (notice is not None and not spoken.tongue.follows(_NOTICE, words(notice))):
        findings.differs(own, "notice", words(notice), _NOTICE if left else "nothing")
    said = [sorted(spoken.tongue.exact.get(text, {text}))[0] for text in ("Report an error", "Improve this page")]
    check_report(page, own, content, (said[0], said[1]), findings)
    for link in page.css("a[hreflang]"):
        findings.compare("languages", own, f"language of {attribute(link, 'href')}", attribute(link, "hreflang"), "en")


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
