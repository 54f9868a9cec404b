"""Whether a published site is whole: each file as its manifest lists it, none missing, none added.

Needs nothing but the site itself, in a folder or on the web, and so works for somebody who has not got the records.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from tellers.manifest import NotAManifest
from tellers.manifest import site as manifest_
from tellers.manifest.site import Listed, SiteManifest
from tellers.problems import EnvironmentFault
from tellers.verify.report import Findings, Report
from tellers.verify.signature import check_signature

Progress = Callable[[str, int, int], None]
_PINNED = re.compile(r"f/([0-9a-f]{16})\.[a-z0-9]+")
_OF_THE_HOST = (".nojekyll", "CNAME")
_STORE = ".tellers/"
_AGAIN = "publish the site again, or find out who changed it"
_AT_ONCE = 8
_SECONDS = 60
MOST = 64 << 20
"""Bytes of a file that are read over the web."""


class Place(Protocol):
    """Where a published site lies."""

    def read(self, path: str) -> bytes | None:
        """The file's bytes, or None where there is none."""

    def paths(self) -> list[str] | None:
        """All files, or None where nobody tells."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A site in a folder."""

    root: Path

    def read(self, path: str) -> bytes | None:
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    def paths(self) -> list[str] | None:
        return sorted(file.relative_to(self.root).as_posix() for file in self.root.rglob("*") if file.is_file())


@dataclass(frozen=True, slots=True)
class Web:
    """A site at an address."""

    address: str

    def read(self, path: str) -> bytes | None:
        address = f"{self.address.rstrip('/')}/{quote(path)}"
        try:
            with urlopen(address, timeout=_SECONDS) as answer:
                return _body(answer, address)
        except HTTPError as error:
            if error.code in (403, 404, 410):
                return None
            raise EnvironmentFault(f"{address} answers {error.code}; try again later") from error
        except (URLError, OSError, HTTPException) as error:
            raise EnvironmentFault(f"cannot read {address}: {getattr(error, 'reason', error)}; check the network") from error

    def paths(self) -> list[str] | None:
        return None


def _body(answer: HTTPResponse, address: str) -> bytes:
    """What was answered; raises EnvironmentFault for what never ends."""
    begun, found = time.monotonic(), bytearray()
    while part := answer.read1(1 << 16):
        found += part
        if len(found) > MOST or time.monotonic() - begun > _SECONDS:
            raise EnvironmentFault(f"{address} does not end within {MOST} bytes and {_SECONDS} seconds; try again later")
    return bytes(found)


def verify_whole(where: str, signers: Path | None, progress: Progress) -> tuple[Report, str]:
    """What differs from the list of files in the folder or at the address, and in words who signed that list."""
    place = Web(where) if "://" in where else Folder(Path(where))
    findings = Findings()
    raw = check_whole(place, findings, progress)
    signed = "missing" if raw is None else check_signature(raw, place.read(manifest_.SIGNATURE), signers, findings)
    return findings.report(), signed


def check_whole(place: Place, findings: Findings, progress: Progress) -> bytes | None:
    """Every file against the list of files; returns the list's bytes, or None where there is none."""
    raw = place.read(manifest_.PATH)
    if raw is None:
        findings.differs(manifest_.PATH, "file", "no file", "the list of all files", "build and publish the site again")
        return None
    try:
        manifest = manifest_.load(raw)
    except NotAManifest as error:
        findings.differs(manifest_.PATH, "file", str(error), "the list of all files", _AGAIN)
        return raw
    findings.compare(
        "files", manifest_.PATH, "release", manifest.release, manifest_.release_digest(_digests(manifest)), _AGAIN
    )
    _check_files(place, manifest, findings, progress)
    _check_added(place, manifest, findings)
    _check_verification(place, manifest, findings)
    return raw


def _digests(manifest: SiteManifest) -> dict[str, str]:
    return {path: one.sha256 for path, one in manifest.files.items()}


def _check_files(place: Place, manifest: SiteManifest, findings: Findings, progress: Progress) -> None:
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for number, (path, found) in enumerate(pool.map(lambda path: (path, _listed(place, path)), manifest.files), 1):
            wanted = manifest.files[path]
            if found is None:
                findings.differs(path, "file", "no file", _said(wanted), _AGAIN)
            else:
                findings.compare("files", path, "bytes", _said(found), _said(wanted), _AGAIN)
            progress("Comparing files with their list", number, len(manifest.files))


def _said(one: Listed) -> str:
    return f"{one.size} bytes, {one.sha256[:16]}"


def _listed(place: Place, path: str) -> Listed | None:
    raw = place.read(path)
    return None if raw is None else manifest_.listed(raw)


def _check_added(place: Place, manifest: SiteManifest, findings: Findings) -> None:
    """Files that no manifest lists: pinned pictures of earlier releases are named by their digest, and true to it."""
    for path in _more(place.paths() or [], manifest):
        pinned = _PINNED.fullmatch(path)
        if pinned:
            found = _listed(place, path)
            findings.compare("files", path, "digest", found.sha256[:16] if found else "", pinned[1], _AGAIN)
        else:
            findings.differs(path, "file", "a file", "no file of this name", "remove it, or find out who put it there")


def _more(paths: list[str], manifest: SiteManifest) -> Iterator[str]:
    for path in paths:
        known = path in manifest.files or path in _OF_THE_HOST or manifest_.is_beside(path)
        if not known and not path.startswith(_STORE):
            yield path


def _check_verification(place: Place, manifest: SiteManifest, findings: Findings) -> None:
    """The report of the reader is about this release, and found no difference."""
    raw = place.read(manifest_.VERIFICATION)
    try:
        said = json.loads(raw or b"{}")
        findings.compare("files", manifest_.VERIFICATION, "release", said.get("release"), manifest.release, _AGAIN)
        findings.compare("files", manifest_.VERIFICATION, "differences", len(said.get("differences", [""])), 0, _AGAIN)
    except (ValueError, AttributeError, TypeError) as error:
        findings.differs(manifest_.VERIFICATION, "file", f"{type(error).__name__}", "the report of the reader", _AGAIN)
