"""Content files to the model: which folder holds which records, and in which order they are read and linked."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from tellers.formats.text import decode
from tellers.formats.yaml import Tree, read_yaml
from tellers.model import (
    Archive,
    Body,
    Content,
    Correction,
    Discrepancy,
    Explainer,
    Gap,
    Pin,
    Quote,
    Redirect,
    Series,
    Site,
    Source,
    Speaker,
    Vote,
)
from tellers.problems import Place, Problem, Problems
from tellers.records.addresses import LEDGER, read_addresses
from tellers.records.archives import check_dumps, is_dump
from tellers.records.checks import check_links
from tellers.records.explainers import read_explainer
from tellers.records.fit import fit, fit_value, one_of
from tellers.records.pins import is_picture, read_pins
from tellers.records.registers import Register, read_registers
from tellers.records.rolls import Rolls, read_rolls
from tellers.records.snapshots import is_snapshot, read_snapshots
from tellers.records.translations import is_translation, read_translations

Kind = TypeVar("Kind", bound=BaseModel)
ROOT = "content/"
_FOLDERS: dict[str, type[Any]] = {
    "bodies": Body,
    "votes": Vote,
    "speakers": Speaker,
    "quotes": Quote,
    "sources": Source,
    "series": Series,
    "archives": Archive,
}
_LISTS: dict[str, type[Any]] = {
    "discrepancies.yml": Discrepancy,
    "corrections.yml": Correction,
    "gaps.yml": Gap,
    "redirects.yml": Redirect,
    "pinned.yml": Pin,
}
_ID = re.compile(r"[a-z0-9_][a-z0-9_-]*(/[a-z0-9_][a-z0-9_-]*)*")
MAX_PART, MAX_ID = 80, 120
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
"""Where two pages would have one address, and files that some systems cannot have."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the content when nothing is wrong, all problems in order, and every record's place."""

    content: Content | None
    problems: list[Problem]
    trees: Mapping[str, Tree] = field(default_factory=dict)
    partial: Content | None = None
    """What could be read, also where there are problems: never to be published."""


def read_content(files: Mapping[str, bytes]) -> Reading:
    """The content in these files, keyed by path from the site's folder: `content/votes/un-ga/es-11_7.yml`.

    All problems of all files are found in one run; the content is None as long as there is one.
    """
    problems = Problems()
    texts = _texts(files, problems)
    _check_ids(files, problems)
    trees = {
        path: tree for path, text in texts.items() if path.endswith(".yml") and (tree := read_yaml(text, path, problems))
    }
    found = {folder: _records(folder, kind, trees, problems) for folder, kind in _FOLDERS.items()}
    lists = {name: _list(name, kind, trees, problems) for name, kind in _LISTS.items()}
    site = _site(trees, texts, problems)
    register = read_registers(files.keys(), texts, trees, problems)
    votes: dict[str, Any] = found["votes"]
    rolls = read_rolls(votes, files.keys(), texts, trees, found["bodies"], register, problems)
    explainers = _explainers(texts, problems)
    content = Content(
        site=site or Site(name="?", tagline="?", address="https://example.org/", publisher="?", licence="?"),
        bodies=found["bodies"],
        registers=register.members,
        groups=register.groups,
        memberships=register.memberships,
        votes=votes,
        rolls=rolls.rolls,
        speakers=found["speakers"],
        quotes=found["quotes"],
        sources=found["sources"],
        snapshots=read_snapshots(files, found["sources"], trees, problems),
        series=found["series"],
        discrepancies=tuple(lists["discrepancies.yml"]),
        corrections=tuple(lists["corrections.yml"]),
        gaps=tuple(lists["gaps.yml"]),
        redirects=tuple(lists["redirects.yml"]),
        addresses=read_addresses(texts, problems),
        pins=tuple(lists["pinned.yml"]),
        pictures=read_pins(lists["pinned.yml"], files, trees, problems),
        explainers=explainers,
        translations=read_translations(files, site, trees, problems),
        archives=found["archives"],
        digests=_digests(trees, texts, register, rolls),
    )
    check_links(content, trees, problems, _unread(files, content, lists, trees, register))
    check_dumps(content.archives, files, trees, problems)
    _check_strays(files.keys(), texts, trees, rolls, problems)
    return Reading(None if problems else content, problems.in_order(), trees, content)


def place_of(trees: Mapping[str, Tree], folder: str, id: str, *key: str | int) -> Place:
    """Where a record's field stands."""
    path = f"{ROOT}{folder}/{id}.yml"
    return trees[path].place(key) if path in trees else Place(path)


