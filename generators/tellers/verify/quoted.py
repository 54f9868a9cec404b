"""What a quote's page says to machines: title, description and JSON-LD have the words of the record, letter for letter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content, Record
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings

_LONGEST = 60
"""So many signs of a quote stand in its title."""


def check_said(page: LexborHTMLParser, record: Record, path: str, content: Content, findings: Findings) -> None:
    """The heading names speaker and country and begins as the words do, as do the title and the description; JSON-LD has
    them whole."""
    name = str(content.speakers[record["speaker"]]["name"])
    text = " ".join(str(record["text"]).split())
    _check_heading(page, record, text, path, content, findings)
    for node in page.css('meta[name="description"]'):
        said = " ".join(attribute(node, "content").split())
        findings.count("quotes")
        if not said or not text.startswith(said.removesuffix("…").rstrip()):
            findings.differs(path, "meta description", said, text)
    for script in page.css('script[type="application/ld+json"]'):
        for quotation in _quotations(script.text()):
            _check_quotation(quotation, record, name, path, findings)


def _check_heading(
    page: LexborHTMLParser, record: Record, text: str, path: str, content: Content, findings: Findings
) -> None:
    """`Dmitry Peskov (Russia): “The U.S. is taking a much more …”`: whole words, and dots where more were said."""
    heading = page.css_first("article h1")
    wanted = f"{called(content, str(record['speaker']))}: “{_begun(text)}”"
    findings.compare("quotes", path, "h1", words(heading).removesuffix("¶").strip(), wanted)
    spans = [attribute(span, "lang") for span in heading.css("span")] if heading is not None else []
    findings.compare("quotes", path, "language of the words in h1", spans, [record["language"]])
    for node in page.css('meta[property="og:title"]'):
        findings.compare("quotes", path, "og:title", attribute(node, "content"), wanted)


def called(content: Content, speaker: str) -> str:
    """The speaker, with what the member is called today for which he or she speaks."""
    record = content.speakers[speaker]
    country = content.called(str(record.get("speaks-for") or ""))
    return f"{record['name']} ({country})" if country else str(record["name"])


def _begun(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[: text.rindex(" ", 0, _LONGEST + 1)].rstrip(" ,;:.–—-…") + "…"


def _quotations(text: str) -> list[dict[str, Any]]:
    """Objects of the type Quotation in JSON-LD; whether it is JSON at all is looked at where heads are read."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        return []
    rows = found.get("@graph", [found]) if isinstance(found, Mapping) else found
    return [row for row in rows if isinstance(row, dict) and row.get("@type") == "Quotation"]


def _check_quotation(said: dict[str, Any], record: Record, name: str, path: str, findings: Findings) -> None:
    creator = said.get("creator")
    found = {**said, "creator": creator.get("name") if isinstance(creator, Mapping) else creator}
    wanted = {"text": record["text"], "inLanguage": record["language"], "dateCreated": record["date"], "creator": name}
    for key, value in wanted.items():
        findings.compare("quotes", path, f"JSON-LD {key}", found.get(key), value)
