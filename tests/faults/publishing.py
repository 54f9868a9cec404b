"""Publishing that is interrupted at every request, to a folder and to a real S3 server: no page refers to a missing file."""

from __future__ import annotations

import html
import logging
import os
import random
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from posixpath import normpath
from threading import Lock
from urllib.parse import urlsplit

import boto3
from moto.server import ThreadedMotoServer

from tellers.build.generate import quiet
from tellers.manifest.site import Listed
from tellers.publish import ready
from tellers.publish.bucket import Bucket
from tellers.publish.order import HIDDEN
from tellers.publish.placed import Placed
from tellers.publish.release import Release
from tellers.publish.store import Folder, Store
from tests.faults.report import Row
from tests.faults.sites import build, copy, retitle

_REFERENCE = re.compile(r'(?:href|src)="([^"]*)"')


class Interrupted(Exception):
    """The publication was killed."""


class Watched:
    """A store that is looked at after every change, and fails after so many."""

    def __init__(self, store: Store, shown: Shown, changes: int) -> None:
        self.store, self.shown, self.left, self.made = store, shown, changes, 0
        self.listing, self.read, self.held = store.listing, store.read, store.held
        self.lock = Lock()

    def write(self, path: str, data: bytes) -> None:
        self._change(lambda: self.store.write(path, data))

    def copy(self, source: str, path: str) -> None:
        self._change(lambda: self.store.copy(source, path))
        self.shown.put(path, source)

    def remove(self, path: str) -> None:
        self._change(lambda: self.store.remove(path))
        self.shown.put(path, None)

    def _change(self, do: Callable[[], None]) -> None:
        with self.lock:
            if self.left == 0:
                raise Interrupted
            self.left -= 1
            self.made += 1
        do()


class Shown:
    """What readers find at a target, file by file, and every reference of a page to a file that is not there."""

    def __init__(self, releases: tuple[Release, ...]) -> None:
        self.there: dict[str, str] = {}
        self.broken: list[str] = []
        self._references = {
            _blob(listed): _references(path, release.read(path).decode())
            for release in releases
            for path, listed in release.files.items()
            if path.endswith(".html")
        }
        self._lock = Lock()

    def put(self, path: str, source: str | None) -> None:
        """The file has these bytes now, or is gone; then all pages are looked at."""
        if path.startswith(HIDDEN):
            return
        with self._lock:
            if source is None:
                self.there.pop(path, None)
            else:
                self.there[path] = source
            self.broken += [
                f"{page} -> {target}, after {path}"
                for page, shown in self.there.items()
                for target in self._references.get(shown, frozenset()) - self.there.keys()
            ]


def publications(number: int, seed: int, site: Path, folder: Path) -> Row:
    """Two releases published there and back, looked at after every change; then killed so often, and begun again."""
    row, source = Row("publishing interrupted", 0), random.Random(seed)
    releases = _releases(site, folder)
    requests = 0
    with _server() as bucket:
        for name, store in (("folder", Folder(folder / "public")), ("bucket", Bucket(bucket))):
            shown = Shown(releases)
            made = [_publish(store, shown, release) for release in (*releases, *releases, releases[0])]
            requests += sum(made)
            for turn in range(number):
                wanted = releases[(turn + 1) % 2]
                killed = source.randrange(made[3 + turn % 2])
                row.expect(_publish(store, shown, wanted, killed) == killed, f"{name}: not interrupted after {killed}")
                _publish(store, shown, wanted)
                row.expect(shown.there == _as_shown(wanted.files), f"{name}: another site after {killed} changes")
                row.tried += 1
            row.wrong += [f"{name}: {line}" for line in sorted(set(shown.broken))[:5]]
    row.note = f"all references looked at after each of {requests} changes, and after those of the interrupted ones"
    return row


def _publish(store: Store, shown: Shown, release: Release, changes: int = -1) -> int:
    """Publish, to be killed after so many changes; returns how many were made."""
    watched = Watched(store, shown, changes)
    try:
        Placed(watched, keep=2).publish(release, quiet)
    except Interrupted:
        return watched.made
    return watched.made


def _releases(site: Path, folder: Path) -> tuple[Release, Release]:
    """The site as it is built, and once more with another tagline and one vote less."""
    less = copy(site, folder / "less")
    for path in (less / "content" / "votes").glob("*/25_2.*"):
        path.unlink()
    retitle(less, 1)
    build(less)
    return ready(site), ready(less)


def _references(page: str, text: str) -> frozenset[str]:
    """The files of the site to which the page leads."""
    found = set()
    for written in _REFERENCE.findall(text):
        address = urlsplit(html.unescape(written))
        if not address.scheme and not address.netloc and address.path:
            start = "" if address.path.startswith("/") else page.rpartition("/")[0] + "/"
            full = normpath("/" + start + address.path).lstrip("/")
            is_page = address.path.rpartition("/")[2] in ("", ".", "..")
            found.add(f"{full}/index.html".lstrip("/") if is_page else full)
    return frozenset(found)


def _as_shown(files: Mapping[str, Listed]) -> dict[str, str]:
    return {path: _blob(listed) for path, listed in files.items()}


def _blob(listed: Listed) -> str:
    return f"{HIDDEN}blobs/{listed.sha256}"


@contextmanager
def _server() -> Iterator[str]:
    """The address of an empty bucket of an S3 server on this machine; keys and endpoint are in the environment."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    os.environ |= {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
                   "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": endpoint}  # fmt: skip
    try:
        boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="faults")
        yield "s3://faults/site"
    finally:
        server.stop()