def _texts(files: Mapping[str, bytes], problems: Problems) -> dict[str, str]:
    readable = (path for path in sorted(files) if path.startswith(ROOT) and path.endswith((".yml", ".csv", ".md")))
    wanted = (path for path in readable if not is_dump(path))
    return {path: text for path in wanted if (text := decode(files[path], path, problems)) is not None}


def _records(folder: str, kind: type[Kind], trees: Mapping[str, Tree], problems: Problems) -> dict[str, Kind]:
    start = f"{ROOT}{folder}/"
    found: dict[str, Kind] = {}
    for path in (path for path in trees if path.startswith(start)):
        id = path.removeprefix(start).removesuffix(".yml")
        record = fit(trees[path], kind, problems, id=id)
        if record is not None:
            found[id] = record
    return dict(sorted(found.items()))


def _list(name: str, kind: type[Kind], trees: Mapping[str, Tree], problems: Problems) -> list[Kind]:
    tree = trees.get(ROOT + name)
    if tree is None:
        return []
    if not isinstance(tree.value, list):
        problems.add(tree.place(()), "file", "holds no list", "write one `- ` entry after the other, or []")
        return []
    rows = [fit_value(row, (i,), tree, kind, problems) for i, row in enumerate(tree.value)]
    return [row for row in rows if row is not None]


def _site(trees: Mapping[str, Tree], texts: Mapping[str, str], problems: Problems) -> Site | None:
    path = ROOT + "site.yml"
    if path in trees:
        return fit(trees[path], Site, problems)
    if path not in texts:
        problems.add(
            Place(path), "file", "is missing", "write the site's name, tagline, address, publisher and licence in it"
        )
    return None


def _explainers(texts: Mapping[str, str], problems: Problems) -> dict[str, Explainer]:
    start = f"{ROOT}explainers/"
    found = [
        read_explainer(path, texts[path], problems) for path in texts if path.startswith(start) and path.endswith(".md")
    ]
    return {explainer.id: explainer for explainer in found if explainer is not None}


def _check_ids(files: Mapping[str, bytes], problems: Problems) -> None:
    """Every path is an id, no two paths differ in case alone, and nothing has an ending that is never read."""
    seen: dict[str, str] = {}
    for path in sorted(files):
        if not path.startswith(ROOT) or is_dump(path):
            continue
        stem, ending = path.removeprefix(ROOT), PurePosixPath(path).suffix
        stem = stem.removesuffix(ending)
        folded = stem.casefold() + ending.casefold()
        if ending not in (".yml", ".csv", ".md") and not _is_other(path):
            problems.add(
                Place(path), "file", f'ending "{ending}" is never read', "use .yml, .csv or .md, or remove the file"
            )
        elif wrong := _no_id(stem):
            problems.add(Place(path), "id", f'"{stem[:80]}" {wrong[0]}', wrong[1])
        if folded in seen:
            problems.add(Place(path), "id", f"differs from {seen[folded]} in case alone", "rename one of the two")
        seen.setdefault(folded, path)


def _is_other(path: str) -> bool:
    return is_snapshot(path) or is_picture(path) or is_translation(path)


def _no_id(stem: str) -> tuple[str, str] | None:
    """What is wrong with a path as an id, and what to do; None when it can be a folder and an address anywhere."""
    plain = stem.removesuffix(".groups") if stem.startswith("members/") else stem
    parts = plain.split("/")
    if not _ID.fullmatch(plain):
        return "is no id", "name files with a-z, 0-9, - and _ only, and no - first"
    if len(plain) > MAX_ID or max(map(len, parts)) > MAX_PART:
        return f"is too long ({len(plain)} characters)", f"use at most {MAX_PART} for a name, {MAX_ID} with its folders"
    if taken := sorted(_RESERVED.intersection(parts[1:])):
        return f'has the name "{taken[0]}"', "choose another: lists of the site or devices of some systems are called so"
    return None


