"""Publishing file by file: whole, resumable, read back, with a way back; interrupted at every request, no page is broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from posixpath import normpath
from threading import Lock

import pytest
from s3fs import S3FileSystem

from tellers.build.generate import quiet
from tellers.manifest import site as manifest_
from tellers.problems import EnvironmentFault
from tellers.publish.bucket import Bucket
from tellers.publish.placed import Placed
from tellers.publish.release import Release
from tellers.publish.store import Folder, Store
from tests.publish.conftest import release_of

FIRST = {
    "index.html": '<a href="votes/"></a><link href="style.1.css">',
    "votes/index.html": '<a href="../"></a><a href="../old/"></a><img src="../figures/one.png">',
    "old/index.html": '<a href="../votes/"></a><img src="../figures/old.png">',
    "style.1.css": "one",
    "figures/one.png": "1",
    "figures/old.png": "old",
    "f/0000000000000001.png": "pinned",
    "feeds/all.xml": "votes",
    "published.json": "first",
    "verification.json": "{}",
}
SECOND = {
    "index.html": '<a href="votes/"></a><a href="new/"></a><link href="style.2.css">',
    "votes/index.html": '<a href="../"></a><a href="../new/"></a><img src="../figures/one.png">',
    "new/index.html": '<a href="../votes/"></a><a href="../newer/"></a><img src="../figures/new.png">',
    "newer/index.html": '<a href="../new/"></a><link href="../style.2.css">',
    "style.2.css": "two",
    "figures/one.png": "2",
    "figures/new.png": "new",
    "feeds/all.xml": "votes, new",
    "published.json": "second",
    "verification.json": "{}",
}


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty folder, and an empty bucket of a real S3 server."""
    if request.param == "folder":
        return Folder(tmp_path / "target")
    return Bucket(request.getfixturevalue("bucket"))


@pytest.fixture
def releases(tmp_path: Path) -> tuple[Release, Release]:
    """The same small site at two times."""
    return release_of(tmp_path / "first", FIRST), release_of(tmp_path / "second", SECOND)


def shown(store: Store) -> dict[str, str]:
    """What readers find."""
    paths = [path for path in store.listing() if not path.startswith(".tellers/")]
    return {path: (store.read(path) or b"").decode() for path in paths}


def broken(store: Store) -> list[str]:
    """Every reference of a page to a file that is not there."""
    files = shown(store)
    found = []
    for path, text in files.items():
        for target in re.findall(r'(?:href|src)="([^"]*)"', text if path.endswith(".html") else ""):
            full = normpath(f"{path.rpartition('/')[0]}/{target}").lstrip("/")
            if (f"{full}/index.html".removeprefix("./") if target.endswith("/") else full) not in files:
                found.append(f"{path} -> {target}")
    return found


def test_a_release_is_published_whole_and_again_for_nothing(store: Store, releases: tuple[Release, Release]) -> None:
    target = Placed(store, keep=3)
    assert target.publish(releases[0], quiet) == len(releases[0].files)
    assert {path: text for path, text in shown(store).items() if path in FIRST} == FIRST
    assert target.kept() == [releases[0].digest]
    assert target.plan(releases[0]) == ()
    assert target.publish(releases[0], quiet) == 0


def test_the_next_release_takes_its_place_and_leaves_pinned_pictures(
    store: Store, releases: tuple[Release, Release]
) -> None:
    target = Placed(store, keep=3)
    for release in releases:
        target.publish(release, quiet)
    there = shown(store)
    assert there.pop("f/0000000000000001.png") == "pinned"
    there.pop(manifest_.PATH)
    assert there == SECOND


def test_any_kept_release_can_be_gone_back_to(store: Store, releases: tuple[Release, Release]) -> None:
    target = Placed(store, keep=3)
    for release in releases:
        target.publish(release, quiet)
    target.rollback(releases[0].digest, quiet)
    there = shown(store)
    assert {path: there[path] for path in FIRST} == FIRST
    assert "new/index.html" not in there
    assert target.kept() == [releases[1].digest, releases[0].digest]
    with pytest.raises(EnvironmentFault, match="no release 0000"):
        target.rollback("0000", quiet)


def test_only_so_many_releases_are_kept(store: Store, releases: tuple[Release, Release]) -> None:
    target = Placed(store, keep=1)
    for release in releases:
        target.publish(release, quiet)
    assert target.kept() == [releases[1].digest]
    stored = {path for path in store.listing() if path.startswith(".tellers/blobs/")}
    assert stored == {f".tellers/blobs/{one.sha256}" for one in releases[1].files.values()}
    assert shown(store)["f/0000000000000001.png"] == "pinned"


def test_what_was_published_last_is_told_from_its_own_bytes(store: Store, releases: tuple[Release, Release]) -> None:
    target = Placed(store, keep=3)
    assert target.past("published.json") is None
    target.publish(releases[0], quiet)
    store.write("published.json", b"half a publication later")
    assert target.past("published.json") == b"first"
    assert target.past("unheard of") is None


@pytest.mark.parametrize("said", [b"[", b'{"releases": ["../../secret"]}'])
def test_a_history_that_is_none_is_told(tmp_path: Path, said: bytes) -> None:
    store = Folder(tmp_path)
    store.write(".tellers/history.json", said)
    with pytest.raises(EnvironmentFault, match="is no history"):
        Placed(store, keep=3).kept()


