"""Where the package's own files are: beside the package in a wheel, at the top of the repository in an editable install."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tellers.problems import EnvironmentFault

_FONTS = ("Inter-Regular", "Inter-SemiBold", "Inter-Bold", "Serif-Regular", "Serif-SemiBold")
_PACKAGE = Path(__file__).resolve().parent.parent


def overrides() -> Path:
    """The folder `site_overrides` with templates, styles, scripts and fonts."""
    for folder in (_PACKAGE / "site_overrides", _PACKAGE.parent.parent / "site_overrides"):
        if folder.is_dir():
            return folder
    raise EnvironmentFault("site_overrides is missing; install tellers again")


@cache
def fonts() -> Path:
    """The folder of the font files that figures are drawn with; raises EnvironmentFault when one is missing or damaged."""
    from PIL import ImageFont

    folder = overrides() / "assets" / "fonts"
    for name in _FONTS:
        try:
            ImageFont.truetype(folder / f"Tellers{name}.ttf")
        except OSError as error:
            raise EnvironmentFault(f"the font Tellers{name}.ttf is missing or damaged; install tellers again") from error
    return folder


def lock() -> Path:
    """The list of everything that the package was tested with, pinned by hash."""
    for file in (_PACKAGE / "requirements.lock", _PACKAGE.parent.parent / "requirements.lock"):
        if file.is_file():
            return file
    raise EnvironmentFault("requirements.lock is missing; install tellers again")


def package() -> Path:
    """The folder of the package's code, templates and data."""
    return _PACKAGE