def _check_strays(
    paths: Collection[str], texts: Mapping[str, str], trees: Mapping[str, Tree], rolls: Rolls, problems: Problems
) -> None:
    """A file that no record names and no folder explains would silently not be published."""
    named = rolls.read | _rolls_of_unread(paths, trees)
    for path in texts:
        folder, ending = path.removeprefix(ROOT).split("/")[0], PurePosixPath(path).suffix
        if folder == "votes" and ending == ".csv":
            if path not in named:
                problems.add(
                    Place(path), "file", "no vote names this roll", "name it in a vote's `roll: file`, or remove it"
                )
        elif folder == "members" and ending in (".csv", ".yml"):
            _check_stray_register(path, paths, problems)
        elif not _is_read(path, folder, ending):
            problems.add(Place(path), "file", "stands where it is never read", f"{_where_it_belongs(ending)}, or remove it")


def _rolls_of_unread(paths: Collection[str], trees: Mapping[str, Tree]) -> frozenset[str]:
    """Paths of rolls that are named by a vote with problems of its own, or stand beside one that is no YAML."""
    out: set[str] = set()
    for path in (path for path in paths if path.startswith(f"{ROOT}votes/") and path.endswith(".yml")):
        value = trees[path].value if path in trees else None
        roll = value.get("roll") if isinstance(value, dict) else None
        name = roll.get("file") if isinstance(roll, dict) else f"{PurePosixPath(path).stem}.csv"
        out.add(str(PurePosixPath(path).parent / str(name)))
    return frozenset(out)


def _check_stray_register(path: str, paths: Collection[str], problems: Problems) -> None:
    stem, _, ending = path.partition(".")
    if ending not in ("csv", "groups.csv", "groups.yml"):
        do = "name it <register>.csv, <register>.groups.yml or <register>.groups.csv, or remove it"
        problems.add(Place(path), "file", "is no part of a register", do)
    elif f"{stem}.csv" not in paths:
        problems.add(Place(path), "file", f"there is no {stem}.csv", "write the register that these groups belong to")


def _is_read(path: str, folder: str, ending: str) -> bool:
    if path in {ROOT + name for name in (*_LISTS, "site.yml", LEDGER)}:
        return True
    return (folder in _FOLDERS and ending == ".yml") or (folder == "explainers" and ending == ".md")


def _where_it_belongs(ending: str) -> str:
    return {
        ".md": "move it to content/explainers/",
        ".csv": "move it to content/members/ or beside its vote",
        ".yml": f"move it to {one_of([f'content/{folder}/' for folder in _FOLDERS])}",
    }[ending]


def _unread(
    files: Mapping[str, bytes], content: Content, lists: Mapping[str, list[Any]], trees: Mapping[str, Tree],
    register: Register,
) -> frozenset[str]:  # fmt: skip
    """Keys of records whose file exists but could not be read: nobody should be told that they are unknown."""
    keys: set[str] = {f"members/{id}" for id in register.unread} | {f"groups/{id}" for id in register.unread_groups}
    for path in files:
        folder, _, name = path.removeprefix(ROOT).partition("/")
        id, _, ending = name.rpartition(".")
        known = {**dict.fromkeys(_FOLDERS, "yml"), "explainers": "md"}
        if path.startswith(ROOT) and known.get(folder) == ending and id not in getattr(content, folder):
            keys.add(f"{folder}/{id}")
    for name, rows in lists.items():
        path = ROOT + name
        wanted = trees[path].value if path in trees else None
        if path in files and (not isinstance(wanted, list) or len(wanted) != len(rows)):
            keys.add(name.removesuffix(".yml"))
    return frozenset(keys)


def _digests(trees: Mapping[str, Tree], texts: Mapping[str, str], register: Register, rolls: Rolls) -> dict[str, str]:
    """The digest of each record: SHA-256 of its canonical JSON (NFC, sorted keys, no spaces).

    In a vote, the roll's file name is replaced by the digest of the ballots in it.
    """
    out: dict[str, str] = {}
    for path, tree in trees.items():
        key = path.removeprefix(ROOT).removesuffix(".yml")
        value = tree.value
        roll = rolls.rolls.get(key.removeprefix("votes/"))
        if roll is not None and isinstance(value, dict):
            value = {**value, "roll": {**value["roll"], "file": roll.digest()}}
        out[key] = record_digest(value)
    for name in register.members:
        parts = [f"{ROOT}members/{name}{ending}" for ending in (".csv", ".groups.csv", ".groups.yml")]
        out[f"members/{name}"] = record_digest([texts.get(part, "") for part in parts])
    for path, text in texts.items():
        if path.startswith(f"{ROOT}explainers/"):
            out[path.removeprefix(ROOT).removesuffix(".md")] = record_digest(text)
    return dict(sorted(out.items()))


def record_digest(value: Any) -> str:
    """`sha256:` of the value's canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
