"""Nothing that was ever published goes missing: the ledger of addresses, and what stands where something has moved.

The ledger `content/addresses.csv` only grows. An address of it that has no file any more needs an entry in
`content/redirects.yml`; a page then becomes a page that leads on, any other file a copy of the one it has become.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from html import escape
from posixpath import relpath

from tellers.model import Content, Redirect
from tellers.problems import Place, Problems, Refused

LEDGER = "content/addresses.csv"
REDIRECTS = "content/redirects.yml"
_UNKEPT = ("assets/", "search/", "pagefind/", "404.html", "sitemap.xml", "verification.json", "site-manifest.json", "CNAME", ".")
"""What belongs to the look of the site, or speaks of this build alone: nobody links to it."""


def kept(content: Content, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What has to stand at addresses that were published and have moved; raises Refused for what leads nowhere."""
    published = {address_of(path): path for path in files}
    problems = Problems()
    made: dict[str, bytes] = {}
    for address, place in _promised(content, published, problems):
        target = _moved(address, content.redirects, published)
        if target is None:
            do = f"restore its record, or say in {REDIRECTS} where it has moved"
            problems.add(place, "address", f"{address} was published and leads nowhere now", do)
        elif address.endswith("/") != target.endswith("/"):
            problems.add(place, "address", f"{address} leads to {target}", "let a page lead to a page, and a file to a file")
        elif address.endswith("/"):
            made[f"{address.lstrip('/')}index.html"] = _page(address, target, content.site.address).encode()
        else:
            made[address.lstrip("/")] = files[published[target]]
    if problems:
        raise Refused(problems.in_order())
    return made


def _promised(content: Content, published: Collection[str], problems: Problems) -> list[tuple[str, Place]]:
    """Addresses without a file that have to lead on: those of the ledger, and pages that an entry says have moved."""
    missing = {address: Place(LEDGER, line) for line, address in enumerate(content.addresses, 2) if address not in published}
    for entry in content.redirects:
        if entry.from_ in published:
            do = "remove the entry, or rename what stands there"
            problems.add(Place(REDIRECTS), "from", f"{entry.from_} is an address of the site still", do)
        elif entry.from_.endswith("/") and entry.to.endswith("/"):
            missing.setdefault(entry.from_, Place(REDIRECTS))
    return sorted(missing.items())


def _moved(address: str, redirects: Sequence[Redirect], published: Collection[str]) -> str | None:
    """Where the address leads after all moves, None where that is nowhere or in a circle."""
    for _ in range(len(redirects) + 1):
        if address in published:
            return address
        entries = [entry for entry in redirects if entry.leads(address) is not None]
        if not entries:
            return None
        address = max(entries, key=lambda entry: len(entry.from_)).leads(address) or ""
    return None


def _page(address: str, target: str, site: str) -> str:
    """A page that leads on at once, by itself and by a link, and tells search engines where the page is."""
    full, way = escape(site.rstrip("/") + target), escape(relpath(target, address) + "/")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Moved</title>\n'
        f'<link rel="canonical" href="{full}">\n<meta http-equiv="refresh" content="0; url={way}">\n'
        '<meta name="robots" content="noindex">\n<meta name="viewport" content="width=device-width">\n</head>\n'
        f'<body>\n<p>This page has moved to <a href="{way}">{full}</a>.</p>\n</body>\n</html>\n'
    )


def address_of(path: str) -> str:
    """Where a file of the plain files, or of the built site, is published: `votes/a/1.md` at `/votes/a/1/`."""
    if path.endswith(".md"):
        stem = path.removesuffix(".md")
        path = f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"
    return "/" + path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else f"/{path}"


def addresses_in(paths: Iterable[str]) -> list[str]:
    """The addresses of a built site that are kept for ever, in order: of its files, all but those of its look."""
    return sorted(address_of(path) for path in paths if not path.startswith(_UNKEPT))


def grown(ledger: Sequence[str], published: Iterable[str]) -> str:
    """The text of the ledger with what is new at its end; what stands in it stays as it is."""
    known = set(ledger)
    new = sorted(address for address in set(published) if address not in known)
    return "".join(f"{line}\n" for line in ("address", *ledger, *new))
