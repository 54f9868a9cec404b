"""A quote's anchor as a W3C Web Annotation (JSON-LD): which words, in which source, between which others, and since when."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tellers.anchors import Match, source_words, standing
from tellers.desk import Desk
from tellers.model import Content, Finding, Quote

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"})


def files(desk: Desk) -> Mapping[str, bytes]:
    """`annotation.json` beside the page of each quote."""
    return {
        f"quotes/{id}/annotation.json": _json(annotation(quote, desk.content)) for id, quote in desk.content.quotes.items()
    }


def _json(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def annotation(quote: Quote, content: Content) -> Mapping[str, object]:
    """The annotation whose body is the quote's page; targets are the words in the source and in its stored copy."""
    root = content.site.address.rstrip("/")
    match = standing(content, quote)
    targets = [_published(quote, content)]
    if match.finding is Finding.FOUND:
        targets.append(_stored(quote, match, content, root))
    page, speaker = f"{root}/quotes/{quote.id}/", content.speakers[quote.speaker]
    words = {
        "type": "TextualBody",
        "purpose": "identifying",
        "value": quote.text,
        "language": quote.language,
        "created": quote.date.isoformat(),
        "creator": {"type": "Person", "name": speaker.name},
    }
    finding = {"type": "TextualBody", "purpose": "assessing", "value": match.finding.value}
    return {
        "@context": CONTEXT,
        "id": f"{page}annotation.json",
        "type": "Annotation",
        "motivation": "identifying",
        "created": quote.published.isoformat(),
        "body": [words, finding, {"id": page, "type": "Text", "format": "text/html"}],
        "target": targets,
    }


def _published(quote: Quote, content: Content) -> Mapping[str, object]:
    """The words in the publication, found by themselves and by what stands around them."""
    source = content.sources[quote.anchor.source]
    around = {"prefix": quote.anchor.prefix, "suffix": quote.anchor.suffix}
    return {
        "type": "SpecificResource",
        "source": source.address if source.address != "unknown" else f"urn:tellers:source:{source.id}",
        "selector": {
            "type": "TextQuoteSelector",
            "exact": source_words(quote),
            **{name: text for name, text in around.items() if text},
        },
        "state": {"type": "TimeState", "sourceDate": source.read.isoformat()},
    }


def _stored(quote: Quote, match: Match, content: Content, root: str) -> Mapping[str, object]:
    """The same words in the stored copy, by their position."""
    snapshot = content.sources[quote.anchor.source].snapshot
    return {
        "type": "SpecificResource",
        "source": f"{root}/snapshots/{quote.anchor.source}.txt",
        "selector": {"type": "TextPositionSelector", "start": match.start, "end": match.end},
        "sha256": snapshot.digest.removeprefix("sha256:") if snapshot is not None else None,
    }
