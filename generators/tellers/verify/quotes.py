"""Quotes on pages: exact words, speaker, office, day and source; and the records' own anchors."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.content import Content
from tellers.verify.html import attribute, words
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
    vote = path.removeprefix("votes/").removesuffix("/index.html")
    if path.startswith("votes/") and vote in content.votes:
        about = {id for id, quote in content.quotes.items() if vote in (quote.get("about") or [])}
        findings.compare("quotes", path, "quotes about the vote", sorted(shown), sorted(about))


def _check_quote(node: LexborNode, id: str, path: str, content: Content, findings: Findings) -> None:
    record = content.quotes[id]
    speaker = content.speakers[record["speaker"]]
    paragraph = node.css_first("p")
    said = "".join(paragraph.text(deep=True)) if paragraph is not None else ""
    findings.compare("quotes", path, f"quote {id} text", " ".join(said.split()), " ".join(f"“{record['text']}”".split()))
    footer = words(node.css_first("footer"))
    findings.count("quotes", 2)
    if not footer.startswith(str(speaker["name"])):
        findings.differs(path, f"quote {id} speaker", footer, speaker["name"])
    if day(record["date"]) not in footer:
        findings.differs(path, f"quote {id} day", footer, day(record["date"]))
    titles = [str(role["title"]) for role in speaker["roles"]]
    if not any(title in footer for title in titles):
        findings.differs(path, f"quote {id} office", footer, " or ".join(titles))
    publisher = str(content.sources[record["anchor"]["source"]]["publisher"])
    if publisher not in footer:
        findings.differs(path, f"quote {id} source", footer, publisher)


def check_quote_records(content: Content, findings: Findings) -> None:
    """Where a position is given, it is as long as the text; speaker, source and votes exist."""
    for id, quote in content.quotes.items():
        path, anchor = f"content/quotes/{id}.yml", quote.get("anchor") or {}
        if anchor.get("start") is not None and anchor.get("end") is not None:
            length = int(anchor["end"]) - int(anchor["start"])
            findings.compare("quote anchors", path, "anchor", length, len(quote["text"]), "mend start, end or the text")
        findings.count("quote anchors")
        if quote.get("speaker") not in content.speakers:
            findings.differs(path, "speaker", quote.get("speaker"), "a record of content/speakers/")
        if anchor.get("source") not in content.sources:
            findings.differs(path, "anchor.source", anchor.get("source"), "a record of content/sources/")
        for vote in quote.get("about") or []:
            if vote not in content.votes:
                findings.differs(path, "about", vote, "a record of content/votes/")
