"""One page of a built archive, changed in a copy, and what the reader says to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tellers.verify.archive_pages import archived_pages, check_archived
from tellers.verify.archives import Archive
from tellers.verify.paints import SHEET, read_sheet
from tellers.verify.report import Findings
from tests.sabotage.tools import Edit

Hear = Callable[[str, Edit], list[str]]
"""The differences on the page at this path, when its bytes are changed so."""


def hearing(built: Path, archive: Archive, copy: Path) -> Hear:
    """A reader of the pages of this archive; changed ones lie in `copy`."""
    paints = read_sheet((built / SHEET).read_text("utf-8"), Findings())
    files = frozenset(path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file())
    pages = archived_pages(built, [archive], {}, paints, files)

    def said(path: str, edit: Edit) -> list[str]:
        shutil.copytree((built / path).parent, (copy / path).parent, dirs_exist_ok=True)
        (copy / path).write_bytes(edit((built / path).read_bytes()))
        findings, page = Findings(), pages[path]
        check_archived(path, replace(page, desk=replace(page.desk, built=copy)), findings)
        return [str(problem) for problem in findings.report().problems]

    return said
