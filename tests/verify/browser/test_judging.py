"""Judging of what was measured, without a browser: contrast, overlaps, places, and the choice of pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tellers.verify.browser.choose import MOST_FILES, files_to_open, kind_of_page, pages_to_open, unchanged_files
from tellers.verify.browser.colours import contrast, in_hex, of_hex, over, same
from tellers.verify.browser.facts import Mark, Picture, Text
from tellers.verify.browser.legible import check_contrast
from tellers.verify.browser.pictures import check_picture
from tellers.verify.browser.view import View
from tellers.verify.paints import Paints
from tellers.verify.report import Findings

INK, BLUE, WHITE = "#1b1f24", "#24508a", "#ffffff"
PAINTS = Paints({"light": {"yes": (("fill", BLUE),), "ink": (("fill", INK),)}}, {"light": WHITE})
BAR = Mark(
    id="bar:yes", tag="rect", classes=["yes"], box=[10, 40, 60, 60], fill=[*of_hex(BLUE), 1], edge=None, edge_width=1,
    dash="none", written=[[10, 40, 50, 20], [10, 40, 50, 20]], tried=3, seen=3, over=[], ground=[255, 255, 255],
)  # fmt: skip
TITLE = Text(
    id="", text="Title", classes=["ink"], box=[10, 10, 50, 20], size=13, weight=400,
    colour=[*of_hex(INK), 1], grounds=[[255, 255, 255]],
    family='"Tellers Inter", sans-serif', written=[[10, 20], [10, 20]], tried=1, seen=1, over=[],
)  # fmt: skip
PICTURE = Picture(
    figure="a.tally", kind="tally", width=100, shown=True, box=[0, 0, 100, 80], cut=[0, 0, 100, 80], view=[0, 0, 100, 80],
    matrix=[1, 0, 0, 1], marks=[BAR], texts=[TITLE], strange=[], unseen=[],
)  # fmt: skip


def said(picture: Picture) -> list[str]:
    findings = Findings()
    check_picture(picture, PAINTS, View("page.html", "360 px, light", "light", ("Tellers Inter",), findings))
    return [f"{problem.field} {problem.wrong}" for problem in findings.problems]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast(of_hex("#767676"), of_hex(WHITE)) == pytest.approx(4.54, abs=0.005)
    assert contrast(of_hex(WHITE), of_hex("#767676")) == contrast(of_hex("#767676"), of_hex(WHITE))
    assert contrast(of_hex(BLUE), of_hex(BLUE)) == 1


def test_a_colour_that_lets_through_is_mixed_with_its_ground() -> None:
    assert over((0, 0, 0, 0.5), (255, 255, 255)) == (127.5, 127.5, 127.5)
    assert in_hex((36, 80, 138, 0.3)) == "#24508a at 30 %"
    assert same((36, 80, 138), (37, 79, 138.4)) and not same((36, 80, 138), (36, 80, 140))


@pytest.mark.parametrize(
    ("size", "weight", "wanted"),
    [(13, 400, "4.5"), (23.9, 400, "4.5"), (24, 400, "3"), (18.7, 700, "3"), (18.7, 600, "4.5")],
)
def test_large_words_need_less_contrast(size: float, weight: int, wanted: str) -> None:
    findings = Findings()
    view = View("page.html", "360 px, light", "light", (), findings)
    check_contrast("words", of_hex("#cccccc"), [of_hex(WHITE)], size, weight, view)
    assert f'expected "{wanted} or more"' in findings.problems[0].wrong


def test_a_whole_picture_raises_nothing() -> None:
    assert said(PICTURE) == []


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (replace(PICTURE, marks=[replace(BAR, seen=2)]), "not in sight at 1 of 3 places"),
        (replace(PICTURE, marks=[replace(BAR, tried=0, seen=0)]), "not in sight"),
        (replace(PICTURE, marks=[replace(BAR, over=["rect.yes\tbar:no"])]), "covered by rect.yes bar:no"),
        (replace(PICTURE, marks=[replace(BAR, over=["text.ink\tpage"])]), "covered by text.ink page"),
        (replace(PICTURE, marks=[replace(BAR, fill=[196, 80, 27, 1])]), 'fill of mark bar:yes found "#c4501b"'),
        (replace(PICTURE, marks=[replace(BAR, edge=[0, 0, 0, 1])]), 'edge of mark bar:yes found "#000000", expected "none"'),
        (replace(PICTURE, marks=[replace(BAR, ground=[36, 80, 140])]), "contrast of mark bar:yes"),
        (replace(PICTURE, marks=[replace(BAR, written=[[10, 40, 50, 20], [10, 40, 49, 20]])]), "place of mark bar:yes"),
        (replace(PICTURE, texts=[replace(TITLE, box=[62, 10, 101, 20])]), "clipped by 1.0 px"),
        (replace(PICTURE, texts=[replace(TITLE, size=8.9)]), "8.9 px"),
        (replace(PICTURE, texts=[replace(TITLE, family="serif")]), 'font of text "Title"'),
        (replace(PICTURE, texts=[TITLE, replace(TITLE, text="Other", box=[49, 10, 80, 20])]), 'overlaps "Other"'),
        (replace(PICTURE, texts=[replace(TITLE, box=[50, 45, 64, 55])]), "crosses the edge of mark bar:yes"),
        (replace(PICTURE, box=[0, 0, 100, 70], cut=[0, 0, 100, 70]), "aspect"),
        (replace(PICTURE, cut=[0, 0, 100, 40]), "frame"),
        (replace(PICTURE, matrix=[1, 0.1, -0.1, 1]), "scale"),
        (replace(PICTURE, unseen=["bar:no"]), "bar:no found"),
        (replace(PICTURE, strange=[["bar:yes", "rect.yes", "mixBlendMode", "screen"]]), "mix-blend-mode of bar:yes"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(picture: Picture, words: str) -> None:
    assert any(words in text for text in said(picture)), said(picture)


def test_words_inside_or_beside_a_mark_are_well_placed() -> None:
    inside, beside = replace(TITLE, box=[15, 45, 40, 55]), replace(TITLE, box=[61, 45, 90, 55])
    assert said(replace(PICTURE, texts=[inside, beside])) == []


def test_pages_of_one_kind_are_opened_until_all_they_have_was_seen(tmp_path: Path) -> None:
    pages = {
        "votes/a/1/index.html": '<article><p class="lead">',
        "votes/a/2/index.html": '<article><p class="lead"><p class="note">',
        "votes/a/3/index.html": '<article><p class="lead">',
        "votes/a/4/index.html": '<style>p{color:red}</style><article><p class="lead">',
        "votes/a/5/index.html": '<article><p class="lead" data-member="USA">',
        "members/a/1/index.html": '<article><p class="lead">',
    }
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text)
    (tmp_path / "site.css").write_text('[data-member="USA"]{opacity:0}')
    chosen = pages_to_open(tmp_path, pages)
    assert chosen == ["members/a/1/index.html", "votes/a/2/index.html", "votes/a/4/index.html", "votes/a/5/index.html"]
    assert {kind_of_page(path) for path in chosen} == {"members, 3 deep", "votes, 3 deep"}


def test_pictures_of_each_kind_width_and_theme_are_opened_and_a_sample_of_others() -> None:
    few = [f"figures/a/{n}.tally{width}{theme}.svg" for n in range(2) for width in ("", "-360") for theme in ("", "-dark")]
    many = [f"figures/a/{n}.blocks.svg" for n in range(300)]
    chosen = files_to_open([*few, *many])
    assert len(chosen) == MOST_FILES
    assert {path.split(".", 1)[1] for path in chosen} >= {
        "tally.svg",
        "tally-360.svg",
        "tally-dark.svg",
        "tally-360-dark.svg",
    }
    assert chosen == files_to_open(reversed([*few, *many]))
    assert files_to_open(few) == sorted(few)


def test_pictures_that_did_not_change_are_left_out_but_for_one_of_a_sort(tmp_path: Path) -> None:
    paths = [f"figures/a/{n}.blocks.svg" for n in range(4)]
    for site in ("before", "built"):
        for path in paths[: 3 if site == "before" else 4]:
            (tmp_path / site / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / site / path).write_text("<svg/>")
    (tmp_path / "built" / paths[1]).write_text("<svg></svg>")
    unchanged = unchanged_files(tmp_path / "built", tmp_path / "before", paths)
    assert unchanged == {paths[0], paths[2]}
    chosen = set(files_to_open(paths, unchanged))
    assert chosen >= {paths[1], paths[3]}
    assert len(chosen & unchanged) <= 1
