"""How this version of the reader was tried: sabotages of a built site, and random edits that change its meaning.

The numbers are those of the last run of `python -m tests.sabotage.prove`, which writes them beside this module.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("proof.json")
KEYS = ("sabotages", "sabotages-caught", "edits", "edits-caught")


@cache
def proof() -> Mapping[str, int]:
    """How many sabotages and edits were tried, and how many were caught."""
    said = json.loads(FILE.read_text("utf-8"))
    return {key: int(said[key]) for key in KEYS}
