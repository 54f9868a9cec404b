"""A published site against its list of files: in a folder and over HTTP, one thing wrong at a time; and who signed it."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

import pytest

from tellers.cli import run
from tellers.manifest import NotAManifest
from tellers.manifest import site as manifest_
from tests.built import starter_folder


@pytest.fixture
def published(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built starter, somewhere where its records are not."""
    folder = tmp_path / "published"
    shutil.copytree(starter_folder(tmp_path_factory) / "build" / "site", folder)
    return folder


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """A desk without records."""
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def served(published: Path) -> Iterator[str]:
    """The address at which the copy is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(published)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_whole_site_is_0(published: Path, nowhere: Path, served: str, capsys: pytest.CaptureFixture[str]) -> None:
    for where in (str(published), served):
        assert run(["verify", "-C", str(nowhere), where]) == 0
        said = capsys.readouterr().out
        assert "0 differences" in said
        assert "not signed" in said
    assert "files that no page names cannot be found over the web" in said


@pytest.mark.parametrize("web", [False, True])
@pytest.mark.parametrize("path", ["index.html", "figures/assembly/24_1.tally.png", "verification.json", "published.json"])
def test_one_changed_byte_is_2(published: Path, nowhere: Path, served: str, web: bool, path: str,
                               capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    file = published / path
    raw = file.read_bytes()
    file.write_bytes(raw[:-2] + bytes([raw[-2] ^ 1]) + raw[-1:])
    assert run(["verify", "-C", str(nowhere), served if web else str(published)]) == 2
    assert f"{path} bytes: found" in capsys.readouterr().out


@pytest.mark.parametrize("web", [False, True])
def test_a_missing_file_is_2(
    published: Path, nowhere: Path, served: str, web: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (published / "corrections" / "index.html").unlink()
    assert run(["verify", "-C", str(nowhere), served if web else str(published)]) == 2
    assert 'corrections/index.html file: found "no file"' in capsys.readouterr().out


def test_an_added_file_is_2(published: Path, nowhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (published / "votes" / "extra.html").write_text("Hello")
    assert run(["verify", "-C", str(nowhere), str(published)]) == 2
    assert 'votes/extra.html file: found "a file", expected "no file of this name"' in capsys.readouterr().out


def test_pinned_pictures_of_earlier_releases_are_true_to_their_names(
    published: Path, nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = (published / "figures/assembly/24_1.tally.png").read_bytes()
    pinned = published / "f" / f"{manifest_.listed(picture).sha256[:16]}.png"
    pinned.parent.mkdir(exist_ok=True)
    pinned.write_bytes(picture)
    assert run(["verify", "-C", str(nowhere), str(published)]) == 0
    pinned.write_bytes(picture + b"x")
    assert run(["verify", "-C", str(nowhere), str(published)]) == 2
    assert f"f/{pinned.name} digest" in capsys.readouterr().out


def test_a_list_that_was_altered_with_its_file_does_not_fit_its_release(
    published: Path, nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, listing = published / "index.html", published / manifest_.PATH
    was = manifest_.listed(page.read_bytes())
    page.write_bytes(page.read_bytes().replace(b"Nine", b"Many"))
    now = manifest_.listed(page.read_bytes())
    listing.write_text(listing.read_text().replace(was.sha256, now.sha256))
    assert run(["verify", "-C", str(nowhere), str(published)]) == 2
    assert f"{manifest_.PATH} release" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "said"),
    [(b"\0 garbage\r\n\r\n", "cannot read"), (b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * 9000, "does not end")],
    ids=["garbage", "endless"],
)
def test_a_server_that_answers_nonsense_is_3(
    answer: bytes, said: str, nowhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Nonsense(StreamRequestHandler):
        def handle(self) -> None:
            self.rfile.readline()
            self.wfile.write(answer)

    monkeypatch.setattr("tellers.verify.whole.MOST", 5000)
    with ThreadingTCPServer(("127.0.0.1", 0), Nonsense) as server:
        threading.Thread(target=server.serve_forever).start()
        assert run(["verify", "-C", str(nowhere), f"http://127.0.0.1:{server.server_address[1]}/"]) == 3
        server.shutdown()
    assert said in capsys.readouterr().err


def test_without_a_list_there_is_nothing_to_compare_with(published: Path, nowhere: Path, served: str) -> None:
    (published / manifest_.PATH).unlink()
    assert run(["verify", "-C", str(nowhere), str(published)]) == 2
    assert run(["verify", "-C", str(nowhere), served]) == 2
    assert run(["verify", "-C", str(nowhere), "http://127.0.0.1:9/"]) == 3


@pytest.mark.parametrize(
    "raw",
    [b"", b"[]", b'{"format": 2}', b'{"format": 1, "release": "a", "files": {"../x": {"sha256": "", "size": 1}}}',
     b'{"format": 1, "release": "a", "files": {"/x": {"sha256": "' + b"0" * 64 + b'", "size": 1}}}',
     b'{"format": 1, "release": "a", "files": {"x": {"sha256": "zz", "size": 1}}}'],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_a_reason(raw: bytes) -> None:
    with pytest.raises(NotAManifest):
        manifest_.load(raw)


# Signatures -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys of two people, and a list that names one of them."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("ada", "eve"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name)]
        subprocess.run(command, check=True)
    (folder / "signers").write_text(f"ada@example.org {(folder / 'ada.pub').read_text()}")
    return folder


def verified(published: Path, nowhere: Path, keys: Path | None, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    signers = ["--signers", str(keys / "signers")] if keys else []
    code = run(["verify", "-C", str(nowhere), str(published), *signers])
    return code, capsys.readouterr().out


def sign(published: Path, key: Path) -> None:
    assert run(["sign", str(key), str(published)]) == 0


def test_a_signature_by_one_who_may(published: Path, nowhere: Path, keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sign(published, keys / "ada")
    code, said = verified(published, nowhere, keys, capsys)
    assert code == 0
    assert "signed for ada@example.org with ED25519 key SHA256:" in said
    code, said = verified(published, nowhere, None, capsys)
    assert code == 0
    assert "not compared with a list of signers" in said


def test_a_signature_by_another_or_none_is_2(
    published: Path, nowhere: Path, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verified(published, nowhere, keys, capsys)[0] == 2
    sign(published, keys / "eve")
    code, said = verified(published, nowhere, keys, capsys)
    assert code == 2
    assert 'signature: found "another"' in said


def test_a_signature_of_another_list_is_2(
    published: Path, nowhere: Path, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign(published, keys / "ada")
    listing = published / manifest_.PATH
    listing.write_text(listing.read_text().replace("\n}}", "\n }}"))
    for signers in (keys, None):
        assert verified(published, nowhere, signers, capsys)[0] == 2


def test_a_built_site_lists_and_reports_itself(tmp_path_factory: pytest.TempPathFactory) -> None:
    built = starter_folder(tmp_path_factory) / "build" / "site"
    manifest = manifest_.load((built / manifest_.PATH).read_bytes())
    assert manifest.release.startswith(built.resolve().name)
    there = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert manifest.files.keys() == there - {manifest_.PATH}
