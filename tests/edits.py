"""Changes to a starter site, each made as an editor would make it: whole, and without a problem of its own."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def change_ballot(site: Path, vote: str, member: str, was: str, now: str) -> None:
    """Change one ballot, with the digest and the stated totals that go with it."""
    roll, record = site / "content/votes" / f"{vote}.csv", site / "content/votes" / f"{vote}.yml"
    text = roll.read_text()
    assert f"{member},{was}\n" in text
    roll.write_text(text.replace(f"{member},{was}\n", f"{member},{now}\n"))
    lines = sorted(roll.read_text().splitlines()[1:])
    digest = hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()
    said = re.sub(r"digest: sha256:[0-9a-f]{64}", f"digest: sha256:{digest}", record.read_text())
    for option, more in ((was, -1), (now, 1)):
        said = re.sub(rf"(?m)^(  {option}: )(\d+)$", lambda found, more=more: f"{found[1]}{int(found[2]) + more}", said)
    record.write_text(said)


def replace(site: Path, path: str, old: str, new: str) -> None:
    """Replace words of a file, which have to be there."""
    file = site / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def sign(site: Path, record: str, field: str, was: str, now: str) -> None:
    """Add a correction."""
    file = site / "content/corrections.yml"
    lines = [f"- record: {record}", f"  field: {field}", f'  was: "{was}"', f'  now: "{now}"']
    lines += ["  reason: The clerk misread a line.", "  signed: 2025-11-01"]
    file.write_text(file.read_text() + "\n".join(lines) + "\n")
