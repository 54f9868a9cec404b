"""Finding figure kinds, page kinds, the formats of the kit and of importers by the names of their modules; there is no register to edit."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import entry_points
from types import ModuleType
from typing import Protocol, cast

import tellers.figures
import tellers.importers
import tellers.kit
import tellers.pages
from tellers.claims.words import Words
from tellers.figures.chart import Chart
from tellers.figures.drawing import Drawing
from tellers.model import Content
from tellers.desk import Desk
from tellers.importers.asked import Asked
from tellers.importers.found import Found
from tellers.importers.saved import Saved
from tellers.pages.page import Maker
from tellers.problems import Problems


class FigureKind(Protocol):
    """What a figure kind's module offers."""

    SUBJECT: str
    WIDTHS: tuple[int, ...]
    __name__: str

    def subjects(self, content: Content) -> list[str]: ...

    def marks(self, subject: str, content: Content, words: Words) -> Chart: ...

    def draw(self, chart: Chart, width: int) -> Drawing: ...


def figure_kinds() -> dict[str, FigureKind]:
    """Every figure kind by name, in order: modules of `tellers.figures` and entry points `tellers.figures`."""
    found = {name: module for name, module in _modules(tellers.figures) if hasattr(module, "SUBJECT")}
    found |= {point.name: point.load() for point in entry_points(group="tellers.figures")}
    return {name: cast(FigureKind, found[name]) for name in sorted(found)}


def page_makers() -> dict[str, Maker]:
    """What makes each kind of page, by name, in order: folders of `tellers.pages` and entry points `tellers.pages`."""
    found = {name: module.make for name, module in _modules(tellers.pages) if hasattr(module, "make")}
    found |= {point.name: point.load().make for point in entry_points(group="tellers.pages")}
    return {name: found[name] for name in sorted(found)}


FileMaker = Callable[[Desk], Mapping[str, bytes]]
"""What a module of `tellers.kit` offers as `files`: paths below `build/docs`, and their bytes."""


def file_makers() -> dict[str, FileMaker]:
    """What makes files beside the pages, by name, in order: modules of `tellers.kit` that offer `files`."""
    found = {name: module.files for name, module in _modules(tellers.kit) if hasattr(module, "files")}
    return {name: found[name] for name in sorted(found)}


class ImporterKind(Protocol):
    """What a format's module offers."""

    ABOUT: str
    """What it reads, in a line."""
    FILES: str
    """Which files to give, in which order."""
    BODY: str
    """Id of the body that it is about where the site has one of that id; empty for none."""
    EXAMPLE: str
    """A command line."""

    def read(self, saved: Sequence[Saved], asked: Asked, problems: Problems) -> Found | None: ...

    # Formats that name their members also offer
    # def register(self, saved: Sequence[Saved], id: str, problems: Problems) -> FoundRegister | None: ...


def importers() -> dict[str, ImporterKind]:
    """Every format that can be imported by name, in order: modules of `tellers.importers` and its entry points.

    The module `undl_marcxml` is the format `undl-marcxml`.
    """
    found = {name.replace("_", "-"): module for name, module in _modules(tellers.importers) if hasattr(module, "ABOUT")}
    found |= {point.name: point.load() for point in entry_points(group="tellers.importers")}
    return {name: cast(ImporterKind, found[name]) for name in sorted(found)}


def _modules(package: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    for module in pkgutil.iter_modules(package.__path__):
        yield module.name, importlib.import_module(f"{package.__name__}.{module.name}")
