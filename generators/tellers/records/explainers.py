"""Explainers: front matter with the facts about the page, then Markdown with bound values, kept as written."""

from __future__ import annotations

import re

from pydantic import Field

from tellers.formats.yaml import read_yaml
from tellers.model import Explainer, Record
from tellers.model.record import Day, Text
from tellers.problems import Place, Problems
from tellers.records.fit import fit

_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


class FrontMatter(Record):
    """What stands between the two lines of dashes at the top of an explainer."""

    title: Text = Field(description="Title of the page.")
    summary: Text = Field(description="What the page explains, in one or two sentences without numbers.")
    kicker: Text = Field(description="A word or two above the title, such as `The day`.")
    date: Day = Field(description="First publication.")
    updated: Day | None = Field(None, description="Last change of meaning.")


def read_explainer(path: str, text: str, problems: Problems) -> Explainer | None:
    """The explainer in this file, or None with problems added."""
    found = _FRONT.match(text)
    if found is None or not found.group(1).strip():
        problems.add(
            Place(path, 1, 1), "file", "begins without front matter", "write title, summary, kicker, date between ---"
        )
        return None
    tree = read_yaml("\n" + found.group(1), path, problems)  # the line of dashes counts in every place
    front = fit(tree, FrontMatter, problems) if tree is not None else None
    if front is None:
        return None
    return Explainer(
        id=path.removeprefix("content/explainers/").removesuffix(".md"),
        title=front.title,
        summary=front.summary,
        date=front.date,
        updated=front.updated,
        kicker=front.kicker,
        text=text[found.end() :],
        path=path,
        line=text[: found.end()].count("\n") + 1,
    )
