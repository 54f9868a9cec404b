"""Imported records as the files of content/: a vote, its roll beside it, its source."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from tellers.formats.yaml import Tree
from tellers.importers.found import Origin
from tellers.importers.imported import Imported, read_through, source_of
from tellers.importers.saved import Saved
from tellers.importers.yaml import yaml_text
from tellers.model import Content, Record, Roll
from tellers.model.record import key

_REPLACED = ("date", "outcome", "stated", "roll", "sources", "known", "why")
"""What a source says of a vote; everything else was written by an editor and stays."""


def new_files(imported: Imported, ids: Collection[str], content: Content) -> dict[str, bytes]:
    """The files of these votes, and of their sources that the site does not have, by path from the site's folder."""
    files: dict[str, bytes] = {}
    for id in ids:
        vote = imported.votes[id]
        files[f"content/votes/{id}.yml"] = yaml_text(_written(vote)).encode()
        if id in imported.rolls:
            files[f"content/votes/{id}.csv"] = roll_csv(imported.rolls[id])
        for source in vote.sources:
            if source in imported.sources and source not in content.sources:
                files[f"content/sources/{source}.yml"] = yaml_text(_written(imported.sources[source])).encode()
    return files


def replaced_files(
    imported: Imported, ids: Collection[str], content: Content, trees: Mapping[str, Tree], day: date
) -> dict[str, bytes]:
    """The files of votes that the site has otherwise, with what editors wrote about them kept."""
    files = new_files(imported, ids, content)
    for id in ids:
        path = f"content/votes/{id}.yml"
        new, old = _written(imported.votes[id]), dict(trees[path].value)
        kept = {name: value for name, value in old.items() if name not in _REPLACED or name not in new}
        sources = list(dict.fromkeys([*new["sources"], *old.get("sources", [])]))
        replaced = {name: value for name, value in new.items() if name in _REPLACED}
        if new["outcome"] == "unknown":
            replaced["outcome"] = old["outcome"]
        merged = {**kept, **replaced, "sources": sources, "published": old["published"], "updated": day.isoformat()}
        files[path] = yaml_text({name: merged[name] for name in _order(old, merged)}).encode()
    return files


def source_file(origin: Origin, saved: Sequence[Saved], day: date) -> bytes:
    """The file of a source of which these files were read on that day."""
    return yaml_text(_written(source_of(origin, read_through(saved), day))).encode()


def roll_csv(roll: Roll) -> bytes:
    """The roll's file: a header, then a line a member; a third cell where the source adds something to a ballot."""
    if not roll.reasons:
        return ("member,option\n" + "".join(line + "\n" for line in roll.lines())).encode()
    lines = (f"{code},{option},{roll.reasons.get(code, '')}\n" for code, option in roll)
    return ("member,option,reason\n" + "".join(lines)).encode()


def _order(old: Mapping[str, Any], merged: Mapping[str, Any]) -> list[str]:
    """The fields in the order of the file that is replaced, new ones last."""
    return [*(name for name in old if name in merged), *(name for name in merged if name not in old)]


def _written(record: Record) -> dict[str, Any]:
    """The fields as content files have them, without the id and without what says nothing."""
    return {
        key(name): _value(getattr(record, name))
        for name, field in type(record).model_fields.items()
        if name != "id" and (field.is_required() or getattr(record, name) != field.get_default())
    }


def _value(value: Any) -> Any:
    if isinstance(value, Record):
        return _written(value)
    if isinstance(value, Mapping):
        return {_value(name): _value(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [_value(part) for part in value]
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value)
