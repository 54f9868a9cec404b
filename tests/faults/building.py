"""Building under faults: the right site or one clear line, the old site untouched, the next build works."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.faults.report import Row
from tests.faults.sites import COMMAND, Reader, build, copy, half, is_one_line, leftovers, retitle, small_disk, start


def kills(number: int, seed: int, site: Path, folder: Path) -> Row:
    """Builds killed with all their processes at random moments, every fourth while it is published, while somebody reads."""
    row, source = Row("killed at any moment", number), random.Random(seed)
    target = copy(site, folder / "kills")
    retitle(target, -1)
    begun = time.monotonic()
    build(target)
    whole = time.monotonic() - begun
    published: set[str] = set()
    with Reader(target) as reader:
        for turn in range(number):
            retitle(target, turn)
            running = start(target)
            if turn % 4:
                time.sleep(source.uniform(0, 1.05 * whole))
            else:
                _await(running, target / "build" / "releases" / "new.part" / "verification.json")
                time.sleep(source.uniform(0, 0.2))
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            row.expect(not half(target), half(target))
            published.add((target / "build" / "site").resolve().name)
        retitle(target, number)
        code, said = build(target)
    row.expect(code == 0, f"the next build: {said}")
    row.expect(not leftovers(target), f"left: {leftovers(target)}")
    row.wrong += reader.torn
    row.note = f"{reader.reads} reads, {len(reader.torn)} torn; {len(published)} editions published meanwhile"
    return row


def _await(running: subprocess.Popen[bytes], path: Path) -> None:
    """Until the file is there, or the build has ended."""
    while running.poll() is None and not path.exists():
        time.sleep(0.01)


def disks(number: int, seed: int, site: Path, folder: Path) -> Row:
    """Disks of many sizes that become full while a site is built on them."""
    row = Row("disk full", number)
    kept = [path for path in site.rglob("*") if path.is_file() and "cache" not in path.parts]
    need = sum(4 + path.stat().st_size // 4096 * 4 for path in kept)
    built = 0
    for turn in range(number):
        size = need + 512 + (turn * 2 * need) // number
        with small_disk(folder / f"disk{turn}", size) as mounted:
            if not mounted:
                row.note = "NOT TRIED on a full disk: this machine lets nobody mount one; a limit on file size instead"
                return _limited(row, site, folder)
            target = copy(site, folder / f"disk{turn}" / "site", "cache")
            before = (target / "build" / "site").resolve()
            retitle(target, turn)
            code, said = build(target)
            built += code == 0
            row.expect(code == 0 or is_one_line(code, said), f"{size} KiB: exit {code}: {said[-200:]}")
            row.expect(not half(target), f"{size} KiB: {half(target)}")
            row.expect(
                code == 0 or (target / "build" / "site").resolve() == before, f"{size} KiB: another site is published"
            )
            row.expect(not leftovers(target), f"{size} KiB: left {leftovers(target)[:3]}")
    row.note = f"{built} were large enough"
    return row


def _limited(row: Row, site: Path, folder: Path) -> Row:
    """Files cannot grow beyond a size: what a disk says when it is full, where none can be mounted."""
    for turn in range(row.tried):
        target = copy(site, folder / f"limit{turn}")
        retitle(target, turn)
        limit = 2000 * (turn + 1)
        running = subprocess.run(
            [*COMMAND, "-C", str(target)], capture_output=True, check=False, preexec_fn=partial(_limit, limit)
        )
        said = (running.stdout + running.stderr).decode()
        row.expect(running.returncode == 0 or is_one_line(running.returncode, said), f"{limit} bytes: {said[-200:]}")
        row.expect(not half(target), f"{limit} bytes: {half(target)}")
    return row


def _limit(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def pairs(number: int, seed: int, site: Path, folder: Path) -> Row:
    """Two builds of one folder at once: one builds, the other says in one line that it does not."""
    row, source = Row("two builds at once", number), random.Random(seed)
    target = copy(site, folder / "pairs")
    refused = 0
    for turn in range(number):
        retitle(target, turn)
        first = start(target)
        time.sleep(source.uniform(0, 0.5))
        second = start(target)
        said = [running.communicate() for running in (first, second)]
        for running, (out, err) in zip((first, second), said, strict=True):
            line = (out + err).decode()
            refused += running.returncode == 3
            row.expect(
                running.returncode == 0 or is_one_line(running.returncode, line), f"exit {running.returncode}: {line[-200:]}"
            )
        row.expect(0 in (first.returncode, second.returncode), "neither built")
        row.expect(
            f"x{turn}x" in (target / "build" / "site" / "index.html").read_text("utf-8"), "the new edition is not published"
        )
        row.expect(not half(target), half(target))
    row.note = f"{refused} were told so in one line"
    return row


def workers(number: int, seed: int, site: Path, folder: Path) -> Row:
    """One process among those that draw or read back is killed, as a system without memory does."""
    row, source = Row("a worker killed", number), random.Random(seed)
    target = copy(site, folder / "workers")
    hit = 0
    for turn in range(number):
        retitle(target, turn)
        shutil.rmtree(target / "build" / "cache", ignore_errors=True)
        before = (target / "build" / "site").resolve()
        running = start(target, "--workers", "2")
        victims = _children(running)
        if victims:
            time.sleep(source.uniform(0, 0.3))
            _kill(source.choice(victims))
        out, err = running.communicate(timeout=300)
        said = (out + err).decode()
        hit += running.returncode == 3
        row.expect(
            running.returncode == 0 or is_one_line(running.returncode, said), f"exit {running.returncode}: {said[-200:]}"
        )
        row.expect(running.returncode == 0 or (target / "build" / "site").resolve() == before, "another site is published")
        row.expect(not half(target), half(target))
    code, said = build(target)
    row.expect(code == 0, f"the next build: {said}")
    row.note = f"{hit} ended the build, in one line"
    return row


def _children(running: subprocess.Popen[bytes]) -> list[int]:
    """The workers of a build, once there are some; none when it ends before."""
    listed = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while running.poll() is None:
        try:
            if found := [int(pid) for pid in listed.read_text().split()]:
                return found
        except OSError:
            break
        time.sleep(0.005)
    return []


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def orphans(number: int, seed: int, site: Path, folder: Path) -> Row:
    """Only the first process of a build is killed: its workers end too, and the next build is not kept waiting."""
    row = Row("a build killed without its workers", number)
    target = copy(site, folder / "orphans")
    for turn in range(number):
        retitle(target, turn)
        shutil.rmtree(target / "build" / "cache", ignore_errors=True)
        running = start(target, "--workers", "2")
        left = _children(running)
        _kill(running.pid)
        running.wait()
        time.sleep(2.5)
        row.expect(not [pid for pid in left if Path(f"/proc/{pid}").exists() and _runs(pid)], "workers are left")
        code, said = build(target)
        row.expect(code == 0, f"the next build: exit {code}: {said[-200:]}")
    return row


def _runs(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def caches(number: int, seed: int, site: Path, folder: Path) -> Row:
    """Files of the cache cut, changed, exchanged, emptied, or made into folders; and a stamp that says something else."""
    row, source = Row("corrupt or foreign cache", number), random.Random(seed)
    target = copy(site, folder / "caches")
    wanted = (target / "build" / "site").resolve().name
    done = 0
    while done < number:
        entries = sorted(path for path in (target / "build" / "cache").rglob("*") if path.is_file())
        for entry in source.sample(entries, min(len(entries), 10, number - done)):
            source.choice(DAMAGES)(entry, source.choice(entries), source)
            done += 1
        if source.random() < 0.5:
            (target / "build" / "stamp.json").write_text(
                source.choice(["", "[]", "{}", '{"key": 1}', "\x00", '{"key": "x", "release": []}'])
            )
        code, said = build(target, "--force")
        row.expect(code == 0, f"exit {code}: {said[-200:]}")
        row.expect((target / "build" / "site").resolve().name == wanted, "other bytes were published")
    return row


def _flip(entry: Path, other: Path, source: random.Random) -> None:
    data = bytearray(entry.read_bytes())
    data[source.randrange(len(data))] ^= 1 << source.randrange(8)
    entry.write_bytes(data)


def _folder(entry: Path, other: Path, source: random.Random) -> None:
    entry.unlink()
    entry.mkdir()


DAMAGES: tuple[Callable[[Path, Path, random.Random], object], ...] = (
    _flip,
    lambda entry, other, source: entry.write_bytes(entry.read_bytes()[: source.randrange(100)]),
    lambda entry, other, source: entry.write_bytes(other.read_bytes() if other.is_file() else b""),
    lambda entry, other, source: entry.write_bytes(b""),
    lambda entry, other, source: entry.write_bytes(entry.read_bytes() + b"<script>"),
    _folder,
)


def environments(number: int, seed: int, site: Path, folder: Path) -> Row:
    """A target that cannot be written, fonts that are missing or broken, a locale without letters, no network."""
    row = Row("read-only target, fonts, locale, network", 6)
    target = copy(site, folder / "closed")
    shutil.rmtree(target / "build")
    (target / "build").write_text("")
    code, said = build(target)
    row.expect(is_one_line(code, said), f"a target that is no folder: exit {code}: {said[-200:]}")
    for name, change in (("missing", Path.unlink), ("broken", lambda font: font.write_bytes(b"no font"))):
        code, said = _with_fonts(copy(site, folder / f"fonts-{name}"), change)
        row.expect(is_one_line(code, said), f"a font that is {name}: exit {code}: {said[-300:]}")
    target = copy(site, folder / "ascii")
    wanted = (target / "build" / "site").resolve().name
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code, said = build(target, "--force", environment=plain)
    row.expect(
        (code, (target / "build" / "site").resolve().name) == (0, wanted), f"an ASCII locale: exit {code}: {said[-200:]}"
    )
    (target / "content" / "sites.yml").write_text("Côte d’Ivoire: 日本\n", "utf-8")
    code, said = build(target, environment=plain)
    row.expect(code == 2 and "Traceback" not in said, f"a problem in an ASCII locale: exit {code}: {said[-200:]}")
    target = copy(site, folder / "offline")
    apart = subprocess.run(["unshare", "-n", *COMMAND, "--force", "-C", str(target)], capture_output=True, check=False)
    if b"unshare" in apart.stderr:
        row.note = "NOT TRIED without a network: this machine lets nobody leave it"
    else:
        row.expect(apart.returncode == 0, f"without a network: {apart.stderr.decode()[-200:]}")
    return row


def _with_fonts(site: Path, change: Callable[[Path], object]) -> tuple[int, str]:
    """A build by a copy of the package in which one font is changed."""
    from tellers.files import resources

    package = site / "package"
    shutil.copytree(resources.package(), package / "tellers", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(resources.overrides(), package / "tellers" / "site_overrides")
    change(package / "tellers" / "site_overrides" / "assets" / "fonts" / "TellersInter-SemiBold.ttf")
    shutil.rmtree(site / "build" / "cache")
    return build(site, environment={"PYTHONPATH": str(package)})


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What should not matter to what is built."""

    environment: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    umask: int = 0o022


