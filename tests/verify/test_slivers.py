"""Bars of a few members among 193 are slivers: their pixels are read without an alarm, and still missed when they are gone.

The ballots are invented: of a real roll of the General Assembly, a few are changed into abstentions and the rest into yes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from tellers.build.drawing import draw_one, job_of
from tellers.claims.words import Words
from tellers.figures import tally
from tellers.model import Content, Option, Roll
from tellers.verify.figures import read_figure
from tellers.verify.paints import SHEET, Paints, read_sheet
from tellers.verify.png import check_png
from tellers.verify.report import Findings
from tellers.verify.svg import Picture

VOTE = "un-ga/es-11_7"
LAYOUTS = {"": "", "-dark": "-dark", "-360": "-360", "-360-dark": "-360-dark", "-square": "-360"}
"""Pictures by the end of their name, with that of the drawing that they show."""


@pytest.fixture(scope="module")
def paints(starter_site: tuple[Path, Path]) -> Paints:
    return read_sheet((starter_site[1] / SHEET).read_text(), Findings())


def _drawn(content: Content, against: int, abstaining: int) -> dict[str, bytes]:
    """The files of the bar in which so many are against or abstain."""
    members = content.rolls[VOTE].members
    chosen = [*[Option.ABSTAIN] * abstaining, *[Option.NO] * against]
    chosen += [Option.YES] * (len(members) - len(chosen))
    changed = replace(content, rolls={**content.rolls, VOTE: Roll.of(zip(members, chosen, strict=True))})
    chart = tally.marks(VOTE, changed, Words())
    return dict(draw_one(job_of("tally", chart, changed)).files)


def _layouts(files: dict[str, bytes]) -> Iterator[tuple[str, bytes, Picture]]:
    for end, drawing in LAYOUTS.items():
        read = read_figure(files[f"{VOTE}.tally{drawing}.svg"].decode(), Findings())
        assert read is not None
        yield f"{VOTE.partition('/')[2]}.tally{end}.png", files[f"{VOTE}.tally{end}.png"], read[0]


def _said(name: str, raw: bytes, drawn: Picture, paints: Paints, folder: Path) -> list[str]:
    file, findings = folder / name, Findings()
    file.write_bytes(raw)
    check_png(file, name, drawn, paints, True, findings)
    return [str(problem) for problem in findings.problems]


@pytest.mark.parametrize("against", [1, 53])
@pytest.mark.parametrize("abstaining", range(1, 9))
def test_a_sliver_raises_no_alarm(flagship: Content, paints: Paints, tmp_path: Path, against: int, abstaining: int) -> None:
    for name, raw, drawn in _layouts(_drawn(flagship, against, abstaining)):
        assert _said(name, raw, drawn, paints, tmp_path) == []


def test_a_sliver_that_is_painted_out_is_missed(flagship: Content, paints: Paints, tmp_path: Path) -> None:
    for name, raw, drawn in _layouts(_drawn(flagship, 1, 8)):
        bar = next(shape for shape in drawn.drawn if shape.mark == "bar:abstain")
        picture = Image.open(BytesIO(raw))
        scale = min(picture.width / drawn.width, picture.height / drawn.height)
        left, top = (picture.width - drawn.width * scale) / 2, (picture.height - drawn.height * scale) / 2
        box = [left + bar.x0 * scale, top + bar.y0 * scale, left + bar.x1 * scale, top + bar.y1 * scale]
        beside = picture.getpixel((box[0] - 8 * scale, (box[1] + box[3]) / 2))
        ImageDraw.Draw(picture).rectangle(box, fill=beside)
        out = BytesIO()
        info = PngInfo()
        info.add_itxt("tellers", picture.info["tellers"])
        picture.save(out, "PNG", pnginfo=info)
        assert any("bar:abstain" in text for text in _said(name, out.getvalue(), drawn, paints, tmp_path)), name
