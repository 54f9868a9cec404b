"""A work as reference managers read it: BibTeX, RIS and CSL-JSON, and in plain words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tellers import encode
from tellers.desk import Desk
from tellers.desk.works import Work, WorkKind, works

_RIS = {WorkKind.DATASET: "DATA", WorkKind.ARTICLE: "ELEC", WorkKind.FIGURE: "FIGURE"}
_CSL = {WorkKind.DATASET: "dataset", WorkKind.ARTICLE: "webpage", WorkKind.FIGURE: "graphic"}


def files(desk: Desk) -> Mapping[str, bytes]:
    """`cite.bib`, `cite.ris` and `cite.json` beside the page of each vote, explainer and series."""
    made: dict[str, bytes] = {}
    for work in works(desk):
        made[f"{work.key}/cite.bib"] = bibtex(work).encode()
        made[f"{work.key}/cite.ris"] = ris(work).encode()
        made[f"{work.key}/cite.json"] = csl(work).encode()
    return made


def plain(desk: Desk, work: Work) -> str:
    """The citation in one line, with its address."""
    return f"{work.citation(desk)} {work.address}"


def bibtex(work: Work) -> str:
    """A BibTeX entry; `misc`, because BibTeX knows neither data sets nor web pages."""
    fields = {
        "author": "{" + encode.bibtex(work.author) + "}",
        "title": "{" + encode.bibtex(str(work.title)) + "}",
        "howpublished": encode.bibtex(work.site),
        "year": str(work.day.year),
        "month": str(work.day.month),
        "day": str(work.day.day),
        "url": work.address,
        "note": encode.bibtex(work.terms),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{work.key.replace('/', ':')},\n{lines}\n}}\n"


def ris(work: Work) -> str:
    """A RIS record: two letters, a value, and CR LF, a line each."""
    lines = [
        ("TY", _RIS[work.kind]),
        ("TI", str(work.title)),
        ("AU", work.author),
        ("T2", work.site),
        ("PY", f"{work.day.year}"),
        ("DA", f"{work.day:%Y/%m/%d}/"),
        ("UR", work.address),
        ("N1", work.terms),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {encode.clean(value)}\r\n" for tag, value in lines)


def csl(work: Work) -> str:
    """A list of one CSL-JSON item."""
    item = {
        "id": work.key,
        "type": _CSL[work.kind],
        "title": str(work.title),
        "author": [{"literal": work.author}],
        "container-title": work.site,
        "publisher": work.author,
        "issued": {"date-parts": [[work.day.year, work.day.month, work.day.day]]},
        "URL": work.address,
        "note": work.terms,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"
