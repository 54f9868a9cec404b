"""Content to plain files: read and check, plan and draw figures, make pages, write `build/docs`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tellers.build import docs as docs_
from tellers.build import drawing
from tellers.build import pictures as pictures_
from tellers.build.archives import with_archives
from tellers.build.framing import frame_archives, pages_of_votes
from tellers.build.kinds import figure_kinds, page_makers
from tellers.build.languages import Edition, editions, folder_of
from tellers.build.pictures import Progress
from tellers.build.standing import Again
from tellers.build.workers import Crew
from tellers.build.translated import docs_in
from tellers.claims.words import Words
from tellers.encode import Svg
from tellers.figures.chart import Chart
from tellers.files.cache import Cache
from tellers.files.read import read_content_files
from tellers.files.resources import fonts
from tellers.files.write import write_tree
from tellers.look.palette import Theme
from tellers.model import Content
from tellers.desk import Desk, Picture
from tellers.problems import Place, Problem, Problems, Refused
from tellers.records import read_content
from tellers.records.fit import nearest
from tellers.stats import result_of
from tellers.verify.proof import proof


@dataclass(frozen=True, slots=True)
class Generated:
    """The folder of plain files, what changed in it, and how much there is."""

    docs: Path
    changed: tuple[str, ...]
    content: Content
    pictures: Mapping[str, Picture]
    pages: int
    figures: int
    redrawn: tuple[str, ...] = ()
    """Figures that were not in the cache."""
    languages: tuple[Edition, ...] = ()
    """Further languages, each with a folder of plain files of its own."""
    framed: Mapping[str, str] = field(default_factory=dict)
    """Pages whose body is finished HTML, which the site builder only puts into its frame, with the digests of their bytes."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Files beside these pages, with the digests of their bytes."""
    again: Again = field(default_factory=Again)
    """Pages of archives that were made in this build."""


def quiet(step: str, done: int, of: int) -> None:
    """Progress for nobody."""


def read(site: Path) -> Content:
    """The content of the site in this folder; raises Refused with every problem."""
    files = read_content_files(site)
    reading = with_archives(read_content(files), files)
    if reading.content is None:
        raise Refused(reading.problems)
    return reading.content


def generate(
    site: Path, progress: Progress = quiet, workers: int | None = None, name: str = "docs", cluster: str = "",
    languages: bool = True, content: Content | None = None,
) -> Generated:  # fmt: skip
    """Make the plain files of the site in this folder of `build`: complete, and written only where bytes differ.

    Those of a further language are in a folder beside it, `docs-fr`; a preview does without, and may have read the content.
    """
    progress("check", 0, 1)
    content = content or read(site)
    progress("check", 1, 1)
    words = Words()
    build = site / "build"
    planned = pictures_.plan(content, words)
    crew = Crew.of(workers, cluster)
    redrawn: list[str] = []
    store = Cache(build / "cache")
    drawn = pictures_.draw_all(planned, content, store, progress, crew, redrawn)
    results = {id: result_of(content, id) for id in content.votes}
    pictures = pictures_.pictures(planned, drawn, words)
    progress("pages", 0, 1)
    files = docs_.docs_of(content, words, results, pictures, drawn)
    framed = frame_archives(content, words, build / name, store, progress, crew)
    changed = write_tree(build / name, files, kept=(*framed.pages, *framed.files))
    progress("pages", 1, 1)
    further = tuple(editions(content)) if languages else ()
    for edition in further:
        _translate(edition, files, folder_of(build / name, edition.language), store, progress, crew, redrawn)
    return Generated(
        docs=build / name,
        changed=tuple(changed),
        languages=further,
        content=content,
        pictures=pictures,
        pages=sum(path.endswith(".md") for path in files) + len(framed.pages),
        figures=len(planned),
        redrawn=tuple(redrawn),
        framed=framed.pages,
        beside=framed.files,
        again=framed.again,
    )


def _translate(
    edition: Edition, english: Mapping[str, bytes], folder: Path, store: Cache, progress: Progress, crew: Crew, redrawn: list[str]
) -> None:
    """Write the pages of a further language."""
    content, words = edition.content, edition.words
    planned = pictures_.plan(content, words)
    drawn = pictures_.draw_all(planned, content, store, progress, crew, redrawn, inline=True)
    results = {id: result_of(content, id) for id in content.votes}
    files = docs_in(edition, results, pictures_.pictures(planned, drawn, words), english)
    write_tree(folder, files)


