"""JSON Schemas of content files, for editors' completion and as the public data dictionary."""

from __future__ import annotations

import json

from pydantic import BaseModel, TypeAdapter

from tellers.model.address import Redirect
from tellers.model.archive import Archive
from tellers.model.body import Body
from tellers.model.content import Gap, Group, Site
from tellers.model.pin import Pin
from tellers.model.quote import Quote, Speaker
from tellers.model.series import Correction, Discrepancy, Series
from tellers.model.source import Source
from tellers.model.vote import Vote

ONE: dict[str, type[BaseModel]] = {
    "body": Body,
    "vote": Vote,
    "speaker": Speaker,
    "quote": Quote,
    "source": Source,
    "series": Series,
    "archive": Archive,
    "site": Site,
}
MANY: dict[str, type[BaseModel]] = {
    "discrepancies": Discrepancy,
    "corrections": Correction,
    "gaps": Gap,
    "redirects": Redirect,
    "pinned": Pin,
    "groups": Group,
}


def all_schemas() -> dict[str, str]:
    """The schema of each kind of file as JSON text, by name. A record's id is its file's name and is not written."""
    found = {name: _without_id(kind.model_json_schema()) for name, kind in ONE.items()}
    found |= {name: TypeAdapter(list[kind]).json_schema() for name, kind in MANY.items()}  # type: ignore[valid-type]
    return {name: json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n" for name, schema in found.items()}


def _without_id(schema: dict[str, object]) -> dict[str, object]:
    properties, required = schema["properties"], schema.get("required", [])
    if not isinstance(properties, dict) or not isinstance(required, list):
        raise TypeError("not the schema of a record")
    schema["properties"] = {name: value for name, value in properties.items() if name != "id"}
    schema["required"] = [name for name in required if name != "id"]
    return schema
