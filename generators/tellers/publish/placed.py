"""Publishing file by file: into a folder or a bucket, in an order that never breaks a page, and with a way back.

Bytes are stored once under their digest, out of sight, and placed from there; so an interrupted publication goes on where it
stopped, and every kept release can be placed again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from tellers.manifest import NotAManifest
from tellers.manifest import site as manifest_
from tellers.manifest.site import Listed, SiteManifest
from tellers.problems import EnvironmentFault
from tellers.publish.order import HIDDEN, STAND_IN, Deed, Step, steps, touched
from tellers.publish.release import Release
from tellers.publish.store import Store

Progress = Callable[[str, int, int], None]

_HISTORY = f"{HIDDEN}history.json"
_AT_ONCE = 8
_STAND_IN = b"""<!doctype html><html lang="en"><meta charset="utf-8"><meta name="robots" content="noindex">
<title>Being published</title><p>This page is being published. Please come back in a minute.</p></html>
"""


class Placed:
    """A target to which files are put one at a time."""

    def __init__(self, store: Store, keep: int) -> None:
        self.store, self.keep = store, keep

    def kept(self) -> list[str]:
        """Digests of the releases that can be placed again, the current one last."""
        raw = self.store.read(_HISTORY)
        try:
            return [str(digest) for digest in json.loads(raw)["releases"]] if raw else []
        except (ValueError, KeyError, TypeError) as error:
            raise EnvironmentFault(f"{_HISTORY} of the target is no history: {error}; restore it") from error

    def past(self, path: str) -> bytes | None:
        """A file of the release that was published last, as it was then, whatever an interruption did since."""
        kept = self.kept()
        listed = self._record(kept[-1]).files.get(path) if kept else None
        return self.store.read(_blob(listed)) if listed else None

    def plan(self, release: Release) -> tuple[Step, ...]:
        """What would be done; nothing is."""
        there = self.store.listing()
        return steps(_tags(release.files, there), there)

    def publish(self, release: Release, progress: Progress) -> int:
        """Publish the release; returns how many files were put."""
        there = self.store.listing()
        lacking = {_blob(one): path for path, one in sorted(release.files.items()) if _blob(one) not in there}
        self._each("Storing", lacking, lambda blob: self.store.write(blob, release.read(lacking[blob])), progress)
        record = manifest_.dump(SiteManifest(release.digest, release.files))
        for path, data in ((_record_path(release.digest), record), (STAND_IN, _STAND_IN)):
            if self.store.read(path) != data:
                self.store.write(path, data)
        return self._place(release.digest, release.files, progress)

    def rollback(self, digest: str, progress: Progress) -> int:
        """Place a kept release again; returns how many files were put."""
        return self._place(digest, self._record(digest).files, progress)

    def _place(self, digest: str, files: Mapping[str, Listed], progress: Progress) -> int:
        there = self.store.listing()
        planned = steps(_tags(files, there), there)
        for step in planned:
            self._each(step.name, step.paths, self._doing(step, files), progress)
        put = sorted(touched(planned))
        self._each("Reading back", put, lambda path: self._read_back(path, files[path]), progress)
        kept = [*(one for one in self.kept() if one != digest), digest]
        self.store.write(_HISTORY, json.dumps({"format": 1, "releases": kept[-self.keep :]}).encode())
        self._collect(kept[: -self.keep], kept[-self.keep :])
        return len(put)

    def _doing(self, step: Step, files: Mapping[str, Listed]) -> Callable[[str], None]:
        if step.deed is Deed.PUT:
            return lambda path: self.store.copy(_blob(files[path]), path)
        if step.deed is Deed.STAND_IN:
            return lambda path: self.store.copy(STAND_IN, path)
        return self.store.remove

    def _read_back(self, path: str, wanted: Listed) -> None:
        found = self.store.read(path)
        if found is None or manifest_.listed(found) != wanted:
            self.store.remove(_blob(wanted))
            raise EnvironmentFault(f"{path} reads back differently from what was put; publish again")

    def _each(self, name: str, paths: Iterable[str], do: Callable[[str], None], progress: Progress) -> None:
        todo = list(paths)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for number, _ in enumerate(pool.map(do, todo), 1):
                progress(name, number, len(todo))

    def _record(self, digest: str) -> SiteManifest:
        raw = self.store.read(_record_path(digest))
        if raw is None:
            kept = ", ".join(self.kept()) or "none"
            raise EnvironmentFault(f"no release {digest} is kept there; these are: {kept}")
        try:
            return manifest_.load(raw)
        except NotAManifest as error:
            raise EnvironmentFault(
                f"{_record_path(digest)} of the target is no list of files: {error}; restore it"
            ) from error

    def _collect(self, dropped: list[str], kept: list[str]) -> None:
        """Forget releases beyond those that are kept, and the bytes that none of these needs."""
        if not dropped:
            return
        needed = {_blob(one) for digest in kept for one in self._record(digest).files.values()}
        for digest in dropped:
            self.store.remove(_record_path(digest))
        for path in self.store.listing():
            if path.startswith(f"{HIDDEN}blobs/") and path not in needed:
                self.store.remove(path)


def _blob(listed: Listed) -> str:
    return f"{HIDDEN}blobs/{listed.sha256}"


def _record_path(digest: str) -> str:
    return f"{HIDDEN}releases/{digest}.json"


def _tags(files: Mapping[str, Listed], there: Mapping[str, str]) -> dict[str, str]:
    """The tag that each file has when it is placed: that of its stored bytes, or none where they are not stored yet."""
    return {path: there.get(_blob(one), "not stored") for path, one in files.items()}
