"""Turning points of an archive made for them: twenty years, twelve members, one of which turns, and everybody a little."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tellers.build.framing import page_bytes
from tellers.build.generate import read
from tellers.claims.words import Words
from tellers.desk import Desk
from tellers.pages import archive
from tellers.pages.archive import Shelf
from tellers.problems import Problems
from tellers.verify.archive_files import check_files
from tellers.verify.archive_pages import _check_blocks
from tellers.verify.archive_reading import read_archives
from tellers.verify.archived_turns import wanted_turns
from tellers.verify.archives import Archive
from tellers.verify.content import read_content
from tellers.verify.report import Findings
from tests.archives.sites import archive_site
from tests.sabotage.tools import Edit, exchange, resub, swap

CODES = ["US", "FR", "GB", "CA", "CU", "IN", "BR", "MX", "NO", "SE", "DK", "PL"]
YEARS, EACH = range(1961, 1981), 30


def ballots() -> list[tuple[str, str, str]]:
    """Roll call, code, vote: half of the time as the United States; Cuba nearly always before 1970, then hardly ever."""
    rng, rows = random.Random(1), []
    for number in range(len(YEARS) * EACH):
        year, lead = YEARS[number // EACH], rng.choice(["yes", "no", "abstain"])
        others = [word for word in ("yes", "no", "abstain") if word != lead]
        for code in CODES:
            alike = 0.6 if year < 1970 else 0.4
            if code == "CU":
                alike = 0.9 if year < 1970 else 0.1
            rows.append((str(number + 1), code, lead if code == "US" or rng.random() < alike else rng.choice(others)))
    return rows


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Shelf, Desk, Archive]:
    """The site of that archive, its shelf and desk, and the archive as the reader reads it."""
    site = archive_site(tmp_path_factory.mktemp("turns") / "site")
    folder = site / "content" / "archives"
    calls = [["rcid", "session", "importantvote", "date", "unres", "amend", "para", "short", "descr"]]
    for number in range(len(YEARS) * EACH):
        year = YEARS[number // EACH]
        calls.append(
            [str(number + 1), str(year - 1945), "0", f"{year}-11-20", f"R/{year}/{number}", "0", "0", "TEXT", "TEXT"]
        )
    votes = [["rcid", "country", "country_code", "vote"], *([number, code, code, word] for number, code, word in ballots())]
    files = {
        "un_votes.csv.gz": votes,
        "un_roll_calls.csv": calls,
        "un_roll_call_issues.csv": [["rcid", "short_name", "issue"]],
    }
    about = folder / "unvotes.yml"
    for name, rows in files.items():
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        data = gzip.compress(out.getvalue().encode(), mtime=0) if name.endswith(".gz") else out.getvalue().encode()
        was, now = (hashlib.sha256(raw).hexdigest() for raw in ((folder / name).read_bytes(), data))
        (folder / name).write_bytes(data)
        about.write_text(about.read_text().replace(was, now))
    content, words = read(site), Words()
    desk = Desk(content.of_archive("unvotes"), words, {}, {}, Problems())
    return site, Shelf(content.archived["unvotes"], words), desk, read_archives(site, read_content(site))["unvotes"]


def test_who_turned_is_named_with_the_year(made: tuple[Path, Shelf, Desk, Archive]) -> None:
    _, shelf, _, _ = made
    cuba = shelf.turns["CUB"]
    assert (cuba.year, cuba.before.both, cuba.after.both) == (1970, 150, 150)
    assert cuba.sure
    assert -700 < cuba.beyond < -500  # 80 points less, of which 20 for all
    assert (
        set(shelf.turns)
        == set(made[3].turns)
        == {"BRA", "CAN", "CUB", "DNK", "FRA", "GBR", "IND", "MEX", "NOR", "POL", "SWE"}
    )
    assert sum(turn.sure for turn in shelf.turns.values()) < 5


def test_the_reader_comes_to_the_same(made: tuple[Path, Shelf, Desk, Archive]) -> None:
    _, shelf, _, found = made
    for code, turn in shelf.turns.items():
        other = found.turns[code]
        assert (turn.year, turn.before.same, turn.after.same) == (other.year, other.before[0], other.after[0])
        assert (turn.beyond, turn.error, turn.sure) == (*other.thousandths, other.sure)


CASES: list[tuple[Edit, str]] = [
    (swap("<td>1970<", "<td>1971<"), "div tl-scroll: found"),
    (resub(r"<td>(\d+) of 150 ", "<td>9 of 150 "), "9of150"),
    (resub(r"−(\d\d) ±", r"+\1 ±"), "+"),
    (resub(r"± (\d)", "± 1"), "±1"),
    (exchange("Five years before", "Five years from it"), "Fiveyearsfromit"),
    (resub(r"<tr><th scope=.row.><a.*?</tr>", ""), "tl-scroll"),
]


@pytest.mark.parametrize(("edit", "word"), CASES, ids=[word for _, word in CASES])
def test_another_turning_point_is_found(edit: Edit, word: str, made: tuple[Path, Shelf, Desk, Archive]) -> None:
    raw = page_bytes(archive.turns(made[2], made[1]))
    assert said(raw, made[3]) == []
    assert any(word in problem for problem in said(edit(raw), made[3]))


def said(raw: bytes, found: Archive) -> list[str]:
    """What the reader says to the body of the page."""
    findings = Findings()
    article = LexborHTMLParser(f"<article>{raw.decode().split('---')[2].strip()}</article>").css_first("article")
    assert article is not None
    _check_blocks(article, wanted_turns(found), found, "turns", findings)
    return [str(problem) for problem in findings.problems]


@pytest.mark.parametrize(
    "edit", [swap(",1970,", ",1969,"), resub(r"CUB,(.*),-?(\d+),", r"CUB,\1,-1,")], ids=["year", "change"]
)
def test_another_line_of_the_file_is_found(
    edit: Callable[[bytes], bytes], made: tuple[Path, Shelf, Desk, Archive], tmp_path: Path
) -> None:
    _, shelf, desk, found = made
    start = tmp_path / "archives" / "unvotes"
    for first in shelf.decades:
        framed = archive.decade(desk, shelf, first)
        shutil.rmtree(start / "decades" / f"{first}s", ignore_errors=True)
        (start / "decades" / f"{first}s").mkdir(parents=True)
        for name, data in framed.files.items():
            (start / "decades" / f"{first}s" / name).write_bytes(data)
    (start / "turns").mkdir()
    data = archive.turns(desk, shelf).files["turns.csv"]
    for raw, wrong in ((data, False), (edit(data), True)):
        (start / "turns" / "turns.csv").write_bytes(raw)
        findings = Findings()
        check_files(tmp_path, found, findings)
        assert any("turns.csv" in str(problem) for problem in findings.problems) == wrong
