"""What a page says to machines in JSON-LD: the same as its words, its records and its figures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tellers.manifest import Manifest
from tellers.verify.citations import check_plain
from tellers.verify.content import Content
from tellers.verify.feed_entries import day_of
from tellers.verify.html import words
from tellers.verify.report import Findings
from tellers.verify.sentences import Expected, check_headline, check_sentence, expected_of, unread
from tellers.verify.spaces import one_spaced
from tellers.verify.terms import check_line, mentioned, sources_behind, wanted

_WORK = frozenset(["url", "dateModified", "publisher", "creditText", "citation", "description", "datePublished", "isBasedOn",
                   "license"])  # fmt: skip
_KEYS = {
    "Dataset": _WORK | {"name", "isAccessibleForFree", "creator", "distribution", "temporalCoverage", "variableMeasured",
                        "hasPart"},
    "Article": _WORK | {"headline", "author"},
    "Quotation": frozenset(["text", "inLanguage", "dateCreated", "creator", "url", "isBasedOn", "about", "creditText"]),
    "WebSite": frozenset(["name", "description", "url"]),
    "WebPage": frozenset(["name", "url"]),
}  # fmt: skip
_TYPES = {"votes": "Dataset", "series": "Dataset", "explainers": "Article", "quotes": "Quotation"}


def check_structured(
    page: LexborHTMLParser, path: str, manifests: Mapping[str, Manifest], built: Path, content: Content, findings: Findings
) -> None:
    """The one block of the page, if it has to have one."""
    scripts = page.css('script[type="application/ld+json"]')
    key = path.removesuffix("/index.html")
    folder, _, id = key.partition("/")
    records = {"votes": content.votes, "series": content.series, "quotes": content.quotes}.get(folder, {})
    told = id in records or (folder == "explainers" and f"{key}.md" in content.texts)
    wanted_ = int(bool(told or manifests or path == "index.html"))
    if len(scripts) != wanted_:
        last = f", the last {scripts[-1].text()[:90]}" if scripts else ""
        findings.differs(path, "JSON-LD", f"{len(scripts)} blocks{last}", f"{wanted_} blocks")
    for script in scripts:
        try:
            said = json.loads(script.text())
            _check_keys(said, path, findings)
            if path == "index.html":
                _check_home(said, path, content, findings)
            elif told:
                _check_record(said, key, path, page, built, content, findings)
            _check_images(said.get("image") or [], path, manifests, built, content, findings)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            said_ = f"{type(error).__name__}: {error} in {script.text()[:60]}"
            findings.differs(path, "JSON-LD", said_, "JSON that says what the page says")


def _check_keys(said: dict[str, Any], path: str, findings: Findings) -> None:
    """Each thing that is said is of a closed list; a page of figures alone says its name, its address and its images."""
    kind = str(said["@type"])
    for key in sorted(said.keys() - {"@context", "@type", "image"} - _KEYS.get(kind, frozenset())):
        findings.differs(path, f"JSON-LD {key}", f"{key}: {said[key]}", f"nothing of that name in a {kind}")
    findings.count("JSON-LD")


def _check_home(said: dict[str, Any], path: str, content: Content, findings: Findings) -> None:
    site = content.site
    expected = {"@type": "WebSite", "name": site["name"], "description": site["tagline"], "url": site["address"]}
    for key, value in expected.items():
        findings.compare("JSON-LD", path, f"JSON-LD {key}", said.get(key), value)


def _check_record(
    said: dict[str, Any], key: str, path: str, page: LexborHTMLParser, built: Path, content: Content, findings: Findings
) -> None:
    folder, _, id = key.partition("/")
    site = str(content.site["address"]).rstrip("/")
    check_line(said["creditText"], (key,), path, "JSON-LD creditText", content, findings)
    expected: dict[str, Any] = {"@context": "https://schema.org", "@type": _TYPES[folder], "url": f"{site}/{key}/"}
    updated, own, published = day_of(content, key)
    if folder == "quotes":
        quote = content.quotes[id]
        about = [f"{site}/votes/{vote}/" for vote in quote.get("about") or []]
        expected |= {"inLanguage": quote["language"], "dateCreated": own, "about": about}
        for field, text in (("text", quote["text"]), ("creator", content.speakers[quote["speaker"]]["name"])):
            found = said[field]["name"] if field == "creator" else said[field]
            findings.compare("JSON-LD", path, f"JSON-LD {field}", one_spaced(found), one_spaced(text))
    else:
        expected |= {"datePublished": published, "dateModified": updated}
        check_plain(said["citation"], key, path, content, findings)
        _check_words(said, key, path, page, content, findings)
    for field, value in expected.items():
        findings.compare("JSON-LD", path, f"JSON-LD {field}", said.get(field), value)
    if folder == "explainers":
        named = [f"{site}/{record}/" for record in mentioned(content, id) if record.startswith("votes/")]
        findings.compare("JSON-LD", path, "JSON-LD isBasedOn", said["isBasedOn"], named)
        findings.compare("JSON-LD", path, "JSON-LD license", said["license"], _own_licence(content))
    else:
        _check_sources(said["isBasedOn"], key, path, content, findings)
    if folder in ("votes", "series"):
        _check_dataset(said, key, path, built, content, findings)


def _check_words(
    said: dict[str, Any], key: str, path: str, page: LexborHTMLParser, content: Content, findings: Findings
) -> None:
    """Name and description are those of the page."""
    folder, _, id = key.partition("/")
    if folder == "votes":
        expected = expected_of(content, id)
        check_headline(said["name"], expected, path, "JSON-LD name", findings)
        description = said["description"]
        findings.compare("JSON-LD", path, "JSON-LD description", description, words(page.css_first("article .tl-lead")))
        if not check_sentence(description, expected, path, "JSON-LD description", findings) or unread(description, expected):
            findings.differs(path, "JSON-LD description", description, f"a sentence on {expected.name}")
        _check_measured(said["variableMeasured"], expected, path, findings)
        return
    record = content.trees[f"{key}.yml"]
    if not isinstance(record, Mapping):
        raise TypeError(f"{key} is no record")
    name, text = ("name", "question") if folder == "series" else ("headline", "summary")
    findings.compare("JSON-LD", path, f"JSON-LD {name}", one_spaced(said[name]), one_spaced(record["title"]))
    findings.compare("JSON-LD", path, "JSON-LD description", one_spaced(said["description"]), one_spaced(record[text]))


def _check_measured(rows: list[dict[str, Any]], expected: Expected, path: str, findings: Findings) -> None:
    found = {row["name"]: row["value"] for row in rows}
    for option, number in expected.counts.items():
        if number or option in found:
            findings.compare("JSON-LD", path, f"JSON-LD variableMeasured {option}", found.get(option), number)
    for option in found.keys() - expected.counts.keys():
        if found[option]:
            findings.differs(path, f"JSON-LD variableMeasured {option}", found[option], "no such number")


def _check_dataset(said: dict[str, Any], key: str, path: str, built: Path, content: Content, findings: Findings) -> None:
    """Its days, its terms, and downloads that are there."""
    folder, _, id = key.partition("/")
    site = str(content.site["address"]).rstrip("/")
    if folder == "votes":
        covered = content.votes[id]["date"]
        names = [*(["roll.csv"] if id in content.rolls else []), "vote.json", "datapackage.json"]
    else:
        votes = content.series[id]["votes"]
        days = sorted(content.votes[vote]["date"] for vote in votes)
        covered = f"{days[0]}/{days[-1]}"
        names = ["votes.csv", "totals.csv", "ballots.csv", "data.json", "datapackage.json"]
        parts = [part["url"] for part in said["hasPart"]]
        findings.compare("JSON-LD", path, "JSON-LD hasPart", parts, [f"{site}/votes/{vote}/" for vote in votes])
    findings.compare("JSON-LD", path, "JSON-LD temporalCoverage", said["temporalCoverage"], covered)
    offered = [(row["contentUrl"], row["encodingFormat"]) for row in said["distribution"]]
    media = {"csv": "text/csv", "json": "application/json"}
    downloads = [(f"{site}/{key}/{name}", media[name.rpartition(".")[2]]) for name in names]
    findings.compare("JSON-LD", path, "JSON-LD distribution", offered, downloads)
    for address, _ in offered:
        if not (built / address.removeprefix(f"{site}/")).is_file():
            findings.differs(path, "JSON-LD distribution", address, "the address of a file of this site")
    licences = {credit.rpartition(" (")[2].removesuffix(")") for credit in wanted(content, (key,))[0]}
    findings.compare("JSON-LD", path, "JSON-LD license", sorted(row["name"] for row in said["license"]), sorted(licences))


def _check_sources(rows: list[dict[str, Any]], key: str, path: str, content: Content, findings: Findings) -> None:
    found = sorted((row["publisher"]["name"], row.get("url", "unknown")) for row in rows)
    behind = [content.sources[id] for id in sources_behind(content, (key,))]
    expected = sorted((source["publisher"], source["address"]) for source in behind)
    findings.compare("JSON-LD", path, "JSON-LD isBasedOn", found, expected)


def _check_images(
    rows: list[dict[str, Any]], path: str, manifests: Mapping[str, Manifest], built: Path, content: Content,
    findings: Findings,
) -> None:  # fmt: skip
    """An image for each figure that the page shows, with the figure's own words and the terms of its data."""
    site = str(content.site["address"]).rstrip("/")
    start = f"{site}/figures/"
    named = {row["contentUrl"].removeprefix(start).removesuffix(".png"): row for row in rows}
    findings.compare("JSON-LD", path, "JSON-LD images", sorted(named), sorted(manifests))
    for figure, row in named.items():
        manifest = manifests.get(figure)
        if manifest is None:
            continue
        said = {"name": "title", "caption": "alt", "creditText": "source"}
        for field, word in said.items():
            found, expected = one_spaced(row.get(field)), one_spaced(manifest.words.get(word))
            findings.compare("JSON-LD", path, f"JSON-LD image {figure} {field}", found, expected)
        if not (built / "figures" / f"{figure}.png").is_file():
            findings.differs(path, f"JSON-LD image {figure}", row["contentUrl"], "the address of a file of this site")
        findings.compare("JSON-LD", path, f"JSON-LD image {figure} license", row["license"], _own_licence(content))
        field = f"JSON-LD image {figure} copyrightNotice"
        check_line(row["copyrightNotice"], (_subject(figure, content),), path, field, content, findings)


def _own_licence(content: Content) -> str:
    """The terms of what the site itself says and draws."""
    licence = str(content.site["licence"])
    return licence if licence.startswith("LicenseRef-") else f"https://spdx.org/licenses/{licence}.html"


def _subject(figure: str, content: Content) -> str:
    """The record that the figure is about."""
    id, kind = figure.split(".")[:2]
    if id in content.votes:
        return f"votes/{id}"
    if content.names_of(id):
        return f"members/{id}"
    return f"quotes/{id}" if kind == "quote" else f"series/{id}"
