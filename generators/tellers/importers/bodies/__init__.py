"""Bodies that come with formats: what a site needs beside a register before their votes can be imported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.resources import files

from tellers.formats.yaml import read_yaml
from tellers.importers.yaml import yaml_text
from tellers.problems import Problems


def body_file(id: str, groups: Sequence[str], day: date) -> bytes | None:
    """The file of a body whose register has its id; None where none of that id comes with the formats."""
    resource = files("tellers.importers.bodies").joinpath(f"{id}.yml")
    if not resource.is_file():
        return None
    tree = read_yaml(resource.read_text(encoding="utf-8"), f"{id}.yml", Problems())
    known = tree.value if tree is not None else {}
    placed = {"register": id, "seats": "register", **({"groups": sorted(groups)} if groups else {})}
    return yaml_text({**known, **placed, "published": day.isoformat()}).encode()
