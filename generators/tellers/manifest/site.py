"""The site's description of itself: every file that was published, with its digest and size.

Shared by what builds, what publishes and the independent reader; like a figure's manifest, it only knows the shape of its
JSON.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from tellers.manifest import NotAManifest

PATH = "site-manifest.json"
SIGNATURE = f"{PATH}.sig"
VERIFICATION = "verification.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the site: SHA-256 of its bytes in hexadecimal, and how many there are."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class SiteManifest:
    """The digest of the release, and all its files by path but this one and its signatures."""

    release: str
    files: Mapping[str, Listed]


def listed(data: bytes) -> Listed:
    """How a file with these bytes is listed."""
    return Listed(hashlib.sha256(data).hexdigest(), len(data))


def manifest_of(files: Mapping[str, Listed]) -> SiteManifest:
    """The manifest of these files."""
    mine = {path: one for path, one in sorted(files.items()) if not is_beside(path)}
    return SiteManifest(release_digest({path: one.sha256 for path, one in mine.items()}), mine)


def release_digest(digests: Mapping[str, str]) -> str:
    """The digest of a site from those of its files: paths and bytes in order, without what is written about the site."""
    total = hashlib.sha256()
    for path in sorted(digests, key=PurePosixPath):
        if path != VERIFICATION and not is_beside(path):
            total.update(path.encode() + b"\0" + bytes.fromhex(digests[path]))
    return total.hexdigest()


def is_beside(path: str) -> bool:
    """Whether the file is the manifest itself or one of its signatures, which cannot be listed in it."""
    return path == PATH or path.startswith(f"{PATH}.")


def dump(manifest: SiteManifest) -> bytes:
    """The manifest as JSON, a line a file."""
    files = manifest.files.items()
    rows = ",\n".join(f'{json.dumps(path)}: {{"sha256": "{one.sha256}", "size": {one.size}}}' for path, one in files)
    return f'{{"format": {FORMAT}, "release": "{manifest.release}", "files": {{\n{rows}\n}}}}\n'.encode()


def load(raw: bytes) -> SiteManifest:
    """The manifest in the bytes; raises NotAManifest with the reason when it is none."""
    try:
        said = json.loads(raw)
        if said["format"] != FORMAT:
            raise NotAManifest(f"format {said['format']!r}, this version reads {FORMAT}")
        return SiteManifest(str(said["release"]), {_path(path): _listed(row) for path, row in said["files"].items()})
    except NotAManifest:
        raise
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise NotAManifest(f"{type(error).__name__}: {error}") from error


def _path(path: str) -> str:
    """A path that stays inside the site's folder."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or str(PurePosixPath(path)) != path:
        raise ValueError(f"{path!r} is no path of a file in the site")
    return path


def _listed(row: Any) -> Listed:
    digest, size = row["sha256"], row["size"]
    if not isinstance(digest, str) or len(bytes.fromhex(digest)) != 32 or not isinstance(size, int):
        raise ValueError(f"{row!r} is no digest and size")
    return Listed(digest, size)
