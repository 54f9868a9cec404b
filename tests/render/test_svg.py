"""Our SVG against Matplotlib's stock SVG backend, and against itself."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET

import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_svg import FigureCanvasSVG

from tellers.claims.words import Words
from tellers.encode import xml
from tellers.figures import blocks, council, hemicycle, tally, waffle
from tellers.files.resources import fonts
from tellers.look.palette import Theme
from tellers.model import Content
from tellers.render.canvas import RC, figure_of
from tellers.render.svg import file_svg, inline_svg

KINDS = [(tally, "un-ga/es-11_7"), (waffle, "un-ga/es-11_7"), (blocks, "un-ga/es-11_7"), (council, "un-sc/s_2022_155")]
Box = tuple[float, float, float, float]


def _stock(drawing: object) -> str:
    """The same drawing by Matplotlib's own SVG backend."""
    with rc_context({**RC, "svg.fonttype": "none", "svg.hashsalt": "tellers"}):
        figure = figure_of(drawing, Theme.LIGHT, fonts())  # type: ignore[arg-type]
        out = io.StringIO()
        FigureCanvasSVG(figure).print_svg(out, metadata={"Date": None})
    return out.getvalue()


def _elements(text: str, name: str) -> list[ET.Element]:
    return [element for element in ET.fromstring(text).iter() if element.tag.rpartition("}")[2] == name]


def _box(numbers: list[float]) -> Box:
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def _numbers(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", path)]


def _stock_boxes(text: str) -> list[Box]:
    """Boxes of all outlines of the stock SVG; its first is the figure's ground."""
    drawn = [e for e in _elements(text, "path") if "clip" not in str(e.attrib.get("id", ""))]
    return [_box(_numbers(element.attrib["d"])) for element in drawn][1:]


def _our_boxes(text: str) -> list[Box]:
    found: list[Box] = []
    for element in ET.fromstring(text):
        a, name = element.attrib, element.tag.rpartition("}")[2]
        if name == "rect":
            x, y = float(a["x"]), float(a["y"])
            found.append((x, y, x + float(a["width"]), y + float(a["height"])))
        elif name == "circle":
            x, y, r = float(a["cx"]), float(a["cy"]), float(a["r"])
            found.append((x - r, y - r, x + r, y + r))
        elif name == "path":
            found.append(_box(_numbers(a["d"])))
    return found


@pytest.mark.parametrize(("kind", "vote"), KINDS)
def test_every_outline_is_where_the_stock_backend_puts_it(kind: object, vote: str, flagship: Content) -> None:
    chart = kind.marks(vote, flagship, Words())  # type: ignore[attr-defined]
    drawing = kind.draw(chart, 700)  # type: ignore[attr-defined]
    ours = _our_boxes(inline_svg(drawing, chart.manifest(700, "light", {}), fonts()))
    stock = _stock_boxes(_stock(drawing))
    assert len(ours) == len(stock)
    for mine, theirs in zip(ours, stock, strict=True):
        assert mine == pytest.approx(theirs, abs=0.02)


def test_every_text_is_the_one_that_the_stock_backend_sets(flagship: Content) -> None:
    chart = tally.marks("un-ga/es-11_7", flagship, Words())
    drawing = tally.draw(chart, 700)
    ours = [e.text for e in _elements(inline_svg(drawing, chart.manifest(700, "light", {}), fonts()), "text")]
    assert ours == [e.text for e in _elements(_stock(drawing), "text")]


@pytest.mark.parametrize(("kind", "vote"), KINDS)
@pytest.mark.parametrize("width", [360, 700])
def test_weight_and_shape(kind: object, vote: str, width: int, flagship: Content) -> None:
    import gzip

    chart = kind.marks(vote, flagship, Words())  # type: ignore[attr-defined]
    drawing = kind.draw(chart, width)  # type: ignore[attr-defined]
    manifest = chart.manifest(width, "light", {})
    text = inline_svg(drawing, manifest, fonts())
    assert len(gzip.compress(text.encode())) <= 10 * 1024
    root = ET.fromstring(text)
    assert (root.attrib["data-figure"], root.attrib["data-width"]) == (chart.figure, str(width))
    marks = [
        e.attrib["data-mark"] for e in root if "data-mark" in e.attrib and not e.attrib["data-mark"].startswith("label:")
    ]
    assert len(marks) == len(set(marks))
    assert set(marks) <= {line.id for line in manifest.marks}
    drawn = {*marks, *(e.attrib["data-mark"].removeprefix("label:") for e in root if "data-mark" in e.attrib)}
    assert {line.id for line in manifest.marks} <= drawn, "every mark is drawn, or printed as a label"
    assert text == inline_svg(kind.draw(kind.marks(vote, flagship, Words()), width), manifest, fonts())  # type: ignore[attr-defined]


def test_a_file_has_plain_colours_and_a_page_has_none(flagship: Content) -> None:
    chart = hemicycle.marks("un-ga/es-11_7", flagship, Words())
    drawing, manifest = hemicycle.draw(chart, 700), chart.manifest(700, "dark", {})
    alone = file_svg(drawing, manifest, fonts(), Theme.DARK)
    assert "var(" not in alone
    assert "#4fb6f5" in alone
    inline = inline_svg(drawing, manifest, fonts())
    assert "style" not in inline.replace(xml(chart.desc), "")
    assert not re.search(r'fill="#', inline)
