"""A built site as one side of a comparison: read from its files alone, wherever it lies."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tellers.build.corrections import file_of
from tellers.diff.side import Pin, Stated
from tellers.manifest import Manifest, NotAManifest, digest_of_inputs, load
from tellers.model import edition as edition_
from tellers.model.edition import Edition
from tellers.problems import Place, Problem, Refused
from tellers.stats.changes import roll_in
from tellers.verify.png import NotAPicture, read_header

_VARIANT = re.compile(r"(-[0-9]+|-card|-square)?(-dark)?\.(svg|png)$")


class Built:
    """A folder that holds a whole site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def edition(self) -> Edition:
        try:
            return edition_.load((self.folder / edition_.PATH).read_bytes())
        except edition_.NotAnEdition as error:
            do = "build the site again with this version"
            raise Refused([Problem(Place(str(self.folder / edition_.PATH)), "file", str(error), do)]) from error

    def roll(self, vote: str) -> Mapping[str, str] | None:
        file = self.folder / "votes" / vote / "roll.csv"
        return roll_in(file.read_bytes()) if file.is_file() else None

    def looks(self) -> Mapping[str, str]:
        return {figure: _digest_of_files(files) for figure, files in self._figures.items()}

    def digest(self, figure: str) -> str:
        raw = self.picture(figure)
        manifest = manifest_in(raw) if raw is not None else None
        return digest_of_inputs(manifest.inputs) if manifest else ""

    def picture(self, figure: str) -> bytes | None:
        file = self.folder / "figures" / f"{figure}.png"
        return file.read_bytes() if file.is_file() else None

    def stated(self) -> tuple[Stated, ...]:
        found: list[Stated] = []
        for page in sorted(self.folder.glob("explainers/*/index.html")):
            found += stated_in(page.read_text("utf-8"), page.parent.name)
        return tuple(found)

    def value(self, spec: str) -> str | None:
        return self._values.get(spec)

    def untrue(self) -> tuple[Problem, ...]:
        return ()

    def pins(self) -> tuple[Pin, ...]:
        return pins_in(sorted(self.folder.glob("f/*.png")))

    def place(self, record: str, field: str) -> Place:
        return file_of(record, field)

    @cached_property
    def _figures(self) -> Mapping[str, list[Path]]:
        """The files of each figure, in order."""
        found: dict[str, list[Path]] = {}
        root = self.folder / "figures"
        for file in sorted(path for path in root.rglob("*") if path.suffix in (".svg", ".png")):
            found.setdefault(_VARIANT.sub("", file.relative_to(root).as_posix()), []).append(file)
        return found

    @cached_property
    def _values(self) -> Mapping[str, str]:
        """The value of each claim that a page of this site states."""
        pages = sorted(self.folder.rglob("*.html"))
        return {one.spec: one.value for page in pages for one in stated_in(page.read_text("utf-8"), page.parent.name)}


def stated_in(text: str, name: str) -> list[Stated]:
    """The bound values of a page or of rendered Markdown, without what figures say of themselves."""
    found: list[Stated] = []
    for node in LexborHTMLParser(text).css("[data-claim][value]"):
        spec = node.attributes["data-claim"] or ""
        if "figure" not in spec:
            found.append(Stated(name, spec, node.attributes["value"] or ""))
    return found


def manifest_in(raw: bytes) -> Manifest | None:
    """What a PNG says about itself, or None where it is no figure of ours."""
    try:
        return load(read_header(raw).manifest)
    except (NotAPicture, NotAManifest):
        return None


def pins_in(files: list[Path]) -> tuple[Pin, ...]:
    """The pinned pictures among the files."""
    known = [(file, manifest) for file in files if (manifest := manifest_in(file.read_bytes())) is not None]
    return tuple(Pin(file.name, manifest.figure, digest_of_inputs(manifest.inputs)) for file, manifest in known)


def _digest_of_files(files: list[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
