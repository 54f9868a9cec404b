"""Sites of hostile records, made in memory past every check, put through the real pages and the real builder."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

from tellers.build import docs, read
from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.files.resources import overrides
from tellers.files.start import new_site
from tellers.files.write import write_tree
from tellers.model import Content, Gap
from tellers.problems import Problems, Refused
from tellers.site.mkdocs import build_site
from tellers.stats import result_of
from tests.fuzz.judge import token

DAY = date(2025, 3, 4)
POLICY = re.search(r"<meta http-equiv[^>]*>", (overrides() / "partials" / "policy.html").read_text())[0]  # type: ignore[index]
"""The second wall of every page."""


@dataclass(frozen=True, slots=True)
class Site:
    """A built site, and what the builder complained about."""

    folder: Path
    complaints: str


def vote_id(number: int) -> str:
    return f"x{number:06}"


def fuzzed(values: Mapping[int, str], folder: Path) -> Content:
    """The starter with one vote, one gap and one source more for each value, in which all words are the value's."""
    start = read(folder)
    vote, source = start.votes["assembly/25_2"], start.sources["minutes-2025"]
    votes = {
        f"assembly/{vote_id(n)}": vote.model_copy(update={
            "id": f"assembly/{vote_id(n)}", "symbol": None, "title": value, "about": value, "note": value, "date": DAY,
        })
        for n, value in values.items()
    }  # fmt: skip
    sources = {
        vote_id(n): source.model_copy(update={
            "id": vote_id(n), "publisher": value, "title": value, "note": value, "address": address(value),
        })
        for n, value in values.items()
    }  # fmt: skip
    gaps = tuple(Gap.model_construct(about=(), what=value, tried=value, signed=DAY) for value in values.values())
    digests = {**start.digests, **{f"votes/{id}": "sha256:" + "0" * 64 for id in votes}}
    return replace(
        start,
        votes={**start.votes, **votes},
        sources={**start.sources, **sources},
        gaps=gaps,
        explainers={},
        digests=digests,
    )


def address(value: str) -> str:
    """An address with the value in its query, as far as an address can hold it."""
    return "https://example.org/?" + "".join(value.split())


def build(values: Mapping[int, str], folder: Path) -> Site:
    """The site of these values; what is in the folder already is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    new_site(folder)
    content, words = fuzzed(values, folder), Words()
    results = {id: result_of(content, id) for id in content.votes}
    pages = docs.pages_of(content, words, results, {})
    desk = Desk(content, words, results, {}, Problems())
    files = {page.path: docs.page_bytes(page, desk) for page in pages}
    files["explainers/index.md"] = b"# Explainers\n"
    write_tree(folder / "build" / "docs", files)
    try:
        build_site(folder, folder / "build" / "docs", folder / "site")
    except Refused as refused:
        return Site(folder / "site", "; ".join(map(str, refused.problems))[:300])
    return Site(folder / "site", "")


@cache
def twin(number: int) -> Site:
    """The benign twin of every site of so many values: in place of value `n` stands its token."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build({n: token(n) for n in range(number)}, Path(folder, "twin"))


@contextmanager
def bypassed() -> Iterator[None]:
    """Every encoder let through what it was given: what is left is the second wall."""
    of_markup, of_data = (import_module(f"tellers.encode.{name}") for name in ("markup", "data"))
    names = [(of_markup, "_referenced"), (of_markup, "_fenced"), (of_data, "_entities"), (of_data, "_without_tags")]
    before = [getattr(module, name) for module, name in names]
    for module, name in names:
        setattr(module, name, str)
    try:
        yield
    finally:
        for (module, name), function in zip(names, before, strict=True):
            setattr(module, name, function)
