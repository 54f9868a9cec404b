"""Publishing file by file: into a folder or a bucket, in an order that never breaks a page, and with a way back.

Bytes are stored once under their digest, out of sight, and placed from there; so an interrupted publication goes on where it
stopped, and every kept release can be placed again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from tellers.manifest import NotAManifest
from tellers.manifest import site as manifest_
from tellers.manifest.site import Listed, SiteManifest
from tellers.problems import EnvironmentFault
from tellers.publish.order import HIDDEN, STAND_IN, Deed, Step, stays, steps, touched
from tellers.publish.release import Release
from tellers.publish.store import Store

Progress = Callable[[str, int, int], None]

_HISTORY = f"{HIDDEN}history.json"
_DIGEST = re.compile("[0-9a-f]{16}")
_AT_ONCE = 8
_PASSES = 3
"""Another publication that had to end may have put a file after we had looked: then once more, as long as that helps."""
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
            kept = [str(digest) for digest in json.loads(raw)["releases"]] if raw else []
            if strange := [digest for digest in kept if not _DIGEST.fullmatch(digest)]:
                raise ValueError(f"{strange[0]} is no release")
            return kept
        except (ValueError, KeyError, TypeError) as error:
            raise EnvironmentFault(f"{_HISTORY} of the target is no history: {error}; restore it") from error

    def past(self, path: str) -> bytes | None:
        """A file of the release that was published last, as it was then, whatever an interruption did since."""
        kept = self.kept()
        listed = self._record(kept[-1]).files.get(path) if kept else None
        return self.store.read(_blob(listed)) if listed else None

    def plan(self, release: Release) -> tuple[Step, ...]:
        """What would be done; nothing is."""
        there = self._listing()
        return steps(_tags(release.files, there), there)

    def publish(self, release: Release, progress: Progress) -> int:
        """Publish the release; returns how many files were put."""
        there = self._listing()
        with self.store.held() as check:
            lacking = {_blob(one): path for path, one in sorted(release.files.items()) if _blob(one) not in there}
            self._each("Storing", lacking, lambda blob: self.store.write(blob, release.read(lacking[blob])), progress)
            record = manifest_.dump(SiteManifest(release.digest, release.files))
            for path, data in ((_record_path(release.digest), record), (STAND_IN, _STAND_IN)):
                if self.store.read(path) != data:
                    self.store.write(path, data)
            return self._place(release.digest, release.files, check, progress)

    def rollback(self, digest: str, progress: Progress) -> int:
        """Place a kept release again; returns how many files were put."""
        with self.store.held() as check:
            return self._place(digest, self._record(digest).files, check, progress)

    def _listing(self) -> Mapping[str, str]:
        """What is at the target; raises EnvironmentFault for files that nobody published, because they would be removed."""
        there = self.store.listing()
        strange = next((path for path in there if not stays(path)), None)
        if strange is not None and not any(path.startswith(HIDDEN) for path in there):
            raise EnvironmentFault(f"the target holds files that are no release, such as {strange}; name an empty one")
        return there

    def _place(self, digest: str, files: Mapping[str, Listed], check: Callable[[], None], progress: Progress) -> int:
        put = 0
        for _ in range(_PASSES):
            planned = self._planned(files)
            for step in planned:
                self._each(step.name, step.paths, self._doing(step, files, check), progress)
            new = sorted(touched(planned))
            self._each("Reading back", new, lambda path: self._read_back(path, files[path], check), progress)
            put += len(new)
            if not planned:
                break
        check()
        kept = [*(one for one in self.kept() if one != digest), digest]
        self.store.write(_HISTORY, json.dumps({"format": 1, "releases": kept[-self.keep :]}).encode())
        self._collect(kept[: -self.keep], kept[-self.keep :])
        return put

    def _planned(self, files: Mapping[str, Listed]) -> tuple[Step, ...]:
        there = self.store.listing()
        return steps(_tags(files, there), there)

    def _doing(self, step: Step, files: Mapping[str, Listed], check: Callable[[], None]) -> Callable[[str], None]:
        def do(path: str) -> None:
            check()
            if step.deed is Deed.REMOVE:
                self.store.remove(path)
            else:
                self.store.copy(_blob(files[path]) if step.deed is Deed.PUT else STAND_IN, path)

        return do

    def _read_back(self, path: str, wanted: Listed, check: Callable[[], None]) -> None:
        found = self.store.read(path)
        if found is None or manifest_.listed(found) != wanted:
            check()
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
