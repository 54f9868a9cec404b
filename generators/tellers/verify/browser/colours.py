"""Colours as they are painted, and how well one can be told from another (WCAG 2.2, relative luminance)."""

from __future__ import annotations

from collections.abc import Sequence

Colour = Sequence[float]
"""Red, green and blue from 0 to 255; a fourth value, from 0 to 1, is how opaque it is."""


def of_hex(text: str) -> tuple[float, float, float]:
    """The colour of `#rrggbb`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def in_hex(colour: Colour) -> str:
    """The colour as `#rrggbb`, with its opacity in percent where it is not whole."""
    shown = "#" + "".join(f"{round(value):02x}" for value in colour[:3])
    return shown if len(colour) < 4 or colour[3] >= 1 else f"{shown} at {round(colour[3] * 100)} %"


def same(one: Colour, other: Colour) -> bool:
    """Whether two colours differ by no more than rounding does."""
    return all(abs(a - b) <= 1.5 for a, b in zip(one[:3], other[:3], strict=True))


def over(colour: Colour, ground: Colour) -> tuple[float, float, float]:
    """What is seen of a colour that lets something of its ground through."""
    alpha = colour[3] if len(colour) > 3 else 1.0
    red, green, blue = (a * alpha + b * (1 - alpha) for a, b in zip(colour[:3], ground[:3], strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(value / 255) for value in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
