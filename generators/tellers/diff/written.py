"""Content as one side of a comparison: read and counted, and drawn only as far as the comparison needs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from tellers.build import pictures as pictures_
from tellers.build.corrections import places_in
from tellers.build.drawing import Drawn, Job, draw_one, job_of
from tellers.build.generate import bare_desk
from tellers.build.pictures import Progress
from tellers.build.workers import Crew
from tellers.claims.words import Words
from tellers.diff.built import pins_in, stated_in
from tellers.diff.side import Pin, Stated
from tellers.figures.chart import Chart
from tellers.files.cache import Cache
from tellers.files.read import read_content_files
from tellers.manifest import digest_of_inputs
from tellers.model import Content
from tellers.model.edition import Edition
from tellers.pages.explainer.text import render_text
from tellers.problems import Place, Problem, Refused
from tellers.records.read import Reading, read_content
from tellers.stats.edition import edition_of
from tellers.verify.claims import Claims, Unsound, parse_spec
from tellers.verify.content import read_content as read_again


class Written:
    """The folder of a site with its `content/`; `draw` when the other side knows figures only by their files."""

    def __init__(self, site: Path, draw: bool, progress: Progress) -> None:
        self.site, self.draw, self.progress = site, draw, progress

    @cached_property
    def edition(self) -> Edition:
        return edition_of(self.content)

    def roll(self, vote: str) -> Mapping[str, str] | None:
        roll = self.content.rolls.get(vote)
        return {member: option.value for member, option in roll} if roll is not None else None

    def looks(self) -> Mapping[str, str]:
        if self.draw:
            return {figure: _digest_of(drawn.files) for figure, drawn in self._all_drawn.items()}
        return {figure: _digest_of({"chart": repr(self._job(figure)).encode()}) for figure in self._planned}

    def digest(self, figure: str) -> str:
        return digest_of_inputs(self._planned[figure][1].inputs) if figure in self._planned else ""

    def picture(self, figure: str) -> bytes | None:
        if figure not in self._planned:
            return None
        return self._drawn(figure).files.get(f"{figure}.png")

    def stated(self) -> tuple[Stated, ...]:
        texts, _ = self._rendered
        return tuple(one for id, text in texts.items() for one in stated_in(text, id))

    def value(self, spec: str) -> str | None:
        try:
            return str(self._claims.value(*parse_spec(spec)))
        except Unsound:
            return None

    def untrue(self) -> tuple[Problem, ...]:
        _, problems = self._rendered
        return problems

    def pins(self) -> tuple[Pin, ...]:
        return pins_in(sorted((self.site / "content" / "pinned").glob("*.png")))

    def place(self, record: str, field: str) -> Place:
        return places_in(self._reading)(record, field)

    @cached_property
    def _reading(self) -> Reading:
        return read_content(read_content_files(self.site))

    @cached_property
    def content(self) -> Content:
        """The content; raises Refused with every problem where it cannot be read."""
        if self._reading.content is None:
            raise Refused(self._reading.problems)
        return self._reading.content

    @cached_property
    def _rendered(self) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
        """The text of each explainer with its values in place, and what in them does not hold."""
        desk = bare_desk(self.content)
        texts = {id: render_text(desk, one, "../../").markdown for id, one in self.content.explainers.items()}
        return texts, tuple(desk.problems.in_order())

    @cached_property
    def _claims(self) -> Claims:
        return Claims(read_again(self.site))

    @cached_property
    def _planned(self) -> Mapping[str, tuple[str, Chart]]:
        return pictures_.plan(self.content, Words())

    @cached_property
    def _all_drawn(self) -> Mapping[str, Drawn]:
        cache = Cache(self.site / "build" / "cache")
        return pictures_.draw_all(self._planned, self.content, cache, self.progress, Crew.of())

    def _drawn(self, figure: str) -> Drawn:
        return self._all_drawn[figure] if self.draw else draw_one(self._job(figure))

    def _job(self, figure: str) -> Job:
        return job_of(*self._planned[figure], self.content)


def _digest_of(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name, data in sorted(files.items()):
        total.update(Path(name).name.encode() + b"\0" + hashlib.sha256(data).digest())
    return total.hexdigest()
