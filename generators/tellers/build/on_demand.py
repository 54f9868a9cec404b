"""Results and pictures of the votes of an archive, each worked out where a page asks for it, and for that page alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tellers.build import drawing
from tellers.build import pictures as pictures_
from tellers.claims.words import Words
from tellers.desk import Picture
from tellers.model import Content
from tellers.stats import Result, result_of


class Results(Mapping[str, Result]):
    """Results of the archive's votes, each worked out where it is asked for."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def __getitem__(self, id: str) -> Result:
        return result_of(self.content, id)

    def __iter__(self) -> Iterator[str]:
        return iter(self.content.votes)

    def __len__(self) -> int:
        return len(self.content.votes)


class Pictures(Mapping[str, Picture]):
    """Pictures of the archive's votes, each drawn where it is asked for."""

    def __init__(self, content: Content, words: Words) -> None:
        self.content, self.words = content, words

    def __getitem__(self, figure: str) -> Picture:
        id, _, kind = figure.rpartition(".")
        if not _SHOWN[kind](result_of(self.content, id)):
            raise KeyError(figure)
        chart = drawing.kinds()[kind].marks(id, self.content, self.words)
        drawn = drawing.draw_framed(drawing.job_of(kind, chart, self.content))
        return pictures_.pictures({figure: (kind, chart)}, {figure: drawn}, self.words)[figure]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


_OWN = {"hemicycle": "hemicycle", "horseshoe": "council"}
"""What shows every ballot of a body of this layout, where all of them are known."""


def _seats(result: Result) -> str:
    """The kind that shows who chose what; none for a horseshoe of which a ballot is missing."""
    own = _OWN.get(result.body.layout, "blocks")
    if result.complete:
        return own
    return "blocks" if result.roll is not None and own != "council" else ""


_SHOWN: Mapping[str, Callable[[Result], bool]] = {
    "tally": lambda result: bool(result.tally.counts),
    "blocks": lambda result: _seats(result) == "blocks",
    "hemicycle": lambda result: _seats(result) == "hemicycle",
    "council": lambda result: _seats(result) == "council",
}
"""Of which votes an archive shows each of its kinds of figure."""
