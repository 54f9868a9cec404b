"""Every text with which a figure is taken away, by the name of its format, and the file in which it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tellers.desk import Desk, Picture, snippets
from tellers.desk.snippets import snippet_of
from tellers.desk.works import Work, figure_work
from tellers.kit import citation, embed, marks

Write = Callable[[Desk, Picture, str], str]
"""A text of a figure; the last argument is the address of its picture from the site's root, empty for the latest."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a text is made, and the ending of its file."""

    ending: str
    write: Write


def _snippet(write: Callable[[snippets.Snippet], str]) -> Write:
    return lambda desk, picture, image: write(snippet_of(desk, picture, image))


def _citation(write: Callable[[Work], str]) -> Write:
    return lambda desk, picture, image: write(figure_work(desk, picture, f"/use/{picture.figure}/"))


FORMATS: Mapping[str, Format] = {
    "html": Format(".html", _snippet(snippets.html)),
    "mjml": Format(".mjml", _snippet(snippets.mjml)),
    "markdown": Format(".md", _snippet(snippets.markdown)),
    "text": Format(".txt", _snippet(snippets.plain)),
    "alt": Format(".alt.txt", lambda desk, picture, image: picture.alt + "\n"),
    "description": Format(".description.txt", lambda desk, picture, image: picture.manifest.words["desc"] + "\n"),
    "frame": Format(".frame.html", lambda desk, picture, image: embed.frame(desk, picture) + "\n"),
    "citation": Format(
        ".citation.txt",
        lambda desk, picture, image: citation.plain(desk, figure_work(desk, picture, f"/use/{picture.figure}/")) + "\n",
    ),
    "bibtex": Format(".bib", _citation(citation.bibtex)),
    "ris": Format(".ris", _citation(citation.ris)),
    "csl": Format(".csl.json", _citation(citation.csl)),
    "csv": Format(".csv", lambda desk, picture, image: marks.csv_of(picture)),
    "json": Format(".json", lambda desk, picture, image: marks.json_of(desk, picture)),
    "terms": Format(".terms.txt", lambda desk, picture, image: snippet_of(desk, picture).terms + "\n"),
}
