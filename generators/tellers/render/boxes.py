"""How large and how heavy a picture may be: known without what paints it, which takes long to load."""

from __future__ import annotations

from dataclasses import dataclass

from tellers.figures.drawing import Drawing

LIGHT_ENOUGH = 60 * 1024
"""Bytes that a picture in a mail may have; what has more is packed again, with more patience."""


@dataclass(frozen=True, slots=True)
class Box:
    """A picture of fixed size in pixels, in which a drawing stands as large as it fits, in the middle of its ground."""

    width: int
    height: int

    def scale(self, drawing: Drawing) -> float:
        """Pixels to a CSS pixel of the drawing."""
        return min(self.width / drawing.width, self.height / drawing.height)
