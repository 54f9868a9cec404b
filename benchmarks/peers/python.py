"""The same dots with vl-convert and with plain pyplot: CPU milliseconds of each drawing as JSON lines."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import matplotlib as mpl

mpl.use("agg")
import matplotlib.pyplot as plt
import vl_convert
from matplotlib.patches import Circle

PICTURE = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
TIMES = int(sys.argv[2])


def timed(name: str, draw: Callable[[], bytes | str]) -> None:
    """Print the CPU milliseconds of each call, after three that only warm up."""
    for _ in range(3):
        draw()
    spent = []
    size = 0
    for _ in range(TIMES):
        begun = process_time()
        size = len(draw())
        spent.append((process_time() - begun) * 1000)
    print(json.dumps({"name": name, "spent": spent, "size": size}), flush=True)


def vega() -> dict[str, object]:
    """The picture as a Vega-Lite specification."""
    colours = PICTURE["colours"]
    place = {
        "x": {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, PICTURE["width"]]}},
        "y": {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [PICTURE["height"], 0]}},
        "color": {"field": "role", "legend": None, "scale": {"domain": list(colours), "range": list(colours.values())}},
    }
    dots = {"data": {"values": PICTURE["dots"]}, "mark": {"type": "circle", "size": 90, "opacity": 1}, "encoding": place}
    words = {"data": {"values": PICTURE["legend"]}, "mark": "text", "encoding": {**place, "text": {"field": "text"}}}
    size = {"width": PICTURE["width"], "height": PICTURE["height"]}
    return {**size, "title": PICTURE["title"], "layer": [dots, words], "config": {"view": {"stroke": None}}}


def pyplot(ending: str, dpi: int) -> bytes:
    """The picture as most scripts draw it: a figure, axes, a patch a dot, a tight box."""
    figure, axes = plt.subplots(figsize=(PICTURE["width"] / 100, PICTURE["height"] / 100))
    for dot in PICTURE["dots"]:
        axes.add_patch(Circle((dot["x"], dot["y"]), dot["r"], color=PICTURE["colours"][dot["role"]]))
    for label in PICTURE["legend"]:
        axes.text(label["x"], label["y"], label["text"], ha="center")
    axes.set(xlim=(0, PICTURE["width"]), ylim=(PICTURE["height"], 0), aspect="equal", title=PICTURE["title"])
    out = io.BytesIO()
    figure.savefig(out, format=ending, dpi=dpi, bbox_inches="tight")
    plt.close(figure)
    return out.getvalue()


SPECIFICATION = vega()
timed("vl-convert: SVG", lambda: vl_convert.vegalite_to_svg(SPECIFICATION))
timed("vl-convert: PNG at 2x", lambda: vl_convert.vegalite_to_png(SPECIFICATION, scale=2))
timed("pyplot, a patch a dot: SVG", lambda: pyplot("svg", 100))
timed("pyplot, a patch a dot: PNG at 2x", lambda: pyplot("png", 200))
