"""One role, one colour, in both themes.

The hues were found by a search for the largest minimum CAM02-UCS distance under normal, deutan, protan, tritan and grey
vision. Every role has a hex of its own, near-whites too, so that a reader of the picture can name the role from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """Light on white, dark on near-black."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Paint:
    """Fill and edge as hex (or None), edge width in pixels, dash lengths, opacity of the fill."""

    fill: str | None = None
    edge: str | None = None
    edge_width: float = 0.0
    dash: tuple[float, ...] = ()
    alpha: float = 1.0
    round: bool = False
    """Whether the line's ends and joins are round."""


GROUND = {Theme.LIGHT: "#ffffff", Theme.DARK: "#14181d"}

_LIGHT: dict[str, Paint] = {
    "yes": Paint("#24508a"),
    "no": Paint("#c4501b"),
    "abstain": Paint("#f3dc6b", "#8a6f12", 1.0),
    "present": Paint("#eef3ec", "#5f7a56", 1.0),
    "paired": Paint("#f0eef5", "#6f6790", 1.0),
    "excused": Paint("#f4f5f7", "#868c94", 1.0),
    "teller": Paint("#e9f0f7", "#4f6f93", 1.0),
    "absent": Paint("#fcfcfd", "#868c94", 1.0),
    "not-voting": Paint("#fdfefe", "#868c94", 1.0),
    "no-record": Paint("#f8f8f6", "#8d9197", 1.0, (2.0, 2.0)),
    "not-eligible": Paint("#f1f1f0", "#9a9ea4", 1.0, (1.0, 2.0)),
    "vacant": Paint("#fafaf9", "#b9bdc2", 1.0, (1.0, 2.0)),
    "ink": Paint("#1b1f24"),
    "muted": Paint("#5a626b"),
    "accent": Paint("#1f477b"),
    "alert": Paint("#b3460f"),
    "on-yes": Paint("#fffffe"),
    "on-no": Paint("#fefffe"),
    "on-abstain": Paint("#1b1f25"),
    "on-not-voting": Paint("#565e67"),
    "cue-yes": Paint(None, "#fffffe", 2.0, round=True),
    "cue-no": Paint(None, "#fefffe", 2.0, round=True),
    "cue-no-fine": Paint(None, "#fefefd", 1.2, round=True),
    "cue-abstain": Paint(None, "#1b1f25", 2.0, round=True),
    "edge-abstain": Paint("#8a6f12"),
    "edge-not-voting": Paint("#868c94"),
    "tick": Paint("#1b1f24"),
    "rule": Paint("#d9dde2"),
    "leader": Paint(None, "#9aa1a9", 1.0),
    "table": Paint(None, "#d8dce1", 12.0),
    "ring": Paint(None, "#1b1f24", 1.5),
    "gap": Paint("#ffffff"),
    "line-1": Paint(None, "#24508a", 2.5, round=True),
    "line-2": Paint(None, "#c4501b", 2.5, round=True),
    "line-3": Paint(None, "#6b737c", 1.75, round=True),
    "line-4": Paint(None, "#9199a2", 1.75, round=True),
    "flow-yes": Paint("#24508a", alpha=0.28),
    "flow-no": Paint("#c4501b", alpha=0.55),
    "flow-abstain": Paint("#f3dc6b", alpha=0.6),
    "flow-other": Paint("#868c94", alpha=0.45),
    "stay-yes": Paint("#d6dfea"),
    "stay-no": Paint("#f5ddd1"),
    "stay-abstain": Paint("#fdf6dc"),
    "stay-other": Paint("#ebedee"),
}

_DARK: dict[str, Paint] = {
    "yes": Paint("#4fb6f5"),
    "no": Paint("#e2622f"),
    "abstain": Paint("#f6ecaa", "#d9c45f", 1.0),
    "present": Paint("#1c2a22", "#8fb083", 1.0),
    "paired": Paint("#262238", "#a79cd0", 1.0),
    "excused": Paint("#1e232a", "#8b929b", 1.0),
    "teller": Paint("#1a2838", "#86a9cf", 1.0),
    "absent": Paint("#171b20", "#8b929b", 1.0),
    "not-voting": Paint("#161a20", "#8b929b", 1.0),
    "no-record": Paint("#1d2025", "#8b929b", 1.0, (2.0, 2.0)),
    "not-eligible": Paint("#22262b", "#6f767f", 1.0, (1.0, 2.0)),
    "vacant": Paint("#191d22", "#5c636b", 1.0, (1.0, 2.0)),
    "ink": Paint("#eef1f4"),
    "muted": Paint("#a3abb5"),
    "accent": Paint("#7cc8f8"),
    "alert": Paint("#f08a5d"),
    "on-yes": Paint("#0e1319"),
    "on-no": Paint("#0d1319"),
    "on-abstain": Paint("#0e1219"),
    "on-not-voting": Paint("#a2abb5"),
    "cue-yes": Paint(None, "#0e1319", 2.0, round=True),
    "cue-no": Paint(None, "#0d1319", 2.0, round=True),
    "cue-no-fine": Paint(None, "#0d131a", 1.2, round=True),
    "cue-abstain": Paint(None, "#0e1219", 2.0, round=True),
    "edge-abstain": Paint("#d9c45f"),
    "edge-not-voting": Paint("#8b929b"),
    "tick": Paint("#eef1f4"),
    "rule": Paint("#333a42"),
    "leader": Paint(None, "#6d757e", 1.0),
    "table": Paint(None, "#343b43", 12.0),
    "ring": Paint(None, "#eef1f4", 1.5),
    "gap": Paint("#14181d"),
    "line-1": Paint(None, "#4fb6f5", 2.5, round=True),
    "line-2": Paint(None, "#e2622f", 2.5, round=True),
    "line-3": Paint(None, "#a3abb5", 1.75, round=True),
    "line-4": Paint(None, "#7d858e", 1.75, round=True),
    "flow-yes": Paint("#4fb6f5", alpha=0.3),
    "flow-no": Paint("#e2622f", alpha=0.6),
    "flow-abstain": Paint("#f6ecaa", alpha=0.5),
    "flow-other": Paint("#8b929b", alpha=0.45),
    "stay-yes": Paint("#1c3547"),
    "stay-no": Paint("#40271e"),
    "stay-abstain": Paint("#3a3a30"),
    "stay-other": Paint("#272d34"),
}

PAINTS: dict[Theme, dict[str, Paint]] = {Theme.LIGHT: _LIGHT, Theme.DARK: _DARK}
ROLES: tuple[str, ...] = tuple(_LIGHT)


def text_role_on(role: str) -> str:
    """The role of text or of a cue drawn on a mark of this role, so that it can be read."""
    return f"on-{role}" if f"on-{role}" in _LIGHT else "on-not-voting"


def cue_role_on(role: str) -> str:
    """The role of a line drawn on a mark of this role."""
    return f"cue-{role}" if f"cue-{role}" in _LIGHT else "leader"
