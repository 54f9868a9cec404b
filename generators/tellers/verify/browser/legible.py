"""Words that can be read: large enough, in a font that was loaded, apart from the colour behind them."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.verify.browser.colours import Colour, contrast, in_hex, over
from tellers.verify.browser.view import View

SMALLEST = 9.0
"""CSS pixels; smaller words cannot be read."""

_NO_FONT = "_"
"""The theme's name for a font that the site did not choose."""

_LARGE, _LARGE_BOLD, _BOLD = 24.0, 18.66, 700


def check_size(name: str, size: float, view: View) -> None:
    """Words are of a readable size."""
    if size < SMALLEST - 0.05:
        view.differs(name, f"{size:.1f} px", f"{SMALLEST:g} px or more")


def check_contrast(name: str, colour: Colour, grounds: Sequence[Colour], size: float, weight: int, view: View) -> None:
    """Contrast of words with each ground they stand on: 4.5, or 3 where they are large (WCAG 2.2, 1.4.3)."""
    large = size >= _LARGE or (size >= _LARGE_BOLD and weight >= _BOLD)
    wanted = 3.0 if large else 4.5
    for ground in grounds:
        reached = contrast(over(colour, ground), ground)
        if reached < wanted - 0.005:
            view.differs(
                f"contrast of {name}", f"{reached:.2f}, {in_hex(colour)} on {in_hex(ground)}", f"{wanted:g} or more"
            )


def check_family(name: str, family: str, view: View) -> None:
    """The font asked for first is one that was loaded from the site; code is set in a font of the reader's machine."""
    first = family.split(",", maxsplit=1)[0].strip().strip("\"'")
    if first not in (*view.fonts, _NO_FONT):
        view.differs(f"font of {name}", first, " or ".join(view.fonts) or "a font that was loaded")
