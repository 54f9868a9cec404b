"""A small round of every fault; `python -m tests.faults` makes large ones."""

from __future__ import annotations

from tests.faults import files
from tests.faults.broken import BYTES, CSV, MARKDOWN, NAMES, SIGNS, YAML

DEFECTS = len(BYTES) + len(CSV) + len(MARKDOWN) + len(NAMES) + len(SIGNS) + len(YAML)


def test_every_broken_content_file_is_refused_with_its_line_or_read_as_whole() -> None:
    row = files.run(DEFECTS, seed=3)
    assert [wrong for wrong in row.wrong if " s, " not in wrong] == []