def archived_from(content: Content, before: Content, most: int = 40) -> dict[str, bytes]:
    """The pages of votes of archives that are new or otherwise than `before`, the first `most` of each, by path."""
    found: dict[str, bytes] = {}
    for id, archived in content.archived.items():
        known = before.archived[id].digests if id in before.archived else {}
        votes = [key.removeprefix("votes/") for key, digest in archived.digests.items() if known.get(key) != digest]
        found |= pages_of_votes(content, Words(), id, votes[:most]) if votes else {}
    return found


def pages_from(content: Content, changed: Collection[str], pictures: Mapping[str, Picture]) -> dict[str, bytes]:
    """The pages that are made from these content files alone, by path below `build/docs`; for a preview.

    Figures of the changed records are drawn anew for the page; all others are taken as they were in `pictures`.
    """
    words = Words()
    folders = {path.split("/")[1] for path in changed if path.count("/") > 1}
    subjects = {path.removeprefix("content/").partition("/")[2].rpartition(".")[0] for path in changed}
    fresh: dict[str, tuple[str, Chart]] = {}
    for name, kind in figure_kinds().items():
        if f"{kind.SUBJECT}s".replace("seriess", "series") in folders:
            charts = [kind.marks(id, content, words) for id in kind.subjects(content) if id.split("|")[0] in subjects]
            fresh |= {chart.figure: (name, chart) for chart in charts}
    with drawing.legible():
        drawn = {id: drawing.draw_inline(drawing.job_of(kind, chart, content)) for id, (kind, chart) in fresh.items()}
    shown = {**pictures, **pictures_.pictures(fresh, drawn, words)}
    results = {id: result_of(content, id) for id in content.votes}
    desk = Desk(content, words, results, shown, Problems())
    makers = [make for name, make in page_makers().items() if name in {folder.removesuffix("s") for folder in folders}]
    pages = [page for make in makers for page in make(desk)]
    if desk.problems:
        raise Refused(desk.problems.in_order())
    wanted = {path.rpartition(".")[0] for path in changed}
    return {page.path: docs_.page_bytes(page, desk) for page in pages if page.data.rpartition(".")[0] in wanted}


def check(site: Path) -> Content:
    """Everything that can be wrong with content, the expressions of explainers included; raises Refused."""
    desk = bare_desk(read(site))
    docs_.pages_of(desk.content, desk.words, desk.results, desk.pictures)
    return desk.content


def bare_desk(content: Content) -> Desk:
    """A desk on which every figure is planned and none is drawn: enough to find out what does not hold."""
    words = Words()
    planned = pictures_.plan(content, words)
    nothing = drawing.Drawn({0: Svg("")}, {}, {}, {})
    pictures = pictures_.pictures(planned, dict.fromkeys(planned, nothing), words)
    results = {id: result_of(content, id) for id in content.votes}
    return Desk(content, words, results, pictures, Problems())


def one_figure(site: Path, subject: str, kind: str, width: int | None, theme: str, ending: str) -> bytes:
    """One figure as SVG or PNG bytes; raises Refused for what is unknown, with what is known."""
    from tellers.render.png import png
    from tellers.render.svg import file_svg

    kinds = figure_kinds()
    place = Place("figure")
    if kind not in kinds:
        raise Refused([Problem(place, "--kind", f'unknown kind "{kind}"', f"use {', '.join(kinds)}")])
    if ending not in (".svg", ".png"):
        raise Refused([Problem(place, "--output", f'unknown ending "{ending}"', "write a file that ends in .svg or .png")])
    content, words = read(site).around(subject), Words()
    chosen = kinds[kind]
    wanted = width or max(drawing.shown(chosen), default=drawing.CARD)
    known = chosen.subjects(content)
    if subject not in known:
        do = nearest(subject, known, f"choose one of the {len(known)} that have this kind")
        raise Refused([Problem(place, "subject", f'"{subject}" has no {kind}', do)])
    chart = chosen.marks(subject, content, words)
    manifest = drawing.job_of(kind, chart, content).manifest(wanted, theme)
    with drawing.legible():
        drawn = chosen.draw(chart, wanted)
    if ending == ".svg":
        return file_svg(drawn, manifest, fonts(), Theme(theme)).encode()
    return png(drawn, manifest, fonts(), Theme(theme), 1 if wanted in drawing.CARDS else 2)
