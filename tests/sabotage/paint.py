"""Changes to the pixels of a PNG that leave its size, palette and provenance as they are."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from tests.sabotage.tools import Edit

Box = tuple[int, int, int, int]
Draw = Callable[[Image.Image], Image.Image]


def painted(*draws: Draw, said: bool = True) -> Edit:
    """The picture after the changes, one after the other; with `said`, it still says of itself what it said."""

    def edit(raw: bytes) -> bytes:
        picture = Image.open(io.BytesIO(raw))
        info = PngInfo()
        for key in ("tellers", "Title", "Description", "Source"):
            if said:
                info.add_itxt(key, picture.info[key])
        dpi = picture.info["dpi"]
        for draw in draws:
            picture = draw(picture)
        out = io.BytesIO()
        picture.save(out, "PNG", pnginfo=info, dpi=dpi)
        return out.getvalue()

    return edit


def box(area: Box, colour: str) -> Draw:
    """The area in one colour of the picture's own palette, the nearest to the one asked for."""

    def draw(picture: Image.Image) -> Image.Image:
        ImageDraw.Draw(picture).rectangle(area, fill=_index(picture, colour))
        return picture

    return draw


def shown_at(area: Box, by: tuple[int, int], ground: str = "#ffffff") -> Draw:
    """The area moved, and bare ground where it was."""

    def draw(picture: Image.Image) -> Image.Image:
        part = picture.crop(area)
        picture = box(area, ground)(picture)
        picture.paste(part, (area[0] + by[0], area[1] + by[1]))
        return picture

    return draw


def copied(area: Box, by: tuple[int, int]) -> Draw:
    """The area once more at another place."""

    def draw(picture: Image.Image) -> Image.Image:
        picture.paste(picture.crop(area), (area[0] + by[0], area[1] + by[1]))
        return picture

    return draw


def colours_for_one_another(one: str, other: str) -> Draw:
    """All pixels of two colours exchanged, by exchanging the colours in the palette."""

    def draw(picture: Image.Image) -> Image.Image:
        first, second = _index(picture, one), _index(picture, other)
        palette = picture.getpalette() or []
        a, b = slice(3 * first, 3 * first + 3), slice(3 * second, 3 * second + 3)
        palette[a], palette[b] = palette[b], palette[a]
        picture.putpalette(palette)
        return picture

    return draw


def _index(picture: Image.Image, colour: str) -> int:
    want = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    palette = picture.getpalette() or []
    near = [sum((palette[at + n] - want[n]) ** 2 for n in range(3)) for at in range(0, len(palette), 3)]
    return near.index(min(near))
