"""Sites with an archive and hardly anything else: the small cut of a dump, or files of a dump that a test names."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from tellers.build import generate
from tellers.site.mkdocs import build_site

REPOSITORY = Path(__file__).resolve().parents[2]
CUT = Path(__file__).with_name("site")
"""The archive: 27 roll calls of the package unvotes with all their ballots, rows as they are in the package."""
_TAKEN = ("bodies", "members", "sources", "site.yml")
_ABOUT_OTHER_RECORDS = ("lead:", "compare:", "  ", "languages:")


def built_from(site: Path) -> Path:
    """What is built from the site, beside it, without being read back."""
    generated, out = generate(site, workers=1), site.parent / "built"
    build_site(site, generated.docs, out, generated.framed)
    return out


def archive_site(folder: Path) -> Path:
    """A site in this folder with the bodies, members and sources of this repository, and the cut as its archive."""
    bare_site(folder)
    shutil.copytree(CUT, folder / "content", dirs_exist_ok=True)
    return folder


def bare_site(folder: Path) -> Path:
    """A site in this folder with the bodies, members and sources of this repository, and nothing else."""
    (folder / "content").mkdir(parents=True)
    for name in _TAKEN:
        source = REPOSITORY / "content" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / "content" / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    about = folder / "content" / "site.yml"
    lines = about.read_text("utf-8").splitlines(keepends=True)
    about.write_text("".join(line for line in lines if not line.startswith(_ABOUT_OTHER_RECORDS)), "utf-8")
    return folder


def describe(site: Path, id: str, form: str, body: str, files: Mapping[str, bytes], *more: str) -> None:
    """An archive of these files, with a source of its own."""
    folder = site / "content" / "archives"
    folder.mkdir(exist_ok=True)
    lines = [f"title: Votes of {id}", f"summary: What the files of {id} have.", f"body: {body}", f"format: {form}", "files:"]
    for name, data in files.items():
        (folder / name).write_bytes(data)
        lines.append(f'  - {{file: {name}, digest: "sha256:{hashlib.sha256(data).hexdigest()}"}}')
    lines += [f"source: {id}", "published: 2026-11-29", *more]
    (folder / f"{id}.yml").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    about = ["publisher: Publisher", f"title: Data of {id}", f"address: https://data.example/{id}", "read: 2026-11-28"]
    source = "".join(f"{line}\n" for line in [*about, "licence: CC0-1.0"])
    (site / "content" / "sources" / f"{id}.yml").write_text(source, "utf-8")


def change_dump(site: Path, name: str, was: str, now: str) -> None:
    """Change one line of a dump of the archive, where these words stand first, and renew its digest."""
    folder = site / "content" / "archives"
    file, about = folder / name, folder / "unvotes.yml"
    old = file.read_bytes()
    text = (gzip.decompress(old) if name.endswith(".gz") else old).decode()
    assert was in text, was
    changed = text.replace(was, now, 1).encode()
    new = gzip.compress(changed, mtime=0) if name.endswith(".gz") else changed
    file.write_bytes(new)
    was_, now_ = (hashlib.sha256(data).hexdigest() for data in (old, new))
    assert was_ in about.read_text("utf-8")
    about.write_text(about.read_text("utf-8").replace(was_, now_), "utf-8")
