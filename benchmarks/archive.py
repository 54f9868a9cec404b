"""A whole archive built and verified from nothing, then again after a change, and two tenths of it: time, memory, size.

    python benchmarks/archive.py FOLDER

FOLDER holds the three tables of the R package unvotes as `*un_votes.csv.gz`, `*un_roll_calls.csv.gz` and
`*un_roll_call_issues.csv.gz`. One tenth is every tenth roll call, of all years and with all members that there ever were.
The other has the latest ones, in all of which the same 193 members have a seat.

CPU seconds are of all processes; peak memory is of the largest single one. Two rows are whole builds, from the start of
`tellers build` to the swapped-in site, reading back included. The last is `tellers serve`: from the moment in which a ballot
has been changed in the dump until the page of its vote shows it.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from time import perf_counter, sleep
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
TABLES = ("un_votes", "un_roll_calls", "un_roll_call_issues")
ABOUT = """title: Votes of the General Assembly
summary: Roll calls from Erik Voeten's data, as the R package unvotes has them.
body: un-ga
format: unvotes
files:
{files}source: unvotes
leave-out-strays: true
anchor: USA
published: 2026-11-28
"""


def main(folder: Path) -> None:
    """Measure two tenths of the archive and all of it, and print all three."""
    rows = rows_of(folder, "un_roll_calls")
    calls, by_day = ([row["rcid"] for row in some] for some in (rows, sorted(rows, key=lambda row: row["date"])))
    cuts = {"every tenth": calls[::10], "latest tenth": by_day[-len(calls[::10]) :], "all": calls}
    found = {name: measured(folder, kept) for name, kept in cuts.items()}
    print(f"{'roll calls':<13} {'votes':>5} {'step':<20}  wall s   CPU s  peak MB  pages  site MB  CPU ms a vote")
    for name, steps in found.items():
        votes = len(cuts[name])
        for step, wall, cpu, peak, pages, size in steps:
            row = f"{wall:>7.1f} {cpu:>7.1f} {peak:>8.0f} {pages:>6} {size:>8.0f} {1000 * cpu / votes:>14.1f}"
            print(f"{name:<13} {votes:>5} {step:<20} {row}")
    for name in ("every tenth", "latest tenth"):
        compare(name, found[name], found["all"], len(calls) / len(cuts[name]))


Step = tuple[str, float, float, float, int, float]


def compare(name: str, tenth: list[Step], whole: list[Step], times: float) -> None:
    """What a vote, a page and a megabyte of all cost against those of a tenth; all has so many `times` its votes."""
    for one, other in zip(tenth, whole, strict=True):
        cost = other[2] / one[2]
        page, size = cost * one[4] / other[4], cost * max(one[5], 1) / max(other[5], 1)
        each = f"a vote costs {cost / times:.2f} times, a page {page:.2f} times, a megabyte {size:.2f} times"
        print(f"{one[0]}: among all {each} what it costs among the {name}")


def measured(folder: Path, kept: Collection[str]) -> list[Step]:
    """The archive of these roll calls: what generating, framing, reading and changing it took."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        prepare(folder, site, {number.removesuffix(".0") for number in kept})
        steps = [step(site, name) for name in ("generate", "frame", "verify")]
        step(site, "build")
        steps.append(step(site, "nothing changed"))
        change(site, "yes", "abstain")
        steps.append(step(site, "one ballot changed"))
        return [*steps, in_preview(site)]


