"""Files beside quotes: the annotation in JSON-LD, and the stored copies of sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tellers.verify.anchors import FOUND, finding, stored_text, words_of_source
from tellers.verify.content import Content, Record
from tellers.verify.report import Findings


def check_copies(built: Path, content: Content, findings: Findings) -> None:
    """Each stored copy is published byte for byte, and no other is."""
    kept = {path for path in content.stored if stored_text(content, path.removeprefix("snapshots/").removesuffix(".txt"))}
    there = {path.relative_to(built).as_posix() for path in (built / "snapshots").rglob("*") if path.is_file()}
    findings.compare("stored copies", "snapshots", "files", sorted(there), sorted(kept))
    for path in sorted(kept & there):
        same = (built / path).read_bytes() == content.stored[path]
        findings.count("stored copies")
        if not same:
            findings.differs(path, "bytes", "other bytes", f"those of content/{path}")


def check_annotations(built: Path, content: Content, findings: Findings) -> None:
    """The annotation beside each quote's page, field by field."""
    for id, quote in content.quotes.items():
        path = f"quotes/{id}/annotation.json"
        try:
            said: Any = json.loads((built / path).read_bytes())
            _compare(said, _wanted(id, quote, content), path, "", findings)
        except FileNotFoundError:
            findings.differs(path, "file", "no file", "the annotation of the quote")
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            findings.differs(path, "file", str(error), "JSON")


def _compare(said: Any, wanted: Any, path: str, at: str, findings: Findings) -> None:
    """Every value at its place; what only one of the two has is a difference at the place of the whole."""
    if isinstance(said, Mapping) and isinstance(wanted, Mapping) and said.keys() == wanted.keys():
        for key in wanted:
            _compare(said[key], wanted[key], path, f"{at}.{key}".lstrip("."), findings)
    elif isinstance(said, list) and isinstance(wanted, list) and len(said) == len(wanted):
        for number, (one, other) in enumerate(zip(said, wanted, strict=True)):
            _compare(one, other, path, f"{at}.{number}", findings)
    else:
        findings.compare("annotations", path, at or "annotation", said, wanted)


def _wanted(id: str, quote: Record, content: Content) -> dict[str, object]:
    root = str(content.site["address"]).rstrip("/")
    page, stands = f"{root}/quotes/{id}/", finding(content, quote)
    source_id = str(quote["anchor"]["source"])
    source = content.sources[source_id]
    address = source["address"] if source["address"] != "unknown" else f"urn:tellers:source:{source_id}"
    selector = {"type": "TextQuoteSelector", "exact": words_of_source(quote)}
    selector |= {name: quote["anchor"][name] for name in ("prefix", "suffix") if quote["anchor"].get(name)}
    targets: list[object] = [{
        "type": "SpecificResource", "source": address, "selector": selector,
        "state": {"type": "TimeState", "sourceDate": source["read"]},
    }]  # fmt: skip
    if stands == FOUND:
        start, end = int(quote["anchor"]["start"]), int(quote["anchor"]["end"])
        targets.append({
            "type": "SpecificResource", "source": f"{root}/snapshots/{source_id}.txt",
            "selector": {"type": "TextPositionSelector", "start": start, "end": end},
            "sha256": str(source["snapshot"]["digest"]).removeprefix("sha256:"),
        })  # fmt: skip
    return {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}],
        "id": f"{page}annotation.json",
        "type": "Annotation",
        "motivation": "identifying",
        "created": quote["published"],
        "body": [
            {
                "type": "TextualBody", "purpose": "identifying", "value": quote["text"], "language": quote["language"],
                "created": quote["date"], "creator": {"type": "Person", "name": content.speakers[quote["speaker"]]["name"]},
            },
            {"type": "TextualBody", "purpose": "assessing", "value": stands},
            {"id": page, "type": "Text", "format": "text/html"},
        ],
        "target": targets,
    }  # fmt: skip
