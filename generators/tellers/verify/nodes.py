"""Content files as the reader sees them: text, YAML as plain strings, CSV as rows. Nothing is converted here."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tellers.problems import EnvironmentFault

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Tree = dict[str, Any] | list[Any] | str | None


def texts_below(folder: Path) -> dict[str, str]:
    """Every content file's text by its path below the folder, composed (NFC) and with LF."""
    if not folder.is_dir():
        raise EnvironmentFault(f"no folder {folder} to read the records from")
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in (".yml", ".csv", ".md") and path.is_file())
    return {path.relative_to(folder).as_posix(): text_of(path) for path in found}


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Stored copies of sources, and translations, by their path below `content/`, as they are."""
    found = sorted([*(folder / "snapshots").rglob("*.txt"), *(folder / "languages").glob("*.po")])
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def files_below(folder: Path) -> Iterator[str]:
    """Every file by its path below the folder; not what a place of publication keeps out of sight in `.tellers/`."""
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".tellers"]
        start = Path(path).relative_to(folder).as_posix()
        for name in names:
            yield name if start == "." else f"{start}/{name}"


def text_of(path: Path) -> str:
    """The text of a file; raises EnvironmentFault where it cannot be read as UTF-8."""
    try:
        raw = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise EnvironmentFault(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise EnvironmentFault(f"cannot read {path}: byte {error.start} is not UTF-8") from error
    plain = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain)


def tree_of(text: str, path: str) -> Tree:
    """The YAML document as strings, lists and dicts; an empty plain scalar is None."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise EnvironmentFault(f"cannot read {path}: not YAML ({str(error).splitlines()[0]})") from error
    return _plain(node)


def _plain(node: yaml.Node | None) -> Tree:
    if node is None:
        return None
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    written = str(node.value)
    return None if written in {"", "~"} and getattr(node, "style", None) is None else written


def rows_of(text: str) -> list[dict[str, str]]:
    """The lines of a CSV by the names in its first line."""
    lines = list(csv.reader(io.StringIO(text, newline="")))
    return [dict(zip(lines[0], cells, strict=False)) for cells in lines[1:] if cells] if lines else []


def digest_of(tree: object) -> str:
    """`sha256:` of the canonical JSON of a tree: sorted keys, no spaces."""
    canonical = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
