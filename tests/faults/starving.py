"""Builds that lack space, peace, a whole cache, fonts or a network: the right site or one clear line."""

from __future__ import annotations

import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults.report import Row
from tests.faults.sites import COMMAND, build, copy, half, is_one_line, leftovers, retitle, small_disk, start


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
