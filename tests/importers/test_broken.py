"""Hundreds of broken files of every format: each is refused with lines that say where and what to do, or is still whole."""

from __future__ import annotations

import random
import re
import shlex
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from tellers import intake
from tellers.build.kinds import importers
from tellers.importers.asked import Asked
from tellers.importers.saved import Saved
from tellers.model import Content, Outcome
from tellers.records import read_content
from tests.importers.importing import CASES, HERE

EACH = 40
GOOD = sorted(
    path.name for path in CASES.iterdir()
    if not path.name.startswith("refuses_") and "--register" not in (path / "command").read_text()
)  # fmt: skip
FORMATS = sorted(importers())
JUNK = [
    "\x00",
    "\ufeff",
    "￿",
    '"',
    ",",
    "<",
    "&",
    "}",
    "\\",
    "\u202e",
    "=1+1",
    "9" * 400,
    "-1",
    "１４１",
    "NaN",
    "\n",
    "é\u0301",
    "",
]


def _cut(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(len(raw))]


def _drop_line(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    del lines[dice.randrange(len(lines))]
    return b"".join(lines)


def _double_line(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return b"".join([*lines[: at + 1], *lines[at:]])


def _swap_lines(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _junk(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    return raw[:at] + dice.choice(JUNK).encode("utf-8", "surrogatepass") + raw[at + dice.randrange(4) :]


def _flip(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    return raw[:at] + bytes([dice.randrange(256)]) + raw[at + 1 :]


def _word(raw: bytes, dice: random.Random) -> bytes:
    """One word in the place of another one of the same file."""
    words = list(re.finditer(rb"[\w.-]+", raw))
    one, other = dice.choice(words), dice.choice(words)
    return raw[: one.start()] + other[0] + raw[one.end() :]


def _empty(_raw: bytes, _dice: random.Random) -> bytes:
    return b""


def _gzip(raw: bytes, dice: random.Random) -> bytes:
    return b"\x1f\x8b\x08\x00" + raw[dice.randrange(len(raw)) :]


BREAKS: Sequence[Callable[[bytes, random.Random], bytes]] = [
    _cut, _drop_line, _double_line, _swap_lines, _junk, _junk, _flip, _word, _word, _word, _empty, _gzip,
]  # fmt: skip


def site_of(case: Path) -> intake.Site:
    """The small site with the case's own files over it."""
    folders = [HERE / "site", case / "site"]
    files = {path.relative_to(folder).as_posix(): path.read_bytes()
             for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}  # fmt: skip
    return intake.Site(files, read_content(files))


@pytest.mark.parametrize("form", FORMATS)
def test_a_broken_file_never_breaks_the_reader(form: str) -> None:
    dice = random.Random(form)
    cases = [CASES / name for name in GOOD if (CASES / name / "command").read_text().split()[0] == form]
    sites = {case: site_of(case) for case in cases}
    refused = 0
    for number in range(EACH):
        case = cases[number % len(cases)]
        site, content = sites[case], sites[case].reading.partial
        assert content is not None
        saved, asked = _asked(case, content)
        at = dice.randrange(len(saved))
        broken = BREAKS[number % len(BREAKS)](saved[at].raw, dice)
        saved[at] = Saved(saved[at].name, broken)
        taken = intake.take(importers()[form], saved, asked, site, replace=False)
        for problem in taken.problems:
            assert problem.place.path
            assert problem.wrong and problem.do and problem.field, problem
            assert "\n" not in problem.field
        if taken.problems:
            assert not taken.files
            refused += 1
        else:
            assert read_content({**site.files, **taken.files}).problems == []
    assert refused >= EACH // 4, "breaking the file does nothing"


def test_that_is_three_hundred_files() -> None:
    assert EACH * len(FORMATS) >= 300


def _asked(case: Path, content: Content) -> tuple[list[Saved], Asked]:
    """The case's files and what its command line asks for."""
    words = shlex.split((case / "command").read_text())[1:]
    files, options = [], {}
    columns = {}
    while words:
        word = words.pop(0)
        if word == "--map":
            column, _, field = words.pop(0).rpartition("=")
            columns[field] = column
        elif word == "--leave-out-strays":
            options[word] = "yes"
        elif word.startswith("--"):
            options[word] = words.pop(0)
        else:
            files.append(Saved(word, (case / word).read_bytes()))
    return files, Asked(
        content=content, body=content.bodies[options.get("--body", "un-ga")], day=date(2026, 11, 23),
        date=date.fromisoformat(options["--date"]) if "--date" in options else None, symbol=options.get("--symbol"),
        title=options.get("--title"), outcome=Outcome(options["--outcome"]) if "--outcome" in options else None,
        columns=columns, leave_out_strays="--leave-out-strays" in options,
    )  # fmt: skip
