"""Builds that are killed or interrupted, whole or in part: the old site or the new one, and the next build works."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from tests.faults.report import Row
from tests.faults.sites import Reader, build, copy, half, is_one_line, leftovers, retitle, start


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
            _signal(running.pid, signal.SIGKILL)  # which may have ended by then
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


def interrupts(number: int, seed: int, site: Path, folder: Path) -> Row:
    """Builds interrupted from the keyboard at random moments, every other one twice: they end soon, without a traceback."""
    row, source = Row("interrupted", number), random.Random(seed)
    target = copy(site, folder / "interrupts")
    for turn in range(number):
        retitle(target, turn)
        shutil.rmtree(target / "build" / "cache", ignore_errors=True)
        running = start(target, "--workers", "2")
        time.sleep(source.uniform(0, 6))
        for _ in range(1 + turn % 2):
            _signal(running.pid, signal.SIGINT)
            time.sleep(source.uniform(0, 0.3))
        try:
            out, err = running.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            row.expect(False, "still running a minute later")
            _signal(running.pid, signal.SIGKILL)
            out, err = running.communicate()
        said = (out + err).decode().strip()
        row.expect(
            running.returncode in (0, -signal.SIGINT) or said == "tellers: interrupted",
            f"exit {running.returncode}: {said[-200:]}",
        )
        row.expect(not half(target), half(target))
    code, said = build(target)
    row.expect(code == 0 and not leftovers(target), f"the next build: {said} {leftovers(target)}")
    return row


def _signal(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return


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
