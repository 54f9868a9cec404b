"""Quotes on pages: exact words, speaker, office, day and source; and the records' own anchors."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.anchors import CHANGED, finding, stored_text
from tellers.verify.content import Content
from tellers.verify.evidence import check_block
from tellers.verify.html import attribute, words
from tellers.verify.quoted import called
from tellers.verify.report import Findings
from tellers.verify.words import day


def check_quotes(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """Every `data-quote` of the page equals its record; a vote's page has every quote about it."""
    shown = set()
    for node in page.css("[data-quote]"):
        quote = attribute(node, "data-quote")
        shown.add(quote)
        if quote not in content.quotes:
            findings.differs(path, f"quote {quote}", quote, "the id of a record", "remove the quote, or restore its record")
            continue
        _check_quote(node, quote, path, content, findings)
        check_block(node, quote, path, content, findings)
    _check_anchor(page, path, content, findings)
    vote = path.removeprefix("votes/").removesuffix("/index.html")
    if path.startswith("votes/") and vote in content.votes:
        about = {id for id, quote in content.quotes.items() if vote in (quote.get("about") or [])}
        findings.compare("quotes", path, "quotes about the vote", sorted(shown), sorted(about))


def _check_anchor(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """Where the words stand in their source: prefix, words and suffix as the record has them."""
    id = path.removeprefix("quotes/").removesuffix("/index.html")
    node = page.css_first("article .tl-anchor")
    if node is None or id not in content.quotes:
        return
    record = content.quotes[id]
    anchor = record.get("anchor") or {}
    wanted = "".join([str(anchor.get("prefix") or ""), str(record["text"]), str(anchor.get("suffix") or "")])
    found = "".join(words(node).split()).removeprefix("…").removesuffix("…")
    findings.compare("quotes", path, f"quote {id} in its source", found, "".join(wanted.split()))
    for line in page.css("article .tl-meta"):
        if said := re.search(r"Characters (\d+) to (\d+)", words(line)):
            position = str(anchor.get("start")), str(anchor.get("end"))
            findings.compare("quotes", path, f"quote {id} position", said.groups(), position)


def _check_quote(node: LexborNode, id: str, path: str, content: Content, findings: Findings) -> None:
    record = content.quotes[id]
    speaker = content.speakers[record["speaker"]]
    paragraph = node.css_first("p")
    said = "".join(paragraph.text(deep=True)) if paragraph is not None else ""
    findings.compare("quotes", path, f"quote {id} text", " ".join(said.split()), " ".join(f"“{record['text']}”".split()))
    spoken = attribute(paragraph, "lang") if paragraph is not None else ""
    findings.compare("quotes", path, f"quote {id} language", spoken, record["language"])
    footer = words(node.css_first("footer"))
    findings.count("quotes", 2)
    name = called(content, str(record["speaker"]))
    if not footer.startswith(f"{name}, "):
        findings.differs(path, f"quote {id} speaker", footer, name)
    if day(record["date"]) not in footer:
        findings.differs(path, f"quote {id} day", footer, day(record["date"]))
    titles = [str(role["title"]) for role in speaker["roles"]]
    if not any(title in footer for title in titles):
        findings.differs(path, f"quote {id} office", footer, " or ".join(titles))
    publisher = str(content.sources[record["anchor"]["source"]]["publisher"])
    if publisher not in footer:
        findings.differs(path, f"quote {id} source", footer, publisher)


def check_speaker(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """A speaker's page says each office with its organisation, and for whom the speaker speaks."""
    id = path.removeprefix("speakers/").removesuffix("/index.html")
    if not path.startswith("speakers/") or id not in content.speakers:
        return
    record = content.speakers[id]
    article = page.css_first("article")
    said = words(article)
    for text in [str(record["name"]), *(f"{role['title']}, {role['organisation']}" for role in record["roles"])]:
        findings.count("speakers")
        if " ".join(text.split()) not in said:
            findings.differs(path, "speaker", said[:80], text)
    member = record.get("speaks-for")
    if member and content.names_of(member):
        official = words(page.css_first("article .tl-meta"))
        links = [attribute(link, "href").rstrip("/").rsplit("/", 1)[-1] for link in page.css("article .tl-meta a")]
        findings.compare("speakers", path, "member that the speaker speaks for", links[:1], [member])
        if not any(official.endswith(name) for name in content.names_of(member)):
            findings.differs(path, "member that the speaker speaks for", official, " or ".join(content.names_of(member)))


def check_quote_records(content: Content, findings: Findings) -> None:
    """Every quote stands in the stored copy of its source, where one is kept; speaker, source and votes exist."""
    for id, quote in content.quotes.items():
        path, anchor = f"content/quotes/{id}.yml", quote.get("anchor") or {}
        if quote.get("speaker") not in content.speakers:
            findings.differs(path, "speaker", quote.get("speaker"), "a record of content/speakers/")
        for vote in quote.get("about") or []:
            if vote not in content.votes:
                findings.differs(path, "about", vote, "a record of content/votes/")
        if anchor.get("source") not in content.sources:
            findings.differs(path, "anchor.source", anchor.get("source"), "a record of content/sources/")
            continue
        findings.count("quote anchors")
        if finding(content, quote) == CHANGED:
            where = f"{anchor.get('start')} to {anchor.get('end')} of content/snapshots/{anchor['source']}.txt"
            findings.differs(path, "text", quote["text"], f"the words that stand at {where}", "read the source again")
    for source, record in content.sources.items():
        if f"snapshots/{source}.txt" in content.stored and stored_text(content, source) is None:
            digest = (record.get("snapshot") or {}).get("digest")
            findings.differs(f"content/snapshots/{source}.txt", "digest", "other bytes", digest, "restore the copy")