def test_bytes_that_read_back_differently_are_told(tmp_path: Path, releases: tuple[Release, Release]) -> None:
    class Flipping(Folder):
        """A disk that keeps one file wrongly."""

        def copy(self, source: str, path: str) -> None:
            super().copy(source, path)
            if path == "style.1.css":
                self.write(path, b"onf")

    with pytest.raises(EnvironmentFault, match=r"style\.1\.css reads back differently"):
        Placed(Flipping(tmp_path / "target"), keep=3).publish(releases[0], quiet)
    assert Placed(Folder(tmp_path / "target"), keep=3).kept() == []
    Placed(Folder(tmp_path / "target"), keep=3).publish(releases[0], quiet)
    assert shown(Folder(tmp_path / "target"))["style.1.css"] == "one"


# Others at the same target ---------------------------------------------------------------------------------------------


def test_two_publications_at_once_end_with_one_whole_release(store: Store, releases: tuple[Release, Release]) -> None:
    """Both begin from the first release; who is told to end says so, and nobody leaves a page broken."""
    Placed(store, keep=3).publish(releases[0], quiet)
    again = Release(releases[0].digest, releases[0].files, releases[0].folder)

    def publish(release: Release) -> str:
        try:
            Placed(store, keep=3).publish(release, quiet)
        except EnvironmentFault as fault:
            return str(fault)
        return ""

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(publish, (releases[1], again)))
    assert all(not said or "another publication" in said or "publish again" in said for said in told)
    assert broken(store) == []
    publish(releases[1])
    assert {path: text for path, text in shown(store).items() if path in SECOND} == SECOND


def test_a_publication_that_began_later_goes_on_alone(bucket: str, releases: tuple[Release, Release]) -> None:
    store = Bucket(bucket)
    with store.held() as check:
        check()
        Placed(Bucket(bucket), keep=3).publish(releases[0], quiet)
        with pytest.raises(EnvironmentFault, match="another publication"):
            check()


def test_a_server_that_is_not_there_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"ACCESS_KEY_ID": "a", "SECRET_ACCESS_KEY": "b", "ENDPOINT_URL": "http://127.0.0.1:9", "MAX_ATTEMPTS": "1"}
    for name, value in said.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    S3FileSystem.clear_instance_cache()
    with pytest.raises(EnvironmentFault, match=r"cannot read in s3://nowhere/site: .*check keys, endpoint and network"):
        Bucket("s3://nowhere/site").read("index.html")
    S3FileSystem.clear_instance_cache()


def test_files_that_nobody_published_are_never_removed(store: Store, releases: tuple[Release, Release]) -> None:
    store.write("thesis.odt", b"mine")
    for deed in (Placed(store, keep=3).plan, lambda release: Placed(store, keep=3).publish(release, quiet)):
        with pytest.raises(EnvironmentFault, match=r"no release, such as thesis\.odt"):
            deed(releases[0])
    assert store.read("thesis.odt") == b"mine"


# Interrupted ----------------------------------------------------------------------------------------------------------


class Interrupted(Exception):
    """The publication was killed."""


class Failing:
    """A store that makes so many changes, and fails at the next: the rest of the publication never happens."""

    def __init__(self, store: Store, changes: int) -> None:
        self.store, self.left, self.lock = store, changes, Lock()
        self.listing, self.read, self.held = store.listing, store.read, store.held

    def write(self, path: str, data: bytes) -> None:
        self._change(lambda: self.store.write(path, data))

    def copy(self, source: str, path: str) -> None:
        self._change(lambda: self.store.copy(source, path))

    def remove(self, path: str) -> None:
        self._change(lambda: self.store.remove(path))

    def _change(self, do: Callable[[], None]) -> None:
        with self.lock:
            self.left -= 1
            if self.left < 0:
                raise Interrupted
        do()


def test_interrupted_at_every_request_no_page_refers_to_a_missing_file(
    store: Store, releases: tuple[Release, Release]
) -> None:
    """There and back; each attempt makes one change, is interrupted, and looked at; the last one finds nothing to do."""
    interrupted = 0
    for wanted, files in ((releases[0], FIRST), (releases[1], SECOND), (releases[0], FIRST)):
        for _ in range(200):
            try:
                Placed(Failing(store, 1), keep=3).publish(wanted, quiet)
                break
            except Interrupted:
                interrupted += 1
                assert broken(store) == []
        there = shown(store)
        assert {path: there[path] for path in files} == files
        assert there.keys() - files.keys() <= {manifest_.PATH, "f/0000000000000001.png"}
    assert interrupted > 60


def test_interrupted_at_any_request_of_a_first_attempt(tmp_path: Path, releases: tuple[Release, Release]) -> None:
    """From the whole old site to the new one, each time killed after one more change."""
    changes = 0
    while True:
        store = Folder(tmp_path / f"target-{changes}")
        Placed(store, keep=3).publish(releases[0], quiet)
        try:
            Placed(Failing(store, changes), keep=3).publish(releases[1], quiet)
            break
        except Interrupted:
            assert broken(store) == [], f"after {changes} changes"
            assert Placed(store, keep=3).past("published.json") == b"first"
            changes += 1
    assert changes > 25
