"""A Matplotlib backend that writes small, readable SVG: classes for roles, `data-*` for marks, text as text.

Matplotlib's own SVG backend writes a style string on every mark and outlines every letter. This one leaves colours to
the style sheet and knows which thing each outline came from. Verified against the stock backend in the tests.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase

from tellers.encode import Svg, xml
from tellers.figures.drawing import NO_TAG, Circle, Drawing, Path, Rect, Tag, Text, Thing
from tellers.look.css import file_css
from tellers.look.metrics import Face
from tellers.look.palette import GROUND, Theme
from tellers.manifest import Manifest, digest_of_inputs, dump
from tellers.render.canvas import DrawingArtist

_FACE_CLASS = {Face.REGULAR: "", Face.SEMIBOLD: "b", Face.BOLD: "h", Face.SERIF: "s", Face.SERIF_REGULAR: "t"}


def inline_svg(drawing: Drawing, manifest: Manifest, fonts: FilePath) -> Svg:
    """The figure for a page: it takes its colours, light and dark, from the site's style sheet."""
    return Svg(_document(drawing, manifest, fonts, Theme.LIGHT, style="", ground=""))


def file_svg(drawing: Drawing, manifest: Manifest, fonts: FilePath, theme: Theme) -> str:
    """The figure as a file that travels alone: opaque ground, plain hex colours of one theme."""
    used = frozenset(thing.role for thing in drawing.things)
    width, height = number(drawing.width), number(drawing.height)
    ground = f'<rect class="ground" width="{width}" height="{height}" fill="{GROUND[theme]}"/>\n'
    style = f"<style>{file_css(theme, used)}</style>\n"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + _document(drawing, manifest, fonts, theme, style=style, ground=ground) + "\n"


def _document(
    drawing: Drawing, manifest: Manifest, fonts: FilePath, theme: Theme, *, style: str, ground: str
) -> str:  # fmt: skip
    renderer = SvgRenderer(drawing)
    DrawingArtist(drawing, theme, fonts).draw(renderer)
    width, height = number(drawing.width), number(drawing.height)
    id = element_id(manifest)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-labelledby="{id}-t" aria-describedby="{id}-d"'
        f' data-figure="{xml(manifest.figure)}" data-kind="{xml(manifest.kind)}" data-width="{manifest.width}"'
        f' data-theme="{xml(manifest.theme)}" data-digest="{digest_of_inputs(manifest.inputs)[:16]}">\n'
        f'<title id="{id}-t">{xml(manifest.words["title"])}</title>\n'
        f'<desc id="{id}-d">{xml(manifest.words["desc"])}</desc>\n'
        f"<metadata>{xml(dump(manifest))}</metadata>\n{style}{ground}" + "\n".join(renderer.lines) + "\n</svg>"
    )


def element_id(manifest: Manifest) -> str:
    """An element id that is unique on a page that shows the figure at several widths."""
    plain = "".join(c if c.isalnum() else "-" for c in manifest.figure)
    return f"f-{plain}-{manifest.width}"


class SvgRenderer(RendererBase):
    """Collects one line of SVG for each thing that is drawn."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self.lines: list[str] = []

    def flipy(self) -> bool:
        return True

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.drawing.width, self.drawing.height

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(self, gc: GraphicsContextBase, path: Any, transform: Any, rgbFace: Any = None) -> None:
        """Outlines that come from Matplotlib itself, such as a figure's ground, are left out."""

    def draw_thing(self, thing: Thing) -> None:
        """One `<rect>`, `<circle>`, `<path>` or `<text>`. The artist calls it directly: the outlines that Matplotlib
        would need are not even made."""
        self.lines.append(_text(thing) if isinstance(thing, Text) else _shape(thing))


def _shape(thing: Rect | Circle | Path) -> str:
    """The outline with its role, and what it says about itself."""
    if isinstance(thing, Circle):
        shape = f'<circle cx="{number(thing.x)}" cy="{number(thing.y)}" r="{number(thing.radius)}"'
    elif isinstance(thing, Rect):
        radius = f' rx="{number(thing.radius)}"' if thing.radius else ""
        shape = (
            f'<rect x="{number(thing.x)}" y="{number(thing.y)}" width="{number(thing.width)}"'
            f' height="{number(thing.height)}"{radius}'
        )
    else:
        shape = f'<path d="{_d(thing)}"'
    return f'{shape} class="{_attribute(thing.role)}"{_tag(thing.tag)}/>'


def _text(text: Text) -> str:
    """The text at its base line."""
    anchor = "" if text.anchor == "start" else f' text-anchor="{_attribute(text.anchor)}"'
    face = _FACE_CLASS[text.face]
    classes = f"{text.role} {face}" if face else text.role
    return (
        f'<text x="{number(text.x)}" y="{number(text.y)}" font-size="{number(text.size)}"{anchor}'
        f' class="{_attribute(classes)}"{_tag(text.tag)}>{xml(text.text)}</text>'
    )


@lru_cache(maxsize=65536)
def number(value: float) -> str:
    """Two decimals at most, none where none are needed."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _d(path: Path) -> str:
    return "".join(str(name) + " ".join(number(float(n)) for n in numbers) for name, *numbers in path.commands)


def _tag(tag: Tag) -> str:
    if tag is NO_TAG:
        return ""
    said = f' data-mark="{_attribute(tag.mark)}"' if tag.mark else ""
    if tag.member:
        said += f' data-member="{_attribute(tag.member)}"'
    if tag.option:
        said += f' data-option="{_attribute(tag.option)}"'
    return f'{said} data-tick="{_attribute(tag.tick)}"' if tag.tick else said


@lru_cache(maxsize=8192)
def _attribute(value: str) -> str:
    return xml(value)
