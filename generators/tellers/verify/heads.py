"""What a page says to machines and to those who share it: title, description, Open Graph."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.prose import Prose
from tellers.verify.report import Findings
from tellers.verify.sentences import check_headline, check_sentence, expected_of, unread


def check_head(page: LexborHTMLParser, path: str, built: Path, content: Content, prose: Prose, findings: Findings) -> None:
    """The head of one page: it says what the page itself says, and what the records say."""
    names = {str(content.site.get("name", "")), content.name}
    title = words(page.css_first("title"))
    for name in names:
        title = title.removesuffix(f" - {name}").removesuffix(f" · {name}")
    shared = _meta(page, "property", "og:title")
    title = shared if {title, shared} <= names else title
    description = _meta(page, "name", "description")
    _check_shared(page, path, title, description, findings)
    _check_image(page, path, built, content, findings)
    vote = path.removeprefix("votes/").removesuffix("/index.html")
    if path.startswith("votes/") and vote in content.votes:
        _check_vote(page, path, title, description, content, vote, findings)
    else:
        _check_other(page, path, title, description, prose, findings)


def _check_shared(page: LexborHTMLParser, path: str, title: str, description: str, findings: Findings) -> None:
    if page.css_first('meta[property="og:title"]') is not None:
        findings.compare("heads", path, "og:title", _meta(page, "property", "og:title"), title)
    if page.css_first('meta[property="og:description"]') is not None:
        findings.compare("heads", path, "og:description", _meta(page, "property", "og:description"), description)


def _check_image(page: LexborHTMLParser, path: str, built: Path, content: Content, findings: Findings) -> None:
    address = _meta(page, "property", "og:image")
    if not address:
        return
    root = str(content.site.get("address", ""))
    inside = address.removeprefix(root)
    findings.count("heads")
    if not address.startswith(root) or not (built / inside).is_file():
        findings.differs(path, "og:image", address, "the address of a file of this site", "draw the card, or name no image")
    elif not _meta(page, "property", "og:image:alt"):
        findings.differs(path, "og:image:alt", "", "the card's alternative text")


def _check_vote(
    page: LexborHTMLParser, path: str, title: str, description: str, content: Content, vote: str, findings: Findings
) -> None:
    expected = expected_of(content, vote)
    heading = words(page.css_first("article h1")).removesuffix("¶").strip()
    check_headline(title, expected, path, "title", findings)
    check_headline(heading, expected, path, "h1", findings)
    lead = words(page.css_first("article .tl-lead"))
    start = description.removesuffix("…").rstrip() if description.endswith("…") else lead
    findings.compare(
        "heads", path, "meta description", description.removesuffix("…").rstrip(), start if lead.startswith(start) else lead
    )
    for field, text in (("meta description", description), ("lead", lead)):
        if not check_sentence(text, expected, path, field, findings) or not text.startswith(f"{expected.when} "):
            findings.differs(path, field, text, f"a sentence on {expected.name}")
        if left := unread(text, expected):
            findings.differs(path, field, left, "a statement on the vote for each of its numbers")
        if expected.name not in text:
            findings.differs(path, field, text, f"a sentence that names {expected.name}")
    article = page.css_first("article .tl-threshold")
    check_sentence(words(article), expected, path, "threshold", findings)


def _check_other(page: LexborHTMLParser, path: str, title: str, description: str, prose: Prose, findings: Findings) -> None:
    """Numbers of a title or description stand on the page, where they are bound, or in a record."""
    body = "".join(words(page.css_first("article")).split())
    for field, text in (("title", title), ("meta description", description)):
        findings.count("heads")
        if "".join(text.split()) not in body and any(sign.isdigit() for sign in prose.unnamed(text)):
            findings.differs(path, field, text, "words that the page says too")


def _meta(page: LexborHTMLParser, key: str, name: str) -> str:
    node = page.css_first(f'meta[{key}="{name}"]')
    return " ".join(attribute(node, "content").split()) if node is not None else ""
