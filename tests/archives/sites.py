"""Sites with an archive and hardly anything else: the small cut of a dump, or files of a dump that a test names."""

from __future__ import annotations

import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CUT = Path(__file__).with_name("site")
"""The archive: 27 roll calls of the package unvotes with all their ballots, rows as they are in the package."""
_TAKEN = ("bodies", "members", "sources", "site.yml")
_ABOUT_OTHER_RECORDS = ("lead:", "compare:", "  ")


def archive_site(folder: Path) -> Path:
    """A site in this folder with the bodies, members and sources of this repository, and the cut as its archive."""
    (folder / "content").mkdir(parents=True)
    for name in _TAKEN:
        source = REPOSITORY / "content" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / "content" / name)
    shutil.copytree(CUT, folder / "content", dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    about = folder / "content" / "site.yml"
    lines = about.read_text("utf-8").splitlines(keepends=True)
    about.write_text("".join(line for line in lines if not line.startswith(_ABOUT_OTHER_RECORDS)), "utf-8")
    return folder
