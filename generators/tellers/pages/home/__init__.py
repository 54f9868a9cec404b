"""The home page: the lead explainer, what is new, and the ways in."""

from __future__ import annotations

from tellers.desk import Desk
from tellers.model import Explainer
from tellers.pages import parts
from tellers.pages.page import Page
from tellers.pages.rows import vote_rows

NEWEST = 8


def make(desk: Desk) -> list[Page]:
    """The home page."""
    content, words, root = desk.content, desk.words, ""
    lead = content.explainers.get(content.site.lead or "")
    others = [e for e in content.explainers.values() if e is not lead]
    others.sort(key=lambda e: (e.updated or e.date, e.id), reverse=True)
    newest = sorted(desk.results.values(), key=lambda r: (r.vote.date, r.vote.id), reverse=True)[:NEWEST]
    return [
        Page(
            path="index.md",
            title=content.site.name,
            description=content.site.tagline,
            template="home/page.md.j2",
            data="content/site.yml",
            structured={
                "@context": "https://schema.org",
                "@type": "WebSite",
                "name": content.site.name,
                "url": content.site.address,
                "description": content.site.tagline,
            },
            context={
                "name": content.site.name,
                "tagline": content.site.tagline,
                "lead": _card(desk, lead, root) if lead else None,
                "figure": _lead_figure(desk, root),
                "explainers": [_card(desk, explainer, root) for explainer in others],
                "votes": vote_rows(desk, newest, root),
                "ways": _ways(desk, root),
                "t": words.text,
            },
        )
    ]


def _card(desk: Desk, explainer: Explainer, root: str) -> dict[str, object]:
    return {
        "link": parts.link(explainer.title, f"/explainers/{explainer.id}/", root),
        "kicker": explainer.kicker,
        "summary": explainer.summary,
    }


def _lead_figure(desk: Desk, root: str) -> str:
    """The picture of the first vote that the lead explainer names, if there is one."""
    lead = desk.content.explainers.get(desk.content.site.lead or "")
    if lead is None:
        return ""
    named = sorted((lead.text.find(f'"{id}"'), id) for id in desk.results if f'"{id}"' in lead.text)
    shown = [f"{id}.{kind}" for _, id in named for kind in ("blocks", "hemicycle", "council")]
    found = next((figure for figure in shown if desk.picture(figure) is not None), None)
    return parts.placed(desk, found, root) if found else ""


def _ways(desk: Desk, root: str) -> list[dict[str, object]]:
    """The lists a reader can start from, each with how many records it holds."""
    from tellers.pages.lists import shelves

    return [{"link": parts.link(s.title, s.address, root), "what": s.what} for s in shelves(desk)]
