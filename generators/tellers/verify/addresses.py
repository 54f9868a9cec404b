"""Published addresses: each one of the ledger is there still, or leads to where its record has moved."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from posixpath import normpath

from tellers.verify.content import Content, Record
from tellers.verify.html import attribute, parse, words
from tellers.verify.nodes import files_below, rows_of
from tellers.verify.report import Findings


def check_addresses(built: Path, content: Content, findings: Findings) -> None:
    """Every line of the ledger, and every page that an entry says has moved."""
    files = set(files_below(built))
    led = moved(content, files)
    for row in rows_of(content.texts.get("addresses.csv", "")):
        address = row["address"]
        findings.count("addresses")
        if file_of(address) not in files:
            findings.differs(file_of(address), "address", "no file", f"{address}, which was published")
    for path, target in led.items():
        if target not in files:
            findings.differs(path, "redirect", f"leads to {target}", "a file of this site")
        elif path.endswith("/index.html"):
            _check_page(built / path, path, target, content, findings)
        elif path in files:
            same = (built / path).read_bytes() == (built / target).read_bytes()
            findings.compare("addresses", path, "redirect", "the same file" if same else "another", "the same file")


def moved(content: Content, files: Collection[str]) -> dict[str, str]:
    """Files that stand where something has moved from, each with the file that it leads to."""
    entries = content.redirects
    ledger = [row["address"] for row in rows_of(content.texts.get("addresses.csv", ""))]
    pages = [entry["from"] for entry in entries if entry["from"].endswith("/") and entry["to"].endswith("/")]
    found = {}
    for address in dict.fromkeys([*ledger, *pages]):
        target = _follow(address, entries)
        if target != address and file_of(address) in files:
            found[file_of(address)] = file_of(target)
    return found


def _follow(address: str, entries: list[Record]) -> str:
    """Where the address ends up, the most exact entry first; entries in a circle end somewhere in it."""
    for _ in entries:
        about = [entry for entry in entries if address.startswith(entry["from"])]
        if not about:
            break
        entry = max(about, key=lambda entry: len(entry["from"]))
        address = entry["to"] + address[len(entry["from"]) :]
    return address


def file_of(address: str) -> str:
    """The file at an address, from the root of the site."""
    return (address + "index.html" if address.endswith("/") else address).lstrip("/")


def _check_page(file: Path, path: str, target: str, content: Content, findings: Findings) -> None:
    """It leads on by itself, by a link that can be seen, and by the address that search engines take."""
    page = parse(file.read_text("utf-8", "replace"))
    full = str(content.site["address"]).rstrip("/") + "/" + target.removesuffix("index.html")
    refresh = [attribute(node, "content") for node in page.css('meta[http-equiv="refresh"]')]
    canonical = [attribute(node, "href") for node in page.css('link[rel="canonical"]')]
    links = [(attribute(node, "href"), words(node)) for node in page.css("a")]
    findings.compare("addresses", path, "canonical", canonical, [full])
    findings.compare("addresses", path, "refresh", [_place(text.partition("url=")[2], path) for text in refresh], [target])
    findings.compare("addresses", path, "link", [(_place(href, path), said) for href, said in links], [(target, full)])
    findings.compare("addresses", path, "words", words(page.body), f"This page has moved to {full}.")
    scripts = len(page.css("script, style, iframe, object, embed"))
    findings.compare("addresses", path, "scripts", scripts, 0)


def _place(way: str, path: str) -> str:
    """The file that a relative address of a page leads to."""
    return normpath(f"{path.rpartition('/')[0]}/{way}") + "/index.html"
