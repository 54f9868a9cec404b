"""Digests: what pins a record to its data."""

from __future__ import annotations

import hashlib
import json

from tellers.model import Content
from tellers.records import read_content


def test_a_roll_digest_is_that_of_its_sorted_lines(tiny: Content, tiny_files: dict[str, bytes]) -> None:
    raw = tiny_files["content/votes/council/24_1.csv"]
    lines = b"BRU,yes\nHAY,yes\nLOW,yes\nNO,no\nOST,yes\n"
    assert raw == b"member,option\n" + lines
    assert tiny.votes["council/24_1"].roll is not None
    assert tiny.votes["council/24_1"].roll.digest == "sha256:" + hashlib.sha256(lines).hexdigest()


def test_a_record_digest_is_that_of_its_canonical_json(tiny: Content) -> None:
    """Scalars are the strings of the file; the roll's file is replaced by the digest of its ballots."""
    digest = tiny.rolls["council/25_1"].digest()
    written = {
        "body": "council", "symbol": "C/25/1", "title": "A watch on the bridge", "date": "2025-07-01", "outcome": "adopted",
        "majority": {"rule": "substantive", "source": "minutes-2025"}, "stated": {"yes": "3", "no": "1", "abstain": "1"},
        "roll": {"file": digest, "digest": digest, "source": "minutes-2025"}, "sources": ["minutes-2025"],
        "published": "2025-09-01", "note": "An abstention of a permanent member is no veto, and Onward has none.",
    }  # fmt: skip
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert tiny.digests["votes/council/25_1"] == "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def test_every_record_has_a_digest(tiny: Content) -> None:
    for folder in ("bodies", "votes", "speakers", "quotes", "sources", "series", "explainers"):
        assert {f"{folder}/{id}" for id in getattr(tiny, folder)} <= set(tiny.digests)
    assert {"members/towns", "discrepancies", "corrections", "gaps", "site"} <= set(tiny.digests)


def test_only_the_changed_record_gets_another_digest(tiny: Content, tiny_files: dict[str, bytes]) -> None:
    path = "content/sources/charter.yml"
    changed = read_content({**tiny_files, path: tiny_files[path].replace(b"(invented)", b"(made up)")}).content
    assert changed is not None
    assert {key for key in tiny.digests if tiny.digests[key] != changed.digests[key]} == {"sources/charter"}


def test_a_remark_changes_no_digest(tiny: Content, tiny_files: dict[str, bytes]) -> None:
    path = "content/sources/charter.yml"
    changed = read_content({**tiny_files, path: b"# seen again\n" + tiny_files[path]}).content
    assert changed is not None
    assert changed.digests == tiny.digests
