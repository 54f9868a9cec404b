"""A build on a Dask cluster: the same bytes as on this machine, though a worker is lost; and what is said where there is none."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tellers.build.generate import generate
from tellers.build.workers import Crew, spread
from tellers.cli import run
from tellers.problems import EnvironmentFault
from tests.archives.sites import archive_site
from tests.built import starter_folder

NOT_HERE = "dask://127.0.0.1:1"


@dataclass
class Cluster:
    """A scheduler and two workers on loopback, each a process of its own."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    file = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    begin = [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    running = [subprocess.Popen([*begin, "--scheduler-file", str(file)], **quiet)]  # type: ignore[call-overload]
    try:
        work = [sys.executable, "-m", "dask", "worker", "--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard"]
        running += [subprocess.Popen([*work, "--nthreads", "2", "--no-nanny"], **quiet) for _ in range(2)]  # type: ignore[call-overload]
        until = time.monotonic() + 30
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"].replace("tcp://", "dask://")
        yield Cluster(address, running[1:])
    finally:
        for process in running:
            process.kill()
            process.wait()


def _files(docs: Path) -> dict[str, bytes]:
    return {str(path.relative_to(docs)): path.read_bytes() for path in sorted(docs.rglob("*")) if path.is_file()}


@pytest.mark.slow
def test_the_bytes_are_those_of_this_machine_though_a_worker_is_killed(
    cluster: Cluster, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = archive_site(tmp_path / "archive")
    here = _files(generate(site, workers=2).docs)
    shutil.rmtree(site / "build")
    killed: list[int] = []

    def kill_one(step: str, done: int, of: int) -> None:
        if step == "archive" and done and done < of and not killed:
            cluster.workers[0].kill()
            killed.append(done)

    assert _files(generate(site, kill_one, cluster=cluster.address).docs) == here
    assert killed and cluster.workers[0].wait() < 0

    starter = starter_folder(tmp_path_factory)
    again = tmp_path / "starter"
    shutil.copytree(starter / "content", again / "content")
    shutil.copy(starter / "mkdocs.yml", again)
    built = subprocess.run(
        [sys.executable, "-m", "tellers", "build", "--executor", cluster.address], cwd=again, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    assert (again / "build" / "site").resolve().name == (starter / "build" / "site").resolve().name


def test_a_scheduler_that_is_not_there_is_one_line() -> None:
    with pytest.raises(EnvironmentFault, match="no Dask scheduler answers at dask://127.0.0.1:1; start one"):
        list(spread(pow, 2, [1, 2], Crew(1, NOT_HERE), "numbers were made"))


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    site = archive_site(tmp_path / "archive")
    code = "import sys; sys.modules['distributed'] = None; from tellers.cli import run; sys.exit(run(sys.argv[1:]))"
    line = [sys.executable, "-c", code, "build", "-q", "-C", str(site), "--executor", NOT_HERE]
    said = subprocess.run(line, capture_output=True, text=True)
    assert said.returncode == 3
    assert said.stderr.splitlines() == [f"tellers: --executor {NOT_HERE} needs an extra: pip install 'tellers[dask]'"]


@pytest.mark.parametrize("wrong", ["dask", "tcp://127.0.0.1:8786", "dask://127.0.0.1", "dask://a b:1"])
def test_another_executor_is_refused(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--executor", wrong]) == 64
    assert "an address such as dask://10.0.0.5:8786" in capsys.readouterr().err


def test_processes_of_this_machine_are_not_for_a_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--executor", NOT_HERE, "--workers", "2"]) == 64
    assert "leave it out with --executor" in capsys.readouterr().err