def prepare(folder: Path, site: Path, kept: Collection[str]) -> None:
    """A site with an archive of these roll calls."""
    sys.path.insert(0, str(ROOT))
    from tests.archives.sites import archive_site

    archive_site(site)
    files = ""
    for name in TABLES:
        table = rows_of(folder, name)
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in table if row["rcid"].removesuffix(".0") in kept)
        data = gzip.compress(out.getvalue().encode(), mtime=0)
        (site / "content/archives" / f"{name}.csv.gz").write_bytes(data)
        files += f'  - {{file: {name}.csv.gz, digest: "sha256:{hashlib.sha256(data).hexdigest()}"}}\n'
    for name in ("un_roll_calls.csv", "un_roll_call_issues.csv"):
        (site / "content/archives" / name).unlink()
    (site / "content/archives/unvotes.yml").write_text(ABOUT.format(files=files), "utf-8")


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of the table of this name."""
    with gzip.open(next(folder.glob(f"*{name}.csv.gz")), "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


_STEPS = {
    "generate": "from tellers.build import generate; import pickle; "
    "g = generate(site); (site / 'framed').write_bytes(pickle.dumps(g.framed))",
    "frame": "from tellers.site.mkdocs import build_site; import pickle; "
    "build_site(site, site / 'build/docs', site / 'built', pickle.loads((site / 'framed').read_bytes()))",
    "verify": "from tellers.verify import Kept, verify_site; kept = Kept(); "
    "r = verify_site(site / 'built', site, lambda *a: None, kept=kept); "
    "print(*map(str, r.problems[:20]), sep='\\n'); assert not r.problems; "
    "from tellers.build.publish import VERIFIED; from tellers.files.cache import Cache; "
    "Cache(site / 'build/cache').put(VERIFIED, kept.dump())",
}


def change(site: Path, was: str, now: str) -> str:
    """France votes otherwise in a roll call of 1985, or of 2018; where the page of that vote is."""
    from tests.archives.sites import change_dump

    calls, ballots = (rows_of(site / "content/archives", name) for name in ("un_roll_calls", "un_votes"))
    symbols = [row["unres"] for row in calls]
    held = {
        row["rcid"].removesuffix(".0"): row["unres"]
        for row in sorted(calls, key=lambda row: row["date"])
        if row["date"][:4] in ("1985", "2018") and row["unres"] and symbols.count(row["unres"]) == 1
    }
    cast = {row["rcid"] for row in ballots if row["country_code"] == "FR" and row["vote"] == was}
    number, written = next((id, raw) for id in held for raw in (id, f"{id}.0") if raw in cast)
    change_dump(site, "un_votes.csv.gz", f"\n{written},France,FR,{was}", f"\n{written},France,FR,{now}")
    return f"votes/un-ga/{held[number].removeprefix('R/').lower().replace('/', '_')}/"


def in_preview(site: Path) -> Step:
    """How long until a changed ballot is seen in the preview; CPU time is of its process in that time."""
    command = [sys.executable, "-u", "-m", "tellers", "serve", "-C", str(site), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = next(line.split()[1] for line in process.stdout if line.startswith("Serving "))
        path = change(site, "no", "yes")
        start, before = perf_counter(), cpu_of(process.pid)
        while "France" not in yes_of(address + path):
            sleep(0.02)
        wall, cpu = perf_counter() - start, cpu_of(process.pid) - before
        status = Path(f"/proc/{process.pid}/status").read_text()
        process.terminate()
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1e3
    return "seen in the preview", wall, cpu, peak, len(list((site / "build/drafts").rglob("*.md"))), 0


def yes_of(address: str) -> str:
    """Who voted yes, as the page of a vote lists it."""
    with urlopen(address) as page:
        text: str = page.read().decode()
    return text.partition('data-option="yes"')[2].partition("</section>")[0]


def cpu_of(pid: int) -> float:
    """Seconds of the processor that a process and its ended children have had."""
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


def step(site: Path, name: str) -> Step:
    """One step, or a build, in a process of its own."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    deed = _STEPS.get(name, "from tellers.cli import run; assert run(['build', '-C', str(site), '--quiet']) == 0")
    code = f"from pathlib import Path; site = Path({str(site)!r}); {deed}; import resource; "
    code += "print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    wall, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    pages = len(list((site / "build/docs").rglob("*.md")))
    size = sum(file.stat().st_size for file in (site / "built").rglob("*") if file.is_file()) / 1e6
    return name, wall, cpu, int(said.split()[-1]) / 1e3, pages, size


if __name__ == "__main__":
    main(Path(sys.argv[1]))
