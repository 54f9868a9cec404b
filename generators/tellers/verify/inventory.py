"""Which files the site has: a page for each record and for nothing else, each picture in all its forms, and their map."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from tellers.verify.content import Content
from tellers.verify.ledger import pins
from tellers.verify.report import Findings

_PAGES = ("", "votes/", "members/", "compare/", "series/", "quotes/", "speakers/", "bodies/", "explainers/", "sources/",
          "corrections/", "gaps/", "method/", "verification/", "feeds/", "data/")  # fmt: skip
_OTHERS = re.compile(
    r"404\.html|sitemap\.xml(?:\.gz)?|search/search_index\.json|verification(?:\.schema)?\.json|published\.json|assets/.+|"
    r".+/cite\.(?:bib|ris|json)|site-manifest\.json(?:\.[a-z0-9.]+)?|CNAME|\.nojekyll|"
    r"(?:votes|series|bodies)/.+/datapackage\.json|(?:series|bodies)/.+/(?:votes|totals|ballots)\.csv|"
    r"(?:series|bodies)/.+/data\.json"
)
_OF_DECADES = ("members.csv", "agreement.csv", "ballots.json.gz")
"""Files beside the page of a decade of an archive."""
_PICTURE = re.compile(r"figures/(.+?)(-[0-9]+|-card|-square)?(-dark)?\.(svg|png)")
_NUMBERS = re.compile(r"figures/(.+)\.(?:csv|json)")
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def check_inventory(
    built: Path, files: frozenset[str], content: Content, drawn: frozenset[str], archived: frozenset[str], findings: Findings
) -> None:
    """Nothing is missing, and nothing is left over; `archived` are the pages of archives."""
    pages = {f"{place}index.html" for place in (*_PAGES, *_of_records(content))} | archived
    pages |= {"archives/index.html"} if archived else set()
    downloads = {f"votes/{vote}/{name}" for vote in content.votes for name in ("vote.json", "roll.csv")}
    downloads |= {f"quotes/{quote}/annotation.json" for quote in content.quotes}
    for path in sorted(pages - files):
        findings.differs(path, "page", "no file", "a page of the site")
    for path in sorted(files - pages - downloads):
        findings.count("files")
        picture = _PICTURE.fullmatch(path)
        numbers = _NUMBERS.fullmatch(path)
        beside = _is_beside(path, archived) or path.startswith(OTHER_SURFACES)
        known = beside or _OTHERS.fullmatch(path) or (numbers and numbers[1] in drawn)
        if not known and (picture is None or picture[1] not in drawn):
            findings.differs(path, "file", "a file without a record", "files of the site alone", "remove it")
    _check_forms(files, findings)
    cards = {figure.removesuffix(".tally") + ".card" for figure in drawn if figure.endswith(".tally")}
    cards |= {figure + "-card" for figure in drawn if figure.endswith(".quote")}
    for path in sorted({f"figures/{card}.{ending}" for card in cards for ending in ("png", "svg")} - files):
        findings.differs(path, "file", "no file", "the card that is shown where the page is shared")
    check_map(built, "", pages, str(content.site.get("address", "")), findings)


def _is_beside(path: str, archived: frozenset[str]) -> bool:
    """Whether the file stands beside a page of an archive that has it; such files have readers of their own."""
    folder, _, name = path.rpartition("/")
    named = name == "votes.json.gz" or (name in _OF_DECADES and "/decades/" in folder)
    named = named or (name == "turns.csv" and folder.endswith("/turns"))
    return named and f"{folder}/index.html" in archived


OTHER_SURFACES: tuple[str, ...] = (
    "f/",
    "use/",
    "embed/",
    "oembed/",
    "feeds/",
    "api/",
    "data/",
    "kit/",
    "snapshots/",
)
"""Folders of the site that have a reader of their own."""


def _of_records(content: Content) -> Iterator[str]:
    named = ("votes", "series", "quotes", "speakers", "bodies")
    yield from (f"{folder}/{id}/" for folder in named for id in getattr(content, folder))
    yield from (f"f/{pin['picture']}/" for pin in pins(content))
    yield from (f"members/{code}/" for code in sorted({code for roll in content.rolls.values() for code in roll.ballots}))
    yield from (path.removesuffix(".md") + "/" for path in content.texts if path.startswith("explainers/"))


def _check_forms(files: frozenset[str], findings: Findings) -> None:
    """A picture has a light and a dark form, each as SVG and PNG; a card is always light."""
    for path in sorted(files):
        found = _PICTURE.fullmatch(path)
        if found is None or found[2] in ("-card", "-square") or found[1].endswith(".card"):
            continue
        stem = f"figures/{found[1]}{found[2] or ''}"
        for form in (f"{stem}{theme}.{ending}" for theme in ("", "-dark") for ending in ("svg", "png")):
            findings.count("files")
            if form not in files:
                findings.differs(form, "file", "no file", f"a form of {found[1]}")


def check_map(built: Path, start: str, pages: Collection[str], root: str, findings: Findings) -> None:
    """The map for search machines names each page in its folder once, at its own address; `start` is where the folder is."""
    file, own = built / "sitemap.xml", f"{start}sitemap.xml"
    said = _LOCATION.findall(file.read_text("utf-8", "replace")) if file.is_file() else []
    wanted = {root + start + page.removesuffix("index.html") for page in pages}
    times = Counter(said)
    for address in sorted(times.keys() ^ wanted) or [address for address in said if times[address] > 1]:
        number = times[address]
        findings.differs(own, address, f"{address} {number} times", f"{address} {int(address in wanted)} times")
    findings.count("files", len(said))
