"""How long one figure of 193 marks takes, beside others that draw the same dots in the same run.

Run it with `python benchmarks/figure.py`. It installs the peers into `build/peers` the first time (npm and pip), and leaves
out what this machine cannot have, saying so. CPU time of each drawing in a warm process, the median of many, so that ratios
hold on a noisy machine. Ours measures its text, carries its marks' names and claims and is what the site publishes; the
others only set dots, title and labels where they are told.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from tellers.build import drawing, read
from tellers.claims.words import Words
from tellers.figures.drawing import Circle, Drawing, Text
from tellers.files.resources import fonts
from tellers.look.palette import PAINTS, Theme
from tellers.render.png import png
from tellers.render.svg import file_svg

REPOSITORY = Path(__file__).resolve().parent.parent
PEERS = REPOSITORY / "build" / "peers"
VOTE, WIDTH, TIMES = "un-ga/es-11_7", 600, 40
KINDS = ("hemicycle", "blocks")
Row = dict[str, Any]
BASE = {"SVG": "Tellers, hemicycle: SVG", "PNG at 2x": "Tellers, hemicycle: PNG at 2x"}


def main() -> None:
    """Time ours, then each peer, and print a table with medians and ratios."""
    content = read(REPOSITORY)
    charts = {kind: drawing.kinds()[kind].marks(VOTE, content, Words()) for kind in KINDS}
    rows = [row for kind, chart in charts.items() for row in ours(kind, drawing.job_of(kind, chart, content))]
    PEERS.mkdir(parents=True, exist_ok=True)
    shown = PEERS / "picture.json"
    hemicycle = drawing.kinds()["hemicycle"]
    shown.write_text(json.dumps(as_dots(hemicycle.draw(charts["hemicycle"], WIDTH))), encoding="utf-8")
    for command in peers():
        answer = subprocess.run([*command, str(shown), str(TIMES)], cwd=PEERS, check=True, capture_output=True, text=True)
        rows += [json.loads(line) for line in answer.stdout.splitlines()]
    print_table(rows)


def ours(kind: str, job: drawing.Job) -> Iterator[Row]:
    """What the site publishes of this figure, from its chart to bytes."""
    manifest = job.manifest(WIDTH, Theme.LIGHT.value)
    draw = getattr(drawing.kinds()[kind], "draw_file", drawing.kinds()[kind].draw)
    yield timed(f"Tellers, {kind}: SVG", lambda: file_svg(draw(job.chart, WIDTH), manifest, fonts(), Theme.LIGHT).encode())
    yield timed(f"Tellers, {kind}: PNG at 2x", lambda: png(draw(job.chart, WIDTH), manifest, fonts(), Theme.LIGHT))


def timed(name: str, draw: Callable[[], bytes]) -> Row:
    """CPU milliseconds of each call, after three that only warm up."""
    for _ in range(3):
        draw()
    spent, size = [], 0
    for _ in range(TIMES):
        begun = process_time()
        size = len(draw())
        spent.append((process_time() - begun) * 1000)
    return {"name": name, "spent": spent, "size": size}


def as_dots(drawn: Drawing) -> dict[str, object]:
    """The hemicycle for those who only draw: where each seat is, its colour, and the labels."""
    seats = [thing for thing in drawn.things if isinstance(thing, Circle) and thing.tag.member]
    labels = [thing for thing in drawn.things if isinstance(thing, Text)]
    roles = sorted({seat.role for seat in seats})
    return {
        "width": drawn.width,
        "height": drawn.height,
        "title": labels[0].text,
        "colours": {role: PAINTS[Theme.LIGHT][role].fill for role in roles},
        "dots": [{"x": s.x, "y": s.y, "r": s.radius, "role": s.role, "name": s.tag.member} for s in seats],
        "legend": [{"x": t.x, "y": t.y, "text": t.text, "role": roles[0]} for t in labels[1:]],
    }


def peers() -> Iterator[list[str]]:
    """The commands of the peers that this machine can have, installed if need be."""
    here = REPOSITORY / "benchmarks" / "peers"
    python = PEERS / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS / "venv")], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", here / "requirements.txt"], check=True)
    yield [str(python), str(here / "python.py")]
    if shutil.which("npm"):
        for script in ("package.json", "timed.mjs", "plot.mjs", "d3.mjs"):
            shutil.copy(here / script, PEERS)
        if not (PEERS / "node_modules").exists():
            subprocess.run(["npm", "install", "--silent"], cwd=PEERS, check=True)
        yield from (["node", str(PEERS / script)] for script in ("plot.mjs", "d3.mjs"))
    else:
        print("without Observable Plot and D3: no npm here", file=sys.stderr)
    if shutil.which("Rscript"):
        yield ["Rscript", str(here / "ggplot.R")]
    else:
        print("without ggplot2: no Rscript here (Debian: r-cran-ggplot2, r-cran-svglite, r-cran-jsonlite)", file=sys.stderr)


def print_table(rows: list[Row]) -> None:
    """The median of each, as a multiple of ours of the same format."""
    medians = {row["name"]: median(row["spent"]) for row in rows}
    print(f"{platform.machine()}, Python {platform.python_version()}; {TIMES} drawings each, {WIDTH} px wide\n")
    print("| figure | CPU ms, median | of ours | KB |\n| --- | --- | --- | --- |")
    for row in rows:
        spent = medians[row["name"]]
        base = medians[BASE["PNG at 2x" if "PNG" in row["name"] else "SVG"]]
        print(f"| {row['name']} | {spent:.1f} | {spent / base:.1f} | {row['size'] / 1024:.0f} |")


if __name__ == "__main__":
    main()
