"""Under which terms a record is passed on, worked out from its sources again, and whether a licence line says so."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import partial

from jinja2 import Environment

from tellers.verify.content import Content
from tellers.verify.nodes import Tree
from tellers.verify.report import Findings

_NAMING = frozenset({"source", "sources", "stated-source"})


def check_line(line: str, keys: tuple[str, ...], path: str, field: str, content: Content, findings: Findings) -> None:
    """The line names every source of the records that has to be named, bears the mark of its terms, and nothing else."""
    findings.count("licence lines")
    credits, noncommercial = wanted(content, keys)
    rest = " ".join(line.split())
    for credit in sorted(credits, key=len, reverse=True):
        if credit not in rest:
            findings.differs(path, field, line, f"a licence line that names {credit}")
            return
        rest = rest.replace(credit, "\u241f", 1)
    site = content.site
    expected = f"Sources: {'; '.join(['␟'] * len(credits))}. " if credits else ""
    expected += "Non-commercial use only. " if noncommercial else ""
    expected += f"Words and figures: {site.get('publisher')}, {site.get('licence')}."
    if rest != expected:
        findings.differs(path, field, rest, expected)


def wanted(content: Content, keys: tuple[str, ...]) -> tuple[list[str], bool]:
    """What has to be named, each with its terms; and whether a source leaves out commercial use."""
    sources = [content.sources[id] for id in sources_behind(content, keys)]
    closed = [source for source in sources if _closed(str(source["licence"]))]
    named = [source for source in sources if source.get("attribution") or source in closed] or sources[:1]
    credits = {f"{str(s.get('attribution') or s['publisher']).rstrip('.')} ({s['licence']})" for s in named}
    return sorted(credits), bool(closed)


def sources_behind(content: Content, keys: tuple[str, ...]) -> list[str]:
    """Ids of all sources that the records rest on."""
    return list(dict.fromkeys(id for key in keys for id in content.behind.get(key, partial(_behind, content, key))))


def _behind(content: Content, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_sources(content, key)))


def _closed(licence: str) -> bool:
    return "-NC" in licence or "noncommercial" in licence.lower()


def _sources(content: Content, key: str) -> Iterator[str]:
    """Ids of sources behind a record: those that it names, and those of what it is made of; behind no record, none."""
    folder, _, id = key.partition("/")
    if folder != "members" and f"{key}.yml" not in content.trees:
        return
    if folder == "explainers":
        yield from _of_explainer(content, id)
    elif folder == "members":
        yield from _of_member(content, id)
    elif folder == "series":
        for vote in content.series[id]["votes"]:
            yield from _sources(content, f"votes/{vote}")
    elif folder == "votes":
        yield from _named(content.trees[f"{key}.yml"])
        yield from content.bodies[content.votes[id]["body"]].get("sources") or []
    elif folder == "bodies":
        yield from content.bodies[id].get("sources") or []
        for vote, record in content.votes.items():
            if record["body"] == id:
                yield from _sources(content, f"votes/{vote}")
    else:
        yield from _named(content.trees[f"{key}.yml"])


def _named(tree: Tree) -> Iterator[str]:
    """Every id that stands under a name for sources, anywhere in the record; the first is the roll's."""
    if isinstance(tree, Mapping):
        for key, value in sorted(tree.items(), key=lambda pair: pair[0] != "roll"):
            if key in _NAMING:
                yield from value if isinstance(value, list) else [str(value)]
            else:
                yield from _named(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from _named(item)


def _of_member(content: Content, code: str) -> Iterator[str]:
    for vote, roll in content.rolls.items():
        if code in roll.ballots:
            yield from _sources(content, f"votes/{vote}")
    for quote in content.quotes.values():
        if content.speakers[quote["speaker"]].get("speaks-for") == code:
            yield str(quote["anchor"]["source"])


def _of_explainer(content: Content, id: str) -> Iterator[str]:
    for key in mentioned(content, id):
        yield from _sources(content, key)
    for name in _strings(content, id):
        if name in content.sources:
            yield name


def mentioned(content: Content, explainer: str) -> list[str]:
    """Records with numbers or words of others that the strings of an explainer's expressions name, or a figure of one."""
    codes = {row["member"] for register in content.registers.values() for row in register}
    records = (("votes", content.votes), ("series", content.series), ("quotes", content.quotes))
    found: list[str] = []
    for name in _strings(content, explainer):
        subject = name.partition(".")[0]
        found += [f"{folder}/{subject}" for folder, known in records if subject in known]
        found += [f"members/{subject}"] if subject in codes and name != subject else []
    return list(dict.fromkeys(found))


def _strings(content: Content, explainer: str) -> list[str]:
    tokens = Environment().lex(content.texts[f"explainers/{explainer}.md"])
    return [str(ast.literal_eval(value)) for _, token, value in tokens if token == "string"]
