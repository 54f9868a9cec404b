"""A whole build: plain files, the site beside the old one, verified, then swapped in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from tellers import __version__
from tellers.build.generate import Generated, generate, quiet
from tellers.build.languages import folder_of
from tellers.build.pictures import Progress
from tellers.build.standing import forget
from tellers.build.translated import script_words
from tellers.build.why import SEEN, Why, packed, seen, why
from tellers.files import releases, resources
from tellers.files.cache import Cache
from tellers.files.limits import collecting_seldom, require_memory
from tellers.files.read import read_content_files
from tellers.files.write import write_bytes
from tellers.manifest import site as manifest_
from tellers.problems import EnvironmentFault, Refused
from tellers.site.framing import Placed
from tellers.site.languages import Spoken
from tellers.site.mkdocs import build_language, build_site
from tellers.verify import Kept, Report, verify_site

PLACED = "pages in their frames"
"""Under which key the cache holds what the framed pages of the last release were put together from."""
VERIFIED = "what was read back"
"""Under which key the cache holds what the reader found in the last release."""


@dataclass(frozen=True, slots=True)
class Built:
    """The published release, whether it is new, and what was counted in it."""

    release: Path
    new: bool
    pages: int
    figures: int
    checked: int
    why: Why = Why()
    """What was made and read again, and because of what."""


def build(
    site: Path, progress: Progress = quiet, workers: int | None = None, force: bool = False, cluster: str = ""
) -> Built:
    """Build the site in this folder and publish it at `build/site`; the old one stays until the new one is whole.

    `cluster` is the address of a Dask cluster that draws and makes pages in place of processes of this machine. Raises
    Refused when content or output is wrong, EnvironmentFault when the machine is in the way.
    """
    require_memory()
    folder = site / "build"
    with releases.locked(folder), collecting_seldom():
        key = inputs_digest(site)
        stamp = folder / "stamp.json"
        if not force and (built := _unchanged(folder, stamp, key)) is not None:
            return built
        generated = generate(site, progress, workers, cluster=cluster)
        with releases.staging(folder) as staged:
            progress("site", 0, 1)
            store = Cache(folder / "cache")
            placed = build_site(site, generated.docs, staged, generated.framed, _placed(folder, store))
            add_languages(site, generated, staged)
            progress("site", 1, 1)
            kept = Kept(store.get(VERIFIED) or b"")
            report = verify_site(staged, site, progress, kept=kept)
            if report.problems:
                forget(store, generated.content.archived)
                raise Refused(report.problems)
            store.put(VERIFIED, kept.dump())
            now = seen(generated.content)
            reasons = why(store.get(SEEN), now, generated, kept)
            store.put(SEEN, packed(now))
            release = releases.swap_in(folder, staged, _describe(staged, report))
            store.put(PLACED, json.dumps([release.name, placed.pages], separators=(",", ":")).encode())
        built = Built(release, True, generated.pages, generated.figures, report.checked, reasons)
        stated = {
            "key": key,
            "release": release.name,
            "pages": built.pages,
            "figures": built.figures,
            "checked": built.checked,
        }
        write_bytes(stamp, json.dumps(stated, sort_keys=True).encode())
        return built


def _placed(folder: Path, store: Cache) -> Placed | None:
    """The pages of archives in the published site, where it is known what they were put together from."""
    release, raw = releases.current(folder), store.get(PLACED)
    if release is None or raw is None:
        return None
    name, pages = json.loads(raw)
    return Placed(release, {path: (key, digest) for path, (key, digest) in pages.items()}) if name == release.name else None


def add_languages(site: Path, generated: Generated, staged: Path) -> None:
    """Build the pages of each further language into the staged site."""
    for edition in generated.languages:
        spoken = Spoken(edition.language, edition.word, script_words(edition.words))
        build_language(site, folder_of(generated.docs, edition.language), staged, spoken)


def _describe(staged: Path, report: Report) -> str:
    """Write beside the site what was found in it, and the list of all its files; returns the digest of the site."""
    files = releases.listed_in(staged)
    digest = manifest_.manifest_of(files).release
    said = report.as_json(digest).encode()
    write_bytes(staged / manifest_.VERIFICATION, said)
    manifest = manifest_.manifest_of({**files, manifest_.VERIFICATION: manifest_.listed(said)})
    write_bytes(staged / manifest_.PATH, manifest_.dump(manifest))
    return digest


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
