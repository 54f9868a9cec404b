"""The published positions of a decade, read from its table: each within its rounding of what the reader works out.

What pages and figures say of positions is then compared with this table, letter for letter.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tellers.verify.decade import Decade, Published
from tellers.verify.positions import NEAR, Placed, placed
from tellers.verify.report import Findings

Whole = NDArray[np.int64]
COLUMNS = ("first", "first-error", "second", "second-error")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]{3}")


def check_places(file: Path, path: str, decade: Decade, anchor: str | None, findings: Findings) -> None:
    """Every place and error, and which way the axes are turned; `decade.published` is then what pages have to say."""
    true, said = placed(decade), _read(file)
    members = true.members if true is not None else []
    decade.published = None
    if not findings.compare("statistics", path, "members with a place", sorted(said), members) or true is None:
        return
    axes = len(true.shown)
    for code in members:
        wanted = [bool(cell) for cell in said[code]] == [True] * (2 * axes) + [False] * (4 - 2 * axes)
        if not wanted or not all(_NUMBER.fullmatch(cell) for cell in said[code] if cell):
            findings.differs(path, f"place of {code}", said[code], f"numbers with three digits on {axes} axes")
            return
    numbers = {code: [round(float(cell) * 1000) for cell in said[code] if cell] for code in members}
    at = np.array([[numbers[code][2 * axis] for axis in range(axes)] for code in members])
    _check_numbers(at, numbers, true, path, findings)
    _check_sides(at, true, anchor, path, findings)
    pairs = {code: [(row[2 * axis], row[2 * axis + 1]) for axis in range(axes)] for code, row in numbers.items()}
    decade.published = Published(pairs, true.shown, true.parts)


def _read(file: Path) -> dict[str, list[str]]:
    """The four cells of every member that has one of them."""
    try:
        rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}
    found = {row.get("member") or "": [row.get(column) or "" for column in COLUMNS] for row in rows}
    return {code: cells for code, cells in found.items() if any(cells)}


def _check_numbers(at: Whole, numbers: dict[str, list[int]], true: Placed, path: str, findings: Findings) -> None:
    """Whichever way an axis is turned, every place on it and every error is the one that is worked out."""
    turned = true.at * np.where((true.at * at).sum(axis=0) < 0, -1, 1)
    for row, code in enumerate(true.members):
        for axis in range(at.shape[1]):
            name, error = COLUMNS[2 * axis : 2 * axis + 2]
            _check_near(int(at[row, axis]), turned[row, axis], f"{name} of {code}", path, findings)
            _check_near(numbers[code][2 * axis + 1], true.error[row, axis], f"{error} of {code}", path, findings)


def _check_near(said: int, wanted: float, name: str, path: str, findings: Findings) -> None:
    findings.count("statistics")
    if abs(said - wanted) > NEAR:
        findings.differs(path, name, f"{said / 1000:.3f}", f"{wanted / 1000:.4f}")


def _check_sides(at: Whole, true: Placed, anchor: str | None, path: str, findings: Findings) -> None:
    """The anchor lies on the positive side of the first axis; on others the member that lies farthest out does."""
    for axis, column in enumerate(COLUMNS[::2][: at.shape[1]]):
        if axis == 0 and anchor in true.members:
            side = at[true.members.index(anchor), axis] >= 0
        else:
            side = at[:, axis].max() >= -at[:, axis].min() - 2 * NEAR
        findings.compare("statistics", path, f"side of the {column} axis", bool(side), True)
