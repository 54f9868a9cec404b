"""What a quote's page says to machines: title, description and JSON-LD have the words of the record, letter for letter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content, Record
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings
from tellers.verify.words import day


def check_said(page: LexborHTMLParser, record: Record, path: str, content: Content, findings: Findings) -> None:
    """The heading names speaker and day, the description begins as the words do, JSON-LD has them whole."""
    name = str(content.speakers[record["speaker"]]["name"])
    heading = words(page.css_first("article h1")).removesuffix("¶").strip()
    findings.compare("quotes", path, "h1", heading, f"{name}, {day(str(record['date']))}")
    text = " ".join(str(record["text"]).split())
    for node in page.css('meta[name="description"]'):
        said = " ".join(attribute(node, "content").split())
        findings.count("quotes")
        if not said or not text.startswith(said.removesuffix("…").rstrip()):
            findings.differs(path, "meta description", said, text)
    for script in page.css('script[type="application/ld+json"]'):
        for quotation in _quotations(script.text()):
            _check_quotation(quotation, record, name, path, findings)


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
