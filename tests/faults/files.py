"""Broken content files: each refused with its file and line, or read as if it were whole; quickly, in little memory."""

from __future__ import annotations

import dataclasses
import json
import os
import traceback
from collections.abc import Mapping
from pathlib import Path

from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.files.read import read_content_files
from tellers.model import Content
from tellers.pages import explainer
from tellers.problems import Problem, Problems
from tellers.records import read_content
from tellers.stats import result_of
from tests.faults.broken import Broken, broken
from tests.faults.report import Row

SECONDS, MEMORY = 2.0, 1024
STARTER = Path(__file__).resolve().parents[2] / "generators/tellers/starter"


def run(number: int, seed: int, site: Path = STARTER) -> Row:
    """So many broken files of the site, each read by a process of its own that is measured."""
    files = read_content_files(site)
    whole = _plain(_read(files)[0])
    row = Row("broken content files", number)
    slowest, biggest = 0.0, 0
    for case in broken(files, number, seed):
        wrong, seconds, memory = _measured(files, case, whole)
        slowest, biggest = max(slowest, seconds), max(biggest, memory)
        row.expect(not wrong, f"{case.defect} in {case.path}: {wrong}")
        row.expect(seconds <= SECONDS and memory <= MEMORY, f"{case.defect} in {case.path}: {seconds:.1f} s, {memory} MiB")
    row.note = f"slowest {slowest:.1f} s of CPU, largest {biggest} MiB"
    return row


def judge(files: Mapping[str, bytes], case: Broken, whole: Mapping[str, object]) -> str:
    """What is wrong with how the broken file was taken; empty when nothing is."""
    content, problems = _read({**files, case.path: case.data})
    named = [problem for problem in problems if problem.place.path == case.path]
    if case.same:
        return f"refused: {problems[0]}" if problems else "" if _plain(content) == whole else "read as something else"
    if not problems:
        return "read as if it were whole"
    about_the_name = case.path not in files
    return "" if any(problem.place.line or about_the_name for problem in named) else f"no line named: {problems[0]}"


def _read(files: Mapping[str, bytes]) -> tuple[Content | None, list[Problem]]:
    """The content with the expressions of its explainers read, as `tellers check` does; figures are not drawn."""
    reading = read_content(files)
    if reading.content is None:
        return None, reading.problems
    results = {id: result_of(reading.content, id) for id in reading.content.votes}
    desk = Desk(reading.content, Words(), results, {}, Problems())
    explainer.make(desk)
    told = [problem for problem in desk.problems.in_order() if not problem.wrong.startswith('unknown figure "assembly')]
    told = [problem for problem in told if not problem.wrong.startswith('unknown figure "bridge')]
    return reading.content, told


def _plain(content: Content | None) -> dict[str, object]:
    """The fields of the content, without digests, which are of bytes."""
    if content is None:
        return {}
    return {field.name: getattr(content, field.name) for field in dataclasses.fields(content) if field.name != "digests"}


def _measured(files: Mapping[str, bytes], case: Broken, whole: Mapping[str, object]) -> tuple[str, float, int]:
    """The verdict, seconds of CPU and MiB of a process that does nothing else; a traceback is a verdict."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            said = judge(files, case, whole)
        except BaseException:  # noqa: BLE001  a traceback is what is looked for
            said = traceback.format_exc()[-300:]
        os.write(write, json.dumps(said).encode()[:4000])
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        raw = pipe.read()
    _, status, used = os.wait4(child, 0)
    said = json.loads(raw) if raw and status == 0 else f"ended with {status}"
    return said, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
