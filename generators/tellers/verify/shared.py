"""What the head of a page tells programs: a closed list, each thing once, as the site, the page and the records say."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.manifest import NotAManifest, load
from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.png import NotAPicture, read_header
from tellers.verify.report import Findings

_META = frozenset(
    ["Content-Security-Policy", "charset", "viewport", "description", "generator", "theme-color", "twitter:card", "og:type",
     "og:site_name", "og:title", "og:description", "og:url", "og:image", "og:image:width", "og:image:height", "og:image:alt"]
)  # fmt: skip
_LINKS = frozenset(["canonical", "icon", "stylesheet", "preload", "prev", "next", "alternate"])
_FIXED = {"charset": "utf-8", "og:image:width": "1200", "og:image:height": "630", "twitter:card": "summary_large_image"}


def check_shared(page: LexborHTMLParser, path: str, built: Path, content: Content, findings: Findings) -> None:
    """Names, addresses, card, language and linked data of one page."""
    root = str(content.site.get("address", ""))
    own = f"{root.rstrip('/')}/{path.removesuffix('index.html')}"
    said = _said(page, path, findings)
    links = [node for node in page.css("head link") if attribute(node, "rel")]
    for node in links:
        strange = set(attribute(node, "rel").split()) - _LINKS
        away = attribute(node, "rel") == "alternate" and not _inside(attribute(node, "href"), root)
        if strange or away:
            findings.differs(path, "<link>", f"{attribute(node, 'rel')} {attribute(node, 'href')}", "links that pages have")
    wanted = {**_FIXED, "og:site_name": content.name, "og:url": own}
    for name in wanted.keys() & said.keys():
        findings.compare("heads", path, name, said[name], wanted[name])
    if path != "404.html":
        canonical = [attribute(node, "href") for node in links if attribute(node, "rel") == "canonical"]
        findings.compare("heads", path, "canonical address", canonical, [own])
        findings.compare("heads", path, "titles", f"{len(page.css('head > title'))} <title>", "1 <title>")
    for element, name, value in ((page.root, "lang", "en"), (page.body, "dir", "ltr")):
        if element is not None:
            findings.compare("heads", path, name, attribute(element, name), value)
    _check_card(path, said, root, built, content, findings)
    _check_data(page, path, content, findings)


def _said(page: LexborHTMLParser, path: str, findings: Findings) -> dict[str, str]:
    """Values by name; a difference for what no page has and for what stands twice."""
    pairs = [(_name(node), attribute(node, "content") or attribute(node, "charset")) for node in page.css("meta")]
    number = Counter(name for name, _ in pairs)
    for name, value in pairs:
        findings.count("heads")
        if name not in _META or number[name] > 1 + (name == "theme-color"):
            findings.differs(path, f"<meta {name}>", value, f"{name} once" if name in _META else "nothing of that name")
    return {name: " ".join(value.split()) for name, value in pairs}


def _name(node: LexborNode) -> str:
    if "charset" in node.attributes:
        return "charset"
    return attribute(node, "name") or attribute(node, "property") or attribute(node, "http-equiv")


def _inside(address: str, root: str) -> bool:
    return address.startswith(root) or not re.match(r"(?i)[a-z]+:|//", address)


def _check_card(path: str, said: dict[str, str], root: str, built: Path, content: Content, findings: Findings) -> None:
    """The card of a vote or quote is its own, and its text is what the picture says of itself."""
    folder, _, id = path.removesuffix("/index.html").partition("/")
    ending = {"votes": ".card.png", "quotes": ".quote-card.png"}.get(folder, "")
    own = f"figures/{id}{ending}"
    if ending and (built / own).is_file():
        findings.compare("heads", path, "og:image", said.get("og:image", "nothing"), f"{root}{own}")
    file = built / said.get("og:image", "").removeprefix(root)
    if "og:image" in said and file.is_file():
        try:
            alt = load(read_header(file.read_bytes()).manifest).words.get("alt", "")
        except (NotAPicture, NotAManifest):
            return
        findings.compare("heads", path, "og:image:alt", said.get("og:image:alt", "nothing"), " ".join(alt.split()))


_ELSEWHERE = frozenset(["variableMeasured", "description"])
"""Fields of which another rule takes the words and numbers apart."""


def _check_data(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """The linked data of a page, field by field; none more and none less than the record gives."""
    scripts = [node.text() for node in page.css('script[type="application/ld+json"]')]
    wanted = _wanted(page, path, content)
    if wanted is None and not scripts:
        return
    findings.compare("JSON-LD", path, "JSON-LD", f"{len(scripts)} times", f"{int(wanted is not None)} times")
    for script in scripts:
        try:
            said = json.loads(script)
        except json.JSONDecodeError as error:
            findings.differs(path, "JSON-LD", f"{error}: {script[:80]}", "JSON")
            continue
        for key in sorted(said.keys() | (wanted or {}).keys() if isinstance(said, dict) else ()):
            if key not in _ELSEWHERE:
                findings.compare("JSON-LD", path, f"JSON-LD {key}", said.get(key), (wanted or {}).get(key))


def _wanted(page: LexborHTMLParser, path: str, content: Content) -> dict[str, Any] | None:
    folder, _, id = path.removesuffix("/index.html").partition("/")
    site, root = content.site, str(content.site.get("address", "")).rstrip("/")
    title = words(page.css_first("title")).removesuffix(f" · {content.name}")
    description = page.css_first('meta[name="description"]')
    about = " ".join(attribute(description, "content").split()) if description is not None else ""
    publisher = {"@type": "Organization", "name": site.get("publisher")}
    start = {"@context": "https://schema.org"}
    if folder == "votes" and id in content.votes:
        vote = content.votes[id]
        return {**start, "@type": "Dataset", "name": title, "description": about, "url": f"{root}/{folder}/{id}/",
                "datePublished": vote["published"], "temporalCoverage": vote["date"], "publisher": publisher,
                "isAccessibleForFree": True, "variableMeasured": ()}  # fmt: skip
    if folder == "quotes" and id in content.quotes:
        quote = content.quotes[id]
        creator = {"@type": "Person", "name": content.speakers[quote["speaker"]]["name"]}
        return {**start, "@type": "Quotation", "creator": creator, "dateCreated": quote["date"],
                "inLanguage": quote["language"], "text": quote["text"]}  # fmt: skip
    record = content.trees.get(f"{folder}/{id}.yml") if folder == "explainers" and id else None
    if isinstance(record, dict) and "date" in record:
        return {**start, "@type": "Article", "headline": record["title"], "description": record["summary"],
                "datePublished": record["date"], "dateModified": record.get("updated") or record["date"],
                "publisher": publisher}  # fmt: skip
    if path == "index.html":
        return {**start, "@type": "WebSite", "name": content.name, "description": site.get("tagline"), "url": f"{root}/"}
    return None
