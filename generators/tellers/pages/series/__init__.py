"""The page of one series: the question, the votes in order, and how the picture changed."""

from __future__ import annotations

from tellers.claims.words import pages
from tellers.desk import Desk
from tellers.desk.structured import series_dataset
from tellers.desk.works import series_work
from tellers.model import Series
from tellers.pages import parts
from tellers.pages.page import Page
from tellers.pages.rows import vote_rows


def make(desk: Desk) -> list[Page]:
    """A page for each series."""
    return [_page(desk, series) for series in desk.content.series.values()]


def _page(desk: Desk, series: Series) -> Page:
    root, words = "../../", desk.words
    return Page(
        path=f"series/{series.id}.md",
        title=series.title,
        description=series.question,
        template="series/page.md.j2",
        data=f"content/series/{series.id}.yml",
        updated=series.updated or series.published,
        structured=series_dataset(desk, series.id),
        context={
            "title": series.title,
            "question": series.question,
            "summary": series.summary,
            "figure": parts.placed(desk, f"{series.id}.timeline", root),
            "votes": vote_rows(desk, [desk.results[id] for id in series.votes], root, newest_first=False),
            "dates": pages.published(words, f"series/{series.id}", series.published, series.updated).html(root),
            "cite": parts.cite(desk, series_work(desk, series.id), root),
            "files": parts.data_files(desk, f"series/{series.id}", root),
            "t": words.text,
        },
    )
