"""Addresses, anchors and ids: everything inside the site leads somewhere, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.compared import codes
from tellers.verify.html import attribute
from tellers.verify.report import Findings

_LOADED = (("script", "src"), ("img", "src"), ("iframe", "src"), ("link", "href"), ("source", "src"), ("video", "src"),
           ("audio", "src"), ("object", "data"), ("embed", "src"), ("use", "href"), ("image", "href"))  # fmt: skip
_NOT_LOADED = {"canonical", "alternate", "prev", "next", "license", "me", "author"}
_CSS_URL = re.compile(r"@import\s+[\"']?([^\"';]+)|url\(\s*[\"']?([^\"')]+)")


@dataclass(frozen=True, slots=True)
class Anchors:
    """A page's ids, and the addresses that it names, each with what names it."""

    ids: frozenset[str]
    targets: tuple[str, ...]


def anchors_of(page: LexborHTMLParser, path: str, address: str, findings: Findings) -> Anchors:
    """Check what needs the page alone; keep what needs the others."""
    ids = Counter(attribute(node, "id") for node in page.css("[id]"))
    for name, number in ids.items():
        findings.count("ids")
        if number > 1:
            findings.differs(path, f"id {name}", f"{number} elements", "one element", "make ids unique on the page")
    targets: list[str] = []
    for tag in ("href", "src"):
        for node in page.css(f"[{tag}]"):
            if node.tag != "base":
                targets += _target(attribute(node, tag), tag, path, address, findings)
    _check_loaded(page, path, address, findings)
    ids.update(f"a={code}" for code in codes(page))
    return Anchors(frozenset(ids), tuple(dict.fromkeys(targets)))


def _target(value: str, tag: str, path: str, address: str, findings: Findings) -> list[str]:
    scheme = urlsplit(value.strip()).scheme.lower() if ":" in value else ""
    if scheme in ("javascript", "data", "vbscript", "file", "blob"):
        findings.differs(path, tag, value[:60], "an https address or a file of this site", "remove the address")
    return [value] if not scheme or value.startswith(address) else []


def _check_loaded(page: LexborHTMLParser, path: str, address: str, findings: Findings) -> None:
    for tag, name in _LOADED:
        for node in page.css(f"{tag}[{name}]"):
            if tag == "link" and set(attribute(node, "rel").split()) & _NOT_LOADED:
                continue
            value = attribute(node, name)
            findings.count("resources")
            if re.match(r"(?i)[a-z]+:|//", value.strip()) and not value.startswith(address):
                findings.differs(path, f"<{tag} {name}>", value, "a file of this site", "load nothing from other hosts")


def place_of(target: str, path: str) -> str:
    """Where a way from the page at this path leads, from the root of the site: `/votes/un-ga/es-11_7`."""
    return normpath("/" + (PurePosixPath(path).parent / target).as_posix().lstrip("/"))


def check_links(
    pages: Mapping[str, Anchors], files: frozenset[str], address: str, elsewhere: frozenset[str], findings: Findings
) -> None:
    """Every address inside the site resolves to a file, and its fragment to an id.

    `elsewhere` are addresses of sources, and where errors are reported: pages of others, even where they begin as ours.
    """
    known: dict[tuple[str, str], tuple[str, str, bool]] = {}
    for path, anchors in sorted(pages.items()):
        base = "/" + PurePosixPath(path).parent.as_posix().removeprefix(".")
        for target in anchors.targets:
            if not elsewhere.isdisjoint((target, target.partition("?")[0])):
                continue
            key = base, target
            if key not in known:
                known[key] = _resolve(target, path, base, files, address)
            file, fragment, exists = known[key]
            findings.count("links")
            if not exists:
                findings.differs(path, "link", target, "an address that leads to a file", "mend the link")
            elif fragment and file in pages and fragment not in pages[file].ids and fragment not in ("__skip", "top"):
                findings.differs(path, "link", target, f"an id on {file}", "mend the anchor")


def _resolve(target: str, path: str, base: str, files: frozenset[str], address: str) -> tuple[str, str, bool]:
    inside = target.removeprefix(address.rstrip("/")) if target.startswith(address) else target
    parts = urlsplit(inside)
    way = unquote(parts.path)
    if not way:
        return path, unquote(parts.fragment), True
    if way.endswith("/verification.json"):  # written after the site was read, beside what it is about
        return "verification.json", "", True
    full = normpath(way if way.startswith("/") else f"{base}/{way}").lstrip("/")
    if way == "." or way.endswith(("/", "/.", "..")) or full in ("", "."):
        file = f"{full}/index.html".removeprefix("./").removeprefix("/")
        return file, unquote(parts.fragment), file in files
    return full, unquote(parts.fragment), full in files


def check_style_sheets(built: Path, files: frozenset[str], findings: Findings) -> None:
    """No style sheet loads from another host, and each file that one names is there."""
    for path in sorted(file for file in files if file.endswith(".css")):
        text = (built / path).read_text("utf-8", "replace")
        for found in _CSS_URL.finditer(text):
            value = (found[1] or found[2]).strip()
            if value.startswith(("data:", "#", "var(")):
                continue
            findings.count("resources")
            if re.match(r"(?i)[a-z]+:|//", value):
                findings.differs(path, "url()", value, "a file of this site", "load nothing from other hosts")
            elif normpath(f"{PurePosixPath(path).parent}/{urlsplit(value).path}") not in files:
                findings.differs(path, "url()", value, "a file that exists", "mend the address")
