"""One figure in all its forms: inline for pages, SVG and PNG for everywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
from tellers.render.boxes import LIGHT_ENOUGH, Box

CARD = 1200
CARDS = {CARD: "-card", 1080: "-square"}
"""Figures of these widths are cards for sharing: their pixels are counted exactly, and they are not shown on pages."""
EMAIL = 600
"""What travels is drawn for the column of an email; pages show the wider layout."""
BOTH = "both"
"""The theme of figures inside pages, which take their colours from the site's style sheet."""
SEATED = ("blocks", "hemicycle", "council")
"""Kinds with a mark a member."""
FRAMED_AS_FILES = ("words",)
"""Kinds that are shown in other people's pages as they travel, not as pages show them: a page of text is no frame."""
DENSITIES = (2.0, 1.5, 1.0)
"""Pixels to a CSS pixel: fewer only where a picture would be too heavy, such as a long series."""
BOXES = {"-square": Box(1080, 1080), "-card": Box(1200, 630)}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure in all its forms: inline SVG by width, files by name, and the height of each layout among the files.

    `framed` is what a frame in other people's pages shows by width, where that is not what pages show.
    """

    inline: Mapping[int, Svg]
    files: Mapping[str, bytes]
    heights: Mapping[int, int]
    framed: Mapping[int, Svg]


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


def load_painters() -> None:
    """Load what paints, which takes half a second, for all workers that this process makes after it."""
    from tellers.render import png, svg  # noqa: F401


def draw_inline(job: Job) -> Drawn:
    """One chart for pages alone, without the files that can be downloaded."""
    kind = kinds()[job.kind]
    return Drawn(_inline(job, {width: kind.draw(job.chart, width) for width in shown(kind)}), {}, {}, {})


def _inline(job: Job, drawings: Mapping[int, Drawing]) -> dict[int, Svg]:
    from tellers.render.svg import inline_svg

    return {width: inline_svg(drawn, job.manifest(width, BOTH), job.fonts) for width, drawn in drawings.items()}


def draw_framed(job: Job) -> Drawn:
    """One chart for a page of an archive: without a list of its claims and marks, and once where it has a mark a member.

    Both lists would be half the site; the reader makes them from the records.
    """
    from tellers.render.svg import inline_svg

    kind = kinds()[job.kind]
    inline = {}
    for width in kind.WIDTHS[:1] if job.kind in SEATED else shown(kind):
        manifest = replace(job.manifest(width, BOTH), claims=(), marks=(), site={})
        inline[width] = inline_svg(kind.draw(job.chart, width), manifest, job.fonts)
    return Drawn(inline, {}, {}, {})


def draw_one(job: Job) -> Drawn:
    """One chart at all its widths, in both themes, and in the two boxes that social media ask for."""
    kind = kinds()[job.kind]
    drawings = {width: drawn_as_file(kind, job.chart, width) for width in file_widths(kind)}
    files: dict[str, bytes] = {}
    for width, drawing in drawings.items():
        files |= _files(job, width, drawing)
    layouts = {width: drawing for width, drawing in drawings.items() if width not in CARDS}
    for ending, box in BOXES.items() if layouts else ():
        if f"{job.chart.figure}{ending}.png" not in files:
            files[f"{job.chart.figure}{ending}.png"] = _boxed(job, layouts, box)
    heights = {width: round(drawing.height) for width, drawing in layouts.items()}
    framed = _inline(job, layouts) if job.kind in FRAMED_AS_FILES else {}
    return Drawn(draw_inline(job).inline, files, heights, framed)


def shown(kind: FigureKind) -> list[int]:
    """The widths at which pages show the kind."""
    return [width for width in kind.WIDTHS if width not in CARDS]


def drawn_as_file(kind: FigureKind, chart: Chart, width: int) -> Drawing:
    """What travels at this width; a kind that would be too heavy for mail offers `draw_file` for it."""
    draw: Callable[[Chart, int], Drawing] = getattr(kind, "draw_file", kind.draw)
    return draw(chart, width)


def file_widths(kind: FigureKind) -> list[int]:
    """The widths at which files are made: cards and narrow ones as the kind has them, the wide one as mail takes it."""
    widest = max(shown(kind), default=0)
    made: tuple[int, ...] = getattr(kind, "FILES", kind.WIDTHS)
    return [min(EMAIL, width) if width == widest else width for width in made]


def _files(job: Job, width: int, drawing: Drawing) -> dict[str, bytes]:
    from tellers.render.svg import file_svg

    files: dict[str, bytes] = {}
    for theme, data in painted(job, width, drawing).items():
        name = job.chart.figure + suffix(width, theme, kinds()[job.kind].WIDTHS)
        files[f"{name}.png"] = data
        files[f"{name}.svg"] = file_svg(drawing, job.manifest(width, theme.value), job.fonts, theme).encode()
    return files


def painted(job: Job, width: int, drawing: Drawing) -> dict[Theme, bytes]:
    """The PNG of each theme, all with as many pixels to a CSS pixel as leave every one light enough for mail."""
    from tellers.render.png import png

    card = width in CARDS
    made: dict[Theme, bytes] = {}
    for scale in (1.0,) if card else DENSITIES:
        themes = [Theme.LIGHT] if card else list(Theme)
        made = {theme: png(drawing, job.manifest(width, theme.value), job.fonts, theme, scale) for theme in themes}
        if all(len(data) <= LIGHT_ENOUGH for data in made.values()):
            break
    return made


def _boxed(job: Job, layouts: Mapping[int, Drawing], box: Box) -> bytes:
    """The layout that can be largest in the box, in it."""
    from tellers.render.png import png

    width = max(layouts, key=lambda width: (box.scale(layouts[width]), width))
    return png(layouts[width], job.manifest(width, Theme.LIGHT.value), job.fonts, Theme.LIGHT, box=box)


def suffix(width: int, theme: Theme, widths: tuple[int, ...]) -> str:
    """What a variant's file name has after the figure's id: nothing for the widest light one, `-360`, `-dark`, `-card`."""
    laid_out = [w for w in widths if w not in CARDS]
    if width in CARDS:
        return CARDS[width] if laid_out else ""
    narrow = width < min(EMAIL, max(laid_out))
    return (f"-{width}" if narrow else "") + ("-dark" if theme is Theme.DARK else "")


@cache
def kinds() -> Mapping[str, FigureKind]:
    """Every figure kind, found once."""
    return figure_kinds()
