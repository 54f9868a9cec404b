"""The same votes as a site, by Tellers and by others that make sites from data: from nothing, again, with a ballot changed.

    python benchmarks/sites.py FOLDER [--votes 200] [--into FOLDER]

FOLDER holds the tables of the R package unvotes, as `benchmarks/archive.py` has them; the newest votes are taken. Each peer
makes a page a vote with the same table and a dot a ballot, with its own search if it has one. They are installed from npm
and pip into a temporary folder, or into `--into` for the next run, in the versions that `peers/sites` names; a peer that
cannot be installed is left out, saying so. CPU seconds are of all processes of a build; peak memory is that of the largest
one. Ours has read back every page and figure before a build ends; the others check nothing.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive import prepare, rows_of

HERE = Path(__file__).resolve().parent
FILES = HERE / "peers" / "sites"
STATES = ("from nothing", "nothing changed", "one ballot changed")
MEASURED = """import json, resource, subprocess, sys, time
begun = time.perf_counter()
for command in json.loads(sys.argv[1]):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000]))
"""
Row = dict[str, str]


class Missing(Exception):
    """A peer that this machine cannot have, and why."""


@dataclass(frozen=True)
class Peer:
    """A builder of sites: where it works, the commands of one build, where the site is then, and how a ballot is changed."""

    name: str
    work: Path
    commands: Sequence[Sequence[str]]
    out: str
    environment: Mapping[str, str]
    change: Callable[[], None]


def main() -> None:
    """Build every site three times, and print a table."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("folder", type=Path, help="where the tables are")
    asked.add_argument("--votes", type=int, default=200, help="how many of the newest votes")
    asked.add_argument("--into", type=Path, help="where to install the peers; a temporary folder if left out")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        chosen = sorted(rows_of(given.folder, "un_roll_calls"), key=lambda row: (row["date"], int(row["rcid"])))[
            -given.votes :
        ]
        kept = {row["rcid"]: row for row in chosen}
        ballots = [row for row in rows_of(given.folder, "un_votes") if row["rcid"].removesuffix(".0") in kept]
        prepare(given.folder, work / "tellers", kept)
        data = table(work / "data", kept, ballots)
        at = (given.into or work / "installed").resolve()
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        print(f"{machine}, load {os.getloadavg()[0]:.1f}")
        print(f"{len(kept)} votes, {len(ballots):,} ballots\n")
        print("| site | state | wall s | CPU s | CPU, of ours | CPU ms a page | largest process, MB | pages | MB |")
        print("| --- " * 9 + "|")
        ours: list[float] = []
        for begin in (tellers, mkdocs, sphinx, framework, eleventy):
            try:
                peer = begin(work, data, at, changed_ballot(ballots))
            except (Missing, subprocess.CalledProcessError, OSError) as error:
                print(f"| {begin.__name__} | left out: {error} |" + " |" * 7, flush=True)
                continue
            for line in lines(peer, ours):
                print(line, flush=True)
        print(f"\nload {os.getloadavg()[0]:.1f} at the end")


def lines(peer: Peer, ours: list[float]) -> Iterator[str]:
    """A row of the table for each state; CPU seconds of the first peer are what those of the others are compared with."""
    before = ""
    for number, state in enumerate(STATES):
        if number == 2:
            peer.change()
        environment = {**os.environ, **peer.environment}
        command = [sys.executable, "-c", MEASURED, json.dumps(peer.commands)]
        said = subprocess.run(command, cwd=peer.work, env=environment, check=True, capture_output=True, text=True).stdout
        wall, cpu, peak = json.loads(said)
        ours += [cpu] if len(ours) <= number else []
        out = (peer.work / peer.out).resolve()
        files = [file for file in sorted(out.rglob("*")) if file.is_file()]
        pages, size = sum(file.suffix == ".html" for file in files), sum(file.stat().st_size for file in files) / 1e6
        digest = hashlib.sha256(b"".join(file.read_bytes() for file in files if file.suffix == ".html")).hexdigest()
        if number == 2 and digest == before:
            raise RuntimeError(f"{peer.name} did not see the changed ballot")
        before = digest
        each = 1000 * cpu / pages
        row = f"{wall:.1f} | {cpu:.1f} | {cpu / ours[number]:.2f} | {each:.0f} | {peak:.0f} | {pages:,} | {size:.0f}"
        yield f"| {peer.name} | {state} | {row} |"


Ballot = tuple[str, str, str]
"""Of the ballot that is changed: its vote, its member, and the member's code."""


def changed_ballot(ballots: Sequence[Row]) -> Ballot:
    """The first yes of all, which becomes a no."""
    row = next(row for row in ballots if row["vote"] == "yes")
    return row["rcid"], row["country"], row["country_code"]


def table(folder: Path, kept: Mapping[str, Row], ballots: Sequence[Row]) -> Path:
    """The votes as peers read them: `votes.csv`, and a file of ballots for each."""
    folder.mkdir()
    titles = {id: row["descr"] or row["short"] for id, row in kept.items()}
    rows = [{"id": id, "date": row["date"], "symbol": row["unres"], "title": titles[id]} for id, row in kept.items()]
    write(folder / "votes.csv", rows)
    for id in kept:
        mine = [row for row in ballots if row["rcid"].removesuffix(".0") == id]
        rows = [{"code": row["country_code"], "name": row["country"], "option": row["vote"]} for row in mine]
        write(folder / f"{id}.csv", rows)
    return folder


