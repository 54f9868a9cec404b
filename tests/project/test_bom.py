"""The bill of materials lists exactly what the lock pins."""

from __future__ import annotations

import json
import re
from pathlib import Path

import dev

LOCK = (Path(__file__).resolve().parents[2] / "requirements.lock").read_text(encoding="utf-8")


def test_every_pinned_file_is_in_the_bill_of_materials() -> None:
    said = json.loads(dev.bill_of_materials(LOCK))
    assert (said["bomFormat"], said["specVersion"]) == ("CycloneDX", "1.6")
    pinned = re.findall(r"^([\w.-]+)==([\w.+!-]+)", LOCK, re.MULTILINE)
    assert [(one["name"], one["version"]) for one in said["components"]] == pinned
    listed = sorted(row["content"] for one in said["components"] for row in one["hashes"])
    assert listed == sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", LOCK))


def test_it_says_what_needs_what() -> None:
    lock = "a==1 \\\n    # via tellers (pyproject.toml)\nb-c==2.0 ; python_version < '4' \\\n    # via\n    #   a\n"
    said = json.loads(dev.bill_of_materials(lock))
    assert said["dependencies"] == [
        {"ref": "tellers", "dependsOn": ["pkg:pypi/a@1"]},
        {"ref": "pkg:pypi/a@1", "dependsOn": ["pkg:pypi/b-c@2.0"]},
        {"ref": "pkg:pypi/b-c@2.0", "dependsOn": []},
    ]


def test_it_names_no_host() -> None:
    assert "://" not in dev.bill_of_materials(LOCK)
