"""All figures of the site: planned as charts, drawn at every width and theme, on as many cores as there are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from functools import cache
from importlib.metadata import version

from tellers.build.drawing import Drawn, Job, draw_inline, draw_one, load_painters, job_of, kinds, legible
from tellers.build.workers import Crew, spread
from tellers.claims.words import Words, checking
from tellers.desk import Picture
from tellers.encode import Svg
from tellers.figures.chart import Chart
from tellers.files import resources
from tellers.files.cache import Cache
from tellers.manifest import digest_of_inputs
from tellers.model import Content

BATCH = 20
FEW = 4
"""So few figures are drawn sooner than a worker has begun."""

Progress = Callable[[str, int, int], None]


def plan(content: Content, words: Words) -> dict[str, tuple[str, Chart]]:
    """Every chart of the site by figure id, with the name of its kind."""
    planned: dict[str, tuple[str, Chart]] = {}
    for name, kind in kinds().items():
        for subject in kind.subjects(content):
            chart = kind.marks(subject, content, words)
            if chart.figure in planned:
                raise ValueError(f"two figures with the id {chart.figure}: {planned[chart.figure][0]} and {name}")
            planned[chart.figure] = (name, chart)
    return dict(sorted(planned.items()))


def draw_all(
    planned: Mapping[str, tuple[str, Chart]], content: Content, cache_: Cache, progress: Progress, crew: Crew,
    redrawn: list[str] | None = None, inline: bool = False,
) -> dict[str, Drawn]:  # fmt: skip
    """Every chart drawn; those whose chart and drawing code are unchanged come from the cache, the others are `redrawn`.

    Drawn `inline` are those of pages alone, without files to take away.
    """
    jobs = [job_of(kind, chart, content) for kind, chart in planned.values()]
    drawn: dict[str, Drawn] = {}
    waiting: list[Job] = []
    for job in jobs:
        stored = cache_.get(_key(job, inline))
        if stored is None:
            waiting.append(job)
        else:
            drawn[job.chart.figure] = _unpack(stored)
    progress("figures", len(drawn), len(jobs))
    with legible():
        draw = _inline_batch if inline else _draw_batch
        made = _run(waiting, draw, crew, lambda done: progress("figures", len(jobs) - len(waiting) + done, len(jobs)))
    for job, result in made:
        if redrawn is not None:
            redrawn.append(job.chart.figure)
        cache_.put(_key(job, inline), _pack(result))
        drawn[job.chart.figure] = result
    return {figure: drawn[figure] for figure in planned}


def pictures(planned: Mapping[str, tuple[str, Chart]], drawn: Mapping[str, Drawn], words: Words) -> dict[str, Picture]:
    """What pages need of each figure; cards have no inline form and are known by their alternative text alone."""
    return {figure: _picture(figure, *planned[figure], drawn[figure], words) for figure in planned}


def _picture(figure: str, kind: str, chart: Chart, drawn: Drawn, words: Words) -> Picture:
    manifest = chart.manifest(0, "", {})
    offered = {
        f"{figure}.png": words.text("PNG"),
        f"{figure}-dark.png": words.text("PNG, dark"),
        f"{figure}-360.png": words.text("PNG, narrow"),
        f"{figure}-square.png": words.text("PNG, square"),
        f"{figure}-card.png": words.text("PNG, card"),
        f"{figure}.svg": words.text("SVG"),
        f"{figure}-dark.svg": words.text("SVG, dark"),
    }
    return Picture(
        figure=figure,
        kind=kind,
        title=str(chart.title),
        alt=chart.alt,
        svg=drawn.inline,
        framed=drawn.framed or drawn.inline,
        header=chart.table.header,
        rows=chart.table.rows,
        source=chart.source,
        checked=checking.line(
            words,
            figure=figure,
            marks=len(manifest.marks),
            claims=len(manifest.claims),
            digest=digest_of_inputs(chart.inputs),
        ),
        marks=len(manifest.marks),
        claims=len(manifest.claims),
        files=tuple((label, f"/figures/{name}") for name, label in offered.items() if name in drawn.files),
        sizes={name: len(data) for name, data in drawn.files.items()},
        heights=drawn.heights,
        manifest=manifest,
    )


def _run(
    jobs: list[Job], draw: Callable[[None, list[Job]], list[Drawn]], crew: Crew, done: Callable[[int], None]
) -> list[tuple[Job, Drawn]]:
    size = 1 if len(jobs) < 2 * BATCH or crew.alone else BATCH
    batches = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    results: list[tuple[Job, Drawn]] = []
    few = Crew(1) if len(jobs) < FEW else crew
    if jobs:
        load_painters()
    with closing(spread(draw, None, batches, few, "figures were drawn")) as drawn:
        for batch, found in zip(batches, drawn, strict=True):
            results += zip(batch, found, strict=True)
            done(len(results))
    return results


def _draw_batch(_: None, jobs: list[Job]) -> list[Drawn]:
    """With the fonts of the machine that draws."""
    return [draw_one(replace(job, fonts=resources.fonts())) for job in jobs]


def _inline_batch(_: None, jobs: list[Job]) -> list[Drawn]:
    return [draw_inline(replace(job, fonts=resources.fonts())) for job in jobs]


def _key(job: Job, inline: bool) -> str:
    chart = hashlib.sha256(repr((job.kind, job.chart, job.site)).encode()).hexdigest()
    return f"{'inline' if inline else 'figure'} {code_digest()} {chart}"


@cache
def code_digest() -> str:
    """The digest of everything that decides how a figure looks: code, colours, metrics, fonts, library versions."""
    total = hashlib.sha256(f"{version('matplotlib')} {version('pillow')}".encode())
    package = resources.package()
    folders = [package / name for name in ("figures", "render", "look", "manifest", "encode", "build")]
    paths = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".json")]
    paths += list(resources.fonts().glob("*.ttf"))
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _pack(drawn: Drawn) -> bytes:
    """The forms of a figure as one blob: a line of JSON with names and lengths, then the bytes one after the other."""
    parts = [(f"inline {width}", svg.encode()) for width, svg in drawn.inline.items()]
    parts += [(f"framed {width}", svg.encode()) for width, svg in drawn.framed.items()]
    parts += list(drawn.files.items())
    head = json.dumps([[[name, len(data)] for name, data in parts], list(drawn.heights.items())])
    return head.encode() + b"\n" + b"".join(data for _, data in parts)


def _unpack(blob: bytes) -> Drawn:
    head, _, rest = blob.partition(b"\n")
    inline: dict[int, Svg] = {}
    framed: dict[int, Svg] = {}
    files: dict[str, bytes] = {}
    parts, heights = json.loads(head)
    at = 0
    for name, length in parts:
        data = rest[at : at + length]
        at += length
        if name.startswith(("inline ", "framed ")):
            (inline if name.startswith("inline ") else framed)[int(name.split()[1])] = Svg(data.decode())
        else:
            files[name] = data
    return Drawn(inline, files, dict(heights), framed)
