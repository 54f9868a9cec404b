"""How a page says that it is cited: in words on the page, and in three files beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tellers.verify.content import Content
from tellers.verify.html import parse, words
from tellers.verify.report import Findings
from tellers.verify.sentences import check_headline, expected_of
from tellers.verify.terms import check_line
from tellers.verify.words import day

_TEX = {r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
        r"\textquotedbl{}": '"', r"\textbackslash{}": "\\"}  # fmt: skip
_SORTS = {"cite.bib": ("misc", "misc"), "cite.ris": ("DATA", "ELEC"), "cite.json": ("dataset", "webpage")}
"""What data and what prose are called in each format."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation says: the same five things in every format."""

    author: str
    title: str
    site: str
    day: str
    address: str


def check_citations(built: Path, content: Content, findings: Findings) -> None:
    """The citation of every vote, explainer and series, on its page and in its files."""
    explainers = [path.removesuffix(".md") for path in content.texts if path.startswith("explainers/")]
    for key in [*(f"votes/{id}" for id in content.votes), *(f"series/{id}" for id in content.series), *explainers]:
        for name, read in READERS.items():
            file = built / key / name
            if not file.is_file():
                findings.differs(f"{key}/{name}", "file", "no file", "a citation of the page")
                continue
            path = f"{key}/{name}"
            try:
                cited, terms, sort = read(file.read_text("utf-8"))
                check_cited(cited, key, path, content, findings)
                check_line(terms, (key,), path, "licence line", content, findings)
                wanted = _SORTS[name][key.startswith("explainers/")]
                findings.compare("citations", path, "citation type", sort, wanted)
                if name == "cite.json":
                    (item,) = json.loads(file.read_text("utf-8"))
                    said = item["id"], item["publisher"], len(item["author"]), len(item["issued"]["date-parts"])
                    findings.compare("citations", path, "citation id", said, (key, content.site["publisher"], 1, 1))
            except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
                findings.differs(path, "file", f"{type(error).__name__}: {error}", "a citation of the page")
        page = built / key / "index.html"
        if page.is_file():
            _check_page(page, key, content, findings)


def _check_page(file: Path, key: str, content: Content, findings: Findings) -> None:
    path = f"{key}/index.html"
    said = words(parse(file.read_text("utf-8", "replace")).css_first("article .tl-cite p"))
    check_plain(said, key, path, content, findings)


def check_plain(said: str, key: str, path: str, content: Content, findings: Findings) -> None:
    """A citation in words: author, title, site, day and address of the record."""
    cited = in_words(said)
    if cited is None:
        findings.differs(path, "citation", said, "author, title, site, day and address")
        return
    check_cited(cited, key, path, content, findings)


def in_words(said: str) -> Cited | None:
    """The citation in plain words, taken apart; None where it has another form."""
    found = re.fullmatch(r"(.+?): “(.+)”\. (.+), (\d{1,2} \w+ \d{4})\. (\S+)", " ".join(said.split()))
    return Cited(*found.groups()) if found else None


def check_cited(cited: Cited, key: str, path: str, content: Content, findings: Findings) -> None:
    """Author, title, site, day and address as the records have them."""
    folder, _, id = key.partition("/")
    record = content.trees[f"{key}.yml"]
    if not isinstance(record, Mapping):
        raise TypeError(f"{key} is no record")
    stated = str(record.get("updated") or record.get("published") or record.get("date"))
    wanted = {
        "author": (cited.author, content.site["publisher"]),
        "site": (cited.site, content.site["name"]),
        "day": (cited.day, day(stated)),
        "address": (cited.address, f"{str(content.site['address']).rstrip('/')}/{key}/"),
    }
    for name, (found, expected) in wanted.items():
        findings.compare("citations", path, f"citation {name}", found, expected)
    if folder == "votes":
        check_headline(cited.title, expected_of(content, id), path, "citation title", findings)
    else:
        findings.compare("citations", path, "citation title", cited.title, record["title"])


def _bibtex(text: str) -> tuple[Cited, str, str]:
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", text, re.MULTILINE))
    plain = {name: _untex(value) for name, value in fields.items()}
    when = day(f"{plain['year']}-{plain['month']}-{plain['day']}")
    cited = Cited(_unbraced(plain["author"]), _unbraced(plain["title"]), plain["howpublished"], when, plain["url"])
    return cited, plain["note"], text[1 : text.index("{")]


def _untex(value: str) -> str:
    value = re.sub(r"\\([#$%&_])", r"\1", value)
    return re.sub("|".join(map(re.escape, _TEX)), lambda found: _TEX[found.group()], value)


def _unbraced(value: str) -> str:
    return value.removeprefix("{").removesuffix("}")


def _ris(text: str) -> tuple[Cited, str, str]:
    lines = dict(line.split("  - ", 1) for line in text.replace("\r\n", "\n").splitlines())
    year, month, day_ = lines["DA"].strip("/").split("/")
    when = day(f"{year}-{month}-{day_}")
    if lines["PY"] != year:
        raise ValueError(f"PY {lines['PY']} beside DA {lines['DA']}")
    return Cited(lines["AU"], lines["TI"], lines["T2"], when, lines["UR"]), lines["N1"], lines["TY"]


def _csl(text: str) -> tuple[Cited, str, str]:
    (item,) = json.loads(text)
    year, month, day_ = item["issued"]["date-parts"][0]
    author = item["author"][0]["literal"]
    cited = Cited(author, item["title"], item["container-title"], day(f"{year}-{month}-{day_}"), item["URL"])
    return cited, item["note"], item["type"]


KEYS: dict[str, Callable[[str], str]] = {
    "cite.bib": lambda text: text[text.index("{") + 1 : text.index(",")],
    "cite.ris": lambda text: "",
    "cite.json": lambda text: json.loads(text)[0]["id"],
}
"""Under which name a file of each format cites; RIS has none."""
READERS = {"cite.bib": _bibtex, "cite.ris": _ris, "cite.json": _csl}
"""What a file of each name cites, under which terms, and as what sort of work."""
