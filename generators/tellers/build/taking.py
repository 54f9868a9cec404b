"""One figure with everything that goes with it, without building the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tellers.build import drawing
from tellers.build import pictures as pictures_
from tellers.build.generate import read
from tellers.claims.words import Words
from tellers.desk import Desk, Picture
from tellers.desk.pinning import address_of, sendable
from tellers.kit.texts import FORMATS
from tellers.problems import Place, Problem, Problems, Refused
from tellers.records.fit import nearest
from tellers.stats import result_of


@dataclass(frozen=True, slots=True)
class Taken:
    """A figure and the desk on which its texts are written, with all its pictures and the job of drawing it."""

    desk: Desk
    picture: Picture
    files: Mapping[str, bytes]
    job: drawing.Job

    def text(self, form: str, image: str = "") -> str:
        """The text of this format; with the picture at this address from the site's root, or with the latest one."""
        return FORMATS[form].write(self.desk, self.picture, image)

    def pinned_image(self) -> str:
        """The address of the newest pinned picture of this figure that is current and light; raises Refused without one."""
        found = sendable(self.desk, self.picture.figure)
        if found is None:
            do = f"pin it first: tellers pin {self.picture.figure}"
            raise Refused([Problem(Place("kit"), "--pinned", "no pinned picture has the data of today", do)])
        return address_of(found.pin)

    def everything(self, image: str = "") -> dict[str, bytes]:
        """All pictures and texts by the name of a file."""
        name = self.picture.figure.rpartition("/")[2]
        made = {path.rpartition("/")[2]: data for path, data in self.files.items()}
        return made | {name + form.ending: self.text(key, image).encode() for key, form in FORMATS.items()}


def take(site: Path, figure: str) -> Taken:
    """The figure of this id; raises Refused for one that there is not, with the nearest that there is."""
    content, words = read(site), Words()
    planned = pictures_.plan(content, words)
    vote = figure.partition(".")[0]
    if content.around(vote) is not content:
        do = "draw it with `tellers figure`, or give the vote files of its own with `tellers import`"
        raise Refused([Problem(Place("kit"), "figure", f"{vote} is a vote of an archive, which has no kits", do)])
    offered = [id for id, (kind, _) in planned.items() if kind != "card"]
    if figure not in offered:
        do = nearest(figure, offered, f"choose one of the {len(offered)} figures, such as {offered[0] if offered else '–'}")
        raise Refused([Problem(Place("kit"), "figure", f'no figure "{figure}"', do)])
    kind, chart = planned[figure]
    job = drawing.job_of(kind, chart, content)
    drawn = drawing.draw_one(job)
    pictures = pictures_.pictures({figure: (kind, chart)}, {figure: drawn}, words)
    results = {id: result_of(content, id) for id in content.votes}
    desk = Desk(content, words, results, pictures, Problems())
    return Taken(desk, pictures[figure], drawn.files, job)
