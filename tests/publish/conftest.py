"""A real S3 server on this machine, and a small site to publish to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tellers.manifest import site as manifest_
from tellers.publish.release import Release


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of an S3 server on loopback."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3_server: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """The address of an empty bucket's prefix; keys and endpoint are in the environment, as on a desk."""
    said = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": s3_server}  # fmt: skip
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    name = f"b{os.getpid()}-{abs(hash(request.node.nodeid))}"
    boto3.client("s3", endpoint_url=s3_server).create_bucket(Bucket=name)
    return f"s3://{name}/site"


def release_of(folder: Path, files: dict[str, str]) -> Release:
    """A release of these files, with its manifest."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    listed = {path: manifest_.listed(text.encode()) for path, text in files.items()}
    manifest = manifest_.manifest_of(listed)
    raw = manifest_.dump(manifest)
    (folder / manifest_.PATH).write_bytes(raw)
    return Release(manifest.release[:16], {**listed, manifest_.PATH: manifest_.listed(raw)}, folder)
