"""Sources read again from a real HTTPS server on this machine: found, changed, cannot check; content stays as it is."""

from __future__ import annotations

import datetime
import ipaddress
import shutil
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tellers.cli import run
from tellers.recheck import Unreadable, read_page
from tellers.recheck.pages import visible

PAGE = """<!doctype html><html><head><title>Stone it is</title><script>var six = "towns";</script></head><body>
<h1>Stone it is</h1><p>The stone bridge will be built. “We have <b>waited</b> a year for one answer&nbsp;… and today
six towns gave it,” said Ása O’Dell.</p><p>Brückstein voted no. &ldquo;Wood would have done,&rdquo; its envoy J&ouml;rg
Ödland said in German.</p><aside hidden>x</aside>
<p>“Stone lasts, and she &ndash; the bridge, I mean – will outlast us,” the mayor had written on Sunday.</p></body></html>"""


class Server:
    """What the server says, and what it was asked."""

    def __init__(self, port: int) -> None:
        self.address = f"https://127.0.0.1:{port}/page"
        self.asked: list[tuple[str, str]] = []
        self.status, self.kind, self.body, self.location = 200, "text/html; charset=utf-8", PAGE.encode(), ""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with a certificate of its own that this process trusts."""
    certificate = _certificate(tmp_path)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said.asked.append((self.path, self.headers["User-Agent"]))
            self.send_response(said.status)
            self.send_header("Content-Type", said.kind)
            if said.location:
                self.send_header("Location", said.location)
            self.end_headers()
            self.wfile.write(said.body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        listening.socket = context.wrap_socket(listening.socket, server_side=True)
        said = Server(listening.server_address[1])
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        yield said
        listening.shutdown()


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
        .not_valid_after(datetime.datetime(2090, 1, 1, tzinfo=datetime.UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.Encoding.PEM
    secret = key.private_bytes(plain, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "server.pem"
    file.write_bytes(secret + signed.public_bytes(plain))
    return file


@pytest.fixture
def site(tmp_path: Path, repository: Path, server: Server) -> Path:
    """The starter, with its newspaper on the server."""
    folder = tmp_path / "site"
    shutil.copytree(repository / "generators/tellers/starter", folder)
    source = folder / "content/sources/evening-post-2025-05-07.yml"
    text = source.read_text("utf-8")
    old = "https://weir-evening-post.example/2025/05/07/stone-it-is"
    assert old in text
    source.write_text(text.replace(old, server.address), "utf-8")
    return folder


def _said(site: Path, capsys: pytest.CaptureFixture[str], *ids: str) -> tuple[int, list[str]]:
    code = run(["quotes", "recheck", "-C", str(site), *ids])
    return code, capsys.readouterr().out.splitlines()


def test_words_that_still_stand_there(site: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    code, lines = _said(site, capsys)
    assert code == 0
    assert [line.split(":")[0].split() for line in lines[:-1]] == [
        ["found", "odell-2025-05-04-stone"],
        ["found", "odell-2025-05-06-answer"],
        ["found", "odland-2025-05-06-wood"],
        ["cannot", "check", "odland-2025-06-03-bridge"],
    ]
    assert lines[-1] == "3 found, 0 changed, 1 cannot check"
    assert [path for path, _ in server.asked] == ["/page"], "three quotes of one page are one request"
    assert server.asked[0][1].startswith("tellers/")
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("old", "new", "finding", "words"),
    [
        ("Wood would", "Wood could", "changed", ('"Wood could', '"Wood would')),
        ("voted no", "voted yes", "changed", ("before the words", "yes")),
        ("Wood would have done", "It might have been of oak", "cannot check", ("neither the words",)),
        ("Wood would have done,&rdquo;", "Wood <i>would</i> have\n done,”", "found", ("stand there",)),
        ("“Wood", '"Wood', "found", ("stand there",)),
        ("&ldquo;Wood", "<script>&ldquo;Wood", "cannot check", ("neither the words",)),
    ],
)
def test_drift(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str], old: str, new: str, finding: str, words: tuple[str, ...]
) -> None:
    page = PAGE.replace(old, new)
    server.body = page.encode()
    code, lines = _said(site, capsys, "odland-2025-05-06-wood")
    assert code == 0
    assert lines[0].startswith(finding)
    assert all(word in lines[0] for word in words)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": 404}, "answers 404"),
        ({"kind": "application/pdf"}, "application/pdf"),
        ({"body": b"\xff\xfe", "kind": "text/html; charset=utf-8"}, "not utf-8"),
        ({"status": 302, "location": "http://127.0.0.1/page"}, "not https"),
    ],
)
def test_pages_that_cannot_be_read(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str], change: dict[str, object], why: str
) -> None:
    for name, value in change.items():
        setattr(server, name, value)
    code, lines = _said(site, capsys, "odland-2025-05-06-wood")
    assert lines[0].startswith("cannot check")
    assert why in lines[0]
    assert code == 3, "no page could be read at all"


def test_an_unknown_quote_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = _said(site, capsys, "nobody")
    assert code == 2
    assert 'unknown quote "nobody"' in lines[0]


def test_only_https_is_asked() -> None:
    with pytest.raises(Unreadable, match="not https"):
        read_page("http://127.0.0.1/", 1)


def test_what_a_reader_sees() -> None:
    assert visible("<p>a<b>b</b>c</p><p>d&amp;e</p><style>f</style><br>g").split() == ["abc", "d&e", "g"]
