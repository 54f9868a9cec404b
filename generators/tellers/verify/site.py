"""Reading a whole built site: what needs one page or picture alone goes to workers, what needs all comes after."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

from tellers.manifest import NotAManifest, load
from tellers.problems import EnvironmentFault
from tellers.verify.addresses import moved
from tellers.verify.archive_answers import rest_of_archive
from tellers.verify.archive_noted import NotedArchive
from tellers.verify.archive_pages import archived_pages, check_archived
from tellers.verify.archive_reading import read_archives
from tellers.verify.archives import Archive
from tellers.verify.asked import Noted, held, noted_folder, noting
from tellers.verify.captions import Captions
from tellers.verify.claims import Claims
from tellers.verify.content import Content, read_content
from tellers.verify.figures import Reader, check_file, check_raster
from tellers.verify.frames import Frame, check_frames
from tellers.verify.inventory import check_inventory
from tellers.verify.kept import Entry, Kept, base_of
from tellers.verify.languages import check_language, spoken_of
from tellers.verify.links import Anchors, check_links, check_style_sheets
from tellers.verify.nodes import digest_of, files_below
from tellers.verify.noted import Answers, NotedContent, rest_of
from tellers.verify.pages import Desk, check_page
from tellers.verify.paints import SHEET, read_sheet
from tellers.verify.phrases import Phrases
from tellers.verify.png import NotAPicture, read_header
from tellers.verify.prose import Prose
from tellers.verify.quotes import check_quote_records
from tellers.verify.records import check_records
from tellers.verify.report import Findings, Report
from tellers.verify.search import Index, read_index
from tellers.verify.sheet import check_sheet
from tellers.verify.shipped import check_shipped
from tellers.verify.surfaces import SURFACES
from tellers.verify.taken import described

Progress = Callable[[str, int, int], None]
_SMALL = 60
"""So few files are read without workers."""


@dataclass(slots=True)
class _Batch:
    """What one worker found."""

    findings: Findings
    anchors: dict[str, Anchors] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    """What was found without a difference, to be kept."""


_desk: list[Desk] = []
"""The desk that forked workers inherit; empty except while a site is read."""


def verify_site(
    built: Path, site: Path, progress: Progress, pixels: bool = True, kept: Kept | None = None
) -> Report:  # fmt: skip
    """Compare the built site with the content of the site's folder; `pixels` also looks into every PNG.

    What is `kept` of an earlier reading is taken over where it would be found again; after it, `kept` holds this one's.
    """
    if not built.is_dir():
        raise EnvironmentFault(f"no folder {built} to verify; build the site first")
    progress("Reading the records again", 0, 1)
    content = read_content(site)
    findings = Findings()
    check_records(content, findings)
    check_quote_records(content, findings)
    everything, archives = frozenset(files_below(built)), read_archives(site, content)
    content.signed = tuple(_signed(content, archives.values()))
    files = frozenset(path for path in everything if not content.is_elsewhere(path))
    led = moved(content, files)
    desk = _desk_for(built, content, archives, everything - led.keys(), findings, kept, pixels)
    noted = archives.values() if kept is None else map(NotedArchive.of, archives.values())
    archived = archived_pages(desk.built, noted, desk.content.votes, desk.reader.paints, files)
    desk = replace(desk, archived=archived)
    pages = sorted({*(path for path in files if path.endswith(".html") and path not in led), *archived, *desk.translated})
    pictures = sorted(path for path in files if path.startswith("figures/") and path.endswith((".svg", ".png")))
    anchors: dict[str, Anchors] = {}
    frames: dict[str, Frame] = {}
    known = kept.entries if kept is not None else {}
    before = {path: known[path] for path in (*pages, *pictures) if path in known}
    for path, entry in before.items():
        findings.add(entry.findings())
        anchors |= {path: entry.anchors} if entry.anchors is not None else {}
        frames |= {path: entry.frame} if entry.frame is not None else {}
    todo = [path for path in (*pages, *pictures) if path not in before]
    for batch in _read_all(todo, desk, content, pixels, progress):
        findings.add(batch.findings)
        anchors |= batch.anchors
        frames |= batch.frames
        known |= batch.entries
    if kept is not None:
        kept.taken, kept.again = len(before), todo
        kept.end(frozenset([*pages, *pictures]))
    elsewhere = frozenset(
        str(source.get("address")) for source in (*content.sources.values(), {"address": content.site.get("report")})
    )
    check_links(anchors, everything, str(content.site.get("address", "")), elsewhere, findings)
    for own in ("", *(f"{language}/" for language in content.languages)):
        named = {path: frame for path, frame in frames.items() if _folder(path, desk) == own}
        check_frames(named, findings)
    check_style_sheets(built, files, findings)
    check_shipped(built, files, findings)
    drawn = frozenset(desk.reader.claims.drawn)
    check_inventory(built, files - led.keys(), content, drawn, frozenset(archived), findings)
    return findings.report()


def _signed(content: Content, archives: Iterable[Archive]) -> Iterator[str]:
    """What the votes of archives are called that the ledger of discrepancies is about."""
    for archive in archives:
        yield from (
            archive.name_of(archive.votes[row["vote"]]) for row in content.discrepancies if row["vote"] in archive.votes
        )


def _desk_for(
    built: Path, content: Content, archives: Mapping[str, Archive], files: frozenset[str], findings: Findings,
    kept: Kept | None, pixels: bool,
) -> Desk:  # fmt: skip
    """The desk for reading; where something is kept, one on which every question is noted."""
    spoken = [found for tag in content.languages if (found := spoken_of(tag, built, content, files, findings))]
    drawn, index = _drawn(built, files), read_index(built, findings)
    if kept is not None:
        own = {id: base_of(built, digest_of(rest_of_archive(archive)), pixels) for id, archive in archives.items()}
        bases = {"": base_of(built, rest_of(content), pixels), **own}
        further = {one.language: one.entries for one in spoken}
        kept.begin(bases, files, Answers(built, content, drawn, index.entries, archives, further))
        content, built = NotedContent.of(content), noted_folder(built)
        drawn, index = Noted("drawn", drawn), Index(Noted("search", index.entries))
    claims = Claims(content, drawn)
    prose = Prose(content)
    sheet = built / SHEET
    if not sheet.is_file():
        findings.differs(SHEET, "file", "no file", "the style sheet of the figures")
    text = sheet.read_text("utf-8", "replace") if sheet.is_file() else ""
    check_sheet(text, findings)
    paints = read_sheet(text, findings)
    reader = Reader(claims, Captions(claims, prose), paints, kept=kept.entries if kept is not None else {})
    translated = {f"{one.language}/{path}": (path, one) for one in spoken for path in one.pages}
    return Desk(built, content, reader, prose, Phrases(content), index, translated=translated)


def _folder(path: str, desk: Desk) -> str:
    """The folder of the page's language; empty for the site's first."""
    return f"{desk.translated[path][1].language}/" if path in desk.translated else ""


def _drawn(built: Path, files: frozenset[str]) -> Mapping[str, tuple[int, int]]:
    """How many marks and claims each figure lists, from the widest light picture of it; a social card is a PNG alone."""
    found: dict[str, tuple[int, int]] = {}
    for path in sorted(path for path in files if path.startswith("figures/") and path.endswith(".svg")):
        if path.endswith(("-dark.svg", "-360.svg", "-360-dark.svg")):
            continue
        manifest = described((built / path).read_text("utf-8", "replace"))
        if manifest is not None:
            found[manifest.figure] = len(manifest.marks), len(manifest.claims)
    for path in sorted(path for path in files if path.startswith("figures/") and path.endswith(".card.png")):
        try:
            manifest = load(read_header((built / path).read_bytes()).manifest)
        except (NotAPicture, NotAManifest):
            continue
        found.setdefault(manifest.figure, (len(manifest.marks), len(manifest.claims)))
    return found


def _read_all(paths: list[str], desk: Desk, content: Content, pixels: bool, progress: Progress) -> Iterator[_Batch]:
    workers = min(os.cpu_count() or 1, 8)
    batches = _batches(paths) if len(paths) > _SMALL else [paths]
    _desk[:] = [desk]
    try:
        if workers < 2 or len(batches) == 1:
            for done, batch in enumerate(batches):
                yield _read(batch, pixels)
                progress("Reading back pages and figures", done + 1, len(batches))
            yield _look_around(Path(desk.built), content)
            return
        fork = get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=fork, initializer=_begin, initargs=(os.getpid(),)) as pool:
            try:
                reading = _begun(pool, batches, pixels)
                yield _look_around(Path(desk.built), content)
                for done, found in enumerate(reading):
                    progress("Reading back pages and figures", done + 1, len(batches))
                    yield found
            finally:
                pool.shutdown(cancel_futures=True)  # whoever interrupts does not wait for what has not begun
    except BrokenProcessPool as error:
        raise EnvironmentFault("a worker was stopped while the site was read; run it again") from error
    finally:
        _desk.clear()


def _begun(pool: ProcessPoolExecutor, batches: list[list[str]], pixels: bool) -> Iterator[_Batch]:
    """What the workers find, who begin here: an interruption waits until they have, and is none of theirs."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.map(_read, batches, [pixels] * len(batches))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(parent: int) -> None:
    """Let a worker look for garbage seldom, of which reading makes little, and end soon after the process that began it,
    which may be killed: nobody else would end it."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _batches(paths: list[str]) -> list[list[str]]:
    """Forty batches in which all files about one record are together: a figure that is in several of them is read once."""
    about: dict[str, list[str]] = {}
    for path in paths:
        id = path.partition("/")[2].removesuffix("/index.html").partition(".")[0]
        about.setdefault(id, []).append(path)
    groups = sorted(about.values(), key=lambda group: (-len(group), group))
    return [[path for group in groups[start::40] for path in group] for start in range(40)]


def _look_around(built: Path, content: Content) -> _Batch:
    """What is found beside pages and figures, while workers read those; not by a worker, because what reads Parquet has
    threads, which a process that was forked has lost."""
    batch = _Batch(Findings())
    for check_surface in SURFACES:
        check_surface(built, content, batch.findings)
    return batch


def _read(paths: list[str], pixels: bool) -> _Batch:
    desk, batch = _desk[0], _Batch(Findings())
    frames: dict[Frame, Frame] = {}
    for path in paths:
        found = Findings()
        with noting() as asked:
            anchors, frame = _read_one(path, desk, pixels, found)
        batch.findings.add(found)
        batch.anchors |= {path: anchors} if anchors is not None else {}
        frame = frames.setdefault(frame, frame) if frame is not None else None
        batch.frames |= {path: frame} if frame is not None else {}
        if not found.problems and not found.notes:
            of = desk.archived[path].desk.archive.id if path in desk.archived else ""
            batch.entries[path] = Entry(held(asked), dict(found.counts), anchors, frame, of)
    batch.entries |= desk.reader.fresh
    desk.reader.fresh.clear()
    return batch


def _read_one(path: str, desk: Desk, pixels: bool, findings: Findings) -> tuple[Anchors | None, Frame | None]:
    """One page or picture; of a page, what needs the whole site."""
    if path in desk.archived:
        return None, check_archived(path, desk.archived[path], findings)
    if path in desk.translated:
        first, spoken = desk.translated[path]
        return check_language(first, spoken, desk.built, desk.content, desk.reader.paints, findings)
    if path.endswith(".html"):
        return check_page(path, desk, findings)
    if path.endswith(".svg"):
        check_file(desk.built / path, path, desk.reader, findings)
    else:
        check_raster(desk.built / path, path, desk.reader, pixels, findings)
    return None, None
