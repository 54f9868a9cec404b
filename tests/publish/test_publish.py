"""`tellers publish` as a person uses it: to a folder, a branch and a bucket; what it refuses; killed on the way."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

import boto3
import pytest

from tellers.build import build
from tellers.cli import run
from tellers.manifest import site as manifest_
from tellers.publish.bucket import Bucket
from tests.built import starter_folder
from tests.edits import change_ballot, replace, sign


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built starter."""
    folder = tmp_path_factory.mktemp("publish") / "site"
    shutil.copytree(starter_folder(tmp_path_factory), folder, symlinks=True)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A built starter that a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(built, folder, symlinks=True)
    return folder


def publish(site: Path, target: str, *options: str) -> int:
    return run(["publish", "-C", str(site), target, *options])


def test_a_folder_has_the_whole_site_and_verifies(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "public"
    assert publish(site, str(target), "--dry-run") == 0
    assert "Putting pages (" in capsys.readouterr().out
    assert not target.exists()
    assert publish(site, str(target)) == 0
    assert run(["verify", "-C", str(tmp_path), str(target)]) == 0
    assert run(["verify", "-C", str(site), str(target)]) == 0
    assert publish(site, str(target), "--dry-run") == 0
    assert "has this release already" in capsys.readouterr().out
    assert publish(site, str(target), "--list") == 0
    assert capsys.readouterr().out == f"{(site / 'build/site').resolve().name}  current\n"


def test_new_addresses_are_told_until_the_ledger_has_them(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content" / "addresses.csv").write_text("address\n/\n")
    build(site, workers=1)
    assert publish(site, str(tmp_path / "public")) == 0
    assert "of its addresses are new: keep them with `tellers addresses --add`" in capsys.readouterr().out
    assert run(["addresses", "--add", "-C", str(site)]) == 0
    build(site, workers=1)
    capsys.readouterr()
    assert publish(site, str(tmp_path / "public")) == 0
    assert "are new" not in capsys.readouterr().out


def test_a_changed_number_is_refused_until_it_is_signed(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "public")
    assert publish(site, target) == 0
    first = (site / "build/site").resolve().name
    change_ballot(site, "assembly/24_2", "ALU", "yes", "no")
    change_ballot(site, "assembly/24_2", "BRU", "no", "yes")
    build(site, workers=1)
    capsys.readouterr()
    assert publish(site, target) == 2
    said = capsys.readouterr().out
    assert 'content/votes/assembly/24_2.csv roll.ALU: was published as "yes", is "no" now' in said
    assert "roll.BRU" in said
    assert "BRU,Town and Fortress of Brückstein,no" in (tmp_path / "public/votes/assembly/24_2/roll.csv").read_text()
    sign(site, "votes/assembly/24_2", "roll", "as copied", "as printed")
    build(site, workers=1)
    assert publish(site, target) == 0
    assert "BRU,Town and Fortress of Brückstein,yes" in (tmp_path / "public/votes/assembly/24_2/roll.csv").read_text()
    assert publish(site, target, "--rollback", first) == 0
    assert "BRU,Town and Fortress of Brückstein,no" in (tmp_path / "public/votes/assembly/24_2/roll.csv").read_text()
    assert run(["verify", "-C", str(tmp_path), target]) == 0


def test_a_site_with_differences_is_refused(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = site / "build/site/verification.json"
    said = json.loads(report.read_text())
    report.write_text(json.dumps({**said, "differences": [{"place": "index.html"}]}))
    assert publish(site, str(tmp_path / "public")) == 2
    assert "differences: there are 1" in capsys.readouterr().out
    report.write_text(json.dumps({**said, "release": "0" * 64}))
    assert publish(site, str(tmp_path / "public")) == 2
    assert "release: is about 0000000000000000, not about this site" in capsys.readouterr().out
    report.unlink()
    assert publish(site, str(tmp_path / "public")) == 2
    assert not (tmp_path / "public").exists()


def test_a_site_that_was_changed_after_it_was_verified_is_refused(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "build/site/index.html").write_text("Hello")
    assert publish(site, str(tmp_path / "public")) == 2
    assert "build/site/index.html file: is not as it was built" in capsys.readouterr().out


def test_a_site_of_other_content_is_refused(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(site, "content/site.yml", "name: ", "name: New ")
    assert publish(site, str(tmp_path / "public")) == 2
    assert (
        "was built from other content, or by another version, than is here now; run `tellers build`"
        in capsys.readouterr().out
    )
    assert publish(tmp_path, str(tmp_path / "public")) == 3


def test_a_branch_serves_the_site(site: Path, tmp_path: Path) -> None:
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    assert publish(site, f"git+file://{remote}#pages") == 0
    served = tmp_path / "served"
    subprocess.run(["git", "clone", "--quiet", "--branch", "pages", str(remote), str(served)], check=True)
    shutil.rmtree(served / ".git")
    assert run(["verify", "-C", str(tmp_path), str(served)]) == 0


# A bucket, with a server between that can be told to stop ---------------------------------------------------------------


class _Door(BaseHTTPRequestHandler):
    """Hands each request on to the S3 server; after so many changes it kills whoever asks for the next."""

    protocol_version = "HTTP/1.1"

    def _hand_on(self) -> None:
        door: Door = self.server  # type: ignore[assignment]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.command not in ("GET", "HEAD") and not door.lets_in():
            self.close_connection = True
            return
        headers = {key: value for key, value in self.headers.items() if key.lower() != "connection"}
        asked = Request(door.behind + self.path, data=body or None, headers=headers, method=self.command)
        try:
            with urlopen(asked) as answer:
                self._answer(answer.status, answer.headers.items(), answer.read())
        except OSError as error:
            code = getattr(error, "code", 500)
            self._answer(code, [], error.read() if hasattr(error, "read") else b"")

    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = _hand_on

    def _answer(self, status: int, headers: object, body: bytes) -> None:
        self.send_response(status)
        for key, value in headers:  # type: ignore[attr-defined]
            if key.lower() not in ("transfer-encoding", "connection", "content-length", "server", "date"):
                self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


class Door(ThreadingHTTPServer):
    """Lets so many changes through to the server behind, and kills the publisher at the next."""

    daemon_threads = True
    behind = ""
    left = 10**9
    publisher: subprocess.Popen[bytes] | None = None
    lock = threading.Lock()

    def lets_in(self) -> bool:
        with self.lock:
            self.left -= 1
            if self.left < 0 and self.publisher is not None:
                os.killpg(self.publisher.pid, signal.SIGKILL)
            return self.left >= 0


@pytest.fixture
def door(bucket: str, s3_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    server = Door(("127.0.0.1", 0), _Door)
    server.behind = s3_server
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    yield server
    server.shutdown()
    server.server_close()


def killed_after(changes: int, site: Path, target: str, door: Door) -> bool:
    """Whether a publication that is killed at the request after so many changes was killed before its end."""
    door.left = changes
    command = [sys.executable, "-m", "tellers", "publish", "-C", str(site), target]
    door.publisher = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    code = door.publisher.wait()
    door.publisher, door.left = None, 10**9
    return code == -signal.SIGKILL


def broken_links(files: dict[str, str]) -> list[str]:
    """Every address of a page inside the site that leads to no file."""
    found = []
    for path, text in files.items():
        for target in set(map(unescape, re.findall(r'(?:href|src)="([^"]*)"', text))) if path.endswith(".html") else ():
            parts = urlsplit(target)
            way = unquote(parts.path)
            if parts.scheme or not way or target.startswith("//"):
                continue
            full = normpath(way if way.startswith("/") else f"/{path.rpartition('/')[0]}/{way}").lstrip("/")
            if way.endswith(("/", "/.", "..", ".")) or full in ("", "."):
                full = f"{full}/index.html".removeprefix("./").lstrip("/")
            if full not in files:
                found.append(f"{path} -> {target}")
    return found


def shown(target: str) -> dict[str, str]:
    """What readers find in the bucket; the words of pages, and of other files only that they are there."""
    bucket = Bucket(target)
    paths = [path for path in bucket.listing() if not path.startswith(".tellers/")]
    return {path: (bucket.read(path) or b"").decode() if path.endswith(".html") else "" for path in paths}


@pytest.mark.slow
def kind_of(bucket: str, path: str) -> str:
    """What browsers are told that the file is."""
    name, prefix = bucket.removeprefix("s3://").split("/")
    client = boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
    kind: str = client.head_object(Bucket=name, Key=f"{prefix}/{path}")["ContentType"]
    return kind


def test_killed_on_its_way_to_a_bucket_no_page_is_broken_and_the_next_goes_on(site: Path, bucket: str, door: Door) -> None:
    """A real process, a real server, a real site, killed while it stores, places what pages need, and places pages."""
    manifest = manifest_.load((site / "build/site" / manifest_.PATH).read_bytes())
    number = len(manifest.files)
    pages = []
    for changes in (3, number, number // 2, number // 3, 40, 30):
        assert killed_after(changes, site, bucket, door)
        there = shown(bucket)
        assert broken_links(there) == []
        pages.append(sum(path.endswith(".html") for path in there))
    assert pages[0] == pages[1] == 0 < pages[-1]
    assert publish(site, bucket) == 0
    there = shown(bucket)
    assert there.keys() == manifest.files.keys() | {manifest_.PATH}
    assert there["index.html"] == (site / "build/site/index.html").read_text()
    assert broken_links(there) == []
    assert kind_of(bucket, "index.html") == "text/html; charset=utf-8"
    assert kind_of(bucket, "figures/assembly/24_1.tally.svg") == "image/svg+xml"
