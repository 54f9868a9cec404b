"""One figure found anywhere: which it is, from which data, whether it was altered, and whether it is still current."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tellers.manifest import Manifest, NotAManifest, load
from tellers.problems import EnvironmentFault, Place, Problem
from tellers.verify.captions import Captions
from tellers.verify.cards import CARD, check_card
from tellers.verify.claims import Claims
from tellers.verify.content import Content, read_content
from tellers.verify.corrected import changed
from tellers.verify.drawn import check_drawn
from tellers.verify.figures import check_self
from tellers.verify.geometry import check_geometry
from tellers.verify.ledger import corrections, pinned_on
from tellers.verify.manifests import check_manifest, data_digest, is_current
from tellers.verify.paints import SHEET, Paints, read_sheet
from tellers.verify.png import NotAPicture, check_png, read_header
from tellers.verify.prose import Prose
from tellers.verify.report import Findings
from tellers.verify.svg import NotAFigure, Picture, read_svg
from tellers.verify.written import check_said


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file is, and what is wrong with it."""

    path: str
    figure: str
    kind: str
    width: int
    theme: str
    digest: str
    """First 16 hexadecimal digits of its data's digest; its first eight stand in its footer."""
    site: str
    """Address of the site that published it."""
    current: bool
    """Whether the records are still those from which it was made; if not, it is superseded."""
    corrected: bool
    """Whether one of its records has a signed correction."""
    corrections: tuple[str, ...]
    """What was wrong, since when that is known, and what is right, a line an entry."""
    pinned: str
    """The day for which it was pinned, empty where it was not."""
    altered: tuple[Problem, ...]
    """Differences that no change of the records explains: somebody changed the file."""
    outdated: tuple[Problem, ...]
    """Differences between what it claims and what the records say now."""

    @property
    def genuine(self) -> bool:
        return not self.altered


def verify_file(path: Path, site: Path) -> FileReport:
    """Read one SVG or PNG and compare it with the records of the site in this folder.

    Raises EnvironmentFault where the file cannot be read; NotAFigure, NotAPicture or NotAManifest where it is none of ours.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(f"cannot read {path}: {error.strerror}") from error
    content = read_content(site)
    name = path.name
    if raw.startswith(b"\x89PNG"):
        manifest, picture = load(read_header(raw).manifest), None
    else:
        picture = read_svg(raw.decode("utf-8", "replace"))
        manifest = load(picture.metadata)
    altered, outdated = Findings(), Findings()
    paints = _paints(site)
    if picture is None:
        check_png(path, name, None, paints, pixels=bool(paints.roles), findings=altered)
    else:
        _check_drawing(picture, manifest, name, content, paints, altered)
    _check_claims(manifest, name, content, altered, outdated)
    if picture is not None and manifest.width >= CARD and is_current(manifest, content):
        check_card(picture, manifest, content, altered)
    return FileReport(
        path=str(path),
        figure=manifest.figure,
        kind=manifest.kind,
        width=manifest.width,
        theme=manifest.theme,
        digest=data_digest(manifest)[:16],
        site=str(manifest.site.get("address", "")),
        current=is_current(manifest, content),
        corrected=_corrected(manifest, content),
        corrections=tuple(_corrections(manifest, content)),
        pinned=pinned_on(raw, content),
        altered=_sorted(altered, name),
        outdated=_sorted(outdated, name),
    )


def _check_drawing(
    picture: Picture, manifest: Manifest, name: str, content: Content, paints: Paints, altered: Findings
) -> None:
    """The picture against its own manifest: nothing here depends on what the records say today."""
    check_self(picture, manifest, altered)
    check_said(picture, manifest, name, altered)
    theme = picture.attributes.get("data-theme", "")
    check_drawn(picture, replace(manifest, theme=theme), name, content, paints, altered)
    check_geometry(picture, manifest, name, altered)
    if manifest.width >= CARD:
        return
    drawn = " ".join(" ".join(shape.text.split()) for shape in picture.texts)
    found = re.search(r"\bData ([0-9a-f]{8})\b", drawn)
    if found is None or found[1] != data_digest(manifest)[:8]:
        altered.differs(name, "data line", found[0] if found else "none", f"Data {data_digest(manifest)[:8]}")


def _check_claims(manifest: Manifest, name: str, content: Content, altered: Findings, outdated: Findings) -> None:
    """Claims and words against the records. From unchanged records a difference is an alteration."""
    claims = Claims(content)
    found = altered if is_current(manifest, content) else outdated
    check_manifest(manifest, name, claims, found)
    Captions(claims, Prose(content)).check(manifest, name, found)


def _corrected(manifest: Manifest, content: Content) -> bool:
    signed = {str(entry.get("record")) for entry in corrections(content)}
    return any(row.record in signed for row in manifest.inputs)


def _corrections(manifest: Manifest, content: Content) -> Iterator[str]:
    records = {row.record for row in manifest.inputs}
    for entry in corrections(content):
        if entry.get("record") in records:
            yield f"{entry['record']}: {changed(entry, content)}, since {entry['signed']}: {entry['reason']}"


def _paints(site: Path) -> Paints:
    """The colours of the site as it was last built, where it was."""
    for folder in ("site", "docs"):
        sheet = site / "build" / folder / SHEET
        if sheet.is_file():
            return read_sheet(sheet.read_text("utf-8"), Findings())
    return Paints()


def _sorted(findings: Findings, name: str) -> tuple[Problem, ...]:
    return tuple(sorted({replace(problem, place=Place(name)) for problem in findings.problems}))


__all__ = ["FileReport", "NotAFigure", "NotAManifest", "NotAPicture", "verify_file"]