CLOCK = "TELLERS_TEST_CLOCK"
"""Seconds since 1970 that a clock shows: in the environment of a build, whose C library asks `clock.c` for the time."""

MATRIX = {
    "another zone": Circumstance({"TZ": "Pacific/Kiritimati"}),
    "another locale": Circumstance({"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}),
    "the C locale": Circumstance({"LC_ALL": "C"}),
    "hash seed 0": Circumstance({"PYTHONHASHSEED": "0"}),
    "hash seed 4711": Circumstance({"PYTHONHASHSEED": "4711"}),
    "one worker": Circumstance(options=("--workers", "1")),
    "two workers": Circumstance(options=("--workers", "2")),
    "umask 077": Circumstance(umask=0o077),
    "umask 000": Circumstance(umask=0),
    "an epoch of 2001": Circumstance({"SOURCE_DATE_EPOCH": "1000000000"}),
    "an epoch of 2033": Circumstance({"SOURCE_DATE_EPOCH": "2000000000"}),
    "optimised": Circumstance({"PYTHONOPTIMIZE": "1"}),
    "a clock of 1975": Circumstance({CLOCK: "157766400"}),
    "a clock of 2036": Circumstance({CLOCK: "2082758400"}),
}


def matrix(number: int, seed: int, site: Path, folder: Path) -> Row:
    """The same content in other folders and circumstances, from nothing and from a cache: one digest."""
    row = Row("clock, zone, locale, hash seed, folder, umask, workers, cache", 0)
    digests = {(site / "build" / "site").resolve().name}
    for name, circumstance in list(MATRIX.items())[:number]:
        clock = _clock(folder) if CLOCK in circumstance.environment else {}
        target = folder / f"m {len(digests)}-{row.tried}" / "deep/er/"[: 4 * (row.tried % 3)] / "site"
        shutil.copytree(site / "content", target / "content")
        shutil.copy(site / "mkdocs.yml", target)
        if row.tried % 2:
            shutil.copytree(site / "build" / "cache", target / "build" / "cache")
        for path in target.rglob("*"):
            os.utime(path, (row.tried, 10**9 + row.tried))
        before = os.umask(circumstance.umask)
        try:
            code, said = build(target, *circumstance.options, environment={**circumstance.environment, **clock})
        finally:
            os.umask(before)
        row.tried += 1
        row.expect(code == 0, f"{name}: {said[-200:]}")
        digests.add((target / "build" / "site").resolve().name)
    row.expect(len(digests) == 1, f"{len(digests)} digests: {sorted(digests)}")
    row.note = f"{len(digests)} digest"
    return row


def _clock(folder: Path) -> dict[str, str]:
    """The environment in which every process reads the clock of `clock.c`; needs a C compiler."""
    library = folder / "clock.so"
    if not library.exists():
        subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(Path(__file__).with_name("clock.c"))], check=True)
    return {"LD_PRELOAD": str(library)}


Fault = Callable[[int, int, Path, Path], Row]
FAULTS: dict[str, tuple[Fault, int]] = {
    "kills": (kills, 200), "disks": (disks, 20), "pairs": (pairs, 50), "workers": (workers, 50), "orphans": (orphans, 5),
    "caches": (caches, 100), "environments": (environments, 1), "matrix": (matrix, len(MATRIX)),
}  # fmt: skip
"""Each fault, and how often a large round tries it."""
MANY_FIGURES = {"workers", "orphans", "caches", "matrix"}
"""Faults of drawing and of all that is drawn, which need the whole starter; a site of two votes does for the others."""

if sys.platform != "linux":
    raise RuntimeError("these faults are made by means that only Linux has")