def write(file: Path, rows: Sequence[Row]) -> None:
    """The rows as CSV."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def tellers(work: Path, _data: Path, _at: Path, ballot: Ballot) -> Peer:
    """Ours, as an archive: the votes of a dump, with pages of members, sessions, topics and decades beside theirs."""
    site = work / "tellers"

    def change() -> None:
        file = site / "content/archives/un_votes.csv.gz"
        rows = list(csv.reader(io.StringIO(gzip.decompress(file.read_bytes()).decode())))
        row = next(row for row in rows if (row[0], row[1]) == (ballot[0], ballot[1]))
        row[3] = "no"
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        was = hashlib.sha256(file.read_bytes()).hexdigest()
        file.write_bytes(gzip.compress(out.getvalue().encode(), mtime=0))
        about = site / "content/archives/unvotes.yml"
        about.write_text(about.read_text().replace(was, hashlib.sha256(file.read_bytes()).hexdigest()))

    return Peer("Tellers, read back", site, [[sys.executable, "-m", "tellers", "build", "-q"]], "build/site", {}, change)


def mkdocs(work: Path, data: Path, at: Path, ballot: Ballot) -> Peer:
    """Plain MkDocs and a script that draws every chart with pyplot."""
    python = in_python(at)
    commands = [[python, "make.py"], [python, "-m", "mkdocs", "build", "-q"]]
    return peer(f"MkDocs {version(python, 'mkdocs')}, pyplot", "mkdocs", work, data, commands, "site", ballot)


def sphinx(work: Path, data: Path, at: Path, ballot: Ballot) -> Peer:
    """Sphinx with the plot directive of Matplotlib, on all cores; it makes again what it sees to be changed."""
    python = in_python(at)
    commands = [[python, "make.py"], [python, "-m", "sphinx", "-q", "-j", "auto", "source", "out"]]
    return peer(f"Sphinx {version(python, 'sphinx')}, plot directive", "sphinx", work, data, commands, "out", ballot)


def framework(work: Path, data: Path, at: Path, ballot: Ballot) -> Peer:
    """Observable Framework with a page loader in Python; the reader's browser draws.

    It keeps what a loader has made until the loader changes, so what it has of the changed vote is removed first.
    """
    modules = in_node(at, "framework", work)
    made = peer(f"Observable Framework {modules['framework']}", "framework", work, data,
                [["node_modules/.bin/observable", "build"]], "dist", ballot)  # fmt: skip

    def change() -> None:
        made.change()
        (made.work / f"src/.observablehq/cache/votes/{ballot[0].removesuffix('.0')}.md").unlink()

    return Peer(made.name, made.work, made.commands, made.out, made.environment, change)


def eleventy(work: Path, data: Path, at: Path, ballot: Ballot) -> Peer:
    """Eleventy with a template for the chart, fed by a script; it has no search."""
    modules = in_node(at, "eleventy", work)
    commands = [[sys.executable, "make.py"], ["node_modules/.bin/eleventy", "--quiet"]]
    return peer(f"Eleventy {modules['eleventy']}, no search", "eleventy", work, data, commands, "_site", ballot)


def peer(name: str, files: str, work: Path, data: Path, commands: list[list[str]], out: str, ballot: Ballot) -> Peer:
    """A peer in a folder of its own, with a table of its own in which the ballot can be changed."""
    place, own = work / files, work / f"{files}-data"
    shutil.copytree(FILES / files, place, dirs_exist_ok=True)
    shutil.copytree(data, own)

    def change() -> None:
        file = own / f"{ballot[0].removesuffix('.0')}.csv"
        line = f"{ballot[2]},{quoted(ballot[1])}"
        file.write_text(file.read_text().replace(f"{line},yes\n", f"{line},no\n"))

    environment = {"PEERS": str(FILES), "VOTES": str(own), "OBSERVABLE_TELEMETRY_DISABLE": "true", "NO_UPDATE_NOTIFIER": "1"}
    return Peer(name, place, commands, out, environment, change)


def quoted(text: str) -> str:
    """As the CSV has it."""
    return f'"{text}"' if "," in text else text


def in_python(at: Path) -> str:
    """The Python in which the peers of `requirements.txt` are installed."""
    python = at / "venv" / "bin" / "python"
    if not (at / "venv" / "whole").exists():
        subprocess.run([sys.executable, "-m", "venv", at / "venv"], check=True)
        subprocess.run(
            [python, "-m", "pip", "install", "-q", "-r", FILES / "requirements.txt"], check=True, capture_output=True
        )
        (at / "venv" / "whole").touch()
    return str(python)


def version(python: str, package: str) -> str:
    """The version that is installed there."""
    code = f"from importlib.metadata import version; print(version('{package}'))"
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def in_node(at: Path, files: str, work: Path) -> dict[str, str]:
    """Install the peer's packages beside its files; the version of the first."""
    if shutil.which("npm") is None:
        raise Missing("no npm here")
    place = at / files
    place.mkdir(parents=True, exist_ok=True)
    shutil.copy(FILES / files / "package.json", place)
    if not (place / "node_modules").exists():
        subprocess.run(["npm", "install", "--silent", "--no-package-lock"], cwd=place, check=True, capture_output=True)
    (work / files).mkdir()
    (work / files / "node_modules").symlink_to(place / "node_modules")
    found = re.findall(r'"[^"]*?/([a-z]+)": "([0-9.]+)"', (place / "package.json").read_text())
    return dict(found)


if __name__ == "__main__":
    main()
