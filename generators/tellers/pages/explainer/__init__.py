"""Explainers: an editor's Markdown, its values placed or stated by expressions, its numbers never typed by hand."""

from __future__ import annotations

from tellers.claims.words import pages
from tellers.desk import Desk
from tellers.desk.structured import article
from tellers.desk.terms import mentioned
from tellers.desk.works import explainer_work
from tellers.model import Explainer
from tellers.pages import parts
from tellers.pages.explainer.lint import unbound
from tellers.pages.explainer.text import render_text
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """A page an explainer; what its expressions get wrong is a problem with its line."""
    return [_page(desk, explainer) for explainer in desk.content.explainers.values()]


def _page(desk: Desk, explainer: Explainer) -> Page:
    root, words = "../../", desk.words
    desk.problems.extend(unbound(explainer))
    text = render_text(desk, explainer, root)
    named = (key.removeprefix("votes/") for key in mentioned(desk.content, explainer.id) if key.startswith("votes/"))
    image = next(named, "")
    return Page(
        path=f"explainers/{explainer.id}.md",
        title=explainer.title,
        description=explainer.summary,
        template="explainer/page.md.j2",
        boost=3,
        only_english=True,
        data=explainer.path,
        image=f"/figures/{image}.card.png" if image else "",
        image_alt=picture.alt if image and (picture := desk.picture(f"{image}.card")) else "",
        updated=explainer.updated or explainer.date,
        structured=article(desk, explainer.id),
        context={
            "title": explainer.title,
            "kicker": explainer.kicker,
            "summary": explainer.summary,
            "text": text.markdown,
            "dates": pages.published(words, f"explainers/{explainer.id}", explainer.date, explainer.updated, "date").html(
                root
            ),
            "sources": parts.source_items(desk, text.sources, root),
            "cite": parts.cite(desk, explainer_work(desk, explainer.id), root),
            "t": words.text,
        },
    )
