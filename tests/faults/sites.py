"""A small site to be built under faults, the command that builds it, and what has to be so whatever happened."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tellers.files import releases
from tellers.files.start import new_site
from tellers.manifest import NotAManifest
from tellers.manifest import site as manifest_

COMMAND = (sys.executable, "-m", "tellers", "build", "-q")


LEFT_OUT = (
    "quotes", "speakers", "snapshots", "explainers", "pinned", "pinned.yml", "series", "votes/council", "bodies/council.yml",
    "votes/assembly/24_[23].*", "votes/assembly/25_[134]*", "sources/evening*",
)  # fmt: skip
"""What a site of two votes can do without."""


def built_site(folder: Path) -> Path:
    """The starter in a folder, built and published."""
    new_site(folder)
    subprocess.run([*COMMAND, "-C", str(folder)], check=True)
    return folder


def small_site(folder: Path) -> Path:
    """Two votes of the starter and what they need, built and published: a site that builds in two seconds."""
    new_site(folder)
    content = folder / "content"
    for path in [path for pattern in LEFT_OUT for path in content.glob(pattern)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in ("gaps", "corrections", "discrepancies"):
        (content / f"{name}.yml").write_text("[]\n")
    settings = content / "site.yml"
    settings.write_text(re.sub(r"(?m)^lead: .*\n", "", settings.read_text("utf-8")), "utf-8")
    subprocess.run([*COMMAND, "-C", str(folder)], check=True)
    return folder


def copy(site: Path, folder: Path, without: str = "") -> Path:
    """A copy of a built site, its cache and link included, but for the folders of one name."""
    shutil.copytree(site, folder, symlinks=True, ignore=shutil.ignore_patterns(without))
    return folder


def retitle(site: Path, number: int) -> None:
    """Change one word, so that there is something to build."""
    path = site / "content" / "site.yml"
    path.write_text(re.sub(r"(?m)^tagline: .*$", f"tagline: The votes of edition x{number}x.", path.read_text()))


def start(site: Path, *options: str, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """A build in a process group of its own."""
    return subprocess.Popen(
        [*COMMAND, "-C", str(site), *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env={**os.environ, **(environment or {})},
    )  # fmt: skip


def build(site: Path, *options: str, environment: Mapping[str, str] | None = None) -> tuple[int, str]:
    """The exit code of a build, and what it said."""
    running = start(site, *options, environment=environment)
    out, err = running.communicate(timeout=300)
    return running.returncode, (out + err).decode(errors="replace")


def is_one_line(code: int, said: str, expected: int = 3) -> bool:
    """Whether a build ended as a fault of the environment does: one line, and no traceback."""
    return code == expected and len(said.strip().splitlines()) == 1 and said.startswith("tellers: ")


def half(site: Path) -> str:
    """What is wrong with what is published; empty when it is a whole site."""
    link = site / "build" / "site"
    if not link.exists():
        return "nothing is published"
    release = link.resolve()
    return "" if releases.is_whole(release) else f"{release.name} is not whole"


def leftovers(site: Path) -> list[str]:
    """What is still in the making although nobody makes it."""
    return sorted(path.relative_to(site).as_posix() for path in (site / "build").rglob("*.part")) + sorted(
        path.name for path in (site / "build").glob(".site.*")
    )


class Reader:
    """Reads files through the link again and again, as visitors do; each has to be as the published release lists it."""

    def __init__(self, site: Path) -> None:
        self.link, self.reads, self.torn = site / "build" / "site", 0, []
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._read)

    reads: int
    torn: list[str]

    def _read(self) -> None:
        for turn in count():
            if self._ending.wait(0.01):
                return
            try:
                release = self.link.resolve(strict=True)
                wrong = self._misread(turn)
                if wrong and self.link.resolve(strict=True) == release:  # else it was replaced between two files
                    self.torn.append(wrong)
            except OSError as error:
                self.torn.append(f"no site: {error}")

    def _misread(self, turn: int) -> str:
        """What is wrong with the first page, and with some of all files in turn; empty when nothing is."""
        try:
            listed = manifest_.load((self.link / manifest_.PATH).read_bytes()).files
            paths = sorted(listed)
            for path in ("index.html", *(paths[(turn * 7 + step) % len(paths)] for step in range(6))):
                found = manifest_.listed((self.link / path).read_bytes())
                self.reads += 1
                if found != listed[path]:
                    return f"{path}: {found.size} bytes in place of {listed[path].size}"
        except (OSError, NotAManifest) as error:
            return str(error)
        return ""

    def __enter__(self) -> Reader:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._thread.join()


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[bool]:
    """A disk of this size at the folder; False where this machine does not let us mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    try:
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=True)
