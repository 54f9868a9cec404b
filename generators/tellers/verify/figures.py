"""Every figure of the site, inside pages and as files: what it says of itself, what is drawn, and the records."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tellers.manifest import Manifest, NotAManifest, load
from tellers.problems import Place
from tellers.verify.asked import Memo, held, note_all, noting
from tellers.verify.captions import Captions
from tellers.verify.cards import CARD, check_card
from tellers.verify.claims import Claims
from tellers.verify.drawn import check_drawn
from tellers.verify.geometry import check_geometry
from tellers.verify.ink import FONTS, check_letters
from tellers.verify.kept import FIGURE, Entry
from tellers.verify.labels import check_label_places
from tellers.verify.lattice import check_lattice
from tellers.verify.little import check_little, check_years, is_little
from tellers.verify.manifests import check_manifest, data_digest
from tellers.verify.painted import check_painted
from tellers.verify.paints import Paints
from tellers.verify.png import BOXES, NotAPicture, check_png, read_header, same_manifest
from tellers.verify.rasters import check_themes
from tellers.verify.report import Findings
from tellers.verify.svg import NotAFigure, Picture, read_svg
from tellers.verify.taken import described
from tellers.verify.texts import check_texts
from tellers.verify.variants import check_siblings
from tellers.verify.written import check_rows, check_said, check_strays, check_ticks

_INLINE = re.compile(r"<svg\b[^>]*\bdata-figure=.*?</svg>", re.DOTALL)
_VARIANT = re.compile(r"(-[0-9]+|-card|-square)?(-dark)?$")


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read any figure."""

    claims: Claims
    captions: Captions
    paints: Paints
    seen: Memo[tuple[Findings, Manifest | None]] = field(default_factory=Memo)
    """Figures by the digest of their text: a picture that stands on several pages is read once."""
    kept: Mapping[str, Entry] = field(default_factory=dict)
    """Figures that were read before, and would be read with the same result."""
    fresh: dict[str, Entry] = field(default_factory=dict)
    """Figures that were read now without a difference, to be kept."""


def inline_figures(text: str) -> list[str]:
    """The figures of a page, as they were written."""
    return _INLINE.findall(text)


def check_figure(text: str, path: str, reader: Reader, findings: Findings) -> Manifest | None:
    """One picture; its manifest, or None with a difference where it has none."""
    key = FIGURE + hashlib.sha256(text.encode()).hexdigest()
    read, manifest = reader.seen.get(key, lambda: _once(text, key, reader))
    name = f"figure {manifest.figure}: " if manifest is not None and not path.endswith(".svg") else ""
    for problem in read.problems:
        findings.problems.append(replace(problem, place=Place(path), field=name + problem.field))
    findings.counts.update(read.counts)
    return manifest


def _once(text: str, key: str, reader: Reader) -> tuple[Findings, Manifest | None]:
    """What is found in the picture: known from before, or read now."""
    before = reader.kept.get(key)
    if before is not None:
        note_all(before.asked)
        return before.findings(), described(text)
    found = Findings()
    with noting() as asked:
        manifest = _check(text, reader, found)
    if not found.problems and not found.notes and manifest == described(text):
        reader.fresh[key] = Entry(held(asked), dict(found.counts))
    return found, manifest


def read_figure(text: str, findings: Findings) -> tuple[Picture, Manifest] | None:
    """The picture and what it says of itself, or None with a difference."""
    findings.count("pictures")
    try:
        picture = read_svg(text)
        return picture, load(picture.metadata)
    except (NotAFigure, NotAManifest) as error:
        findings.differs("", "figure", str(error), "a figure with its manifest")
        return None


def _check(text: str, reader: Reader, findings: Findings) -> Manifest | None:
    read = read_figure(text, findings)
    if read is None:
        return None
    check_read(*read, reader, findings)
    return read[1]


def check_read(picture: Picture, manifest: Manifest, reader: Reader, findings: Findings) -> None:
    """The picture against what it says of itself, and both against the records."""
    check_self(picture, manifest, findings)
    if not check_manifest(manifest, "", reader.claims, findings):
        return
    reader.captions.check(manifest, "", findings)
    theme = picture.attributes.get("data-theme", "")
    check_drawn(picture, replace(manifest, theme=theme), "", reader.claims.content, reader.paints, findings)
    check_geometry(picture, manifest, "", findings)
    check_said(picture, manifest, "", findings)
    if manifest.width >= CARD:
        check_card(picture, manifest, reader.claims.content, findings)
    elif is_little(picture, manifest):
        check_little(picture, manifest, reader.claims.content, findings)
    else:
        _check_words(picture, manifest, reader, findings)


def _check_words(picture: Picture, manifest: Manifest, reader: Reader, findings: Findings) -> None:
    """Everything that is written in a figure, and where it stands."""
    content = reader.claims.content
    check_ticks(picture, manifest, content, "", findings)
    check_rows(picture, manifest, content, "", findings)
    check_texts(picture, manifest, content, findings)
    check_strays(picture, manifest, content, reader.captions.prose, "", findings)
    check_label_places(picture, manifest, findings)
    check_lattice(picture, manifest, content, findings)
    if manifest.kind == "words":
        check_years(picture, manifest, content, findings)
    _check_data_line(picture, manifest, findings)


