"""One figure in all its forms: inline for pages, SVG and PNG for everywhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tellers import __version__
from tellers.build.kinds import FigureKind, figure_kinds
from tellers.encode import Svg
from tellers.figures.chart import Chart
from tellers.figures.drawing import Drawing
from tellers.desk.terms import resting_on, sources_of
from tellers.files import resources
from tellers.look.metrics import MissingGlyph, lacking
from tellers.look.palette import Theme
from tellers.manifest import Manifest
from tellers.model import Content
from tellers.problems import Place, Problem, Refused
from tellers.render.png import Box, png
from tellers.render.svg import file_svg, inline_svg

CARD = 1200
"""Figures of this width are cards for sharing: their pixels are counted exactly, and they are not shown on pages."""
EMAIL = 600
"""What travels is drawn for the column of an email; pages show the wider layout."""
BOTH = "both"
"""The theme of figures inside pages, which take their colours from the site's style sheet."""
SEATED = ("blocks", "hemicycle", "council")
"""Kinds with a mark a member."""
SHARED = Box(1200, 630)
SQUARE = Box(1080, 1080)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure in all its forms: inline SVG by width, files by name, and the height of each layout among the files."""

    inline: Mapping[int, Svg]
    files: Mapping[str, bytes]
    heights: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Job:
    """A chart to draw: its kind's name, where the fonts are, and what the site says about the figure."""

    kind: str
    chart: Chart
    fonts: Path
    site: tuple[tuple[str, str], ...]

    def manifest(self, width: int, theme: str) -> Manifest:
        """The figure's description of itself at this width and theme."""
        return self.chart.manifest(width, theme, dict(self.site))


@contextmanager
def legible() -> Iterator[None]:
    """A letter that no font has is a problem of content, wherever it is drawn."""
    try:
        yield
    except MissingGlyph as error:
        wrong = f'{lacking(error.character, [error.face])}, which "{error.text}" has'
        raise Refused([Problem(Place("content"), "figures", wrong, "write it in Latin letters")]) from error


def job_of(kind: str, chart: Chart, content: Content) -> Job:
    """The job of drawing the chart for this site."""
    about = content.site
    sources = dict.fromkeys(id for key in resting_on(row.record for row in chart.inputs) for id in sources_of(content, key))
    site = {
        "name": about.name,
        "address": about.address,
        "licence": about.licence,
        "page": f"{about.address.rstrip('/')}/use/{chart.figure}/",
        "sources": " ".join(sources),
        "version": __version__,
    }
    return Job(kind, chart, resources.fonts(), tuple(site.items()))


def draw_inline(job: Job) -> Drawn:
    """One chart for pages alone, without the files that can be downloaded."""
    kind = kinds()[job.kind]
    shown = [width for width in kind.WIDTHS if width != CARD]
    drawings = {width: kind.draw(job.chart, width) for width in shown}
    return Drawn({w: inline_svg(d, job.manifest(w, BOTH), job.fonts) for w, d in drawings.items()}, {}, {})


def draw_framed(job: Job) -> Drawn:
    """One chart for a page of an archive: without a list of its claims and marks, and once where it has a mark a member.

    Both lists would be half the site; the reader makes them from the records.
    """
    kind = kinds()[job.kind]
    shown = kind.WIDTHS[:1] if job.kind in SEATED else [width for width in kind.WIDTHS if width != CARD]
    inline = {}
    for width in shown:
        manifest = replace(job.manifest(width, BOTH), claims=(), marks=(), site={})
        inline[width] = inline_svg(kind.draw(job.chart, width), manifest, job.fonts)
    return Drawn(inline, {}, {})


def draw_one(job: Job) -> Drawn:
    """One chart at all its widths, in both themes, and in the two boxes that social media ask for."""
    kind = kinds()[job.kind]
    drawings = {width: kind.draw(job.chart, width) for width in file_widths(kind)}
    files: dict[str, bytes] = {}
    for width, drawing in drawings.items():
        files |= _files(job, width, drawing)
    layouts = {width: drawing for width, drawing in drawings.items() if width != CARD}
    if layouts:
        files[f"{job.chart.figure}-square.png"] = _boxed(job, layouts, SQUARE)
        files.setdefault(f"{job.chart.figure}-card.png", _boxed(job, layouts, SHARED))
    return Drawn(draw_inline(job).inline, files, {width: round(drawing.height) for width, drawing in layouts.items()})


def file_widths(kind: FigureKind) -> list[int]:
    """The widths at which files are made: cards and narrow ones as the kind has them, the wide one as mail takes it."""
    widest = max((width for width in kind.WIDTHS if width != CARD), default=0)
    made: tuple[int, ...] = getattr(kind, "FILES", kind.WIDTHS)
    return [min(EMAIL, width) if width == widest else width for width in made]


def _files(job: Job, width: int, drawing: Drawing) -> dict[str, bytes]:
    card = width == CARD
    files: dict[str, bytes] = {}
    for theme in [Theme.LIGHT] if card else Theme:
        manifest = job.manifest(width, theme.value)
        name = job.chart.figure + suffix(width, theme, kinds()[job.kind].WIDTHS)
        files[f"{name}.png"] = png(drawing, manifest, job.fonts, theme, 1 if card else 2)
        files[f"{name}.svg"] = file_svg(drawing, manifest, job.fonts, theme).encode()
    return files


def _boxed(job: Job, layouts: Mapping[int, Drawing], box: Box) -> bytes:
    """The layout that can be largest in the box, in it."""
    width = max(layouts, key=lambda width: (box.scale(layouts[width]), width))
    return png(layouts[width], job.manifest(width, Theme.LIGHT.value), job.fonts, Theme.LIGHT, box=box)


def suffix(width: int, theme: Theme, widths: tuple[int, ...]) -> str:
    """What a variant's file name has after the figure's id: nothing for the widest light one, `-360`, `-dark`, `-card`."""
    shown = [w for w in widths if w != CARD]
    if width == CARD:
        return "-card" if shown else ""
    narrow = width < min(EMAIL, max(shown))
    return (f"-{width}" if narrow else "") + ("-dark" if theme is Theme.DARK else "")


@cache
def kinds() -> Mapping[str, FigureKind]:
    """Every figure kind, found once."""
    return figure_kinds()
