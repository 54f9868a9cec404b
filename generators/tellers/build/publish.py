"""A whole build: plain files, the site beside the old one, verified, then swapped in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from tellers import __version__
from tellers.build.generate import generate, quiet
from tellers.build.pictures import Progress
from tellers.files import releases, resources
from tellers.files.read import read_content_files
from tellers.files.write import write_bytes
from tellers.manifest import site as manifest_
from tellers.problems import EnvironmentFault, Refused
from tellers.site.mkdocs import build_site
from tellers.verify import Report, verify_site


@dataclass(frozen=True, slots=True)
class Built:
    """The published release, whether it is new, and what was counted in it."""

    release: Path
    new: bool
    pages: int
    figures: int
    checked: int


def build(site: Path, progress: Progress = quiet, workers: int | None = None, force: bool = False) -> Built:
    """Build the site in this folder and publish it at `build/site`; the old one stays until the new one is whole.

    Raises Refused when content or output is wrong, EnvironmentFault when the machine is in the way.
    """
    folder = site / "build"
    with releases.locked(folder):
        key = inputs_digest(site)
        stamp = folder / "stamp.json"
        if not force and (built := _unchanged(folder, stamp, key)) is not None:
            return built
        generated = generate(site, progress, workers)
        with releases.staging(folder) as staged:
            progress("site", 0, 1)
            build_site(site, generated.docs, staged, generated.framed)
            progress("site", 1, 1)
            report = verify_site(staged, site, progress)
            if report.problems:
                raise Refused(report.problems)
            _describe(staged, report)
            release = releases.swap_in(folder, staged)
        built = Built(release, True, generated.pages, generated.figures, report.checked)
        stated = {
            "key": key,
            "release": release.name,
            "pages": built.pages,
            "figures": built.figures,
            "checked": built.checked,
        }
        write_bytes(stamp, json.dumps(stated, sort_keys=True).encode())
        return built


def _describe(staged: Path, report: Report) -> None:
    """Write beside the site what was found in it, and the list of all its files."""
    write_bytes(staged / manifest_.VERIFICATION, report.as_json(releases.digest_of(staged)).encode())
    write_bytes(staged / manifest_.PATH, manifest_.dump(manifest_.manifest_of(releases.listed_in(staged))))


def inputs_digest(site: Path) -> str:
    """The digest of everything a build reads: content, settings, our code, templates, styles and fonts."""
    total = hashlib.sha256(__version__.encode())
    for path, data in read_content_files(site).items():
        total.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    settings = site / "mkdocs.yml"
    if not settings.is_file():
        raise EnvironmentFault(f"no mkdocs.yml in {site}; run this in a site's folder, or start one with `tellers new`")
    for root in (settings, resources.package(), resources.overrides()):
        found = [root] if root.is_file() else sorted(root.rglob("*"))
        for file in found:
            if file.is_file() and file.suffix != ".pyc":
                total.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _unchanged(folder: Path, stamp: Path, key: str) -> Built | None:
    """What is published already, when nothing that a build reads has changed since and it is whole."""
    release = releases.current(folder)
    if release is None or not stamp.is_file():
        return None
    try:
        said = json.loads(stamp.read_bytes())
        stated = said["key"], said["release"]
        built = Built(release, False, int(said["pages"]), int(said["figures"]), int(said["checked"]))
    except (ValueError, KeyError, TypeError, RecursionError):  # a damaged stamp costs a build, nothing else
        return None
    return built if stated == (key, release.name) and releases.is_whole(release) else None
