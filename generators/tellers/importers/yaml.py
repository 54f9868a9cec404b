"""Records as the YAML that editors read: one field a line, quotation marks only where a plain word would be misread."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"[^\W_](?:[^\n#:]|:(?! |$)|(?<! )#)*", re.UNICODE)
_HIDDEN = re.compile(r"[^\x20-\x7e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_EDGES = re.compile(rf"^\s|[\s:]$|{_HIDDEN.pattern}")


def yaml_text(value: Any) -> str:
    """The value as a YAML document; scalars are written so that they are read back as the same strings."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Any, indent: str) -> list[str]:
    if isinstance(value, Mapping):
        return [line for name, part in value.items() for line in _field(f"{indent}{_scalar(name)}:", part, indent)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        out = []
        for part in value:
            first, *rest = _lines(part, indent + "  ")
            out += [f"{indent}- {first.removeprefix(indent + '  ')}", *rest]
        return out or [f"{indent}[]"]
    return [indent + _scalar(value)]


def _field(head: str, part: Any, indent: str) -> list[str]:
    if isinstance(part, Mapping | list | tuple):
        return [head, *_lines(part, indent + "  ")] if part else [f"{head} {'{}' if isinstance(part, Mapping) else '[]'}"]
    return [f"{head} {_scalar(part)}"]


def _scalar(value: Any) -> str:
    text = str(value)
    if _PLAIN.fullmatch(text) and not _EDGES.search(text):
        return text
    return json.dumps(text, ensure_ascii=bool(_HIDDEN.search(text)))
