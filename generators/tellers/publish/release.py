"""The release that is to be published: whole, verified, and made from the content that is there now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tellers.build.publish import inputs_digest
from tellers.files import releases
from tellers.manifest import NotAManifest
from tellers.manifest import site as manifest_
from tellers.manifest.site import Listed, SiteManifest
from tellers.problems import EnvironmentFault, Place, Problem, Refused


@dataclass(frozen=True, slots=True)
class Release:
    """A finished site: its files by path, where each one's bytes are, and its digest."""

    digest: str
    """The first 16 hexadecimal digits, by which a release is called."""
    files: Mapping[str, Listed]
    folder: Path

    def read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()


def ready(site: Path) -> Release:
    """The current release of the site in this folder.

    Raises Refused where it was not verified, has differences, was changed since, or is not of this content.
    """
    folder = releases.current(site / "build")
    if folder is None:
        raise EnvironmentFault(f"no site in {site / 'build' / 'site'}; run `tellers build`")
    manifest, files = _manifest(folder), releases.listed_in(folder)
    problems = [*_altered(manifest, files), *_unverified(folder, manifest), *_stale(site)]
    if problems:
        raise Refused(problems)
    return Release(manifest.release[:16], files, folder)


def _manifest(folder: Path) -> SiteManifest:
    try:
        return manifest_.load((folder / manifest_.PATH).read_bytes())
    except (OSError, NotAManifest) as error:
        do = "build it again: tellers build --force"
        raise Refused(
            [Problem(Place(f"build/site/{manifest_.PATH}"), "file", f"is no list of the site: {error}", do)]
        ) from error


def _altered(manifest: SiteManifest, files: Mapping[str, Listed]) -> list[Problem]:
    """Files that are not as the build listed them."""
    found = {path: one for path, one in files.items() if not manifest_.is_beside(path)}
    differing = sorted(path for path in manifest.files.keys() | found.keys() if manifest.files.get(path) != found.get(path))
    do = "build it again: tellers build --force"
    return [Problem(Place(f"build/site/{path}"), "file", "is not as it was built", do) for path in differing]


def _unverified(folder: Path, manifest: SiteManifest) -> list[Problem]:
    """A report of the reader that is missing, about another site, or not clean."""
    place, do = Place(f"build/site/{manifest_.VERIFICATION}"), "build it again: tellers build --force"
    try:
        said = json.loads((folder / manifest_.VERIFICATION).read_bytes())
        release, differences = str(said.get("release")), len(said["differences"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return [Problem(place, "file", "is no report of the reader", do)]
    if release != manifest.release:
        return [Problem(place, "release", f"is about {release[:16]}, not about this site", do)]
    if differences:
        return [Problem(place, "differences", f"there are {differences}", "run `tellers verify`, and mend what it says")]
    return []


def _stale(site: Path) -> list[Problem]:
    """A site that was built from other content, or by another version, than is here now."""
    try:
        key = json.loads((site / "build" / "stamp.json").read_bytes())["key"]
    except (OSError, ValueError, KeyError, TypeError):
        key = None
    if key == inputs_digest(site):
        return []
    return [
        Problem(
            Place("build/site"),
            "site",
            "was built from other content, or by another version, than is here now",
            "run `tellers build`",
        )
    ]