def check_self(picture: Picture, manifest: Manifest, findings: Findings) -> None:
    """The attributes of the picture and its manifest say the same."""
    said = picture.attributes
    wanted = {
        "data-figure": manifest.figure,
        "data-kind": manifest.kind,
        "data-width": str(manifest.width),
        "data-theme": manifest.theme,
        "data-digest": data_digest(manifest)[:16],
    }
    for name, value in wanted.items():
        findings.compare("figures", "", name, said.get(name), value)
    findings.compare("figures", "", "width", f"{picture.width:g}", str(manifest.width))


def _check_data_line(picture: Picture, manifest: Manifest, findings: Findings) -> None:
    drawn = " ".join(shape.text for shape in picture.texts if not shape.mark)
    digest = data_digest(manifest)[:8]
    findings.count("figures")
    found = re.search(r"\b[Dd]ata ([0-9a-f]{8})\b", " ".join(drawn.split()))
    if found is None or found[1] != digest:
        findings.differs("", "data line", found[0] if found else "none", f"Data {digest}")


def check_file(file: Path, path: str, reader: Reader, findings: Findings) -> Manifest | None:
    """A picture as a file: also, that it is the figure, width and theme that its name says."""
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        findings.differs(path, "file", f"byte {error.start} is not UTF-8", "an SVG")
        return None
    manifest = check_figure(text, path, reader, findings)
    check_siblings(text, file, path, findings)
    if manifest is not None:
        check_name(manifest, path, findings)
    return manifest


def check_raster(file: Path, path: str, reader: Reader, pixels: bool, findings: Findings) -> None:
    """A PNG: its own manifest against the records, and against the SVG of the same layout where there is one."""
    drawn, said = _layout(_layout_of(file))
    manifest = check_png(file, path, drawn, reader.paints, pixels, findings)
    if manifest is None:
        return
    boxed = file.stem.endswith(tuple(BOXES)) and manifest.width < CARD
    if pixels and drawn is not None and not boxed:  # in a box letters can be too small to read
        check_letters(file, drawn, _root(file, path) / FONTS, path, findings)
    if pixels and drawn is not None and manifest.width >= CARD:
        both = (path, path.removesuffix("png") + "svg")
        check_painted(file, drawn, _root(file, path) / FONTS, both, reader.paints, findings)
    if pixels and manifest.theme == "dark":
        name = path.replace("-dark.png", ".png")
        check_themes(file.with_name(name.rpartition("/")[2]), file, (name, path), reader.paints, findings)
    check_name(manifest, path, findings)
    if said is not None:
        same_manifest(manifest, said, path, findings)
    if manifest != said and check_manifest(manifest, path, reader.claims, findings):
        reader.captions.check(manifest, path, findings)


def _root(file: Path, path: str) -> Path:
    """The site's folder, in which the file has this path."""
    return file.parents[path.count("/")]


def _layout(file: Path) -> tuple[Picture | None, Manifest | None]:
    """The SVG at this place and what it says of itself."""
    if not file.is_file():
        return None, None
    try:
        drawn = read_svg(file.read_text("utf-8"))
        return drawn, load(drawn.metadata)
    except (NotAFigure, NotAManifest, UnicodeDecodeError):
        return None, None


def _layout_of(file: Path) -> Path:
    """The SVG of the picture: beside it, or, where it stands in a box, of the layout whose width it names."""
    box = next((name for name in BOXES if file.stem.endswith(name)), "")
    if not box or file.with_suffix(".svg").is_file():
        return file.with_suffix(".svg")
    start = file.with_name(file.stem.removesuffix(box) + ".svg")
    try:
        width = load(read_header(file.read_bytes()).manifest).width
    except (NotAPicture, NotAManifest):
        return start
    narrow = start.with_name(f"{start.stem}-{width}.svg")
    return narrow if narrow.is_file() or width >= CARD else start


def check_name(manifest: Manifest, path: str, findings: Findings) -> None:
    """The address of a picture names its figure, its width where it is narrow, and its theme where it is dark."""
    stem = path.removeprefix("figures/").rsplit(".", 1)[0]
    rest = stem.removeprefix(manifest.figure)
    found = _VARIANT.fullmatch(rest) if stem.startswith(manifest.figure) else None
    findings.count("figures")
    if found is None:
        findings.differs(path, "figure", manifest.figure, stem, "put each picture at its own address")
        return
    findings.compare("figures", path, "theme", manifest.theme, "dark" if found[2] else "light")
    if found[1] in BOXES:
        return
    if found[1]:
        findings.compare("figures", path, "width", manifest.width, int(found[1][1:]))
    elif manifest.width < 500:
        findings.differs(path, "width", manifest.width, "the wide picture")
