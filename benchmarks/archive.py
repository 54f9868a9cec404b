"""A whole archive built and verified from nothing, then again after a change, and a tenth of it: time, memory, size.

    python benchmarks/archive.py FOLDER

FOLDER holds the three tables of the R package unvotes as `*un_votes.csv.gz`, `*un_roll_calls.csv.gz` and
`*un_roll_call_issues.csv.gz`. CPU seconds are of all processes; peak memory is of the largest single one. The last two rows
are whole builds, from the start of `tellers build` to the swapped-in site, reading back included.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import resource
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from time import perf_counter

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
    """Measure a tenth of the archive and all of it, and print both."""
    rows = [measured(folder, every) for every in (10, 1)]
    print("  votes step                 wall s   CPU s  peak MB  pages  site MB  CPU ms a vote")
    for votes, steps in rows:
        for step, wall, cpu, peak, pages, size in steps:
            each = 1000 * cpu / votes
            print(f"{votes:>6} {step:<20} {wall:>7.1f} {cpu:>7.1f} {peak:>8.0f} {pages:>6} {size:>8.0f} {each:>14.1f}")
    (few, tenth), (many, whole) = rows
    for one, other in zip(tenth, whole, strict=True):
        page, size = (other[2] / other[4]) / (one[2] / one[4]), (other[2] / max(other[5], 1)) / (one[2] / max(one[5], 1))
        each = f"a vote costs {(other[2] / many) / (one[2] / few):.2f} times, a page {page:.2f} times"
        print(f"{one[0]}: among {many} {each}, a megabyte {size:.2f} times what it costs among {few}")


Step = tuple[str, float, float, float, int, float]


def measured(folder: Path, every: int) -> tuple[int, list[Step]]:
    """The archive of every so many-th roll call: its number of votes, and what generating, framing and reading it took."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        kept = {row["rcid"] for row in rows_of(folder, "un_roll_calls")[::every]}
        prepare(folder, site, kept)
        steps = [step(site, name) for name in ("generate", "frame", "verify")]
        step(site, "build")
        steps.append(step(site, "nothing changed"))
        change(site)
        steps.append(step(site, "one ballot changed"))
        return len(kept), steps


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


def change(site: Path) -> None:
    """France votes otherwise in the first roll call of 1985 that it has a yes in."""
    from tests.archives.sites import change_dump

    calls, ballots = (rows_of(site / "content/archives", name) for name in ("un_roll_calls", "un_votes"))
    held = {row["rcid"].removesuffix(".0") for row in calls if row["date"].startswith("1985-")}
    cast = (row["rcid"] for row in ballots if row["country_code"] == "FR" and row["vote"] == "yes")
    number = next(rcid for rcid in cast if rcid.removesuffix(".0") in held)
    change_dump(site, "un_votes.csv.gz", f"\n{number},France,FR,yes", f"\n{number},France,FR,abstain")


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
